"""What an exact answer would be worth (EVPPI), for every quantity and for any group of them.

One quantity: the option values are averaged over bins of the quantity's rank (no sorting: the inverse ranks
say which runs fall where), and a small orthonormal basis smooths the bins; its size is chosen by generalised
cross-validation. Where the smooth basis leaves more than the replicate noise, a step or a kink it cannot follow,
the bin means themselves are used. The other quantities' own effects are taken out first (easing.py). The plug-in
answer is biased up and the value of the policy learnt on the other replicates is biased down; where they differ the
answer is their mean and the difference is in the error.

Groups, and answers about several quantities at once, are in together.py.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
import scipy
from numpy.typing import NDArray

from accord.base.estimate.distributions import Discrete, Distribution, Normal, Values, table
from accord.base.estimate.draws import Ranks, cut, order, scores
from accord.base.estimate.easing import Eased, eased
from accord.base.estimate.even import Averages, averages
from accord.base.estimate.runs import Figure, Runs, batches, figure, strata

BINS, BASIS = 256, 12
LEVELS = 64              # a discrete quantity with more is treated as a continuous one
LACK_OF_FIT = 3.0        # times the replicate noise before bin means replace the smooth basis


@lru_cache(maxsize=1024)
def _basis(distribution: Distribution, bins: int) -> Values:
    """Orthonormal on equal-weight bins, nested from smooth to rough: 1, x, Hermite in z, hinges. (bins, BASIS)"""
    x, z = table(distribution, bins), table(Normal(0, 1), bins)
    columns = [np.ones(bins)]
    if np.ptp(x) > 0:
        columns.append((x - x.mean()) / x.std())
    hermite = [np.ones(bins), z]
    for k in range(1, 4):
        hermite.append((z * hermite[k] - math.sqrt(k) * hermite[k - 1]) / math.sqrt(k + 1))
    columns += hermite[1:]
    columns += [np.maximum(z - knot, 0) for knot in scipy.special.ndtri(np.linspace(0.03, 0.97, BASIS))]
    q, r = np.linalg.qr(np.stack(columns, axis=1))
    size = np.abs(np.diag(r))
    kept = q[:, size > 1e-7 * size.max()][:, :BASIS]
    if kept.shape[1] < BASIS:
        kept = np.pad(kept, ((0, 0), (0, BASIS - kept.shape[1])))
    return np.ascontiguousarray(kept)


def _gain(means: Values, best: int) -> Values:
    """Value of choosing per bin over choosing once. means: (..., D-1, bins) against option 0."""
    return np.asarray(np.maximum(means.max(axis=-2), 0).mean(axis=-1) - (means[..., best - 1, :].mean(axis=-1) if best else 0.0))


def _policy_value(fitted_elsewhere: Values, bins: Values, best: int) -> Values:
    """What the policy learnt elsewhere earns here over the option that is best overall. fitted_elsewhere, bins: (R, d, D-1, bins). Shape (R, d)."""
    earned, top = np.zeros(bins.shape[:2] + bins.shape[3:]), np.zeros(bins.shape[:2] + bins.shape[3:])
    for option in range(bins.shape[2]):
        better = fitted_elsewhere[:, :, option] > top
        np.copyto(earned, bins[:, :, option], where=better)
        np.maximum(top, fitted_elsewhere[:, :, option], out=top)
    return np.asarray(earned.mean(axis=-1) - (bins[:, :, best - 1].mean(axis=-1) if best else 0.0))


def ordered(runs: Runs, bins: int, which: slice) -> Ranks:
    """The runs of the replicates `which` in the order of each quantity, cut into bins: (R, n/bins, d, bins), the first runs of all bins first."""
    case, effort = runs.case, runs.effort
    linked = case.correlation.names if case.correlation else ()
    kept = which == slice(0, effort.replicates)
    out = np.empty((which.stop - which.start, effort.runs // bins, len(case.names), bins), dtype=np.int32)
    for k, name in enumerate(case.names):
        out[:, :, k] = order(name, effort.runs, effort.replicates, effort.seed, bins) if kept and name not in linked else cut(runs.rank[which, k], bins)
    return out


def binned(runs: Runs, values: Values, bins: int) -> Values:
    """Mean per bin of each quantity. values: (D-1, R, n). Shape (R, d, D-1, bins)."""
    d, width = len(runs.case.quantities), runs.effort.runs // bins
    out = np.empty((runs.effort.replicates, d, len(values), bins))
    total, one = np.empty((d, bins)), np.empty((d, bins))
    for which in batches(runs.case, runs.effort):
        for r, places in enumerate(ordered(runs, bins, which), which.start):
            for option, value in enumerate(values[:, r]):
                value.take(places[0], out=total, mode="clip")
                for k in range(1, width):
                    total += value.take(places[k], out=one, mode="clip")
                np.multiply(total, 1 / width, out=out[r, :, option])
    return out


@dataclass(frozen=True)
class Learned:
    """What each quantity tells about the options, per bin of its rank, as increments against option 0.
    means: (R, d, D-1, bins) as drawn, eased; shown: (d, D-1, bins) the best picture of them; policy: (R, d, D-1, bins) the picture
    learnt on the other replicates; rough: (d,) where the bin means themselves are shown.
    eased: the runs without the quantities' own effects; averages: of the options, and of the best; ordered: names, most telling first."""

    means: Values
    shown: Values
    policy: Values
    rough: NDArray[np.bool_]
    eased: Eased
    averages: Averages
    ordered: tuple[str, ...]

    @cached_property
    def everything(self) -> Figure:
        """What knowing all quantities is worth (EVPI)."""
        return self.averages.everything


