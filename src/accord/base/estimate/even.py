"""Averages over evenly spread runs: what each option is worth on average, and what knowing everything would be worth.

The runs that pages show are shuffles keyed by name, so that an edit moves nothing else. An average wants points that fill all dimensions
evenly, and for averages alone there is a second set of runs: lattices (lattice.py), with the parts of the case that tell most first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from accord.base.estimate.distributions import Values
from accord.base.estimate.easing import Eased
from accord.base.estimate.lattice import net, part
from accord.base.estimate.runs import Figure, Runs, batches, figure, option_values, taken

SALT = 15_485_863      # added to the seed, so that no two nets are alike


@dataclass(frozen=True)
class Averages:
    """means: (R, D), of each option; top: (R,), of the best option of each run."""

    means: Values
    top: Values

    @cached_property
    def best(self) -> int:
        """The option with the highest expected value; the first of equals."""
        return int(self.means.mean(axis=0).argmax())

    @property
    def everything(self) -> Figure:
        """What knowing everything is worth (EVPI): E[max] - max E."""
        return self.regret(self.best)

    def regret(self, option: int) -> Figure:
        """Expected regret of settling on an option now."""
        found = figure(self.top - self.means[:, option])
        return Figure(max(found.value, 0.0), found.se)


def of_runs(runs: Runs) -> Averages:
    """Where there is nothing to choose or to learn, the runs themselves will do."""
    return Averages(runs.option_means, runs.values.max(axis=1).mean(axis=1))


def averages(runs: Runs, free: Eased) -> Averages:
    """From as many runs again, spread evenly. Raises NotFinite."""
    case, effort, parts = runs.case, runs.effort, free.parts
    every, place_of = batches(case, effort), np.argsort(free.order)
    means, top = np.empty((effort.replicates, len(case.options))), np.empty(effort.replicates)
    for which in every:
        strata = (net(len(parts), effort.runs, effort.replicates, effort.seed + SALT) if len(every) == 1
                  else part(len(parts), effort.runs, range(which.start, which.stop), effort.seed + SALT))
        places, ranks = parts.ranks(strata, place_of)
        drawn = {case.names[place]: taken(case, place, rank, which, effort) for place, rank in zip(places, ranks, strict=True)}
        values = option_values(case, drawn, (which.stop - which.start, effort.runs))
        means[which], top[which] = values.mean(axis=2).T, values.max(axis=0).mean(axis=1)
    return Averages(means, top)
