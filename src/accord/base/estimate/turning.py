"""Where the choice turns: the value of one quantity at which another option becomes the best one, all else as uncertain as it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from accord.base.estimate.distributions import Values, table
from accord.base.estimate.knowing import Learned
from accord.base.estimate.runs import Runs

SMALLEST = 0.01        # a stretch that is best in fewer futures than this is not shown
NEAR = 8               # bins on either side of a crossing that say how steep it is
SURE = 2.0             # standard errors by which it must be best


@dataclass(frozen=True)
class Turning:
    """Below `at` (in the quantity's unit) the option named `below` is best, above it the one named `above`.
    within: whether `at` lies inside the quantity's 90 % range. se: the simulation's standard error of `at`."""

    quantity: str
    at: float
    below: str
    above: str
    within: bool
    se: float = 0.0


def turnings(runs: Runs, learned: Learned) -> tuple[Turning, ...]:
    """In the order of the case's quantities, lowest value first; a quantity that turns nothing has none."""
    return tuple(found for place in range(len(runs.case.quantities)) for found in _of(runs, learned, place))


def _of(runs: Runs, learned: Learned, place: int) -> list[Turning]:
    quantity, bins = runs.case.quantities[place], learned.shown.shape[-1]
    shown = np.concatenate([np.zeros((1, bins)), learned.shown[place]])
    drawn = np.concatenate([np.zeros((learned.means.shape[0], 1, bins)), learned.means[:, place]], axis=1)
    best = _certain(shown.argmax(axis=0), drawn, learned.averages.best)
    x = table(quantity.distribution, bins)
    low, high = quantity.distribution.quantile(np.array([0.05, 0.95]))
    found = []
    for k in np.flatnonzero(np.diff(best)):
        a, b = int(best[k]), int(best[k + 1])
        at = _crossing(x[k:k + 2], shown[a, k:k + 2] - shown[b, k:k + 2])
        names = runs.case.options[a].name, runs.case.options[b].name
        found.append(Turning(quantity.name, at, *names, bool(low <= at <= high), _error(x, shown[a] - shown[b], drawn[:, a] - drawn[:, b], int(k))))
    return found


def _certain(best: Values, drawn: Values, overall: int) -> Values:
    """The best option per bin, with every stretch handed back to the overall best that is too short or too uncertain.
    drawn: (R, D, bins)."""
    settled = np.full_like(best, overall)
    edges = [0, *(np.flatnonzero(np.diff(best)) + 1), len(best)]
    for start, end in pairwise(edges):
        ahead = (drawn[:, int(best[start]), start:end] - drawn[:, overall, start:end]).mean(axis=1)
        sure = ahead.mean() > SURE * ahead.std(ddof=1) / np.sqrt(len(ahead))
        if sure and end - start >= SMALLEST * len(best):
            settled[start:end] = best[start]
    return settled


def _error(x: Values, lead: Values, drawn: Values, k: int) -> float:
    """How far the crossing at bin k may lie off: the error of the lead around it over how steeply the lead changes there.
    lead: (bins,); drawn: (R, bins), the same in each replicate."""
    near = slice(max(k - NEAR, 0), k + NEAR + 1)
    steep = abs(float(np.polyfit(x[near], lead[near], 1)[0])) if np.ptp(x[near]) > 0 else 0.0
    each = drawn[:, near].mean(axis=1)
    return float(each.std(ddof=1)) / float(np.sqrt(len(each))) / steep if steep > 0 else 0.0


def _crossing(x: Values, ahead: Values) -> float:
    """Where the lead changes sign between two neighbouring bins; midway when it does not quite."""
    if ahead[0] == ahead[1] or ahead[0] * ahead[1] > 0:
        return float(x.mean())
    return float(x[0] + (x[1] - x[0]) * ahead[0] / (ahead[0] - ahead[1]))
