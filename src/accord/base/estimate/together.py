"""What knowing several quantities together is worth, exactly (EVPPI) or by realistic answers (EVSI).

Two levels: what is learnt on the outer one, everything else on one inner sample that all outer runs share, so that
noise common to the options cancels. Both are lattices, with what tells most in their first dimensions. The inner sample comes in two halves,
each a lattice by itself: the plug-in value over both is biased up, the value of choosing by one half and earning on the other is biased down,
and the answer is their mean.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy

from accord.base.estimate.case import Case
from accord.base.estimate.distributions import Values
from accord.base.estimate.draws import Ranks, scores, shared, together
from accord.base.estimate.knowing import Learned
from accord.base.estimate.lattice import net
from accord.base.estimate.runs import Effort, Figure, figure, option_values, strata

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
    found = group(case, tuple(telling), learned, effort)
    return Figure(min(max(found.value, alone.value), learned.everything.value), found.se)


def group(case: Case, names: tuple[str, ...], learned: Learned, effort: Effort) -> Figure:
    """EVPPI of knowing all of `names` together, from effort.outer x effort.inner runs per replicate."""
    nested = _Nested.of(case, names, learned, effort)
    return nested.gained(learned.averages.best, nested.known)


def answers(case: Case, names: tuple[str, ...], rho: float, learned: Learned, effort: Effort) -> Figure:
    """What realistic answers about all of `names` together are worth: the normal score of each answer correlates `rho` with the truth's."""
    nested = _Nested.of(case, names, learned, effort)
    return nested.gained(learned.averages.best, lambda replicate: nested.answered(rho, replicate))


