"""A case weighed. The same case is weighed once: what is kept is found by what the case says, not by whose it is."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext as _

from accord.base import estimate, registry, scope
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from ..models import Case, Weighing
from ..rules.draft import Draft
from ..rules.facts import Facts, facts
from .loading import Loaded, load


@dataclass(frozen=True)
class WeighedCase:
    """A case and its answer. who: the engine's name of a person who could be asked -> their row."""

    initiative_id: UUID
    currency: str
    years: int
    draft: Draft
    case: estimate.Case
    weighed: estimate.Weighed
    who: dict[str, Person]

    @property
    def facts(self) -> Facts:
        return facts(self.draft, self.years, self.weighed, {name: str(person.id) for name, person in self.who.items()})


@dataclass(frozen=True)
class Trouble:
    """Why a case cannot be weighed: one sentence, where (a path such as `steps[2].expr`), and the formula with a caret."""

    message: str
    where: str = ""
    sketch: str = ""


@dataclass(frozen=True)
class WorthRow:
    """What the list of initiatives shows: one option against doing nothing, as it was weighed last. best: its name; role: nothing where that
    is doing nothing itself."""

    best: str
    role: str
    low: float
    q25: float
    typical: float
    q75: float
    high: float
    unit: str
    finding: str
    next: str  # what to ask next, short; empty where nothing is worth asking or nobody is named
    whom: str
    as_of: datetime


@scope.once
def row_of(initiative_id: UUID) -> Case | None:
    return Case.objects.select_related("initiative__opened_by", "initiative__client").filter(initiative=initiative_id).first()


def case_of(initiative_id: UUID) -> Case:
    """The case of an initiative, or NotThere."""
    found = row_of(initiative_id)
    if found is None:
        raise registry.NotThere(str(initiative_id))
    return found


def weigh(loaded: Loaded, effort: estimate.Effort = estimate.RESTING) -> WeighedCase | Trouble:
    """Weigh what was loaded; its draft may be one that was only typed."""
    draft, row = loaded.draft, loaded.row
    if draft.silent:
        names = ", ".join(f"“{line.called}”" for line in draft.silent)
        return Trouble(_("Nobody has given a range for %(names)s yet.") % {"names": names})
    if not draft.choices:
        return Trouble(_("There is no option to weigh. Add doing nothing and at least one more."))
    try:
        said = {key: value for key, value in draft.to_data().items() if key != "id"}
        case, found = answered(json.dumps(said, sort_keys=True), effort)
    except estimate.CaseError as error:
        return Trouble(error.message, error.where, error.sketch)
    except estimate.NotFinite as error:
        return Trouble(str(error), error.where)
    case, found = replace(case, id=draft.id), replace(found, case_id=draft.id)
    return WeighedCase(row.initiative_id, row.currency, row.years, draft, case, found, loaded.who)


@lru_cache(maxsize=64)
def answered(told: str, effort: estimate.Effort) -> tuple[estimate.Case, estimate.Weighed]:
    case = estimate.Case.from_data(json.loads(told))
    return case, estimate.weigh(case, effort)


def weighed(*, initiative_id: UUID, effort: estimate.Effort = estimate.RESTING) -> WeighedCase | None:
    """The case of an initiative with its answer; None where there is none, or it cannot be weighed yet."""
    row = row_of(initiative_id)
    found = weigh(load(row), effort) if row else None
    return found if isinstance(found, WeighedCase) else None


def supposing(loaded: Loaded, draft: Draft) -> Loaded:
    """The same case with another draft, for “what if”."""
    return replace(loaded, draft=draft)


def last_weighings(initiative_ids: Iterable[UUID] | None = None) -> list[Weighing]:
    """The newest weighing of each case: one query."""
    newest = Weighing.objects.filter(case=OuterRef("case")).order_by("-version").values("id")[:1]
    found = Weighing.objects.select_related("case__initiative").annotate(newest=Subquery(newest)).filter(id=F("newest"))
    return list(found if initiative_ids is None else found.filter(case__initiative__in=list(initiative_ids)))


def rows(initiative_ids: Iterable[UUID], taken: Mapping[UUID, str] | None = None) -> dict[UUID, WorthRow]:
    """For the list of initiatives, from what was kept: one query. Initiatives without a weighed case are left out.
    taken: the option that was decided on, where one was; elsewhere the best one is shown."""
    return {weighing.case.initiative_id: _row(weighing, (taken or {}).get(weighing.case.initiative_id, "")) for weighing in last_weighings(initiative_ids)}


def _row(weighing: Weighing, taken: str) -> WorthRow:
    told = Facts.from_data(weighing.facts)
    best = told.option(taken) or told.option(told.best) or told.options[0]
    asked = told.next
    return WorthRow(
        best.name, best.role, best.low, best.q25, best.typical, best.q75, best.high, told.unit, told.finding, asked.labels[0] if asked else "",
        asked.person if asked else "", weighing.at,
    )


@dataclass(frozen=True)
class NextQuestion:
    """The next best question of a client, for Today. facts: of the whole case; at: when it was weighed."""

    initiative_id: UUID
    title: str
    facts: Facts
    person: Person | None
    at: datetime


def next_question(*, by: Actor) -> NextQuestion | None:
    """Of all open initiatives, the question whose answer is worth most above its cost; None when nothing is worth asking."""
    from accord.ideas.goals import queries as goals
    from accord.ideas.goals.rules import Stage

    if not by.may("worth.edit"):
        return None
    found = [(weighing, told) for weighing in last_weighings() if (told := Facts.from_data(weighing.facts)).next]
    where = goals.stages([weighing.case.initiative_id for weighing, _told in found])
    before = Stage.DELIVERY.place
    open_ = [(weighing, told) for weighing, told in found if where[weighing.case.initiative_id].place < before]
    if not open_:
        return None
    weighing, told = max(open_, key=lambda pair: pair[1].next.worth - pair[1].next.cost if pair[1].next else 0.0)
    person_id = told.next.person_id if told.next else ""
    person = Person.objects.filter(id=person_id).first() if person_id else None
    return NextQuestion(weighing.case.initiative_id, weighing.case.initiative.title, told, person, weighing.at)
