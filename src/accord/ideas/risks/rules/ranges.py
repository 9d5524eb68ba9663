"""Likelihood and impact of many warnings as arrays, and what each puts at stake."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from accord.base.estimate.shares import Z90

Values = NDArray[np.float64]
SURE = 1e-4  # nothing is nearer to never or to always than this, where somebody gave a range
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(15)


class Band(NamedTuple):
    """A figure and where it lies, nine times in ten."""

    low: float
    mid: float
    high: float


@dataclass(frozen=True)
class Ranges:
    """One entry for each warning: chance from 0 to 1, loss above 0, each from and to nine times in ten, the same twice where it is known."""

    chance_low: Values
    chance_high: Values
    loss_low: Values
    loss_high: Values

    @classmethod
    def of(cls, rows: Iterable[tuple[float, float, float, float]]) -> "Ranges":
        """rows: chance_low, chance_high, loss_low, loss_high."""
        return cls.of_table(np.array(list(rows), dtype=np.float64).reshape(-1, 4))

    @classmethod
    def of_table(cls, table: Values) -> "Ranges":
        """The same four as columns."""
        return cls(*(np.ascontiguousarray(column) for column in table.T))

    def __len__(self) -> int:
        return len(self.chance_low)

    @cached_property
    def chance(self) -> Values:
        """The mean of each chance, its range read as the engine reads a chance: bell-shaped as log odds."""
        low, high = (np.clip(end, SURE, 1 - SURE) for end in (self.chance_low, self.chance_high))
        low, high = np.log(low / (1 - low)), np.log(high / (1 - high))
        mean, spread = np.zeros(len(self)), (high - low) / (2 * Z90)
        for node, weight in zip(_NODES, _WEIGHTS / _WEIGHTS.sum(), strict=True):
            mean += weight / (1 + np.exp(-((low + high) / 2 + spread * node)))
        return np.where(self.chance_low == self.chance_high, self.chance_low, np.clip(mean, self.chance_low, self.chance_high))

    @cached_property
    def log_middle(self) -> Values:
        return np.asarray((np.log(self.loss_low) + np.log(self.loss_high)) / 2)

    @cached_property
    def log_spread(self) -> Values:
        return np.asarray((np.log(self.loss_high) - np.log(self.loss_low)) / (2 * Z90))

    @cached_property
    def mean_loss(self) -> Values:
        """What each costs on average, if it comes true: its range read as lognormal."""
        return np.asarray(np.exp(self.log_middle + self.log_spread**2 / 2))

    def stakes(self) -> tuple[Values, Values, Values]:
        """What each puts at stake on average: with every chance at its low end, as it is, and at its high end."""
        loss = self.mean_loss
        return self.chance_low * loss, self.chance * loss, self.chance_high * loss
