"""Reference classes: how such projects have gone before, so that an estimate is never taken at its word."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import scipy

from accord.base.estimate.curves import HeavyTail
from accord.base.estimate.distributions import Lognormal, Values

APART, KNOWN_APART = 0.3, 3.0   # how far organisations lie apart, on the log, as if seen on so many of them before any is counted
FEW = 10        # pieces an organisation needs before its level speaks for others
GRID = 400


@dataclass(frozen=True)
class ReferenceClass:
    """Cost as a multiple of the estimate. Below `turn` a lognormal body (mu, sigma of the log); beyond it, with chance
    `beyond`, a power law with tail index `alpha`."""

    title: str
    source: str
    mu: float
    sigma: float
    turn: float
    beyond: float
    alpha: float


# 18 % of IT projects cost more than half as much again; of 23 kinds of project only IT has a tail index of at most 1,
# which has no average of its own. The body is set so that it meets the tail at 1.5 times the estimate.
CLASSES: dict[str, ReferenceClass] = {
    "it projects": ReferenceClass(
        "IT projects, whole", "Flyvbjerg and Gardner 2023; Flyvbjerg and others 2022 and 2025 (power-law overruns, tail index at most 1)",
        mu=0.05, sigma=0.388, turn=1.5, beyond=0.18, alpha=1.0),
}


def overrun(found: ReferenceClass, stop: float) -> HeavyTail:
    """Cost as a multiple of the estimate, cut at `stop` (1 or more), where one would stop spending."""
    return HeavyTail(Lognormal(found.mu, found.sigma), found.turn, stop, found.beyond, found.alpha)


@dataclass(frozen=True)
class Others:
    """Work that is not the organisation's own, on logs: what it came to less `slope` times what was foreseen. Organisations have levels that lie
    `apart` (a standard deviation) about `middle`; `around` is how single pieces lie about their organisation's level, lowest first."""

    slope: float
    middle: float
    apart: float
    around: Values

    @property
    def noise(self) -> float:
        """Standard deviation of one piece about its level, without the far tail."""
        low, high = np.quantile(self.around, [0.1, 0.9])
        return float(high - low) / 2.563

    def seen(self, level: float, pieces: float) -> Others:
        """The same for an organisation of which so many pieces lay about `level`: the more there are, the nearer to it and the less spread."""
        trust = pieces * self.apart**2 / (pieces * self.apart**2 + self.noise**2)
        return replace(self, middle=self.middle + trust * (level - self.middle), apart=self.apart * math.sqrt(1 - trust))

    @cached_property
    def left(self) -> Values:
        """Equally likely values of what came less slope times what was foreseen, lowest first."""
        steps = self.apart * scipy.special.ndtri((np.arange(21) + 0.5) / 21)
        every = np.sort((self.middle + self.around[:, None] + steps[None, :]).ravel())
        return np.quantile(every, (np.arange(GRID) + 0.5) / GRID)


def logs(pairs: Iterable[tuple[float, float]]) -> tuple[Values, Values]:
    """Logs of what was foreseen and of what it came to."""
    found = np.log(np.array(list(pairs), dtype=float).reshape(-1, 2))
    return found[:, 0], found[:, 1]


def tilt(size: Values, came: Values, weight: Values, held: float, firmly: float = 20.0) -> float:
    """The slope of what came on what was foreseen, both logs; with little to go by it stays where it was held."""
    if not len(size):
        return held
    x, y = size - np.average(size, weights=weight), came - np.average(came, weights=weight)
    return float(((weight * x * y).sum() + firmly * held) / ((weight * x * x).sum() + firmly))


def published(found: ReferenceClass | None = None) -> Others:
    """A published class of overruns. Beyond a thousand times the estimate nothing is looked at."""
    curve = overrun(found or CLASSES["it projects"], 1000.0)
    around = np.log(curve.quantile((np.arange(GRID) + 0.5) / GRID))
    return Others(1.0, float(np.median(around)), APART, around - np.median(around))


def others(organisations: Iterable[Iterable[tuple[float, float]]]) -> Others:
    """A class made of other organisations' finished work, (foreseen, actual) of each in the same units: one slope for all, each with a level of its
    own, and an organisation never seen anywhere near those levels. Raises ValueError when there is none."""
    found = [logs(pairs) for pairs in organisations]
    found = [(size, came) for size, came in found if len(size)]
    x, y = (np.concatenate([part - part.mean() for part in parts]) for parts in zip(*found, strict=True))
    slope = tilt(x, y, np.ones(len(x)), 1.0, 1.0)
    told = [(size, came) for size, came in found if len(size) >= FEW] or found
    levels = np.array([came.mean() - slope * size.mean() for size, came in told])
    trust = np.array([len(size) / (len(size) + FEW) for size, _ in told])
    middle = float(np.average(levels, weights=trust))
    apart = math.sqrt((KNOWN_APART * APART**2 + float((trust * (levels - middle) ** 2).sum())) / (KNOWN_APART + max(float(trust.sum()) - 1, 0.0)))
    return Others(slope, middle, apart, np.sort(y - slope * x))
