"""One warning, and many as doors show them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from django.db.models import Q, QuerySet
from pydantic import Field

from accord.base import registry
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from ..models import ENDED, UNNAMED, WAITS, Estimate, Risk
from .said import told_of

PARTS = ("goal", "initiative", "raised_by__team", "answerer__team", "client")
MOST = 200


def risk(risk_id: UUID) -> Risk:
    """One warning, or NotThere."""
    found = Risk.objects.select_related(*PARTS).filter(id=risk_id).first()
    if found is None:
        raise registry.NotThere(str(risk_id))
    return found


@dataclass(frozen=True)
class EstimateShown:
    """chances in 100, impact in the client's currency, each from and to nine times in ten; None where nobody said."""

    chance_low: float | None
    chance_high: float | None
    loss_low: float | None
    loss_high: float | None
    basis: str
    said_by: str

    @staticmethod
    def of(row: Estimate | None) -> "EstimateShown | None":
        if row is None:
            return None
        low, high = (None if one is None else one * 100 for one in (row.chance_low, row.chance_high))
        return EstimateShown(low, high, row.loss_low, row.loss_high, row.basis, row.person.called if row.person else "")


@dataclass(frozen=True)
class RiskShown:
    """A warning as doors show it. raised_by is empty where it was said without a name; week is its Monday then."""

    id: UUID
    goal_id: UUID | None
    goal: str
    initiative_id: UUID | None
    initiative: str
    sees: str
    costs: str
    asks: str
    act_by: date | None
    bites_on: date | None
    needs_low: int | None
    needs_high: int | None
    how: str
    raised_by: str
    week: date | None
    warned_on: date | None
    seen_by_others: int
    estimate: EstimateShown | None
    state: str
    voice: str
    answerer: str
    answer_by: date
    read_on: date | None
    answered_on: date | None
    review_on: date | None

    @staticmethod
    def of(row: Risk) -> "RiskShown":
        return shown(Risk.objects.filter(id=row.id))[0]


def shown(rows: QuerySet[Risk]) -> list[RiskShown]:
    found = list(rows.select_related(*PARTS))
    said = told_of([row.id for row in found])
    return [
        RiskShown(
            row.id, row.goal.goal_id if row.goal else None, row.goal.title if row.goal else "",
            row.initiative_id, row.initiative.title if row.initiative else "",
            row.sees, row.costs, row.asks, row.act_by, row.bites_on, row.needs_low, row.needs_high,
            row.how, row.raised_by.called if row.raised_by else "", row.week, None if row.how == UNNAMED else row.warned_on, said[row.id].seen,
            EstimateShown.of(said[row.id].current), row.state, row.voice,
            row.answerer.called, row.answer_by, row.read_on, row.answered_on, row.review_on,
        )
        for row in found
    ]  # fmt: skip


@registry.query("risks.list_risks", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def list_risks(
    *,
    by: Actor,
    show: Annotated[
        Literal["open", "waits", "ended"], Field(description="`open`: all that are not over; `waits`: those without an answer; `ended`: those over.")
    ] = "open",
    goal_id: Annotated[UUID | None, Field(description="Only those that threaten this goal.")] = None,
    initiative_id: Annotated[UUID | None, Field(description="Only those about this initiative.")] = None,
    after: Annotated[UUID | None, Field(description="The id of the last one shown; what follows it comes.")] = None,
) -> list[RiskShown]:
    """Early warnings by the day they would bite, at most 200 at a time: what was said, chance and impact as ranges, who must answer by when."""
    if goal_id:
        goals.goal(goal_id)  # or NotThere
    if initiative_id:
        goals.initiative(initiative_id)
    rows = Risk.objects.filter(state=WAITS) if show == "waits" else Risk.objects.filter(state=ENDED) if show == "ended" else Risk.objects.exclude(state=ENDED)
    rows = rows.filter(goal__goal=goal_id) if goal_id else rows
    rows = rows.filter(initiative=initiative_id) if initiative_id else rows
    return shown(behind(rows, risk(after) if after else None)[:MOST])


def behind(rows: QuerySet[Risk], last: Risk | None) -> QuerySet[Risk]:
    """Of a query in the order of their days, what comes after one of them; days nobody said come last."""
    if last is None:
        return rows
    if last.bites_on is None:
        return rows.filter(bites_on=None, id__gt=last.id)
    later = Q(bites_on__gt=last.bites_on) | Q(bites_on=last.bites_on, id__gt=last.id) | Q(bites_on=None)
    return rows.filter(later)


@registry.query("risks.show_risk", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def show_risk(*, by: Actor, risk_id: Annotated[UUID, Field(description="The warning.")]) -> RiskShown:
    """One early warning."""
    return RiskShown.of(risk(risk_id))
