"""A warning is over, and what it was of is written down in the same act."""

from typing import Any
from uuid import UUID

from accord.base import registry
from accord.base.people.rules import Actor

from .. import queries
from ..models import Risk
from .ending import end_risk, record_event


def end_with(*, by: Actor, risk_id: UUID, words: str, event_id: UUID | None = None, happened: dict[str, Any] | None = None) -> Risk:
    """happened: what came true, as `record_event` takes it, of the goal and the work of the warning; None where it is written down, or did not."""
    with registry.acting(by, "risks.end_risk"):
        if happened is not None:
            row = queries.risk(risk_id)
            happened = {"goal_id": row.goal.goal_id if row.goal else None, "initiative_id": row.initiative_id, **happened}
            event_id = record_event(by=by, **happened)
        return end_risk(by=by, risk_id=risk_id, event_id=event_id, words=words)
