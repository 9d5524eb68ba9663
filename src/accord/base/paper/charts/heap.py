"""Twenty equally likely futures as a heap of dots on an axis."""

from __future__ import annotations

import math
from collections.abc import Sequence

from accord.base.paper.axis import Axis
from accord.base.paper.marks import Line, Mark, Stacked

HIGHEST = 6     # dots; a taller heap spreads to its neighbours, so that a row stays a row


def heap(values: Sequence[float], axis: Axis, bins: int = 33, look: str = "") -> tuple[tuple[Stacked, ...], int]:
    """The dots and how many dots high they stand. Bins meet at zero, so a loss is never drawn right of it.
    Without a look, gains are filled (`up`) and losses hollow (`down`)."""
    width = (axis.hi - axis.lo) / bins
    first, last = math.ceil(axis.lo / width - 0.5), math.floor(axis.hi / width - 0.5)
    levels: dict[int, int] = {}
    placed = []
    for value in sorted(values):
        exact = math.floor(value / width)
        wanted = min(exact, -1) if value < 0 else max(exact, 0)
        place = _room(min(last, max(first, wanted)), levels, first, last)
        level = levels.get(place, 0)
        levels[place] = level + 1
        placed.append(Stacked(axis.x((place + 0.5) * width), level, look or ("down" if value < 0 else "up")))
    return tuple(placed), max(levels.values(), default=1)


def _room(wanted: int, levels: dict[int, int], first: int, last: int) -> int:
    """The nearest bin with room, on the same side of zero first."""
    def distance(place: int) -> tuple[bool, int, int]:
        return (place < 0) != (wanted < 0), abs(place - wanted), place
    free = [place for place in range(first, last + 1) if levels.get(place, 0) < HIGHEST]
    return min(free, key=distance, default=wanted)


def gridlines(axis: Axis) -> tuple[Mark, ...]:
    """A hairline at each tick; the one at zero is darker."""
    return tuple(Line(axis.x(t), axis.x(t), 0, None, "zero" if t == 0 else "grid") for t in axis.ticks)
