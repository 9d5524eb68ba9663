"""Choosing together out of a closed round: who speaks, what things cost, what a budget allows, and what was decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry, scope
from accord.base.people.rules import Actor
from accord.ideas.worth import queries as worth

from ..models import Choice
from ..rules import Estimate, choosing
from ..rules.choosing import WAYS, Cost, Said, Together, Voter
from .revealed import Revealed, revealed

ANYWHERE = {registry.API, registry.CLI, registry.MCP}
RoundId = Annotated[UUID, Field(description="The round; it must be closed, and have asked for points or for most and least.")]
Budget = Annotated[float, Field(description="What there is to spend, in the client's currency.", gt=0, le=1e12)]


@dataclass(frozen=True)
class CostGiven:
    """What one item costs: nine in ten between low and high. typical: left out, it lies in the middle as people mean it (on logs)."""

    low: Annotated[float, Field(gt=0, le=1e12)]
    high: Annotated[float, Field(gt=0, le=1e12)]
    typical: Annotated[float | None, Field(gt=0, le=1e12)] = None


Costs = Annotated[dict[str, CostGiven], Field(description="By the item's id; where left out, the one-time cost of its value case counts.")]


@dataclass(frozen=True)
class Known:
    """What the value case of an item says it costs. option: of which way out; people: how many said so."""

    cost: Cost
    option: str
    people: int


def shares_asked(found: Revealed) -> bool:
    """Whether anybody can be shown to have shared out anything."""
    return any(tally.counts.get("points") or tally.counts.get("picks") for tally in found.tallies)


def speakers(found: Revealed) -> tuple[Voter, ...]:
    """The groups, each of five people and more."""
    said = [
        Said(tally.side, str(tally.team_id or tally.group or ""), tally.counts.get("points"), tally.counts.get("picks")) for tally in found.tallies
    ]
    return choosing.voters(said, [str(item.id) for item in found.now.items])


def waiting(found: Revealed, speak: Iterable[Voter]) -> int:
    """Sides that were asked and of which nothing can be shown."""
    return len({side.side for side in found.now.sides} - {one.side for one in speak})


@scope.once
def known_costs(round_id: UUID, currency: str) -> dict[str, Known]:
    """By the item's id, from the value cases that reckon in this currency."""
    items = {str(item.id): item.initiative_id for item in revealed(round_id).now.items if item.initiative_id}
    told = worth.costings(items.values())
    found = {id: told.get(initiative_id) for id, initiative_id in items.items()}
    return {
        id: Known(Cost(one.once.low, one.once.typical, one.once.high), one.once.option, one.once.people)
        for id, one in found.items()
        if one and one.once and one.currency == currency and one.once.low > 0
    }


def read_costs(found: Revealed, given: Mapping[str, CostGiven]) -> dict[str, Cost]:
    """What counts: what was given, else what the value case says. A Mistake names the item."""
    titles = {str(item.id): item.title for item in found.now.items}
    if unknown := set(given) - set(titles):
        raise registry.Mistake(_("This round does not ask about %(item)s. Use the ids of its items.") % {"item": min(unknown)}, "costs")
    known = {id: one.cost for id, one in known_costs(found.now.row.id, currency_of(found)).items()}
    return known | {id: _cost(titles[id], one) for id, one in given.items()}


def _cost(title: str, given: CostGiven) -> Cost:
    typical = (given.low * given.high) ** 0.5 if given.typical is None else given.typical
    if not 0 < given.low <= typical <= given.high:
        raise registry.Mistake(_("“%(item)s” costs something above 0, and its high end is not below its low end.") % {"item": title}, "costs")
    return Cost(given.low, typical, given.high)


def currency_of(found: Revealed) -> str:
    return found.now.row.client.currency


def chosen(found: Revealed, budget: float, costs: Mapping[str, Cost]) -> Together:
    """What this budget allows. Items without a cost are left out."""
    speak, items = speakers(found), [str(item.id) for item in found.now.items]
    if len(costs) < 1:
        raise registry.Mistake(_("Say what at least one thing costs: nothing can be chosen without."), "costs")
    if not speak:
        raise registry.Mistake(_("Nobody’s points can be shown: each group needs five people who shared them out."), "round_id")
    critical = {"": [str(one.item_id) for one in found.criticals if str(one.item_id) in costs]}
    left = [item for item in items if item not in costs]
    with_costs = {item: costs[item] for item in items if item in costs}
    return choosing.together(budget, with_costs, speak, critical, waiting=waiting(found, speak), left=left)


@scope.once
def choices(round_id: UUID) -> list[Choice]:
    """Every decision out of a round, newest first."""
    return list(Choice.objects.select_related("decided_by__team", "round__client").filter(round=round_id).order_by("-at", "-id"))


