"""What knowing several quantities together is worth, exactly (EVPPI) or by realistic answers (EVSI).

Two levels: what is learnt on the outer one, everything else on one inner sample that all outer runs share, so that
noise common to the options cancels. The inner sample comes in two halves, each stratified by itself: the plug-in value
over both is biased up, the value of choosing by one half and earning on the other is biased down, and the answer is
their mean.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy import special

from accord.base.estimate.case import Case
from accord.base.estimate.distributions import Values
from accord.base.estimate.draws import Ranks, scores, shuffles, together
from accord.base.estimate.easing import Eased, controlled
from accord.base.estimate.knowing import Learned, kernel
from accord.base.estimate.runs import Effort, Figure, option_values, strata

FINE = 4096
AT_ONCE = 1 << 15      # runs worked out at a time: what a processor keeps close
OUTER, FIRST, SECOND = 7919, 104_729, 1_299_709        # added to the seed, so that no two nets are alike

Draws = dict[str, Values]


def worth(case: Case, names: tuple[str, ...], singles: list[Figure], learned: Learned | None, effort: Effort) -> Figure:
    """EVPPI of knowing all of `names` together, in step with what is shown beside it: never less than one of them alone (singles:
    in the case's order), never more than everything. learned: None where there is nothing to choose or to learn."""
    telling = [name for name in case.names if name in names and name in case.telling]
    if learned is None or not telling:
        return Figure(0.0, 0.0)
    if case.used <= set(telling):
        return learned.everything
    alone = max((singles[case.names.index(name)] for name in telling), key=lambda one: one.value)
    if len(telling) == 1:
        return alone
    found = group(case, tuple(telling), learned.eased, effort)
    return Figure(min(max(found.value, alone.value), learned.everything.value), found.se)


def group(case: Case, names: tuple[str, ...], free: Eased, effort: Effort) -> Figure:
    """EVPPI of knowing all of `names` together, from effort.outer x effort.inner runs per replicate."""
    known = [name for name in case.names if name in names]
    return _gained(case, known, free.steps, free, effort, lambda replicate: _conditional(case, known, effort, replicate))


def answers(case: Case, names: tuple[str, ...], rho: float, free: Eased, effort: Effort) -> Figure:
    """What realistic answers about all of `names` together are worth: the normal score of each answer correlates `rho` with the truth's."""
    known = [name for name in case.names if name in names]
    blurred = np.rint(free.steps @ kernel(rho, free.steps.shape[-1]).T).astype(np.int64)
    return _gained(case, known, blurred, free, effort, lambda replicate: _answered(case, known, rho, effort, replicate))


def _gained(case: Case, known: list[str], steps: NDArray[np.int64], free: Eased, effort: Effort, drawn: Callable[[int], Draws]) -> Figure:
    """steps: (d, D-1, bins), the effects of what is learnt on the outer level, in grains: a control variate for the outer sample."""
    place = [case.names.index(name) for name in known]
    steps, bins = steps[place], steps.shape[-1]
    effects = free.grain * (steps - steps.mean(axis=-1, keepdims=True))
    gained, sums = np.empty((effort.replicates, effort.outer)), np.zeros((effort.replicates, steps.shape[1], effort.outer))
    for r in range(effort.replicates):
        gained[r] = _gain(_means(case, drawn(r), free.best, effort.outer, effort.inner))
        for k, rank in enumerate(_net(known, effort.outer, effort, OUTER, r)):
            sums[r] += effects[k][:, rank.astype(np.int64) * bins // effort.outer]
    found = controlled(gained, sums, steps, free)
    return Figure(max(found.value, 0.0), found.se)


def _gain(halves: Values) -> Values:
    """Choosing per outer run against the option that is best overall. halves: (2, D, outer), values against that option. Shape (outer,)."""
    high = halves.mean(axis=0).max(axis=0)
    crossed = [np.take_along_axis(halves[1 - by], halves[by].argmax(axis=0)[None], axis=0)[0] for by in (0, 1)]
    return np.asarray((high + (crossed[0] + crossed[1]) / 2) / 2)


def _means(case: Case, draws: Draws, best: int, outer: int, inner: int) -> Values:
    """Mean of each option, against the best, over each half of the inner sample: (2, D, outer). Worked out some outer runs at a time."""
    out = np.empty((2, len(case.options), outer))
    rows = max(1, AT_ONCE // inner)
    for start in range(0, outer, rows):
        part = slice(start, min(start + rows, outer))
        size = part.stop - part.start
        values = option_values(case, {name: drawn[part] if drawn.shape[0] > 1 else drawn for name, drawn in draws.items()}, (size, inner))
        values -= values[best:best + 1].copy()
        out[:, :, part] = np.moveaxis(values.reshape(len(case.options), size, 2, inner // 2).mean(axis=3), 2, 0)
    return out


def _net(names: list[str], n: int, effort: Effort, salt: int, replicate: int) -> Ranks:
    """(len(names), n)"""
    found = [shuffles(name, n, effort.replicates, effort.seed + salt)[replicate] for name in names]
    return np.stack(found) if found else np.empty((0, n), dtype=np.int32)


def _inner(names: list[str], effort: Effort, replicate: int) -> list[Ranks]:
    return [_net(names, effort.inner // 2, effort, salt, replicate) for salt in (FIRST, SECOND)]


def _conditional(case: Case, known: list[str], effort: Effort, replicate: int) -> Draws:
    """The known quantities down the first axis, the rest along the second; where the rest move together with the known ones, over both."""
    linked = list(case.correlation.names) if case.correlation else []
    apart = [name for name in case.names if name not in linked]
    draws = _apart(case, [name for name in apart if name in known], [name for name in apart if name not in known], effort, replicate)
    if case.correlation:
        draws |= _linked(case, linked, np.array(case.correlation.matrix), known, effort, replicate)
    return draws


def _apart(case: Case, known: list[str], rest: list[str], effort: Effort, replicate: int) -> Draws:
    draws = {name: _strata(case, name, effort.outer, effort, replicate)[rank][:, None]
             for name, rank in zip(known, _net(known, effort.outer, effort, OUTER, replicate), strict=True)}
    first, second = _inner(rest, effort, replicate)
    for k, name in enumerate(rest):
        draws[name] = _strata(case, name, effort.inner // 2, effort, replicate)[np.concatenate([first[k], second[k]])][None, :]
    return draws


def _linked(case: Case, order: list[str], matrix: Values, known: list[str], effort: Effort, replicate: int) -> Draws:
    """Quantities that move together, given those of them that are known."""
    told, left = [name for name in order if name in known], [name for name in order if name not in known]
    a, b = [order.index(name) for name in told], [order.index(name) for name in left]
    rank = _net(told, effort.outer, effort, OUTER, replicate)
    if told:
        rank = together(rank, np.asarray(np.linalg.cholesky(matrix[np.ix_(a, a)])))
    z_told = scores(effort.outer)[rank]
    draws = {name: _strata(case, name, effort.outer, effort, replicate)[rank[k]][:, None] for k, name in enumerate(told)}
    if not left:
        return draws
    pull = matrix[np.ix_(b, a)] @ np.linalg.inv(matrix[np.ix_(a, a)]) if told else np.zeros((len(b), 0))
    spread = np.linalg.cholesky(matrix[np.ix_(b, b)] - pull @ matrix[np.ix_(a, b)] + 1e-12 * np.eye(len(b)))
    noise = np.concatenate([spread @ scores(effort.inner // 2)[rank] for rank in _inner(left, effort, replicate)], axis=1)
    centre = pull @ z_told
    for k, name in enumerate(left):
        draws[name] = _by_score(case, name, centre[k][:, None] + noise[k][None, :], effort, replicate)
    return draws


def _answered(case: Case, asked: list[str], rho: float, effort: Effort, replicate: int) -> Draws:
    """Draws given answers: the answers down the first axis; what is left open about the asked quantities, about what moves
    together with them, and about the rest, along the second."""
    linked = list(case.correlation.names) if case.correlation and set(case.correlation.names) & set(asked) else []
    joint = linked + [name for name in asked if name not in linked]
    matrix = np.eye(len(joint))
    if linked and case.correlation:
        matrix[:len(linked), :len(linked)] = np.array(case.correlation.matrix)
    place = [joint.index(name) for name in asked]
    spread = rho**2 * matrix[np.ix_(place, place)] + (1 - rho**2 + 1e-12) * np.eye(len(asked))
    said = scores(effort.outer)[together(_net(asked, effort.outer, effort, OUTER, replicate), np.asarray(np.linalg.cholesky(spread)))]
    pull = np.linalg.solve(spread, rho * matrix[place]).T
    values, vectors = np.linalg.eigh(matrix - pull @ (rho * matrix[place]))
    open_still = (vectors * np.sqrt(np.maximum(values, 0.0))) @ np.concatenate(
        [scores(effort.inner // 2)[rank] for rank in _inner(joint, effort, replicate)], axis=1)
    draws = {name: _by_score(case, name, (pull[k] @ said)[:, None] + open_still[k][None, :], effort, replicate) for k, name in enumerate(joint)}
    if case.correlation and not linked:
        return _conditional(case, [], effort, replicate) | draws
    return _apart(case, [], [name for name in case.names if name not in joint], effort, replicate) | draws


def _strata(case: Case, name: str, n: int, effort: Effort, replicate: int) -> Values:
    return strata(case, case.names.index(name), n, replicate, effort.replicates)


def _by_score(case: Case, name: str, z: Values, effort: Effort, replicate: int) -> Values:
    """Values at normal scores, by a fine table of strata."""
    return np.asarray(_strata(case, name, FINE, effort, replicate)[np.minimum((special.ndtr(z) * FINE).astype(np.int32), FINE - 1)])
