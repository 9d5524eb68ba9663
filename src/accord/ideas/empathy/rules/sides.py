"""What marks say without guesses: how far two sides are apart, what matters most to one, where people or groups differ. From histograms alone.

A histogram is how many gave each of the five marks; None where it may not be shown. Where all of them gave the same mark a figure would be
everybody's answer: such an item is only said to have no spread, and counts for nothing here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from .coorientation import TAU
from .counts import Histogram, column_means, ratings
from .disagreement import disagreement
from .estimates import SCALE, Estimate, Numbers
from .ranks import ITEMS, tau_b

RANGE = SCALE[1] - SCALE[0]
WIDE = (-RANGE, RANGE)
A_CAMP = 1 / 3  # of van der Eijk's A: above it people are one camp, below the same under nought two. Our choice, no source gives it
DRAWS, SEED = 200, 7


class Distance(StrEnum):
    """The order in which items are shown."""

    APART = "apart"
    NOT_CLEAR = "not_clear"
    IN_ACCORD = "in_accord"


class Camps(StrEnum):
    ONE = "one"
    SPREAD = "spread"
    TWO = "two"


@dataclass(frozen=True)
class Pair:
    """Two sides on one item, by its place. gap: a less b. distance: apart or in accord when the whole interval of the gap says so."""

    place: int
    a: Estimate
    b: Estimate
    gap: Estimate
    distance: Distance


@dataclass(frozen=True)
class Single:
    """One side on one item. estimate None: all gave the same mark, which is not shown. half: of its interval, not cut at the scale's ends."""

    place: int
    estimate: Estimate | None
    half: float
    n: int
    camps: Camps


@dataclass(frozen=True)
class Furthest:
    """The two groups furthest apart on an item. surely: the interval of their gap leaves nought out."""

    place: int
    low: str
    high: str
    low_mark: Estimate
    high_mark: Estimate
    gap: Estimate
    surely: bool


def pairs(a: Sequence[Histogram], b: Sequence[Histogram]) -> tuple[list[Pair], list[int]]:
    """Items of which both sides are shown, the widest apart first; and the places of those one side gave one mark only."""
    one, other = column_means(a), column_means(b)
    gap, limit = one.less(other), TAU * RANGE
    found, alike = list[Pair](), list[int]()
    for place in np.flatnonzero((one.n > 0) & (other.n > 0)).tolist():
        if one.alike[place] or other.alike[place]:
            alike.append(place)
            continue
        size, half = abs(gap.value[place]), gap.half[place]
        distance = Distance.IN_ACCORD if size + half <= limit else Distance.APART if size - half > limit else Distance.NOT_CLEAR
        found.append(Pair(place, one.at(place, SCALE), other.at(place, SCALE), gap.at(place, WIDE), distance))
    order = list(Distance)
    return sorted(found, key=lambda each: (order.index(each.distance), -abs(each.gap.value), each.place)), alike


def apart_key(found: Sequence[Pair]) -> str:
    """What to say first: `most_apart` (more than half of the items) · `some_apart` · `all_in_accord` · `mostly_in_accord` (more than half, and
    none apart) · `not_clear` · `too_few_answers` without any item."""
    if not found:
        return "too_few_answers"
    apart, near = (sum(one.distance is kind for one in found) for kind in (Distance.APART, Distance.IN_ACCORD))
    if apart:
        return "most_apart" if apart > len(found) / 2 else "some_apart"
    if near == len(found):
        return "all_in_accord"
    return "mostly_in_accord" if near > len(found) / 2 else "not_clear"


def singles(marks: Sequence[Histogram]) -> list[Single]:
    """Items that are shown, what matters most first; those without spread after them, in their own order, so that it tells nothing."""
    means = column_means(marks)
    found = [
        Single(place, None if means.alike[place] else means.at(place, SCALE), float(means.half[place]), int(means.n[place]), _camps(marks[place]))
        for place in np.flatnonzero(means.n).tolist()
    ]
    return sorted(found, key=lambda one: (one.estimate is None, -one.estimate.value if one.estimate else 0, one.place))


def _camps(marks: Histogram) -> Camps:
    agreement = disagreement(ratings(marks), k=1).agreement or 0.0
    return Camps.ONE if agreement > A_CAMP else Camps.TWO if agreement < -A_CAMP else Camps.SPREAD


def first_key(found: Sequence[Single]) -> tuple[str, int]:
    """What to say first of one side, with how many more it may be true of: `first` (one thing surely matters most) · `first_few` (so many
    cannot be told from it, and the most are surely behind) · `not_clear` · of a single thing `high`, `low` or `not_clear_one` · `no_spread` ·
    `too_few_answers`. The people behind two marks are the same, so what is taken for chance here is rather too much than too little."""
    told = [(one.estimate, one.half) for one in found if one.estimate]
    if not told:
        return ("no_spread" if found else "too_few_answers"), 0
    if len(told) == 1:
        middle, (one, _half) = sum(SCALE) / 2, told[0]
        return ("high" if one.low > middle else "low" if one.high < middle else "not_clear_one"), 0
    (top, its), *others = told
    level = sum(bool(top.value - one.value <= np.hypot(its, half)) for one, half in others)
    if not level:
        return "first", 0
    return ("first_few" if 2 * (level + 1) <= len(told) else "not_clear"), level


def furthest(groups: Mapping[str, Sequence[Histogram]], items: int, *, most: int = 10) -> list[Furthest]:
    """On which items groups differ most: what is sure first, then the wide. A group without spread is left out of an item."""
    means = {name: column_means(marks) for name, marks in groups.items()}
    found = []
    for place in range(items):
        told = sorted((one.value[place], name) for name, one in means.items() if place < len(one.n) and one.n[place] and not one.alike[place])
        if len(told) < 2:
            continue
        low, high = told[0][1], told[-1][1]
        gap = means[high].less(means[low])
        estimate = gap.at(place, WIDE)
        found.append(Furthest(place, low, high, means[low].at(place, SCALE), means[high].at(place, SCALE), estimate, estimate.low > 0))
    return sorted(found, key=lambda one: (not one.surely, -one.gap.value, one.place))[:most]


def same_order(a: Sequence[Histogram], b: Sequence[Histogram]) -> Estimate | None:
    """Whether both sides put the items in the same order: tau-b of their means, 1 the same order, -1 turned round. The interval is from
    drawing the marks of each item again; it does not know that a person's marks belong together. None under four items. n: of items."""
    which = [place for place, (one, other) in enumerate(zip(a, b, strict=False)) if one and other]
    if len(which) < ITEMS:
        return None
    counts = [np.array([marks[place] for place in which], dtype=float) for marks in (a, b)]
    value = tau_b(*(_mean(one) for one in counts))
    if value is None:
        return None
    value = min(1.0, max(-1.0, value))
    chance = np.random.default_rng(SEED)
    drawn = [_mean(np.stack([chance.multinomial(int(row.sum()), row / row.sum(), size=DRAWS) for row in one], axis=1)) for one in counts]
    taus = np.array([tau for one, other in zip(*drawn, strict=True) if (tau := tau_b(one, other)) is not None])
    low, high = np.quantile(taus - np.median(taus), [0.05, 0.95]) if taus.size else (-1.0, 1.0)
    return Estimate(value, max(-1.0, float(value + low)), min(1.0, float(value + high)), len(which))


def _mean(counts: Numbers) -> Numbers:
    return np.asarray(counts @ np.arange(1, counts.shape[-1] + 1) / counts.sum(axis=-1))
