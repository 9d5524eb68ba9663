"""A sheet of warnings is taken in: all of it or nothing, in one act, and nobody gets a letter for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.files import Content, decoded
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import GoalVersion, Initiative
from accord.ideas.goals.queries.importing import somebody

from .. import queries
from ..models import PROXY, Estimate, Risk
from ..queries import taking_in
from ..queries.handling import answerer_for
from ..queries.taking_in import Answers, FileName, LayoutName, RisksSheet
from ..rules import answer_day
from ..rules.taking_in import CHANGED, LEFT_OUT, MISTAKE, NEW, SAME, Row, Said

MOST_TOLD = 20


@dataclass(frozen=True)
class RisksTakenIn:
    """How many warnings are new, got other ranges, were the same, and were left out as they are closed or no warnings."""

    new: int
    changed: int
    same: int
    left_out: int


@registry.action("risks.import_risks", may="risks.edit", doors={registry.API})
def import_risks(
    *,
    by: Actor,
    name: FileName,
    content: Content,
    layout: LayoutName = "",
    answerer_id: Answers = None,
    seen: Annotated[str, Field(description="What the page of the dry run was made from; refused when something else would happen now.", max_length=64)] = "",
) -> RisksTakenIn:
    """Take in a sheet of warnings: CSV or XLSX in Accord's columns, CISO Assistant's or ServiceNow's. All or nothing; the same file taken in again
    changes nothing. Words such as “high” become no numbers. A warning counts from the day it is taken in, never from a day in the sheet."""
    somebody(answerer_id)
    return _take_in(by, taking_in.read(name, decoded(content), layout), answerer_id, seen)


def _take_in(by: Actor, sheet: RisksSheet, answerer_id: UUID | None, seen: str) -> RisksTakenIn:
    if by.person_id is None:
        raise registry.Refused("risks.edit")
    if wrong := sheet.plan.of(MISTAKE):
        told = [one for row in wrong[:MOST_TOLD] for one in taking_in.mistakes(sheet, row)]
        more = [_("And %(n)d rows more.") % {"n": len(wrong) - MOST_TOLD}] if len(wrong) > MOST_TOLD else []
        raise registry.Mistake(" ".join([*told, *more]), "content")
    if seen and seen != sheet.seen:
        raise registry.Conflict(_("Somebody changed warnings meanwhile. Look at what the file would do now."))
    made = _raise(by, sheet, answerer_id)
    _estimate(by, [(made[row.number].id, row) for row in sheet.plan.of(NEW)])
    _estimate(by, [(row.risk.id, row) for row in sheet.plan.of(CHANGED) if row.risk])
    return RisksTakenIn(*(len(sheet.plan.of(kind)) for kind in (NEW, CHANGED, SAME, LEFT_OUT)))


def _raise(by: Actor, sheet: RisksSheet, answerer_id: UUID | None) -> dict[int, Risk]:
    """New warnings, passed on by whoever takes them in, in a few statements however many."""
    rows, days, today = sheet.plan.of(NEW), queries.handling(), clock.today()
    versions = {one.goal_id: one for one in goals.newest_versions()}
    work = Initiative.objects.select_related("lead").in_bulk([row.fields["initiative_id"] for row in rows if row.fields["initiative_id"]])
    found: dict[int, Risk] = {}
    for row in rows:
        said = dict(row.fields)
        goal, initiative = versions.get(said.pop("goal_id")), work.get(said.pop("initiative_id"))
        answers = _answerer(by, said.pop("answerer_id") or answerer_id, goal, initiative)
        found[row.number] = Risk(
            goal=goal, initiative=initiative, how=PROXY, raised_by_id=by.person_id, source=sheet.layout.source, reference=row.reference, warned_on=today,
            answerer=answers, answer_by=answer_day(today, said["act_by"], days.read_days, days.answer_days), **said,
        )  # fmt: skip
    Risk.objects.bulk_create(found.values(), batch_size=500)
    for one in found.values():
        goal_id = one.goal.goal_id if one.goal else ""
        payload = {"how": one.how, "sees": one.sees, "goal": str(goal_id), "initiative": str(one.initiative_id or ""), "until": one.answer_by.isoformat()}
        journal.record(by=by, event="risks.raised", subject=one, payload=payload | {"from": sheet.layout.source})
    return found


def _answerer(by: Actor, named: UUID | None, goal: GoalVersion | None, initiative: Initiative | None) -> Person:
    close = (initiative.lead if initiative else None, goal.owner if goal else None)
    found = answerer_for(named=named, also=close, raised_by_id=by.person_id)
    if found is None:
        raise registry.Mistake(_("Nobody could answer them. Say who must."), "answerer_id")
    return found


def _estimate(by: Actor, rows: list[tuple[UUID, Row]]) -> None:
    made = [one for risk_id, row in rows for one in _estimates(by, risk_id, row)]
    Estimate.objects.bulk_create(made, batch_size=500)
    risks = Risk.objects.in_bulk({one.risk_id for one in made})
    for one in made:
        payload = {"level": one.level, "chance": [one.chance_low, one.chance_high], "loss": [one.loss_low, one.loss_high]}
        journal.record(by=by, event="risks.estimated", subject=risks[one.risk_id], payload=payload)


def _estimates(by: Actor, risk_id: UUID, row: Row) -> Iterator[Estimate]:
    for level, said in row.said.items():
        yield Estimate(risk_id=risk_id, level=level, basis=said.words, person_id=by.person_id, **_numbers(said, row, level))


def _numbers(said: Said, row: Row, level: str) -> dict[str, Any]:
    """What the sheet leaves out stays as it stands."""
    stands = row.risk.said.get(level) if row.risk else None
    low, high, least, most = (
        new if new is not None else old for new, old in zip(said.numbers, stands or (None,) * 4, strict=True)
    )
    chance = {"chance_low": None if low is None else low / 100, "chance_high": None if high is None else high / 100}
    return {**chance, "loss_low": least, "loss_high": most}