def standing(round_id: UUID) -> Choice | None:
    """The decision that counts: the newest."""
    return next(iter(choices(round_id)), None)


@scope.once
def choices_about(initiative_id: UUID) -> list[Choice]:
    """Decisions out of rounds that asked about an initiative, newest first."""
    found = Choice.objects.select_related("decided_by__team", "round__client").filter(round__items__initiative=initiative_id)
    return list(found.order_by("-at", "-id"))


def since(moment: datetime) -> list[Choice]:
    return list(Choice.objects.select_related("round__client").filter(at__gte=moment).order_by("-at")[:20])


@dataclass(frozen=True)
class GroupShown:
    """A group of five people and more. points: what they gave each item on average, of a hundred; gets: the share of it that each selection
    buys, 0 to 1; both with their 90 % interval."""

    side: str
    team: str
    the_rest: bool
    people: int
    points: dict[str, Estimate]
    gets: dict[str, Estimate]


@dataclass(frozen=True)
class SelectionShown:
    """Items by their ids, in the order of choosing. left_with_nothing: groups, by side and team, none of whose points are in it."""

    items: list[str]
    cost: float
    least: float
    left_with_nothing: list[str]


@dataclass(frozen=True)
class FairShown:
    """What a budget allows. equal: by equal shares over groups, of which `filled_up` only because money was left; ranking: by points; per_cost:
    by points for the money. at_high_costs: what the fair selection would be if everything cost as much as it may. of_twenty: in how many of 20
    equally likely readings of points and costs the fair selection takes an item. hearing: called critical by somebody, and not in it."""

    round_id: UUID
    currency: str
    budget: float
    finding: str
    equal: SelectionShown
    ranking: SelectionShown
    per_cost: SelectionShown
    filled_up: list[str]
    at_high_costs: list[str] | None
    of_twenty: dict[str, int]
    hearing: list[str]
    without_cost: list[str]
    groups: list[GroupShown]


@registry.query("empathy.choose_fairly", may="perspectives.read", doors=ANYWHERE)
def choose_fairly(*, by: Actor, round_id: RoundId, budget: Budget, costs: Costs = {}) -> FairShown:  # noqa: B006  (never changed)
    """What a budget allows out of a closed round: the fair selection (equal shares over groups) beside the two rankings, and who gets what."""
    found = revealed(round_id)
    told = chosen(found, budget, read_costs(found, costs))
    names = team_names(found)
    selections = {way: _selection(told, way, names) for way in WAYS}
    groups = [
        GroupShown(one.side, names[one.name], one.rest, one.n, one.points, {way: told.gets[way][one.name] for way in WAYS}) for one in told.voters
    ]
    return FairShown(
        round_id, currency_of(found), budget, told.finding.key, selections["equal"], selections["ranking"], selections["per_cost"],
        list(told.selection.filled_up), list(told.dear.equal.items) if told.dear else None, told.sure, list(told.selection.hearing),
        list(told.without_cost), groups,
    )  # fmt: skip


def _selection(told: Together, way: str, names: Mapping[str, str]) -> SelectionShown:
    one = told.way(way)
    nothing = [f"{voter.side}: {names[voter.name]}" for voter in told.voters if voter.name in one.with_nothing]
    return SelectionShown(list(one.items), one.cost, one.least, nothing)


def team_names(found: Revealed) -> dict[str, str]:
    """By the name of a voter: what its team is called, empty for a side as a whole or the rest of one."""
    teams = {f"{one.side}:{one.team_id or one.group or ''}": one.team.name if one.team else one.group for one in found.tallies}
    return {"business:": "", "it:": ""} | teams


@dataclass(frozen=True)
class ChoiceShown:
    """What was decided out of a round. The newest counts. taken: the fair selection (equal), ranking, per_cost, or by_hand."""

    id: UUID
    round_id: UUID
    budget: float
    currency: str
    taken: str
    items: list[str]
    left_out: list[str]
    why: str
    decided_by: str
    decided_on: date
    recorded_at: datetime

    @staticmethod
    def of(row: Choice) -> "ChoiceShown":
        left = [id for id in row.costs if id not in row.items]
        return ChoiceShown(
            row.id, row.round_id, float(row.budget), row.currency, row.taken, list(row.items), left, row.why, row.decided_by.called, row.decided_on, row.at
        )


@registry.query("empathy.list_choices", may="perspectives.read", doors=ANYWHERE)
def list_choices(*, by: Actor, round_id: Annotated[UUID, Field(description="The round.")]) -> list[ChoiceShown]:
    """What was decided out of a round, newest first: the first one counts, the others stay beside it."""
    revealed(round_id)
    return [ChoiceShown.of(row) for row in choices(round_id)]

