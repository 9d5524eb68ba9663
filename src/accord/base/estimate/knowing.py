"""What an exact answer would be worth (EVPPI), for every quantity and for any group of them.

One quantity: the option values are averaged over bins of the quantity's rank (no sorting: the inverse ranks
say which runs fall where), and a small orthonormal basis smooths the bins; its size is chosen by generalised
cross-validation. Where the smooth basis leaves more than the replicate noise, a step or a kink it cannot follow,
the bin means themselves are used. The plug-in answer is biased up and the value of the policy learnt on the other
replicates is biased down; where they differ the answer is their mean and the difference is in the error.

Groups, and answers about several quantities at once, are in together.py.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import special

from accord.base.estimate.distributions import Discrete, Distribution, Normal, Values, table
from accord.base.estimate.draws import scores
from accord.base.estimate.runs import Figure, Runs, figure

BINS, BASIS = 256, 12
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
    columns += [np.maximum(z - knot, 0) for knot in special.ndtri(np.linspace(0.03, 0.97, BASIS))]
    q, r = np.linalg.qr(np.stack(columns, axis=1))
    size = np.abs(np.diag(r))
    kept = q[:, size > 1e-7 * size.max()][:, :BASIS]
    if kept.shape[1] < BASIS:
        kept = np.pad(kept, ((0, 0), (0, BASIS - kept.shape[1])))
    return np.ascontiguousarray(kept)


def _gain(means: Values, overall: Values) -> Values:
    """Value of choosing per bin over choosing once. means: (..., D-1, bins) against option 0; overall: (..., D-1)."""
    return np.asarray(np.maximum(means.max(axis=-2), 0).mean(axis=-1) - np.maximum(overall.max(axis=-1), 0))


def _policy_value(fitted_elsewhere: Values, bins: Values, best: Values) -> Values:
    """What the policy learnt elsewhere earns here. fitted_elsewhere, bins: (R, d, D-1, bins);
    best: (d, D) one-hot of the option best overall, option 0 first."""
    zero = np.zeros_like(bins[:, :, :1])
    here = np.concatenate([zero, bins], axis=2)
    choice = np.concatenate([zero, fitted_elsewhere], axis=2).argmax(axis=2)
    earned = np.take_along_axis(here, choice[:, :, None], axis=2)[:, :, 0].mean(axis=-1)
    return np.asarray(earned - (here.mean(axis=-1) * best).sum(axis=-1))


def binned(runs: Runs, bins: int = BINS) -> Values:
    """Mean increments per bin of each quantity's rank: (R, d, D-1, bins)."""
    replicates, d, n = runs.inverse.shape
    width = n // bins
    out = np.empty((replicates, d, runs.increments.shape[1], bins))
    for r in range(replicates):
        order = np.ascontiguousarray(runs.inverse[r].reshape(d, bins, width).transpose(2, 0, 1))
        increments = runs.increments[r]
        for option in range(increments.shape[0]):
            total = increments[option][order[0]]
            for k in range(1, width):
                total += increments[option][order[k]]
            out[r, :, option] = total / width
    return out


@dataclass(frozen=True)
class Learned:
    """What each quantity tells about the options, per bin of its rank, as increments against option 0.
    means: (R, d, D-1, bins) as drawn; shown: (d, D-1, bins) the best picture of them; policy: (R, d, D-1, bins) the picture
    learnt on the other replicates; overall: (d, D-1); best: (d, D) one-hot; rough: (d,) where the bin means themselves are shown."""

    means: Values
    shown: Values
    policy: Values
    overall: Values
    best: Values
    rough: NDArray[np.bool_]


