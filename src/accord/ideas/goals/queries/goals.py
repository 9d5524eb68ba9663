"""Reads about goals, and how doors show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from django.db.models import F
from pydantic import Field

from accord.base import registry, scope
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from ..models import AlsoOwner, Goal, GoalVersion, Serves
from ..rules import Measure
from ..rules.serving import LIVE


@dataclass(frozen=True)
class GoalShown:
    """A goal as it stands now."""

    id: UUID
    version: int
    title: str
    why: str
    owner: str
    owner_id: UUID
    also: list[str]
    also_ids: list[UUID]
    measure: str
    unit: str
    baseline: Decimal | None
    current: Decimal | None
    target: Decimal | None
    begins: date | None
    due: date | None
    changed_at: datetime
    material: bool
    state: str
    asks: int
    contributes_to: list[UUID]

    @staticmethod
    def of(version: GoalVersion) -> "GoalShown":
        return shown_goals([version])[0]

    @staticmethod
    def made(version: GoalVersion, also: list[Person], above: list[UUID]) -> "GoalShown":
        return GoalShown(
            id=version.goal_id,
            version=version.number,
            title=version.title,
            why=version.why,
            owner=version.owner.called,
            owner_id=version.owner_id,
            also=[one.called for one in also],
            also_ids=[one.id for one in also],
            measure=version.measure,
            unit=version.unit,
            baseline=version.baseline,
            current=version.current,
            target=version.target,
            begins=version.begins,
            due=version.due,
            changed_at=version.at,
            material=version.material,
            state=version.goal.state,
            asks=version.goal.asks,
            contributes_to=above,
        )

    def as_rule(self) -> Measure:
        return Measure(self.measure, self.unit, self.baseline, self.current, self.target, self.due)


def shown_goals(versions: Iterable[GoalVersion]) -> list[GoalShown]:
    """Several goals in a constant number of queries."""
    rows = list(versions)
    also: dict[UUID, list[Person]] = {}
    for one in AlsoOwner.objects.select_related("person").filter(version__in=[row.id for row in rows]).order_by("person"):
        also.setdefault(one.version_id, []).append(one.person)
    above: dict[UUID, list[UUID]] = {}
    for lower, upper in Serves.objects.filter(below__in={row.goal_id for row in rows}, ended_at=None).order_by("id").values_list("below_id", "goal_id"):
        above.setdefault(lower, []).append(upper)
    return [GoalShown.made(row, also.get(row.id, []), above.get(row.goal_id, [])) for row in rows]


def newest_versions(goal_ids: Iterable[UUID] | None = None, *, ended: bool = False) -> list[GoalVersion]:
    """The newest version of each goal (of these, or of all): live ones only, unless those that ended are wanted too."""
    return list(_newest_versions(None if goal_ids is None else frozenset(goal_ids), ended))


@scope.once
def _newest_versions(goal_ids: frozenset[UUID] | None, ended: bool) -> tuple[GoalVersion, ...]:
    found = GoalVersion.objects.select_related("goal", "owner__team").filter(number=F("goal__newest")).order_by("goal__made_at", "goal")
    if not ended:
        found = found.filter(goal__state=LIVE)
    if goal_ids is not None:
        found = found.filter(goal__in=goal_ids)
    return tuple(found)


@scope.once
def live_goals() -> tuple[GoalShown, ...]:
    """All live goals, in the order in which they were set."""
    return tuple(shown_goals(newest_versions()))


@scope.once
def goals_of(initiative_id: UUID) -> list[GoalShown]:
    """The goals an initiative serves now."""
    ids = Serves.objects.filter(initiative=initiative_id, ended_at=None).values_list("goal_id", flat=True)
    return shown_goals(newest_versions(ids))


@scope.once
def lineage(initiative_id: UUID) -> list[GoalShown]:
    """The goals an initiative serves, each followed by the goals above it, nearest first, none twice."""
    return _upwards([goal.id for goal in goals_of(initiative_id)])


def _upwards(goal_ids: Iterable[UUID]) -> list[GoalShown]:
    """These live goals, each followed by those above it, none twice."""
    every = {goal.id: goal for goal in live_goals()}
    found: dict[UUID, GoalShown] = {}

    def up(ids: Iterable[UUID]) -> None:
        for id in ids:
            if id in every and id not in found:
                found[id] = every[id]
                up(every[id].contributes_to)

    up(goal_ids)
    return list(found.values())


def goal(goal_id: UUID) -> Goal:
    """One goal of the scope, or NotThere."""
    found = Goal.objects.filter(id=goal_id).first()
    if found is None:
        raise registry.NotThere(str(goal_id))
    return found


def above(goal_id: UUID) -> list[GoalShown]:
    """The live goals above a live goal, none twice."""
    return _upwards([goal_id])[1:]


def any_live() -> bool:
    return Goal.objects.filter(state=LIVE).exists()


def owners(goal_id: UUID) -> list[UUID]:
    """Who answers for a goal as it stands: its owner first."""
    stands = version(goal_id)
    return [stands.owner_id, *(id for id in stands.also_ids if id != stands.owner_id)]


def version(goal_id: UUID, number: int | None = None) -> GoalVersion:
    """One version of a goal, the one that stands where no number is given; or NotThere."""
    found = GoalVersion.objects.select_related("goal", "owner", "client").filter(goal=goal_id, number=number or F("goal__newest")).first()
    if found is None:
        raise registry.NotThere(str(goal_id))
    return found


@registry.query("goals.list_goals", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def list_goals(
    *, by: Actor, state: Annotated[str, Field(description="`live`, `met`, `retired`, or empty for all.", pattern="^(live|met|retired|)$")] = LIVE
) -> list[GoalShown]:
    """The goals both sides share, as they stand now."""
    return [one for one in shown_goals(newest_versions(ended=True)) if not state or one.state == state] if state != LIVE else list(live_goals())


@registry.query("goals.show_goal", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def show_goal(*, by: Actor, goal_id: Annotated[UUID, Field(description="The goal.")]) -> list[GoalShown]:
    """Every version of a goal, newest first."""
    goal(goal_id)
    return shown_goals(GoalVersion.objects.select_related("goal", "owner").filter(goal=goal_id).order_by("-number"))