@dataclass(frozen=True)
class _Nested:
    """told: what is learnt; every: all that tells something; both most telling first."""

    case: Case
    effort: Effort
    told: tuple[str, ...]
    every: tuple[str, ...]

    @classmethod
    def of(cls, case: Case, names: tuple[str, ...], learned: Learned, effort: Effort) -> _Nested:
        every = tuple(name for name in learned.ordered if name in case.telling)
        return cls(case, effort, tuple(name for name in every if name in names), every)

    @property
    def linked(self) -> tuple[str, ...]:
        return self.case.correlation.names if self.case.correlation and set(self.case.correlation.names) <= set(self.every) else ()

    def gained(self, best: int, drawn: Callable[[int], Draws]) -> Figure:
        """best: the option that is best without learning anything."""
        found = figure(np.array([_gain(self.means(drawn(r), best)).mean() for r in range(self.effort.replicates)]))
        return Figure(max(found.value, 0.0), found.se)

    def means(self, draws: Draws, best: int) -> Values:
        """Mean of each option, against the best, over each half of the inner sample: (2, D, outer). Worked out some outer runs at a time."""
        outer, inner, options = self.effort.outer, self.effort.inner, len(self.case.options)
        out = np.empty((2, options, outer))
        rows = max(1, AT_ONCE // inner)
        for start in range(0, outer, rows):
            part = slice(start, min(start + rows, outer))
            size = part.stop - part.start
            values = option_values(self.case, {name: drawn[part] if drawn.shape[0] > 1 else drawn for name, drawn in draws.items()}, (size, inner))
            found = values.reshape(options, size, 2, inner // 2).mean(axis=3)
            out[:, :, part] = np.moveaxis(found - found[best], 2, 0)
        return out

    def outer(self, names: tuple[str, ...], replicate: int) -> Ranks:
        """(len(names), outer)"""
        place = [self.told.index(name) for name in names]
        return net(len(self.told), self.effort.outer, self.effort.replicates, self.effort.seed + OUTER)[place, replicate]

    def inner(self, names: tuple[str, ...], replicate: int, every: tuple[str, ...]) -> list[Ranks]:
        """Of each half, (len(names), inner / 2). every: all that has a dimension on the inner level."""
        place = [every.index(name) for name in names]
        return [net(len(every), self.effort.inner // 2, self.effort.replicates, self.effort.seed + salt)[place, replicate] for salt in (FIRST, SECOND)]

    def known(self, replicate: int) -> Draws:
        """The told quantities down the first axis, the rest along the second; where the rest move together with told ones, over both."""
        rest = tuple(name for name in self.every if name not in self.told)
        apart = tuple(name for name in self.told if name not in self.linked)
        draws = {name: self.strata(name, self.effort.outer, replicate)[rank][:, None]
                 for name, rank in zip(apart, self.outer(apart, replicate), strict=True)}
        return draws | self.open(rest, replicate, rest) | (self.together(rest, replicate) if self.linked else {})

    def open(self, names: tuple[str, ...], replicate: int, every: tuple[str, ...]) -> Draws:
        """What is left open and moves with nothing else, along the second axis."""
        names = tuple(name for name in names if name not in self.linked)
        first, second = self.inner(names, replicate, every)
        return {name: self.strata(name, self.effort.inner // 2, replicate)[np.concatenate([first[k], second[k]])][None, :] for k, name in enumerate(names)}

    def together(self, rest: tuple[str, ...], replicate: int) -> Draws:
        """Quantities that move together, given those of them that are told."""
        told, left = tuple(name for name in self.linked if name in self.told), tuple(name for name in self.linked if name not in self.told)
        a, b, matrix = [self.linked.index(name) for name in told], [self.linked.index(name) for name in left], self.matrix
        rank = self.mixed(matrix[np.ix_(a, a)], told, replicate)
        draws = {name: self.strata(name, self.effort.outer, replicate)[rank[k]][:, None] for k, name in enumerate(told)}
        if not left:
            return draws
        pull = matrix[np.ix_(b, a)] @ np.linalg.inv(matrix[np.ix_(a, a)]) if told else np.zeros((len(b), 0))
        centre = pull @ scores(self.effort.outer)[rank]
        noise = self.noise(matrix[np.ix_(b, b)] - pull @ matrix[np.ix_(a, b)], left, replicate, rest)
        return draws | {name: self.by_score(name, centre[k][:, None] + noise[k][None, :], replicate) for k, name in enumerate(left)}

    def answered(self, rho: float, replicate: int) -> Draws:
        """Draws given answers: the answers down the first axis; what is left open about what was asked, about what moves
        together with it, and about the rest, along the second."""
        linked = self.linked if set(self.linked) & set(self.told) else ()
        joint = (*linked, *(name for name in self.told if name not in linked))
        matrix = np.eye(len(joint))
        if linked:
            matrix[:len(linked), :len(linked)] = self.matrix
        place = [joint.index(name) for name in self.told]
        spread = rho**2 * matrix[np.ix_(place, place)] + (1 - rho**2 + 1e-12) * np.eye(len(place))
        said = scores(self.effort.outer)[self.mixed(spread, self.told, replicate)]
        pull = np.linalg.solve(spread, rho * matrix[place]).T
        noise = self.noise(matrix - pull @ (rho * matrix[place]), joint, replicate, self.every)
        draws = {name: self.by_score(name, (pull[k] @ said)[:, None] + noise[k][None, :], replicate) for k, name in enumerate(joint)}
        rest = self.open(tuple(name for name in self.every if name not in joint), replicate, self.every)
        if not self.linked or linked:
            return rest | draws
        apart = self.noise(self.matrix, self.linked, replicate, self.every)
        return rest | {name: self.by_score(name, apart[k][None, :], replicate) for k, name in enumerate(self.linked)} | draws

    def mixed(self, spread: Values, names: tuple[str, ...], replicate: int) -> Ranks:
        """Strata on the outer level of what moves together: (len(names), outer)."""
        root = shared(spread)
        ordered = tuple(sorted(names, key=self.told.index))[:root.shape[1]]
        return together(self.outer(ordered, replicate), root) if names else self.outer((), replicate)

    def noise(self, spread: Values, names: tuple[str, ...], replicate: int, every: tuple[str, ...]) -> Values:
        """Normal scores left open, with covariance `spread`: (len(names), inner). The largest movement takes the best dimension of `names`."""
        root = shared(spread)
        ordered = tuple(sorted(names, key=every.index))[:root.shape[1]]
        return root @ np.concatenate([scores(self.effort.inner // 2)[rank] for rank in self.inner(ordered, replicate, every)], axis=1)

    @property
    def matrix(self) -> Values:
        return np.array(self.case.correlation.matrix) if self.case.correlation else np.empty((0, 0))

    def strata(self, name: str, n: int, replicate: int) -> Values:
        return strata(self.case, self.case.names.index(name), n, replicate, self.effort.replicates)

    def by_score(self, name: str, z: Values, replicate: int) -> Values:
        """Values at normal scores, by a fine table of strata."""
        return np.asarray(self.strata(name, FINE, replicate)[np.minimum((scipy.special.ndtr(z) * FINE).astype(np.int32), FINE - 1)])


def _gain(halves: Values) -> Values:
    """Choosing per outer run against the option that is best overall. halves: (2, D, outer), values against that option. Shape (outer,)."""
    high = halves.mean(axis=0).max(axis=0)
    crossed = [np.take_along_axis(halves[1 - by], halves[by].argmax(axis=0)[None], axis=0)[0] for by in (0, 1)]
    return np.asarray((high + (crossed[0] + crossed[1]) / 2) / 2)