def learn(runs: Runs) -> Learned:
    """Needs two options and one quantity at least."""
    bins = min(BINS, runs.effort.runs)
    means = binned(runs, bins)                                          # R, d, D-1, bins
    replicates = means.shape[0]
    basis = np.stack([_basis(quantity.distribution, bins) for quantity in runs.case.quantities])      # d, bins, k
    coefficients = np.einsum("rdob,dbk->rdok", means, basis, optimize=True)
    pooled, average = coefficients.mean(axis=0), means.mean(axis=0)     # d, D-1, k / d, D-1, bins

    # how many basis vectors: generalised cross-validation on the mean of replicates
    size = np.arange(1, BASIS + 1)
    left = np.maximum((average**2).sum(axis=-1)[..., None] - np.cumsum(pooled**2, axis=-1), 0).sum(axis=1)      # d, k
    used = np.maximum((left / (bins - size) ** 2).argmin(axis=1) + 1, 2)
    mask = (np.arange(BASIS) < used[:, None])[:, None, :]               # d, 1, k
    pooled, coefficients = pooled * mask, coefficients * mask
    fitted = np.einsum("dok,dbk->dob", pooled, basis, optimize=True)

    noise = (means.var(axis=0, ddof=1) / replicates).mean(axis=-1).sum(axis=1)
    misfit = ((average - fitted) ** 2).mean(axis=-1).sum(axis=1)
    rough = misfit > LACK_OF_FIT * noise                                # d

    elsewhere = (coefficients.sum(axis=0) - coefficients) / (replicates - 1)
    smooth_policy = np.einsum("rdok,dbk->rdob", elsewhere, basis, optimize=True)
    rough_policy = (means.sum(axis=0) - means) / (replicates - 1)
    overall = average.mean(axis=-1)                                     # d, D-1 (the same for every quantity up to rounding)
    best = np.zeros((len(overall), overall.shape[1] + 1))
    best[:, runs.best] = 1.0
    return Learned(means, np.where(rough[:, None, None], average, fitted),
                   np.where(rough[None, :, None, None], rough_policy, smooth_policy), overall, best, rough)


def _worth(learned: Learned) -> list[Figure]:
    """Value of choosing after seeing the bin, for each quantity of `learned`."""
    dust = 1e-12 * float(np.abs(learned.shown).max(initial=0.0))
    high = _gain(learned.shown, learned.overall)
    high = np.where(high > dust, high, 0.0)
    low = _policy_value(learned.policy, learned.means, learned.best)    # R, d
    out: list[Figure] = []
    for i, rough in enumerate(learned.rough):
        spread, under = float(low[:, i].std(ddof=1)) / math.sqrt(len(low)), float(low[:, i].mean())
        if rough:
            out.append(Figure(max(0.5 * (float(high[i]) + under), 0.0), max(spread, abs(float(high[i]) - under) / 2)))
        else:
            out.append(Figure(max(float(high[i]), 0.0), spread))
    return out


def singles(runs: Runs, learned: Learned | None = None) -> list[Figure]:
    """EVPPI of each quantity, in the case's order."""
    case = runs.case
    if runs.values.shape[1] < 2 or not case.quantities:
        return [Figure(0.0, 0.0)] * len(case.quantities)
    return [_by_level(runs, quantity.name) if isinstance(quantity.distribution, Discrete) else worth
            for quantity, worth in zip(case.quantities, _worth(learned or learn(runs)), strict=True)]


@lru_cache(maxsize=128)
def _kernel(rho: float, bins: int) -> Values:
    """Chance that the quantity lies in bin b when the answer is in bin s, for an answer whose normal score
    correlates `rho` with the truth's. Rows and columns each add up to one. (bins, bins)"""
    edges = special.ndtri(np.arange(bins + 1) / bins)
    spread = math.sqrt(max(1 - rho * rho, 1e-12))
    found = np.diff(special.ndtr((edges[None, :] - rho * scores(bins)[:, None]) / spread), axis=1)
    for _ in range(4):
        found /= found.sum(axis=0, keepdims=True)
        found /= found.sum(axis=1, keepdims=True)
    return np.asarray(found)


def answer(learned: Learned, place: int, rho: float) -> Figure:
    """What a realistic answer about one quantity is worth (EVSI): the answer's normal score correlates `rho` (0 to 1) with the truth's."""
    mixing = _kernel(round(min(max(rho, 0.0), 1.0), 6), learned.shown.shape[-1]).T
    one = slice(place, place + 1)
    return _worth(Learned(learned.means[:, one] @ mixing, learned.shown[one] @ mixing, learned.policy[:, one] @ mixing,
                          learned.overall[one], learned.best[one], learned.rough[one]))[0]


def _by_level(runs: Runs, name: str) -> Figure:
    """EVPPI of a discrete quantity: option means per level, weighted by how often the level came up."""
    drawn = runs.draws[name]
    levels, place = np.unique(drawn, return_inverse=True)
    place = place.reshape(drawn.shape)
    counts = np.array([np.bincount(p, minlength=len(levels)) for p in place], dtype=float)       # R, L
    sums = np.array([[np.bincount(p, weights=v, minlength=len(levels)) for v in values]
                     for p, values in zip(place, runs.values, strict=True)])                     # R, D, L
    share = counts.sum(axis=0) / counts.sum()
    means = sums.sum(axis=0) / counts.sum(axis=0)
    value = float(means.max(axis=0) @ share) - float((means @ share).max())
    each = (sums.max(axis=1).sum(axis=1) / counts.sum(axis=1)) - runs.option_means[:, runs.best]
    return Figure(max(value, 0.0), figure(each).se)
