"""A case weighed: the value of each option, the chance that each is best, and what knowing everything is worth.

All figures come from R independent replicates of n runs each; their spread gives every figure its simulation
error. The same case gives the same answer on any machine. A few replicates are drawn and worked out at a time, so
memory does not grow with the formulas.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from accord.base.estimate.case import Case
from accord.base.estimate.distributions import Discrete, Values, table
from accord.base.estimate.draws import Ranks, ranks, together
from accord.base.estimate.evaluate import evaluate

AT_ONCE = 1 << 19      # values drawn at a time, 4 MB


class NotFinite(ValueError):
    """A formula gave no finite number. `where` is the path of the formula; `inputs` one set of values that did it."""

    def __init__(self, where: str, name: str, inputs: dict[str, float]) -> None:
        self.where, self.name, self.inputs = where, name, inputs
        shown = ", ".join(f"{key} = {value:.4g}" for key, value in list(inputs.items())[:6])
        super().__init__(f"“{name}” is not a finite number when {shown or 'it is worked out'}. "
                         "Check divisions by zero, ln and sqrt of negative numbers, and very large powers.")


@dataclass(frozen=True)
class Effort:
    """How hard to draw: `replicates` independent sets of `runs` runs; `outer` x `inner` runs of each set for a group.
    While somebody types: 8 x 1,024. At rest: 8 x 4,096. For a report: 32 x 8,192. All are powers of two."""

    runs: int = 4096
    replicates: int = 8
    seed: int = 1
    outer: int = 512
    inner: int = 256


TYPING, RESTING, REPORT = Effort(1024, outer=128, inner=64), Effort(4096, inner=128), Effort(8192, 32, outer=1024)


@dataclass(frozen=True)
class Figure:
    """A number with its simulation error (standard error over replicates)."""

    value: float
    se: float


def figure(per_replicate: Values) -> Figure:
    """Mean over replicates and its standard error. per_replicate: (R,)."""
    count = len(per_replicate)
    return Figure(float(per_replicate.mean()), float(per_replicate.std(ddof=1)) / math.sqrt(count) if count > 1 else 0.0)


@dataclass(frozen=True)
class Runs:
    """Every run of a case. values: (R, D options, n) net values; rank: (R, d, n), the stratum of quantity i in each run.
    held: (d, R, n), the values of the quantities, where they are few enough to keep."""

    case: Case
    effort: Effort
    values: Values
    rank: Ranks
    held: Values | None = None

    @cached_property
    def option_means(self) -> Values:
        """(R, D)"""
        return np.asarray(self.values.mean(axis=2))

    @cached_property
    def increments(self) -> Values:
        """(R, D-1, n): values against the first option. Noise common to all options is gone."""
        return self.values[:, 1:] - self.values[:, :1]

    def chance_best(self) -> list[Figure]:
        """Chance that each option is the best one; exact ties are shared."""
        top = self.values == self.values.max(axis=1, keepdims=True)
        share = (top / top.sum(axis=1, keepdims=True)).mean(axis=2)
        return [figure(share[:, d]) for d in range(share.shape[1])]

    def quantiles(self, chances: tuple[float, ...] = (0.05, 0.25, 0.5, 0.75, 0.95)) -> Values:
        """(D, len(chances)) quantiles of each option's value."""
        flat = np.moveaxis(self.values, 1, 0).reshape(self.values.shape[1], -1)
        return np.asarray(np.quantile(flat, chances, axis=1).T)

    def chance_of_loss(self) -> list[Figure]:
        return [figure((self.values[:, d] < 0).mean(axis=1)) for d in range(self.values.shape[1])]


def strata(case: Case, place: int, n: int, replicate: int, replicates: int) -> Values:
    """The value of each stratum of one quantity, lowest first: (n,). Levels of a discrete quantity are cut with a different
    offset per replicate, so that their chances are exact over all replicates together."""
    found = case.quantities[place].distribution
    if isinstance(found, Discrete):
        return found.shifted(n, (replicate % replicates + 0.5) / replicates)
    return table(found, n)


