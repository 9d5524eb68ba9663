"""How the work on initiatives goes, and how doors show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import clock, registry, scope
from accord.base.people.rules import Actor

from ..models import Progress
from ..rules.delivery import Delivery, delivery
from .initiatives import initiative


@dataclass(frozen=True)
class DeliveryShown:
    """How an initiative's delivery stands. moved: how often it was expected later than before; days: from the day planned first."""

    initiative_id: UUID
    state: str
    starts: date | None
    ends: date | None
    expected: date | None
    delivered: date | None
    moved: int
    days: int | None
    last_word: str
    last_at: datetime | None


@scope.once
def notes(initiative_id: UUID) -> list[Progress]:
    """Oldest first."""
    return list(Progress.objects.select_related("by").filter(initiative=initiative_id))


def deliveries(initiative_ids: Iterable[UUID]) -> dict[UUID, Delivery]:
    """Of several initiatives, in one query; those without a note are left out."""
    found: dict[UUID, list[Progress]] = {}
    for row in Progress.objects.filter(initiative__in=list(initiative_ids)):
        found.setdefault(row.initiative_id, []).append(row)
    return {id: delivery([row.as_rule() for row in rows], clock.today()) for id, rows in found.items()}


def delivery_of(initiative_id: UUID) -> Delivery:
    return delivery([row.as_rule() for row in notes(initiative_id)], clock.today())


@registry.query("goals.show_delivery", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def show_delivery(*, by: Actor, initiative_id: Annotated[UUID, Field(description="The initiative.")]) -> DeliveryShown:
    """How the delivery of an initiative stands: planned, expected, how often it moved, and the last word."""
    return shown(initiative(initiative_id).id)


def shown(initiative_id: UUID) -> DeliveryShown:
    rows, now = notes(initiative_id), delivery_of(initiative_id)
    last = rows[-1] if rows else None
    word = next((one.words for one in reversed(rows) if one.words), "")
    at = last.at if last else None
    return DeliveryShown(initiative_id, now.state.value, now.starts, now.ends, now.expected, now.delivered, now.moved, now.days, word, at)
