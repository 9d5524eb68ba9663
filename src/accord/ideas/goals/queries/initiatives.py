"""Reads about initiatives, and how doors show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry, scope
from accord.base.people.rules import Actor

from ..models import Initiative, Serves, StageReached
from ..rules import Stage, furthest


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
    found = Initiative.objects.select_related("opened_by__team", "team", "lead", "client").filter(id=initiative_id).first()
    if found is None:
        raise registry.NotThere(str(initiative_id))
    return found


def open_count() -> int:
    """How many initiatives are not closed yet."""
    return Initiative.objects.exclude(stages__stage=Stage.CLOSED).count()


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
