"""Between what is kept and what is reckoned with."""

from collections.abc import Sequence

import numpy as np
from pydantic import TypeAdapter

from .estimates import SCALE, Estimate, Means, Numbers, half_width
from .picture import Picture
from .said import STEPS

Histogram = Sequence[int] | None
PICTURE: TypeAdapter[Picture] = TypeAdapter(Picture)  # to JSON and back


def matrix(people: Sequence[Sequence[int]], items: int) -> Numbers:
    """people x items: their marks, nan where nothing was said."""
    found = np.full((len(people), items), np.nan)
    for row, marks in enumerate(people):
        if marks:
            found[row, : len(marks)] = marks
    return np.where(found == 0, np.nan, found)


def joined(*histograms: Histogram) -> list[int]:
    """Several groups as one; a group that is not shown adds nothing."""
    return np.sum([one for one in histograms if one is not None] or [[0] * STEPS], axis=0, dtype=int).tolist()


def ratings(histogram: Histogram) -> list[int]:
    """One for each person, in order."""
    return np.repeat(np.arange(1, STEPS + 1), histogram or [0] * STEPS).tolist()


def column_means(histograms: Sequence[Histogram]) -> Means:
    """The mean of each item, as `means` has it, from how many gave each mark: as quick for a thousand people as for ten."""
    counts = np.array([one if one is not None else [0] * STEPS for one in histograms], dtype=np.int64).reshape(-1, STEPS)
    steps, n = np.arange(1, STEPS + 1), counts.sum(axis=1)
    few = np.maximum(n, 1)
    value = np.where(n > 0, counts @ steps / few, np.nan)
    squares = np.where(n > 0, (counts * (steps - value[:, None]) ** 2).sum(axis=1), 0.0)
    return Means(value, half_width(squares, few, SCALE), n, (counts > 0).sum(axis=1) == 1)


def estimate(histogram: Histogram) -> Estimate | None:
    """What a group said on the five steps, as one mean. None where it may not be shown, or nobody said anything."""
    return estimates([histogram])[0]


def estimates(histograms: Sequence[Histogram]) -> list[Estimate | None]:
    """The mean of each item with its interval; None for an item that is not shown."""
    found = column_means(histograms)
    return [found.at(place, SCALE) if found.n[place] else None for place in range(len(histograms))]
