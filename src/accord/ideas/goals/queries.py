"""Reads about goals and initiatives, and how doors show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry, scope
from accord.base.people.rules import Actor

from .models import Goal, GoalVersion, Initiative, Serves, StageReached
from .rules import Measure, Stage, furthest


@dataclass(frozen=True)
class GoalShown:
    """A goal as it stands now."""

    id: UUID
    version: int
    title: str
    why: str
    owner: str
    owner_id: UUID
    measure: str
    unit: str
    baseline: Decimal | None
    current: Decimal | None
    target: Decimal | None
    due: date | None
    changed_at: datetime
    material: bool
    parent_id: UUID | None

    @staticmethod
    def of(version: GoalVersion) -> "GoalShown":
        return GoalShown(
            id=version.goal_id,
            version=version.number,
            title=version.title,
            why=version.why,
            owner=version.owner.called,
            owner_id=version.owner_id,
            measure=version.measure,
            unit=version.unit,
            baseline=version.baseline,
            current=version.current,
            target=version.target,
            due=version.due,
            changed_at=version.at,
            material=version.material,
            parent_id=version.goal.parent_id,
        )

    def as_rule(self) -> Measure:
        return Measure(self.measure, self.unit, self.baseline, self.current, self.target, self.due)


@dataclass(frozen=True)
class InitiativeShown:
    """An initiative as doors show it."""

    id: UUID
    title: str
    why: str
    stage: str
    opened_at: datetime
    opened_by: str
    team: str
    goal_ids: list[UUID]

    @staticmethod
    def of(initiative: Initiative) -> "InitiativeShown":
        return shown([initiative])[0]


def shown(initiatives: Iterable[Initiative]) -> list[InitiativeShown]:
    """Several initiatives in a constant number of queries."""
    rows = list(initiatives)
    where = stages([row.id for row in rows])
    served: dict[UUID, list[UUID]] = {}
    for initiative_id, goal_id in Serves.objects.filter(initiative__in=[row.id for row in rows], ended_at=None).values_list("initiative_id", "goal_id"):
        served.setdefault(initiative_id, []).append(goal_id)
    return [
        InitiativeShown(
            id=row.id,
            title=row.title,
            why=row.why,
            stage=where[row.id].value,
            opened_at=row.opened_at,
            opened_by=row.opened_by.called,
            team=row.team.name if row.team else "",
            goal_ids=served.get(row.id, []),
        )
        for row in rows
    ]


@scope.once_each
def stages(initiative_ids: Iterable[UUID]) -> dict[UUID, Stage]:
    """The stage each initiative is in: one query."""
    ids = list(initiative_ids)
    reached: dict[UUID, list[tuple[int, Stage]]] = {id: [] for id in ids}
    for initiative_id, round, stage in StageReached.objects.filter(initiative__in=ids).values_list("initiative_id", "round", "stage"):
        reached[initiative_id].append((round, Stage(stage)))
    return {id: furthest(found) for id, found in reached.items()}


def stage_of(initiative: Initiative) -> Stage:
    return stages([initiative.id])[initiative.id]


@scope.once
def initiative(initiative_id: UUID) -> Initiative:
    """One initiative of the scope, or NotThere."""
    found = Initiative.objects.select_related("opened_by__team", "team", "client").filter(id=initiative_id).first()
    if found is None:
        raise registry.NotThere(str(initiative_id))
    return found


def newest_versions(goal_ids: Iterable[UUID] | None = None, *, let_go: bool = False) -> list[GoalVersion]:
    """The newest version of each goal (of these, or of all live ones)."""
    return list(_newest_versions(None if goal_ids is None else frozenset(goal_ids), let_go))


@scope.once
def _newest_versions(goal_ids: frozenset[UUID] | None, let_go: bool) -> tuple[GoalVersion, ...]:
    found = GoalVersion.objects.select_related("goal", "owner__team").order_by("goal__made_at", "number")
    if not let_go:
        found = found.filter(goal__let_go_at=None)
    if goal_ids is not None:
        found = found.filter(goal__in=goal_ids)
    return tuple({version.goal_id: version for version in found}.values())


@scope.once
def goals_of(initiative_id: UUID) -> list[GoalShown]:
    """The goals an initiative serves now."""
    ids = Serves.objects.filter(initiative=initiative_id, ended_at=None).values_list("goal_id", flat=True)
    return [GoalShown.of(version) for version in newest_versions(ids)]


@scope.once
def lineage(initiative_id: UUID) -> list[GoalShown]:
    """The goals an initiative serves, each followed by the goals above it, nearest first, none twice."""
    every = {version.goal_id: version for version in newest_versions()}
    found: dict[UUID, GoalShown] = {}
    for goal in goals_of(initiative_id):
        at: UUID | None = goal.id
        while at is not None and at in every and at not in found:
            found[at] = GoalShown.of(every[at])
            at = every[at].goal.parent_id
    return list(found.values())


def goal(goal_id: UUID) -> Goal:
    """One goal of the scope, or NotThere."""
    found = Goal.objects.filter(id=goal_id).first()
    if found is None:
        raise registry.NotThere(str(goal_id))
    return found


def open_count() -> int:
    """How many initiatives are not closed yet."""
    return Initiative.objects.exclude(stages__stage=Stage.CLOSED).count()


@registry.query("goals.list_goals", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def list_goals(*, by: Actor) -> list[GoalShown]:
    """The goals both sides share, as they stand now."""
    return [GoalShown.of(version) for version in newest_versions()]


@registry.query("goals.show_goal", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def show_goal(*, by: Actor, goal_id: Annotated[UUID, Field(description="The goal.")]) -> list[GoalShown]:
    """Every version of a goal, newest first."""
    goal(goal_id)
    versions = GoalVersion.objects.select_related("goal", "owner").filter(goal=goal_id).order_by("-number")
    return [GoalShown.of(version) for version in versions]


@registry.query("goals.list_initiatives", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def list_initiatives(
    *, by: Actor, stage: Annotated[str, Field(description="Only those at this stage; empty for all.", pattern="^[a-z]*$")] = ""
) -> list[InitiativeShown]:
    """The initiatives of this client with the stage each has reached."""
    found = shown(Initiative.objects.select_related("opened_by", "team"))
    return [one for one in found if not stage or one.stage == stage]


@registry.query("goals.show_initiative", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def show_initiative(*, by: Actor, initiative_id: Annotated[UUID, Field(description="The initiative.")]) -> InitiativeShown:
    """One initiative."""
    return InitiativeShown.of(initiative(initiative_id))