@dataclass(frozen=True)
class _Pictures:
    """As in Learned."""

    means: Values
    shown: Values
    policy: Values
    rough: NDArray[np.bool_]

    @classmethod
    def of(cls, means: Values, effects: Values, basis: Values) -> _Pictures:
        """The smooth fit of the average over replicates, and that of all but each; where the average itself is the better picture, that.
        How many basis vectors: generalised cross-validation on the average. means: eased, is written into; basis: (d, bins, k)."""
        means += effects
        replicates, bins = means.shape[0], means.shape[-1]
        coefficients = means @ basis                                        # R, d, D-1, k
        pooled, average = coefficients.mean(axis=0), means.mean(axis=0)     # d, D-1, k / d, D-1, bins
        size, total = np.arange(1, BASIS + 1), np.einsum("dob,dob->do", average, average)
        left = np.maximum(total[..., None] - np.cumsum(pooled**2, axis=-1), 0).sum(axis=1)      # d, k
        used = np.maximum((left / (bins - size) ** 2).argmin(axis=1) + 1, 2)
        mask = (np.arange(BASIS) < used[:, None])[:, None, :]               # d, 1, k
        noise = (np.einsum("rdob,rdob->d", means, means) / replicates - total.sum(axis=1)) / (replicates - 1)
        rough = np.take_along_axis(left, used[:, None] - 1, axis=1)[:, 0] > LACK_OF_FIT * noise
        elsewhere = (coefficients.sum(axis=0) - coefficients) * (mask / (replicates - 1))
        shown, policy = (pooled * mask) @ basis.swapaxes(1, 2), elsewhere @ basis.swapaxes(1, 2)
        for place in np.flatnonzero(rough):
            shown[place] = average[place]
            policy[:, place] = (means[:, place].sum(axis=0) - means[:, place]) / (replicates - 1)
        return cls(means, shown, policy, rough)


def learn(runs: Runs) -> Learned | None:
    """None with fewer than two options or without a quantity: there is nothing to choose, or nothing to learn. Raises NotFinite."""
    if len(runs.case.options) < 2 or not runs.case.quantities:
        return None
    bins = min(BINS, runs.effort.runs)
    basis = np.stack([_basis(quantity.distribution, bins) for quantity in runs.case.quantities])      # d, bins, k
    free = eased(runs, bins)
    found = averages(runs, free)
    overall = found.means.mean(axis=0)
    # the runs are moved onto the averages, which are known better than these runs tell them
    np.add(free.left, (overall[1:] - overall[0] - free.left.mean(axis=(1, 2)))[:, None, None], out=free.left)
    effects = free.effects(runs)
    pictures = _Pictures.of(binned(runs, free.left, bins), effects, basis)
    if again := free.bent(runs, pictures.shown, effects):
        free, effects = again, again.effects(runs)
        pictures = _Pictures.of(binned(runs, free.left, bins), effects, basis)
    return Learned(pictures.means, pictures.shown, pictures.policy, pictures.rough, free, found, free.ordered(runs, effects))


