"""What knowing several quantities together is worth, exactly (EVPPI) or by realistic answers (EVSI).

Two levels: what is learnt on the outer one, everything else on one inner sample that all outer runs share, so that
noise common to the options cancels.
"""

from __future__ import annotations

import numpy as np
from scipy import special

from accord.base.estimate.case import Case
from accord.base.estimate.distributions import Discrete, Distribution, Values, table
from accord.base.estimate.draws import Ranks, ranks, scores
from accord.base.estimate.runs import Effort, Figure, figure, option_values

FINE = 4096


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


def answers(case: Case, names: tuple[str, ...], rho: float, effort: Effort) -> Figure:
    """What realistic answers about all of `names` together are worth: the normal score of each answer correlates `rho` with the truth's."""
    known = [name for name in case.names if name in names]
    each = [_choice(option_values(case, _answered(case, known, rho, effort, r), (effort.outer, effort.inner))) for r in range(effort.replicates)]
    middle = figure(np.array([(high + low) / 2 for high, low in each]))
    return Figure(max(middle.value, 0.0), middle.se)


def _nested(case: Case, known: list[str], effort: Effort, outer: int, inner: int, replicate: int) -> tuple[float, float]:
    rest = [name for name in case.names if name not in known]
    draws = _conditional(case, known, rest, effort, (outer, inner), replicate)
    return _choice(option_values(case, draws, (outer, inner)))


def _choice(values: Values) -> tuple[float, float]:
    """values: (D, outer, inner). Choosing per outer run against choosing once: the plug-in gain, biased up, and the gain of a
    choice made on the other half of the inner sample, biased down."""
    values = values - values[:1]
    means = values.mean(axis=2)
    best = means.mean(axis=1).argmax()
    high = float(means.max(axis=0).mean() - means[best].mean())
    if values.shape[2] == 1:
        return high, high
    first, second = values[:, :, 0::2].mean(axis=2), values[:, :, 1::2].mean(axis=2)
    crossed = [np.take_along_axis(on, by.argmax(axis=0)[None], axis=0).mean() for by, on in ((first, second), (second, first))]
    return high, float(np.mean(crossed) - means[best].mean())


def _net(names: list[str], n: int, effort: Effort, salt: int, replicate: int) -> Ranks:
    return np.asarray(ranks(tuple(names), n, effort.replicates, effort.seed + salt)[0][replicate])


def _answered(case: Case, asked: list[str], rho: float, effort: Effort, replicate: int) -> dict[str, Values]:
    """Draws given answers: the answers down the first axis; what is left open about the asked quantities, about what moves
    together with them, and about the rest, along the second."""
    linked = list(case.correlation.names) if case.correlation and set(case.correlation.names) & set(asked) else []
    joint = linked + [name for name in asked if name not in linked]
    matrix = np.eye(len(joint))
    if linked and case.correlation:
        matrix[:len(linked), :len(linked)] = np.array(case.correlation.matrix)
    place = [joint.index(name) for name in asked]
    spread = rho**2 * matrix[np.ix_(place, place)] + (1 - rho**2) * np.eye(len(asked))
    said = np.linalg.cholesky(spread) @ scores(effort.outer)[_net(asked, effort.outer, effort, 7919, replicate)]
    pull = np.linalg.solve(spread, rho * matrix[place]).T
    left = matrix - pull @ (rho * matrix[place])
    values, vectors = np.linalg.eigh(left)
    open_still = (vectors * np.sqrt(np.maximum(values, 0.0))) @ scores(effort.inner)[_net(joint, effort.inner, effort, 104_729, replicate)]
    z = (pull @ said)[:, :, None] + open_still[:, None, :]
    draws: dict[str, Values] = {}
    for quantity in case.quantities:
        if quantity.name in joint:
            stratum = np.minimum((special.ndtr(z[joint.index(quantity.name)]) * FINE).astype(np.int32), FINE - 1)
            draws[quantity.name] = _at(quantity.distribution, stratum, FINE, replicate)
    rest = [name for name in case.names if name not in joint]
    return draws | _conditional(case, [], rest, effort, (effort.outer, effort.inner), replicate, only=rest)


def _conditional(case: Case, known: list[str], rest: list[str], effort: Effort, shape: tuple[int, int], replicate: int,
                 only: list[str] | None = None) -> dict[str, Values]:
    """Draws for a two-level run: the known quantities down the first axis, the rest along the second; where the
    rest move together with the known ones, over both. only: leave out whatever else moves together with them."""
    outer, inner = shape
    by_name = {quantity.name: quantity.distribution for quantity in case.quantities}
    draws: dict[str, Values] = {}
    linked = set(case.correlation.names) if case.correlation else set()
    if only is not None and not linked <= set(only):
        linked = set()

    def net(names: list[str], n: int, salt: int) -> Ranks:
        return _net(names, n, effort, salt, replicate)

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


def _at(distribution: Distribution, rank: Ranks, n: int, replicate: int) -> Values:
    if isinstance(distribution, Discrete):
        return distribution.shifted(n, (replicate % 8 + 0.5) / 8)[rank]
    return table(distribution, n)[rank]
