"""The worth page of one initiative."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from accord.base import estimate
from accord.base.paper.figure import Figure
from accord.base.people import reader
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative

from .. import figures, headlines, wording
from ..headlines import Headline
from ..heard import Suggested, suggested
from ..models import Case, Decision, Looked, RangeAsking, RangeReply
from ..queries import decision as decisions
from ..queries.loading import Loaded, load
from ..queries.weighing import Trouble, WeighedCase, row_of, weigh
from ..rules import laying
from ..rules.draft import Line
from ..rules.facts import Facts, NextFacts
from ..rules.shape import Role
from .changed import Change, change
from .five import Answered, five
from .quantities import QuantityRow, rows

SHOWN = 6  # quantities before “show the others”


@dataclass(frozen=True)
class NextCard:
    """The question most worth asking. ids: of the quantities; today: the first one's range as it stands; whose: who gave it."""

    asked: NextFacts
    question: str
    person: Person | None
    ids: tuple[str, ...]
    more: str
    today: str
    whose: str
    assumed: bool
    minutes: int
    against: str


@dataclass(frozen=True)
class Heard:
    """A range that was heard and does not count yet. likely: the one quantity of its unit; empty where there is none, or several."""

    said: Suggested
    likely: str


@dataclass(frozen=True)
class Answer:
    """What the case says: the part of the page that follows while somebody types."""

    headline: Headline
    facts: Facts
    options: Figure
    answers: Figure
    card: NextCard | None
    turns: str
    knowable: str


@dataclass(frozen=True)
class CasePage:
    """answer is None while the case cannot be weighed; trouble says why. settled: the decision that ended the asking; decided: it in a sentence."""

    initiative: Initiative
    row: Case
    answer: Answer | None
    trouble: Trouble | None
    five: tuple[Answered, ...]
    quantities: tuple[QuantityRow, ...]
    loaded: Loaded
    missing: tuple[Line, ...]
    no_better: bool
    waiting: tuple[RangeAsking, ...]
    changes: tuple[Change, ...]
    heard: tuple[Heard, ...]
    settled: Decision | None
    decided: str
    may_edit: bool

    @property
    def first(self) -> tuple[QuantityRow, ...]:
        return self.quantities[:SHOWN]

    @property
    def rest(self) -> tuple[QuantityRow, ...]:
        return self.quantities[SHOWN:]


def answer(loaded: Loaded, found: WeighedCase, *, settled: bool = False) -> Answer:
    """settled: it was decided, so nobody is told to ask or to decide."""
    told = found.facts
    card = _card(loaded, found, told) if told.next else None
    knowable = reader.voice(told.unit).about(told.knowable)
    said = headlines.headline(found.weighed, settled=settled)
    return Answer(said, told, figures.options(found.weighed, told), figures.answers(told), card, headlines.turns(told), knowable)


def case_page(*, by: Actor, initiative_id: UUID) -> CasePage | None:
    """None while there is no case."""
    row = row_of(initiative_id)
    if row is None:
        return None
    loaded = load(row)
    found = weigh(loaded, estimate.RESTING)
    good = found if isinstance(found, WeighedCase) else None
    edits, initiative = by.may("worth.edit"), goals.initiative(initiative_id)
    settled = decisions.settled(initiative)
    return CasePage(
        initiative=initiative,
        row=row,
        answer=answer(loaded, good, settled=settled is not None) if good else None,
        trouble=None if good else found if isinstance(found, Trouble) else None,
        five=five(by=by, initiative_id=initiative_id, found=good),
        quantities=rows(loaded, good),
        loaded=loaded,
        missing=tuple(map(wording.in_words, laying.missing(loaded.present, loaded.prefixes, row.currency))) if edits else (),
        no_better=not any(option.role in (Role.BETTER.value, Role.MORE.value) for option in loaded.options),
        waiting=waiting(loaded),
        changes=_changes(row, good) if edits else (),
        heard=_heard(by, row, loaded) if edits else (),
        settled=settled,
        decided=decisions.headline(settled) if settled else "",
        may_edit=edits,
    )


def _heard(by: Actor, case: Case, loaded: Loaded) -> tuple[Heard, ...]:
    """Which quantity a range is, a person says; where only one has its unit, that one is offered first."""
    units = Counter(line.unit for line in loaded.draft.lines if not line.given)
    first = {line.unit: line.id for line in loaded.draft.lines if not line.given}
    return tuple(Heard(one, first[one.unit] if units[one.unit] == 1 else "") for one in suggested(by=by, case=case))


def waiting(loaded: Loaded) -> tuple[RangeAsking, ...]:
    """Links that nobody has answered yet, longest first."""
    return tuple({question.asking_id: question.asking for question in loaded.asked}.values())


def looked_at(case: Case) -> datetime | None:
    found: datetime | None = Looked.objects.filter(case=case).aggregate(last=Max("at"))["last"]
    return found


def _changes(case: Case, now: WeighedCase | None) -> tuple[Change, ...]:
    """What replies changed since a facilitator looked last."""
    last = looked_at(case)
    replies = RangeReply.objects.select_related("voice", "question__quantity", "question__asking__person", "to__person", "before")
    replies = replies.filter(question__asking__case=case)
    fresh = list(replies.filter(at__gt=last) if last else replies)
    return tuple(change(reply, now.facts if now else None) for reply in fresh)


def _card(loaded: Loaded, found: WeighedCase, told: Facts) -> NextCard:
    asked = told.next
    assert asked is not None
    line = loaded.draft.line(asked.quantities[0])
    ids = tuple(loaded.draft.line(name).id for name in asked.quantities)
    whose = ", ".join(said.by for said in line.said if said.by)
    today = wording.between(line.said[0].low, line.said[0].high, line.unit) if len(line.said) == 1 else _pooled(asked)
    minutes = max(1, round(asked.minutes))
    question = wording.question(asked.words, asked.unit)
    return NextCard(
        asked, question, found.who.get(asked.person), ids, headlines.asks_for(asked), today, whose, bool(asked.assumed), minutes,
        headlines.of_answer(told),
    )


def _pooled(asked: NextFacts) -> str:
    money, rest = wording.parted(asked.unit)
    return f"{reader.voice(money).range(asked.low, asked.high)} {rest}".strip()