def _worth(learned: Learned) -> list[Figure]:
    """Value of choosing after seeing the bin, for each quantity of `learned`: the plug-in value; its mean with the policy's where bin means
    are shown, or where the policy earns nothing that the draws can tell (noise alone would make a plug-in value)."""
    dust, best = 1e-12 * float(np.abs(learned.shown).max(initial=0.0)), learned.averages.best
    high = _gain(learned.shown, best)
    high = np.where(high > dust, high, 0.0)
    low = _policy_value(learned.policy, learned.means, best)            # R, d
    spread, under = low.std(axis=0, ddof=1) / math.sqrt(len(low)), low.mean(axis=0)
    between = learned.rough | (under < 2 * spread)
    value = np.maximum(np.where(between, 0.5 * (high + under), high), 0.0)
    error = np.where(between, np.maximum(spread, np.abs(high - under) / 2), spread)
    return [Figure(float(one), float(se)) for one, se in zip(value, error, strict=True)]


def singles(runs: Runs, learned: Learned | None) -> list[Figure]:
    """EVPPI of each quantity, in the case's order: 0 for one that no option depends on, never more than knowing everything.
    learned: None where there is nothing to choose or nothing to learn."""
    case = runs.case
    if learned is None:
        return [Figure(0.0, 0.0)] * len(case.quantities)
    found, top = _worth(learned), learned.everything
    for place, quantity in enumerate(case.quantities):
        if quantity.name not in case.telling:
            found[place] = Figure(0.0, 0.0)
        elif case.used == {quantity.name}:
            found[place] = top
        elif isinstance(quantity.distribution, Discrete) and len(set(quantity.distribution.values)) <= LEVELS:
            found[place] = _by_level(runs, learned, place)
    return [Figure(min(one.value, top.value), one.se) for one in found]


@lru_cache(maxsize=128)
def kernel(rho: float, bins: int) -> Values:
    """Chance that the quantity lies in bin b when the answer is in bin s, for an answer whose normal score
    correlates `rho` with the truth's. Rows and columns each add up to one. (bins, bins)"""
    edges = scipy.special.ndtri(np.arange(bins + 1) / bins)
    spread = math.sqrt(max(1 - rho * rho, 1e-12))
    found = np.diff(scipy.special.ndtr((edges[None, :] - rho * scores(bins)[:, None]) / spread), axis=1)
    for _ in range(4):
        found /= found.sum(axis=0, keepdims=True)
        found /= found.sum(axis=1, keepdims=True)
    return np.asarray(found)


def answer(learned: Learned, place: int, rho: float) -> Figure:
    """What a realistic answer about one quantity is worth (EVSI): the answer's normal score correlates `rho` (0 to 1) with the truth's."""
    mixing = kernel(round(min(max(rho, 0.0), 1.0), 6), learned.shown.shape[-1]).T
    one = slice(place, place + 1)
    return _worth(replace(learned, means=learned.means[:, one] @ mixing, shown=learned.shown[one] @ mixing, policy=learned.policy[:, one] @ mixing,
                          rough=learned.rough[one]))[0]


def _by_level(runs: Runs, learned: Learned, place: int) -> Figure:
    """EVPPI of a quantity with few levels: eased option means per level, weighted by how often the level came up."""
    count = runs.effort.replicates
    drawn = np.stack([strata(runs.case, place, runs.effort.runs, r, count)[runs.rank[r, place]] for r in range(count)])
    levels, at = np.unique(drawn, return_inverse=True)
    at = at.reshape(drawn.shape)
    values = (learned.eased.left + learned.eased.own(runs, place, drawn)).swapaxes(0, 1)                  # R, D-1, n
    seen = np.array([np.bincount(p, minlength=len(levels)) for p in at], dtype=float)                    # R, L
    sums = np.array([[np.bincount(p, weights=v, minlength=len(levels)) for v in each] for p, each in zip(at, values, strict=True)])
    sums = np.concatenate([np.zeros_like(sums[:, :1]), sums], axis=1)                                    # R, D, L
    share, means = seen.sum(axis=0) / seen.sum(), sums.sum(axis=0) / seen.sum(axis=0)
    best = learned.averages.best
    value = float(means.max(axis=0) @ share) - float(means[best] @ share)
    each = sums.max(axis=1).sum(axis=1) / seen.sum(axis=1) - sums[:, best].sum(axis=1) / seen.sum(axis=1)
    return Figure(max(value, 0.0), figure(each).se)
