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
from accord.base.estimate.distributions import Discrete, Values, table
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
    return nested.gained(learned.averages.best, nested.answered(rho))


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

    def gained(self, best: int, drawn: Callable[[slice], Draws]) -> Figure:
        """best: the option that is best without learning anything. Several replicates are worked out at once where they are small."""
        effort = self.effort
        size = max(1, AT_ONCE // (effort.outer * effort.inner))
        every = [slice(start, min(start + size, effort.replicates)) for start in range(0, effort.replicates, size)]
        found = figure(np.concatenate([_gain(self.means(drawn(which), which, best)).mean(axis=-1) for which in every]))
        return Figure(max(found.value, 0.0), found.se)

    def means(self, draws: Draws, which: slice, best: int) -> Values:
        """Mean of each option, against the best, over each half of the inner sample: (2, D, R, outer). Worked out some outer runs at a time."""
        outer, inner, options, replicates = self.effort.outer, self.effort.inner, len(self.case.options), which.stop - which.start
        out = np.empty((2, options, replicates, outer))
        rows = max(1, AT_ONCE // inner // replicates)
        for start in range(0, outer, rows):
            part = slice(start, min(start + rows, outer))
            size = part.stop - part.start
            some = {name: drawn[:, part] if drawn.shape[1] > 1 else drawn for name, drawn in draws.items()}
            found = option_values(self.case, some, (replicates, size, inner)).reshape(options, replicates, size, 2, inner // 2).mean(axis=-1)
            out[..., part] = np.moveaxis(found - found[best], -1, 0)
        return out

    def outer(self, names: tuple[str, ...], which: slice) -> Ranks:
        """(len(names), R, outer)"""
        place = [self.told.index(name) for name in names]
        return net(len(self.told), self.effort.outer, self.effort.replicates, self.effort.seed + OUTER)[place, which]

    def inner(self, names: tuple[str, ...], which: slice, every: tuple[str, ...]) -> Ranks:
        """Of both halves, one after the other: (len(names), R, inner). every: all that has a dimension on the inner level."""
        place = [every.index(name) for name in names]
        halves = [net(len(every), self.effort.inner // 2, self.effort.replicates, self.effort.seed + salt)[place, which] for salt in (FIRST, SECOND)]
        return np.concatenate(halves, axis=2)

    def known(self, which: slice) -> Draws:
        """The told quantities down the second axis, the rest along the third; where the rest move together with told ones, over both."""
        rest = tuple(name for name in self.every if name not in self.told)
        apart = tuple(name for name in self.told if name not in self.linked)
        draws = {name: self.strata(name, self.effort.outer, rank, which)[:, :, None] for name, rank in zip(apart, self.outer(apart, which), strict=True)}
        return draws | self.open(rest, which, rest) | (self.together(rest, which) if self.linked else {})

    def open(self, names: tuple[str, ...], which: slice, every: tuple[str, ...]) -> Draws:
        """What is left open and moves with nothing else, along the third axis."""
        names = tuple(name for name in names if name not in self.linked)
        ranks = self.inner(names, which, every)
        return {name: self.strata(name, self.effort.inner // 2, rank, which)[:, None, :] for name, rank in zip(names, ranks, strict=True)}

    def together(self, rest: tuple[str, ...], which: slice) -> Draws:
        """Quantities that move together, given those of them that are told."""
        told, left = tuple(name for name in self.linked if name in self.told), tuple(name for name in self.linked if name not in self.told)
        a, b, matrix = [self.linked.index(name) for name in told], [self.linked.index(name) for name in left], self.matrix
        rank = self.mixed(shared(matrix[np.ix_(a, a)]), told, which)
        draws = {name: self.strata(name, self.effort.outer, rank[k], which)[:, :, None] for k, name in enumerate(told)}
        if not left:
            return draws
        pull = matrix[np.ix_(b, a)] @ np.linalg.inv(matrix[np.ix_(a, a)]) if told else np.zeros((len(b), 0))
        centre = np.tensordot(pull, scores(self.effort.outer)[rank], 1)
        noise = self.noise(shared(matrix[np.ix_(b, b)] - pull @ matrix[np.ix_(a, b)]), left, which, rest)
        return draws | {name: self.by_score(name, centre[k][:, :, None] + noise[k][:, None, :], which) for k, name in enumerate(left)}

    def answered(self, rho: float) -> Callable[[slice], Draws]:
        """Draws given answers: the answers down the second axis; what is left open about what was asked, about what moves
        together with it, and about the rest, along the third."""
        linked = self.linked if set(self.linked) & set(self.told) else ()
        joint = (*linked, *(name for name in self.told if name not in linked))
        matrix = np.eye(len(joint))
        if linked:
            matrix[:len(linked), :len(linked)] = self.matrix
        place = [joint.index(name) for name in self.told]
        spread = rho**2 * matrix[np.ix_(place, place)] + (1 - rho**2 + 1e-12) * np.eye(len(place))
        pull = np.linalg.solve(spread, rho * matrix[place]).T
        say, leave = shared(spread), shared(matrix - pull @ (rho * matrix[place]))
        others = tuple(name for name in self.every if name not in joint)
        apart = shared(self.matrix) if self.linked and not linked else None

        def drawn(which: slice) -> Draws:
            said = np.tensordot(pull, scores(self.effort.outer)[self.mixed(say, self.told, which)], 1)
            noise = self.noise(leave, joint, which, self.every)
            draws = {name: self.by_score(name, said[k][:, :, None] + noise[k][:, None, :], which) for k, name in enumerate(joint)}
            if apart is not None:
                still = self.noise(apart, self.linked, which, self.every)
                draws |= {name: self.by_score(name, still[k][:, None, :], which) for k, name in enumerate(self.linked)}
            return self.open(others, which, self.every) | draws

        return drawn

    def mixed(self, root: Values, names: tuple[str, ...], which: slice) -> Ranks:
        """Strata on the outer level of what moves together by `root` (draws.shared): (len(names), R, outer)."""
        ordered = tuple(sorted(names, key=self.told.index))[:root.shape[1]]
        return together(self.outer(ordered, which), root) if names else self.outer((), which)

    def noise(self, root: Values, names: tuple[str, ...], which: slice, every: tuple[str, ...]) -> Values:
        """Normal scores left open, moving together by `root`: (len(names), R, inner). The largest movement takes the best dimension of `names`."""
        ordered = tuple(sorted(names, key=every.index))[:root.shape[1]]
        return np.tensordot(root, scores(self.effort.inner // 2)[self.inner(ordered, which, every)], 1)

    @property
    def matrix(self) -> Values:
        return np.array(self.case.correlation.matrix) if self.case.correlation else np.empty((0, 0))

    def strata(self, name: str, n: int, rank: Ranks, which: slice) -> Values:
        """The values of a quantity in its strata of n. rank: (R, ...), of the replicates `which`."""
        place = self.case.names.index(name)
        found = self.case.quantities[place].distribution
        if not isinstance(found, Discrete):
            return table(found, n).take(rank)
        levels = [strata(self.case, place, n, replicate, self.effort.replicates) for replicate in range(which.start, which.stop)]
        return np.stack([each[one] for each, one in zip(levels, rank, strict=True)])

    def by_score(self, name: str, z: Values, which: slice) -> Values:
        """Values at normal scores, by a fine table of strata. z: (R, ...)"""
        return self.strata(name, FINE, (scipy.special.ndtr(z) * FINE).astype(np.int32), which)


def _gain(halves: Values) -> Values:
    """Choosing per outer run against the option that is best overall. halves: (2, D, R, outer), values against that option. Shape (R, outer)."""
    high = halves.mean(axis=0).max(axis=0)
    crossed = [np.take_along_axis(halves[1 - by], halves[by].argmax(axis=0)[None], axis=0)[0] for by in (0, 1)]
    return np.asarray((high + (crossed[0] + crossed[1]) / 2) / 2)
