"""What an exact answer would be worth (EVPPI), for every quantity and for any group of them.

One quantity: the option values are averaged over bins of the quantity's rank (no sorting: the inverse ranks
say which runs fall where), and a small orthonormal basis smooths the bins; its size is chosen by generalised
cross-validation. Where the smooth basis leaves more than the replicate noise, a step or a kink it cannot follow,
the bin means themselves are used. The plug-in answer is biased up and the value of the policy learnt on the other
replicates is biased down; where they differ the answer is their mean and the difference is in the error.

A group: two levels with one shared inner sample, so that noise common to the options cancels.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from scipy import special

from accord.base.estimate.case import Case
from accord.base.estimate.distributions import Discrete, Distribution, Normal, Values, table
from accord.base.estimate.draws import ranks, scores
from accord.base.estimate.weigh import Effort, Figure, Runs, figure, option_values

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
    return np.maximum(means.max(axis=-2), 0).mean(axis=-1) - np.maximum(overall.max(axis=-1), 0)


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


def singles(runs: Runs) -> list[Figure]:
    """EVPPI of each quantity, in the case's order."""
    case = runs.case
    if runs.values.shape[1] < 2 or not case.quantities:
        return [Figure(0.0, 0.0)] * len(case.quantities)
    bins = min(BINS, runs.effort.runs)
    means = binned(runs, bins)                                          # R, d, D-1, bins
    replicates = means.shape[0]
    basis = np.stack([_basis(quantity.distribution, bins) for quantity in case.quantities])      # d, bins, k
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
    policy = np.where(rough[None, :, None, None], rough_policy, smooth_policy)
    shown = np.where(rough[:, None, None], average, fitted)

    overall = average.mean(axis=-1)                                     # d, D-1 (the same for every quantity up to rounding)
    best = np.zeros((len(overall), overall.shape[1] + 1))
    best[:, runs.best] = 1.0
    high = _gain(shown, overall)
    low = _policy_value(policy, means, best)                            # R, d
    out: list[Figure] = []
    for i, quantity in enumerate(case.quantities):
        if isinstance(quantity.distribution, Discrete):
            out.append(_by_level(runs, quantity.name))
            continue
        spread = float(low[:, i].std(ddof=1)) / math.sqrt(replicates)
        if rough[i]:
            middle = 0.5 * (high[i] + float(low[:, i].mean()))
            out.append(Figure(max(middle, 0.0), max(spread, abs(float(high[i]) - float(low[:, i].mean())) / 2)))
        else:
            out.append(Figure(max(float(high[i]), 0.0), spread))
    return out


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


def group(case: Case, names: tuple[str, ...], effort: Effort) -> Figure:
    """EVPPI of knowing all of `names` together. effort.outer x effort.inner runs per replicate, the inner sample shared.
    The mean of the plug-in value (high) and the value of a choice made on the other half of the inner sample (low)."""
    known = [name for name in case.names if name in names]
    inner = 1 if len(known) == len(case.names) else effort.inner
    each = [_nested(case, known, effort, effort.outer, inner, r) for r in range(effort.replicates)]
    high = np.array([pair[0] for pair in each])
    low = np.array([pair[1] for pair in each])
    middle = figure((high + low) / 2)
    return Figure(max(middle.value, 0.0), middle.se)


def _nested(case: Case, known: list[str], effort: Effort, outer: int, inner: int, replicate: int) -> tuple[float, float]:
    rest = [name for name in case.names if name not in known]
    shape = (outer, inner)
    draws = _conditional(case, known, rest, effort, shape, replicate)
    values = option_values(case, draws, shape)                          # D, outer, inner
    values -= values[:1].copy()
    means = values.mean(axis=2)
    best = means.mean(axis=1).argmax()
    high = float(means.max(axis=0).mean() - means[best].mean())
    if inner == 1:
        return high, high
    first, second = values[:, :, 0::2].mean(axis=2), values[:, :, 1::2].mean(axis=2)
    crossed = [np.take_along_axis(on, by.argmax(axis=0)[None], axis=0).mean() for by, on in ((first, second), (second, first))]
    return high, float(np.mean(crossed) - means[best].mean())


def _conditional(case: Case, known: list[str], rest: list[str], effort: Effort, shape: tuple[int, int], replicate: int) -> dict[str, Values]:
    """Draws for a two-level run: the known quantities down the first axis, the rest along the second; where the
    rest move together with the known ones, over both."""
    outer, inner = shape
    by_name = {quantity.name: quantity.distribution for quantity in case.quantities}
    draws: dict[str, Values] = {}
    linked = set(case.correlation.names) if case.correlation else set()

    def net(names: list[str], n: int, salt: int) -> Values:
        return ranks(tuple(names), n, effort.replicates, effort.seed + salt)[0][replicate]

    known_ranks, rest_ranks = net(known, outer, 7919), net(rest, inner, 104_729)
    for i, name in enumerate(known):
        if name not in linked:
            draws[name] = _at(by_name[name], known_ranks[i], outer, replicate)[:, None]
    for i, name in enumerate(rest):
        if name not in linked:
            draws[name] = _at(by_name[name], rest_ranks[i], inner, replicate)[None, :]
    if not linked:
        return draws

    assert case.correlation is not None
    order = list(case.correlation.names)
    matrix = np.array(case.correlation.matrix)
    known_linked, rest_linked = [n for n in known if n in linked], [n for n in rest if n in linked]
    a, b = [order.index(n) for n in known_linked], [order.index(n) for n in rest_linked]
    z_known = np.zeros((0, outer))
    if known_linked:
        z_known = np.linalg.cholesky(matrix[np.ix_(a, a)]) @ scores(outer)[known_ranks[[known.index(n) for n in known_linked]]]
        for name, z in zip(known_linked, z_known, strict=True):
            draws[name] = by_name[name].quantile(special.ndtr(z))[:, None]
    if rest_linked:
        pull = matrix[np.ix_(b, a)] @ np.linalg.inv(matrix[np.ix_(a, a)]) if known_linked else np.zeros((len(b), 0))
        left = matrix[np.ix_(b, b)] - pull @ matrix[np.ix_(a, b)]
        noise = np.linalg.cholesky(left + 1e-12 * np.eye(len(b))) @ scores(inner)[rest_ranks[[rest.index(n) for n in rest_linked]]]
        centre = pull @ z_known if known_linked else np.zeros((len(b), outer))
        for k, name in enumerate(rest_linked):
            z = centre[k][:, None] + noise[k][None, :]
            draws[name] = by_name[name].quantile(np.clip(special.ndtr(z), 1e-300, 1 - 1e-16))
    return draws


def _at(distribution: Distribution, rank: Values, n: int, replicate: int) -> Values:
    if isinstance(distribution, Discrete):
        return distribution.shifted(n, (replicate % 8 + 0.5) / 8)[rank]
    return table(distribution, n)[rank]
