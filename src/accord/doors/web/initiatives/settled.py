"""What was decided about each initiative of a list, and what comes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import clock
from accord.base.people.rules import Actor
from accord.doors.web import days
from accord.ideas.goals.rules import Stage
from accord.ideas.worth.models import Decision
from accord.ideas.worth.queries.decision import headline, newest
from accord.ideas.worth.rules.decision import Outcome


@dataclass(frozen=True)
class Settled:
    """option: the path that was taken, empty where none was; next: what comes now, as one or two short lines; review_on: the day to look
    again, while it lies ahead."""

    option: str
    next: tuple[str, ...]
    review_on: date | None


def settled(*, by: Actor, stages: Iterable[tuple[UUID, Stage]]) -> dict[UUID, Settled]:
    """By initiative, those that were decided: one query. stages: how far each came."""
    where = dict(stages)
    found = newest() if where and by.may("decisions.read") else []
    return {row.initiative_id: Settled(row.option, tuple(_next(row, where[row.initiative_id])), _ahead(row)) for row in found if row.initiative_id in where}


def _ahead(row: Decision) -> date | None:
    return row.review_on if row.review_on and row.review_on > clock.today() else None


def _next(row: Decision, stage: Stage) -> Iterable[str]:
    if row.decided is Outcome.NOT_WORTH_SOLVING:
        yield headline(row)
        return
    if stage is Stage.DECISION and row.decided.does_something:
        yield _("to be handed over")
    if ahead := _ahead(row):
        yield _("we look again on %(day)s") % {"day": days.plain(ahead)}
    elif row.review_on:
        yield _("to be looked at again")
    elif stage is not Stage.DECISION:
        yield _("decided, with no day to look again")
