"""Distributions, each as its quantile function and as a table of stratum means.

The engine never draws from a distribution. It cuts it into n strata of equal probability, keeps the exact
mean of each, and permutes those means (draws.py): marginal means are exact at any n, heavy tails are tamed,
and no quantile function is called per draw. Closed forms are used where the family has one.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import scipy
from numpy.typing import NDArray

Values = NDArray[np.float64]

# Gauss-Legendre points inside a stratum, for families without a closed form for the partial mean.
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(4)
_FINE = np.polynomial.legendre.leggauss(64)


def _edges(n: int) -> Values:
    return np.arange(n + 1) / n


def _z(u: Values) -> Values:
    return np.asarray(scipy.special.ndtri(u))


def _density(z: Values) -> Values:
    out = np.exp(-0.5 * z * z) / math.sqrt(2 * math.pi)
    return np.where(np.isfinite(z), out, 0.0)


@dataclass(frozen=True)
class Distribution:
    """One uncertain number. Subclasses give `quantile` (u in (0,1) -> value, vectorised) and `mean`."""

    @property
    def mean(self) -> float:
        raise NotImplementedError

    def quantile(self, u: Values) -> Values:
        raise NotImplementedError

    @property
    def discrete(self) -> bool:
        return False

    def strata(self, n: int) -> Values:
        """Means of the n equal-probability strata, lowest first; their average is the mean. Shape (n,)."""
        middle = (np.arange(n)[:, None] + 0.5 + _NODES / 2) / n
        return np.asarray(self.quantile(middle) @ (_WEIGHTS / 2))


@dataclass(frozen=True)
class Fixed(Distribution):
    value: float

    @property
    def mean(self) -> float:
        return self.value

    def quantile(self, u: Values) -> Values:
        return np.full(np.shape(u), self.value)


@dataclass(frozen=True)
class Normal(Distribution):
    centre: float
    sd: float

    @property
    def mean(self) -> float:
        return self.centre

    def quantile(self, u: Values) -> Values:
        return self.centre + self.sd * _z(u)

    def strata(self, n: int) -> Values:
        return self.centre - self.sd * n * np.diff(_density(_z(_edges(n))))


@dataclass(frozen=True)
class Lognormal(Distribution):
    mu: float
    sigma: float

    @property
    def mean(self) -> float:
        return math.exp(self.mu + self.sigma**2 / 2)

    def quantile(self, u: Values) -> Values:
        return np.exp(self.mu + self.sigma * _z(u))

    def strata(self, n: int) -> Values:
        return np.asarray(-self.mean * n * np.diff(scipy.special.ndtr(self.sigma - _z(_edges(n)))))


def by_score(value: Callable[[Values], Values], n: int) -> Values:
    """Stratum means of a quantity given as a function of the normal score: Gauss-Legendre inside each stratum,
    with many more points in the two outermost, which reach to a score of 9."""
    z = np.clip(_z(_edges(n)), -9.0, 9.0)
    out = np.empty(n)
    for inside, nodes, weights in ((slice(1, n - 1), _NODES, _WEIGHTS), ([0, n - 1], *_FINE)):
        low, high = z[:-1][inside], z[1:][inside]
        at = low[:, None] + (nodes + 1) / 2 * (high - low)[:, None]
        weight = _density(at) * weights * ((high - low) / 2)[:, None]
        out[inside] = (value(at) * weight).sum(axis=1) / weight.sum(axis=1)
    return out


class Scored(Distribution):
    """One that is told by its value at each normal score; subclasses give `_at` (score -> value, vectorised)."""

    def _at(self, z: Values) -> Values:
        raise NotImplementedError

    @property
    def mean(self) -> float:
        return float(self.strata(512).mean())

    def quantile(self, u: Values) -> Values:
        return self._at(_z(u))

    def strata(self, n: int) -> Values:
        return by_score(self._at, n)


@dataclass(frozen=True)
class LogitNormal(Scored):
    """A part of `whole`: its log-odds are normal. Closed form from two quantiles."""

    mu: float
    sigma: float
    whole: float = 1.0

    def _at(self, z: Values) -> Values:
        return np.asarray(self.whole * scipy.special.expit(self.mu + self.sigma * z))


@dataclass(frozen=True)
class Uniform(Distribution):
    low: float
    high: float

    @property
    def mean(self) -> float:
        return (self.low + self.high) / 2

    def quantile(self, u: Values) -> Values:
        return self.low + (self.high - self.low) * u

    def strata(self, n: int) -> Values:
        return self.quantile((np.arange(n) + 0.5) / n)


@dataclass(frozen=True)
class Triangular(Distribution):
    low: float
    mode: float
    high: float

    @property
    def mean(self) -> float:
        return (self.low + self.mode + self.high) / 3

    def quantile(self, u: Values) -> Values:
        width = self.high - self.low
        if width == 0:
            return np.full(np.shape(u), self.low)
        turn = (self.mode - self.low) / width
        rising = self.low + np.sqrt(u * width * (self.mode - self.low))
        falling = self.high - np.sqrt((1 - u) * width * (self.high - self.mode))
        return np.where(u < turn, rising, falling)


@dataclass(frozen=True)
class Beta(Distribution):
    a: float
    b: float

    @property
    def mean(self) -> float:
        return self.a / (self.a + self.b)

    def quantile(self, u: Values) -> Values:
        return np.asarray(scipy.special.betaincinv(self.a, self.b, u))

    def strata(self, n: int) -> Values:
        partial = scipy.special.betainc(self.a + 1, self.b, self.quantile(_edges(n)))
        return np.asarray(np.clip(self.mean * n * np.diff(partial), 0.0, 1.0))


@dataclass(frozen=True)
class Gamma(Distribution):
    shape: float
    scale: float

    @property
    def mean(self) -> float:
        return self.shape * self.scale

    def quantile(self, u: Values) -> Values:
        return np.asarray(scipy.special.gammaincinv(self.shape, u)) * self.scale

    def strata(self, n: int) -> Values:
        edges = scipy.special.gammaincinv(self.shape, _edges(n))
        partial = np.where(np.isfinite(edges), scipy.special.gammainc(self.shape + 1, np.where(np.isfinite(edges), edges, 0.0)), 1.0)
        return self.mean * n * np.diff(partial)


@dataclass(frozen=True)
class Pareto(Distribution):
    """Smallest value xm, tail index alpha. The mean exists only for alpha > 1; reading.py refuses the rest."""

    xm: float
    alpha: float

    @property
    def mean(self) -> float:
        return self.xm * self.alpha / (self.alpha - 1)

    def quantile(self, u: Values) -> Values:
        return self.xm * (1 - np.minimum(u, 1 - 1e-16)) ** (-1 / self.alpha)

    def strata(self, n: int) -> Values:
        return -self.mean * n * np.diff((1 - _edges(n)) ** (1 - 1 / self.alpha))


@dataclass(frozen=True)
class StudentT(Distribution):
    df: float
    loc: float
    scale: float

    @property
    def mean(self) -> float:
        return self.loc

    def quantile(self, u: Values) -> Values:
        return self.loc + self.scale * np.asarray(scipy.special.stdtrit(self.df, u))

    def strata(self, n: int) -> Values:
        # integral of t f(t) is -(df + t^2)/(df - 1) f(t): exact partial means wherever the mean exists
        t = scipy.special.stdtrit(self.df, _edges(n)[1:-1])
        nu = self.df
        height = np.exp(scipy.special.gammaln((nu + 1) / 2) - scipy.special.gammaln(nu / 2)) / math.sqrt(nu * math.pi)
        inner = -(nu + t * t) / (nu - 1) * height * (1 + t * t / nu) ** (-(nu + 1) / 2)
        return self.loc + self.scale * n * np.diff(np.concatenate([[0.0], inner, [0.0]]))


@dataclass(frozen=True)
class Discrete(Distribution):
    """A few levels with their chances."""

    values: tuple[float, ...]
    probs: tuple[float, ...]

    @property
    def mean(self) -> float:
        return float(np.dot(self.values, self.probs))

    @property
    def discrete(self) -> bool:
        return True

    def quantile(self, u: Values) -> Values:
        order = np.argsort(self.values, kind="stable")
        reached = np.cumsum(np.asarray(self.probs)[order])[:-1]
        return np.asarray(self.values, dtype=float)[order][np.searchsorted(reached, u, side="right")]

    def strata(self, n: int) -> Values:
        # levels, never blends of two: the chance of a level is off by at most 1/n, and `shifted` spreads that
        return self.shifted(n, 0.5)

    def shifted(self, n: int, shift: float) -> Values:
        return self.quantile((np.arange(n) + shift) / n)


@dataclass(frozen=True)
class Pool(Distribution):
    """Several voices with equal weight: the average of their distributions (linear opinion pool), not of
    their quantiles, so that disagreement widens the pool instead of vanishing in it."""

    voices: tuple[Distribution, ...]

    @property
    def mean(self) -> float:
        return sum(voice.mean for voice in self.voices) / len(self.voices)

    def quantile(self, u: Values) -> Values:
        grid, reached = _pooled(self)
        return np.interp(u, reached, grid)


@lru_cache(maxsize=256)
def _pooled(pool: Pool, m: int = 2048) -> tuple[Values, Values]:
    """The pool's values in order and the chance reached at each: every voice gives m equally likely values."""
    values = np.sort(np.concatenate([voice.strata(m) for voice in pool.voices]))
    return values, (np.arange(len(values)) + 0.5) / len(values)


@lru_cache(maxsize=4096)
def table(distribution: Distribution, n: int) -> Values:
    """`distribution.strata(n)`, kept: tables depend on nothing but the distribution and n. Do not write into it."""
    out = np.ascontiguousarray(distribution.strata(n))
    out.setflags(write=False)
    return out


FAMILIES: dict[str, tuple[Callable[..., Distribution], tuple[str, ...]]] = {
    "normal": (Normal, ("mean", "sd")),
    "lognormal": (Lognormal, ("mu", "sigma")),
    "logitnormal": (LogitNormal, ("mu", "sigma")),
    "beta": (Beta, ("a", "b")),
    "gamma": (Gamma, ("shape", "scale")),
    "uniform": (Uniform, ("low", "high")),
    "triangular": (Triangular, ("low", "mode", "high")),
    "pareto": (Pareto, ("xm", "alpha")),
    "student_t": (StudentT, ("df", "loc", "scale")),
    "discrete": (Discrete, ("values", "probs")),
    "fixed": (Fixed, ("value",)),
}
