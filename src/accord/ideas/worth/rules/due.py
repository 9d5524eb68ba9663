"""What ranges were worth once the truth was there: scored for whoever gave them, and for the organisation as a whole."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accord.base.estimate import scoring
from accord.base.estimate.scoring import Chances, Due, Ranges
from accord.base.estimate.trust import widening

FROM_RANGES, FROM_PEOPLE = 5, 3  # due, given by so many people, before a record of the organisation is told or counts


@dataclass(frozen=True)
class Came:
    """One range beside what came true. who: a key for whoever gave it. chance: it was a chance, and came true (1) or not (0)."""

    low: float
    high: float
    actual: float
    who: str
    whole: float = 1.0
    is_chance: bool = False

    @property
    def held(self) -> bool:
        return self.low <= self.actual <= self.high

    @property
    def due(self) -> Due:
        return Due(self.low, self.high, self.actual)

    @property
    def chance(self) -> tuple[float, int]:
        return (self.low + self.high) / 2 / self.whole, int(self.actual >= self.whole)


@dataclass(frozen=True)
class OurRecord:
    """held of due ranges given here held, between low and high of 100 in the long run; people gave them. by: how much wider ranges are counted."""

    held: int
    due: int
    people: int
    low: float
    high: float
    verdict: str
    by: float

    @property
    def low100(self) -> int:
        return round(100 * self.low)

    @property
    def high100(self) -> int:
        return round(100 * self.high)


def ours(came: Iterable[Came]) -> OurRecord | None:
    """None while too few ranges came due, or too few people gave them: a record of one person is nobody else's business."""
    found = [one for one in came if not one.is_chance]
    people = len({one.who for one in found})
    if len(found) < FROM_RANGES or people < FROM_PEOPLE:
        return None
    told = scored(found)
    held = sum(one.held for one in found)
    assert told is not None
    return OurRecord(held, len(found), people, *told.ci90, told.verdict, widening(held, len(found)))


def scored(came: Sequence[Came]) -> Ranges | None:
    """On logs where every number allows it."""
    due = [one.due for one in came if not one.is_chance]
    if not due:
        return None
    return scoring.ranges(due, log=min(min(one.lo, one.hi, one.actual) for one in due) > 0)


def chances(came: Sequence[Came]) -> Chances | None:
    said = [one.chance for one in came if one.is_chance]
    return scoring.chances([p for p, _ in said], [y for _, y in said]) if said else None


def middle(ranges: Sequence[tuple[float, float]]) -> float:
    """What was foreseen, of several ranges above 0: the middle of all of them, on logs."""
    return math.exp(sum(math.log(low) + math.log(high) for low, high in ranges) / (2 * len(ranges)))
