"""What finished work says about the next: foreseen and actual side by side, so that an estimate is never taken at its word.

The next piece of work is as if drawn from a bag. In it lies each of the organisation's own finished pieces, counting the more the later it
was finished and the more alike it is; and, with the weight of `CLASS` pieces, the reference class (references.py). So a client with nothing
finished gets the class, spread further by how far organisations lie apart, and a client with much gets their own record. Then the width is
checked: each own piece against the bag without it, and the ends are moved to where nine in ten would have held.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import scipy

from accord.base.estimate.distributions import Distribution, Values
from accord.base.estimate.references import CLASSES, Others, logs, published, tilt
from accord.base.estimate.shares import Z90

CLASS = 8.0              # so many own pieces the reference class weighs
ALIKE = 0.3              # a piece whose log of size differs by this much counts 0.6
BLUR = 1.0               # how far one single piece stands for its neighbourhood, in standard deviations of such work
NEAR = 30                # where fewer are so near, farther ones count too
OTHER_KIND = 0.2         # what a piece of another kind of work counts
HALF_LIFE = 730.0        # days until a piece counts half
CHECKED = 50.0           # so many pieces the width is trusted before it is checked
LONG = 100               # own pieces before the check may make a band narrower
LATEST = 2000            # own pieces by which it is checked
GRID = 400


@dataclass(frozen=True)
class Finished:
    """foreseen: the estimate, or the size it was judged by; actual: what it came to; both more than 0, always in the same units.
    day: when it was finished, as a day number; kind: of work, in any words."""

    foreseen: float
    actual: float
    day: float = 0.0
    kind: str = ""


@dataclass(frozen=True)
class Recorded(Distribution):
    """Equally likely values, lowest first, and what lies between them."""

    values: tuple[float, ...]

    @property
    def mean(self) -> float:
        return float(np.mean(self.values))

    def quantile(self, u: Values) -> Values:
        return np.interp(u, (np.arange(len(self.values)) + 0.5) / len(self.values), self.values)


@dataclass(frozen=True)
class Bag:
    """Multiples of what was foreseen, as logs, lowest first; reached: the chance up to the middle of each; total: weight in the bag, in pieces."""

    multiples: Values
    reached: Values
    total: float

    def chance(self, log_multiple: float) -> float:
        return float(np.interp(log_multiple, self.multiples, self.reached))


class Outlook:
    """How the next piece of work will go. own: finished by this organisation; rest: the reference class, for estimates the published one;
    today: the day number from which recency counts, by default the last own piece's."""

    def __init__(self, own: Iterable[Finished] = (), rest: Others | None = None, today: float | None = None) -> None:
        pieces = sorted(own, key=lambda piece: piece.day)
        rest = rest or published()
        self.size, self.came = logs((piece.foreseen, piece.actual) for piece in pieces)
        self.kinds = np.array([piece.kind for piece in pieces], dtype=object)
        days = np.array([piece.day for piece in pieces], dtype=float)
        latest = float(days.max(initial=0.0)) if today is None else today
        self.weight = 0.5 ** (np.maximum(latest - days, 0.0) / HALF_LIFE)
        self.slope = tilt(self.size, self.came, self.weight, rest.slope)
        level = float(np.average(self.came - rest.slope * self.size, weights=self.weight)) if pieces else 0.0
        self.rest = rest.seen(level, float(self.weight.sum()))
        self._kept: dict[tuple[float, str], Bag] = {}

    def bag(self, foreseen: float, kind: str = "") -> Bag:
        """Everything that speaks about a piece of this size and kind."""
        size = float(np.log(foreseen))
        if (size, kind) not in self._kept:
            alike = np.exp(-0.5 * ((self.size - size) / self._reach(size)) ** 2)
            own = self.weight * alike * np.where(self.kinds == kind, 1.0, OTHER_KIND)
            mine = self.came - self.slope * self.size + (self.slope - 1) * size
            theirs = self.rest.left + (self.rest.slope - 1) * size
            values = np.concatenate([(mine[:, None] + self._blur).ravel(), theirs])
            weights = np.concatenate([np.repeat(own / len(self._blur), len(self._blur)), np.full(len(theirs), CLASS / len(theirs))])
            levels, at = np.unique(values, return_inverse=True)
            mass = np.bincount(at, weights)
            total = float(mass.sum())
            self._kept[size, kind] = Bag(levels, (np.cumsum(mass) - mass / 2) / total, total)
        return self._kept[size, kind]

    @cached_property
    def _blur(self) -> Values:
        """A few pieces stand for their neighbourhood too, which a long record fills by itself."""
        if len(self.size) >= LONG:
            return np.zeros(1)
        return np.asarray(BLUR * self.rest.noise / np.sqrt(1 + len(self.size)) * scipy.special.ndtri((np.arange(5) + 0.5) / 5))

    def _reach(self, size: float) -> float:
        """How far alike reaches: far enough to find `NEAR` pieces, or all there are."""
        if not len(self.size):
            return ALIKE
        off = np.sort(np.abs(self.size - size))
        return float(max(ALIKE, off[min(NEAR, len(off)) - 1]))

    def own_share(self, foreseen: float, kind: str = "") -> float:
        """The part of the bag that is the organisation's own record, 0 to 1."""
        return 1 - CLASS / self.bag(foreseen, kind).total

    @cached_property
    def stretch(self) -> float:
        """By how much normal scores are stretched so that nine in ten of the own pieces would have held. A short record may only widen."""
        if not len(self.size):
            return 1.0
        outside = np.quantile([self._without(k) for k in range(len(self.size))[-LATEST:]], 0.1)
        count = min(len(self.size), LATEST)
        end = (count * outside + CHECKED * 0.05) / (count + CHECKED)
        found = float(-scipy.special.ndtri(np.clip(end, 1e-4, 0.4)) / Z90)
        return found if count >= LONG else max(found, 1.0)

    def _without(self, k: int) -> float:
        """How far from the nearer end piece k lay, as a chance, in the bag without it."""
        bag = self.bag(float(np.exp(self.size[k])), self.kinds[k])
        reached = bag.chance(self.came[k] - self.size[k]) * bag.total - self.weight[k] / 2
        chance = reached / (bag.total - self.weight[k])
        return min(chance, 1 - chance)

    def multiples(self, foreseen: float, chances: Values, kind: str = "") -> Values:
        """What it comes to as a multiple of what is foreseen, at these chances (each between 0 and 1)."""
        bag = self.bag(foreseen, kind)
        return np.exp(np.interp(scipy.special.ndtr(self.stretch * scipy.special.ndtri(chances)), bag.reached, bag.multiples))

    def band(self, foreseen: float, kind: str = "", held: float = 0.9) -> tuple[float, float]:
        """Low and high, between which `held` of such pieces should end."""
        low, high = foreseen * self.multiples(foreseen, np.array([(1 - held) / 2, (1 + held) / 2]), kind)
        return float(low), float(high)

    def overrun(self, foreseen: float, stop: float, kind: str = "") -> Recorded:
        """As a multiple of what is foreseen, cut at `stop` (1 or more), where one would stop: only the cut gives it an average."""
        values = np.minimum(self.multiples(foreseen, (np.arange(GRID) + 0.5) / GRID, kind), stop)
        return Recorded(tuple(float(value) for value in values))


