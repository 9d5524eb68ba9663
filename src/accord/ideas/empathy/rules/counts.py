"""Between what is kept and what is reckoned with."""

from collections.abc import Sequence

import numpy as np
from pydantic import TypeAdapter

from .estimates import SCALE, Estimate, Means, Numbers, means
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
    """The mean of each item, as if every mark stood in a column again."""
    columns = [ratings(one) for one in histograms]
    found = np.full((max(map(len, columns), default=0), len(columns)), np.nan)
    for place, column in enumerate(columns):
        found[: len(column), place] = column
    return means(found, SCALE)


def estimates(histograms: Sequence[Histogram]) -> list[Estimate | None]:
    """The mean of each item with its interval; None for an item that is not shown."""
    found = column_means(histograms)
    return [found.at(place, SCALE) if found.n[place] else None for place in range(len(histograms))]
