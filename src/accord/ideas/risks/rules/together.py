"""Many warnings put together, so that a picture of a hundred thousand is as quick as one of a hundred.

Those that weigh most stand for themselves. The others go into groups of like chance, loss and spread. Of the groups, the cheapest that together
come near to a bell curve are the crowd: one number with their exact mean and variance, and their skewness as a shifted gamma.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammainc, ndtr

from .ranges import Ranges, Values

OWN = 64  # so many stand for themselves, and up to twice as many where there are no more
BINS_LOSS, BINS_SPREAD, BINS_CHANCE = 12, 4, np.array([0.05, 0.2, 0.5])
BELOW = np.log(1e4)  # below a ten-thousandth of the dearest, all are of one size
BELL = 0.3  # a crowd is no more skewed than this
STRAIGHT = 0.01  # and below this not skewed at all
FAR = 7.0  # standard deviations below its mean, a crowd has ended


@dataclass(frozen=True)
class Crowd:
    """A great many small ones as one number."""

    mean: float
    sd: float
    skew: float

    @property
    def floor(self) -> float:
        """It is not less than this."""
        lowest = self.mean - FAR * self.sd
        return max(0.0, lowest if self.skew < STRAIGHT else max(lowest, self.mean - 2 * self.sd / self.skew))

    def reached(self, amounts: Values) -> Values:
        """The chance that it is no more than each amount."""
        z = (amounts - self.mean) / self.sd
        if self.skew < STRAIGHT:
            return np.asarray(ndtr(z))
        shape = 4 / self.skew**2
        return np.asarray(gammainc(shape, np.maximum(shape + z * np.sqrt(shape), 0.0)))


@dataclass(frozen=True)
class Together:
    """Single ones (count 1) and groups: how many, their chances (low, mid, high), their loss as lognormal. crowds: low, mid, high, or none."""

    count: Values
    chances: Values  # (3, each)
    middle: Values
    spread: Values
    crowds: tuple[Crowd, Crowd, Crowd] | None = None


def together(risks: Ranges) -> Together:
    """All that can come true."""
    live = risks.chance_high > 0
    chances = np.stack([risks.chance_low, risks.chance, risks.chance_high])[:, live]
    middle, spread = risks.log_middle[live], risks.log_spread[live]
    log_mean = middle + spread**2 / 2
    order = np.lexsort((np.arange(len(middle)), -(np.log(chances[2]) + 3 * log_mean + 3 * spread**2)))  # by the mean cube, which skews most
    own = order if len(order) <= 2 * OWN else order[:OWN]
    rest = order[len(own) :]
    alone = Together(np.ones(len(own)), chances[:, own], middle[own], spread[own])
    return _with_groups(alone, chances[:, rest], log_mean[rest], spread[rest]) if len(rest) else alone


def _with_groups(alone: Together, chances: Values, log_mean: Values, spread: Values) -> Together:
    top = float(log_mean.max())
    sizes = _binned(np.maximum(log_mean, top - BELOW), BINS_LOSS)
    keys = (sizes * BINS_SPREAD + _binned(spread, BINS_SPREAD)) * (len(BINS_CHANCE) + 1) + np.digitize(chances[1], BINS_CHANCE)
    _, group = np.unique(keys, return_inverse=True)

    def total(values: Values) -> Values:
        return np.asarray(np.bincount(group, weights=values))

    loss = np.exp(log_mean - top)  # in units of the dearest, so that cubes stay numbers
    square, cube = loss**2 * np.exp(spread**2), loss**3 * np.exp(3 * spread**2)
    moments = np.array([[total(each) for each in _cumulants(chance, loss, square, cube)] for chance in chances])  # (3 ends, 3 cumulants, groups)
    likely, count = total(chances[1]), np.bincount(group).astype(np.float64)
    mean = total(chances[1] * loss) / likely
    variance = np.maximum(np.log(total(chances[1] * square) / likely) - 2 * np.log(mean), 0.0)
    order = np.argsort(mean, kind="stable")
    crowded = order[: _bell(moments[1][:, order])]
    kept = np.setdiff1d(order, crowded)
    groups = Together(count, np.stack([total(each) / count for each in chances]), np.log(mean) + top - variance / 2, np.sqrt(variance))
    return Together(
        np.concatenate([alone.count, groups.count[kept]]),
        np.concatenate([alone.chances, groups.chances[:, kept]], axis=1),
        np.concatenate([alone.middle, groups.middle[kept]]),
        np.concatenate([alone.spread, groups.spread[kept]]),
        _crowds(moments[:, :, crowded].sum(axis=2), float(np.exp(top))) if len(crowded) else None,
    )


def _cumulants(chance: Values, loss: Values, square: Values, cube: Values) -> tuple[Values, Values, Values]:
    """Of something that costs with this chance, else nothing: mean, variance, third cumulant."""
    return chance * loss, chance * square - (chance * loss) ** 2, chance * cube - 3 * chance**2 * loss * square + 2 * (chance * loss) ** 3


def _bell(cumulants: Values) -> int:
    """How many of the groups, cheapest first, are together no more skewed than a crowd may be."""
    _, variance, third = np.cumsum(cumulants, axis=1)
    fits = np.flatnonzero(third <= BELL * np.maximum(variance, 0.0) ** 1.5)
    return int(fits[-1]) + 1 if len(fits) else 0


def _crowds(cumulants: Values, unit: float) -> tuple[Crowd, Crowd, Crowd]:
    low, mid, high = (_crowd(float(mean), float(variance), float(third), unit) for mean, variance, third in cumulants)
    return low, mid, high


def _crowd(mean: float, variance: float, third: float, unit: float) -> Crowd:
    sd = variance**0.5 if variance > 0 else 0.0
    return Crowd(mean * unit, max(sd, 1e-9 * mean, 1e-12) * unit, min(max(third / sd**3, 0.0), 2.0) if sd > 1e-9 * mean else 0.0)


def _binned(values: Values, bins: int) -> NDArray[np.int64]:
    low, high = values.min(), values.max()
    width = (high - low) / bins or 1.0
    return np.minimum((values - low) / width, bins - 1).astype(np.int64)
