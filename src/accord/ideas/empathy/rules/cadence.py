"""When a check-in is due, and whom it asks: nobody more often than agreed, and in a large house in turn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from accord.base.people.gate import K

WEEK = timedelta(days=7)
FORTNIGHT = 14


@dataclass(frozen=True)
class Rhythm:
    """Every so many weeks, on a weekday (Monday is 0). least_days: between two asks of one person. most: of one side at a time, None for all."""

    weeks: int = 4
    weekday: int = 0
    least_days: int = FORTNIGHT
    most: int | None = None


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be asked. asked_on: when they last were, in a check-in or in a round."""

    id: UUID
    side: str
    asked_on: date | None = None

    def free_on(self, least_days: int) -> date:
        return date.min if self.asked_on is None else self.asked_on + timedelta(days=least_days)


def whose_turn(people: Iterable[Candidate], today: date, rhythm: Rhythm) -> tuple[Candidate, ...]:
    """Who is asked today: those asked longest ago first, and of each side no more than `most`."""
    found: list[Candidate] = []
    for side in _by_side(people).values():
        free = [one for one in side if one.free_on(rhythm.least_days) <= today]
        found += sorted(free, key=lambda one: (one.asked_on or date.min, one.id))[: rhythm.most]
    return tuple(found)


def enough_from(people: Iterable[Candidate], rhythm: Rhythm) -> date | None:
    """The first day on which enough of both sides may be asked: five of each, or all where there are fewer. None while a side has nobody."""
    sides = _by_side(people)
    if len(sides) < 2:
        return None
    return max(sorted(one.free_on(rhythm.least_days) for one in side)[min(K, len(side)) - 1] for side in sides.values())


def _by_side(people: Iterable[Candidate]) -> Mapping[str, Sequence[Candidate]]:
    sides: dict[str, list[Candidate]] = {}
    for one in people:
        sides.setdefault(one.side, []).append(one)
    return sides


def next_day(rhythm: Rhythm, last: date | None, *, after: date) -> date:
    """The day of the next check-in. last: when the one before was opened. after: it is later than this day, such as the one the rhythm was set on,
    or not before the last day of a pause."""
    if last is None:
        return _weekday_from(after + timedelta(days=1), rhythm.weekday)
    planned = last - timedelta(days=last.weekday()) + rhythm.weeks * WEEK + timedelta(days=rhythm.weekday)
    return planned if planned > after else _weekday_from(after + timedelta(days=1), rhythm.weekday)


def not_before(day: date, earliest: date | None, weekday: int) -> date:
    """The same day, or the first such weekday from the earliest on."""
    return day if earliest is None or earliest <= day else _weekday_from(earliest, weekday)


def _weekday_from(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