def option_values(case: Case, draws: dict[str, Values], shape: tuple[int, ...]) -> Values:
    """Net value of each option for given draws (broadcast together to `shape`); options on the first axis. Where not every quantity is
    drawn, steps that lead to no option are left out. Raises NotFinite with the path of the formula."""
    known: dict[str, Values | float] = {constant.name: constant.value * case.scales.get(constant.name, 1.0) for constant in case.constants}
    known |= {name: drawn * scale if (scale := case.scales.get(name, 1.0)) != 1 else drawn for name, drawn in draws.items()}
    for step in case.derived:
        if len(draws) < len(case.quantities) and step.name not in case.leading:
            continue
        known[step.name] = evaluate(step.tree, known, case.factors)
        must_be_finite(known[step.name], step.where, step.name, draws, shape)
    out = np.empty((len(case.options), *shape))
    for k, option in enumerate(case.options):
        out[k] = evaluate(option.tree, known, case.factors)
        must_be_finite(out[k], option.where, option.name, draws, shape)
    return out if case.size == 1 else out / case.size


def must_be_finite(values: Values | float, where: str, name: str, draws: dict[str, Values], shape: tuple[int, ...]) -> None:
    """Raises NotFinite with the values that did it."""
    finite = np.isfinite(values)
    if not finite.all():
        place = np.unravel_index(int(np.broadcast_to(finite, shape).argmin()), shape)
        raise NotFinite(where, name, {key: float(np.broadcast_to(drawn, shape)[place]) for key, drawn in draws.items()})


def placed(case: Case, effort: Effort) -> Ranks:
    """The stratum of every quantity in every run: (R, d, n)."""
    rank = ranks(case.names, effort.runs, effort.replicates, effort.seed)
    if case.correlation:
        linked, root = [case.names.index(name) for name in case.correlation.names], case.correlation.root()
        for r in range(effort.replicates):
            rank[r, linked] = together(rank[r, linked], root)
    return rank


def batches(case: Case, effort: Effort) -> list[slice]:
    """Replicates worked out at a time, all quantities together no more than some millions of bytes."""
    size = max(1, AT_ONCE // (effort.runs * max(len(case.quantities), 1)))
    return [slice(start, min(start + size, effort.replicates)) for start in range(0, effort.replicates, size)]


def taken(case: Case, place: int, rank: Ranks, which: slice, effort: Effort, out: Values | None = None) -> Values:
    """The values of one quantity in its strata `rank` of the replicates `which`: (R, n)."""
    out = np.empty(rank.shape) if out is None else out
    if isinstance(case.quantities[place].distribution, Discrete):
        for k, r in enumerate(range(which.start, which.stop)):
            out[k] = strata(case, place, effort.runs, r, effort.replicates)[rank[k]]
    else:
        table(case.quantities[place].distribution, effort.runs).take(rank, out=out, mode="clip")
    return out


def drawn(case: Case, effort: Effort, rank: Ranks, which: slice) -> Values:
    """Every quantity's values in the runs of the replicates `which`: (d, R, n). rank: of all replicates."""
    out = np.empty((len(case.quantities), which.stop - which.start, effort.runs))
    for place in range(len(out)):
        taken(case, place, rank[which, place], which, effort, out[place])
    return out


def run(case: Case, effort: Effort = RESTING) -> Runs:
    """Draw and evaluate the whole case. Raises NotFinite."""
    rank, every = placed(case, effort), batches(case, effort)
    values = np.empty((effort.replicates, len(case.options), effort.runs))
    for which in every:
        found = drawn(case, effort, rank, which)
        worked_out = option_values(case, dict(zip(case.names, found, strict=True)), found.shape[1:])
        values[which] = worked_out.swapaxes(0, 1)
    return Runs(case, effort, values, rank, found if len(every) == 1 else None)
