"""Curves made for what people say: three values, a floor at zero, a heavy tail that is cut where one would stop."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy

from accord.base.estimate.distributions import Distribution, Scored, Values
from accord.base.estimate.shares import Z90


@dataclass(frozen=True)
class JQPD(Scored):
    """The curve through 5 %, 50 % and 95 % (Johnson quantile-parameterised; C. C. Hadlock and J. E. Bickel, 2017).
    scale: `positive` is their semi-bounded form on logs; `share` the same curve on log-odds of `whole`; `any` on the value itself.
    Every triple low < typical < high has one, and all three values are met exactly."""

    scale: str
    low: float
    typical: float
    high: float
    whole: float = 1.0

    @cached_property
    def _shape(self) -> tuple[float, float, float, float]:
        """start, stretch (lambda), bend (delta), lean (n) on the inner scale; bend 0 is the straight line."""
        low, middle, high = (self._inner(x) for x in (self.low, self.typical, self.high))
        near = min(middle - low, high - middle)
        if (high - low) / (2 * near) - 1 < 1e-9:
            return middle, (high - low) / (2 * Z90), 0.0, 0.0
        bend = math.sinh(math.acosh((high - low) / (2 * near))) / Z90
        lean = 1.0 if high - middle > middle - low else -1.0
        return (low if lean > 0 else high), near / (bend * Z90), bend, lean

    def _inner(self, x: float) -> float:
        if self.scale == "any":
            return x
        return math.log(x) if self.scale == "positive" else math.log(x / (self.whole - x))

    def _at(self, z: Values) -> Values:
        start, stretch, bend, lean = self._shape
        inner = start + stretch * z if bend == 0 else start + stretch * np.sinh(np.arcsinh(bend * z) + np.arcsinh(lean * Z90 * bend))
        if self.scale == "any":
            return np.asarray(inner)
        return np.asarray(np.exp(inner) if self.scale == "positive" else self.whole * scipy.special.expit(inner))


@dataclass(frozen=True)
class Floored(Scored):
    """A lognormal moved down by `shift` and held at 0: for counts and durations that may be nothing."""

    mu: float
    sigma: float
    shift: float

    def _at(self, z: Values) -> Values:
        return np.maximum(np.exp(self.mu + self.sigma * z) - self.shift, 0.0)


@dataclass(frozen=True)
class HeavyTail(Distribution):
    """`body` up to the value `turn`; beyond it a power law with tail index `alpha`, reached with chance `beyond`,
    and cut at `stop`, where spending ends. With alpha of 1 or less only the cut gives it an average."""

    body: Distribution
    turn: float
    stop: float
    beyond: float = 0.05
    alpha: float = 1.0

    @property
    def mean(self) -> float:
        return float(self.strata(4096).mean())

    def quantile(self, u: Values) -> Values:
        left = 1 - np.asarray(u)
        tail = self.turn * (np.minimum(np.maximum(left, 1e-16), self.beyond) / self.beyond) ** (-1 / self.alpha)
        inside = self.body.quantile(np.minimum(u, 1 - self.beyond))
        return np.minimum(np.where(left < self.beyond, tail, np.minimum(inside, self.turn)), self.stop)

    def strata(self, n: int) -> Values:
        means = super().strata(n)
        # strata wholly beyond the stop hold the stop itself, not a sum of weights that is nearly one
        return np.where(self.quantile(np.arange(n) / n + 1e-15) >= self.stop, self.stop, means)
