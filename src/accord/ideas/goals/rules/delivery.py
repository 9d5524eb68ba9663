"""How the delivery of an initiative stands: from what was planned and what is expected, as its notes say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """In the order in which a piece of work goes through them, except that a late one may be in time again."""

    UNPLANNED = "unplanned"  # nobody said by when
    PLANNED = "planned"  # begins later
    UNDER_WAY = "under_way"
    LATE = "late"  # expected after the day that was planned
    OVERDUE = "overdue"  # the day it was expected is over, and nobody said that it is there
    DELIVERED = "delivered"


@dataclass(frozen=True)
class Note:
    """What one note says of the dates; None says nothing about it."""

    starts: date | None = None
    ends: date | None = None
    expected: date | None = None
    delivered: date | None = None


@dataclass(frozen=True)
class Delivery:
    """starts, ends: as planned last; first_ends: as planned first. expected: the newest forecast, or the plan where none was given.

    moved: how often the expected day became a later one. days: between the day planned first and the day expected, or delivered, now;
    below zero when it is earlier; None without a plan."""

    starts: date | None
    ends: date | None
    first_ends: date | None
    expected: date | None
    delivered: date | None
    moved: int
    days: int | None
    state: State


def delivery(notes: Sequence[Note], today: date) -> Delivery:
    """notes: oldest first. What a later note says holds; a note that gives a new plan and no forecast takes the forecast back."""
    starts = ends = first = expected = delivered = None
    moved, before = 0, None
    for note in notes:
        starts, delivered = note.starts or starts, note.delivered or delivered
        if note.ends:
            ends, first, expected = note.ends, first or note.ends, note.expected
        expected = note.expected or expected
        now = expected or ends
        moved += bool(before and now and now > before)
        before = now
    there = delivered or before
    days = (there - first).days if there and first else None
    return Delivery(starts, ends, first, before, delivered, moved, days, _state(starts, ends, before, delivered, today))


def _state(starts: date | None, ends: date | None, expected: date | None, delivered: date | None, today: date) -> State:
    if delivered:
        return State.DELIVERED
    if expected is None:
        return State.UNDER_WAY if starts and starts <= today else State.PLANNED if starts else State.UNPLANNED
    if expected < today:
        return State.OVERDUE
    if ends and expected > ends:
        return State.LATE
    return State.PLANNED if starts and starts > today else State.UNDER_WAY