@dataclass(frozen=True)
class OwnOverrun(Distribution):
    """An overrun as a multiple of the estimate, from a reference class and the organisation's own `finished` work (foreseen, actual), cut at
    `stop`. foreseen: how large the next is; None: as large as the finished ones."""

    reference: str
    stop: float
    finished: tuple[tuple[float, float], ...]
    foreseen: float | None = None

    @cached_property
    def _size(self) -> float:
        return float(np.exp(np.mean(np.log([foreseen for foreseen, _ in self.finished])))) if self.foreseen is None else self.foreseen

    @cached_property
    def _outlook(self) -> Outlook:
        return Outlook((Finished(*pair) for pair in self.finished), published(CLASSES[self.reference]))

    @cached_property
    def _recorded(self) -> Recorded:
        return self._outlook.overrun(self._size, self.stop)

    @property
    def own_share(self) -> float:
        return self._outlook.own_share(self._size)

    @property
    def mean(self) -> float:
        return self._recorded.mean

    def quantile(self, u: Values) -> Values:
        return self._recorded.quantile(u)

    def to_data(self) -> dict[str, Any]:
        told = {"reference": self.reference, "stop": self.stop} | ({} if self.foreseen is None else {"foreseen": self.foreseen})
        return told | {"finished": [{"foreseen": foreseen, "actual": actual} for foreseen, actual in self.finished]}
