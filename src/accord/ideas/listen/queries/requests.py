"""Requests as they stand, and those that say something similar."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.rules import Stage

from .. import rules
from ..labels import first_question
from ..models import Joining, Request, RequestConfirmed

MINE, WAITING, AGREED, REWORDED = "mine", "waiting", "agreed", "reworded"
SHOWN = 3  # similar requests are shown, not searched through


@dataclass(frozen=True)
class RequestShown:
    """A request as doors show it."""

    id: UUID
    initiative_id: UUID
    title: str
    problem: str
    asked_for: str
    asked_by: str
    filed_by: str
    filed_at: datetime
    ask_first: str  # the kind question, when the words name a fix

    @staticmethod
    def of(request: Request) -> "RequestShown":
        hint = rules.request_hint(request.problem)
        return RequestShown(
            id=request.id,
            initiative_id=request.initiative_id,
            title=request.initiative.title,
            problem=request.problem,
            asked_for=request.asked_for,
            asked_by=request.asked_by.called,
            filed_by=request.filed_by.called,
            filed_at=request.filed_at,
            ask_first=first_question(hint.ask) if hint.solution else "",
        )


def request(request_id: UUID) -> Request:
    """One request of the scope, or NotThere."""
    found = Request.objects.select_related("initiative", "asked_by__team", "filed_by", "client__provider").filter(id=request_id).first()
    if found is None:
        raise registry.NotThere(str(request_id))
    return found


def request_of(initiative_id: UUID) -> Request | None:
    """The request an initiative began with, or None."""
    return Request.objects.select_related("initiative", "asked_by__team", "filed_by", "client__provider").filter(initiative=initiative_id).first()


def confirmation(found: Request) -> str:
    """Whether the person it was filed for has said that it is so."""
    if not found.on_behalf:
        return MINE
    last = RequestConfirmed.objects.filter(request=found).last()
    return WAITING if last is None else AGREED if last.agrees else REWORDED


@dataclass(frozen=True)
class Similar:
    """An open request that may be the same problem."""

    id: UUID
    initiative_id: UUID
    title: str
    problem: str
    asked_by: str
    filed_at: datetime
    stage: str
    joined: int


def similar_to(problem: str) -> list[Similar]:
    """Open requests that say something similar, the most similar first."""
    rows = list(Request.objects.select_related("initiative", "asked_by").order_by("filed_at"))
    stages = initiatives.stages([row.initiative_id for row in rows])
    live = {str(row.id): row for row in rows if stages[row.initiative_id] is not Stage.CLOSED}
    if not live or not problem.strip():
        return []
    hits = rules.similar(problem, {id: f"{row.initiative.title}. {row.problem} {row.asked_for}" for id, row in live.items()})[:SHOWN]
    found = [live[hit.key] for hit in hits]
    joined = list(Joining.objects.filter(request__in=found).values_list("request_id", "person_id").distinct())
    return [
        Similar(
            row.id,
            row.initiative_id,
            row.initiative.title,
            row.problem,
            row.asked_by.called,
            row.filed_at,
            stages[row.initiative_id].value,
            sum(id == row.id for id, _ in joined),
        )
        for row in found
    ]


@registry.query("listen.similar_requests", may="requests.read", doors={registry.API, registry.CLI, registry.MCP})
def similar_requests(*, by: Actor, problem: Annotated[str, Field(description="What is wrong, as you would file it.", max_length=4000)]) -> list[Similar]:
    """Open requests that may be the same problem. Look before filing."""
    return similar_to(problem)


@registry.query("listen.list_requests", may="requests.read", doors={registry.API, registry.CLI, registry.MCP})
def list_requests(*, by: Actor) -> list[RequestShown]:
    """Every request of this client, newest first."""
    return [RequestShown.of(row) for row in Request.objects.select_related("initiative", "asked_by", "filed_by")]
