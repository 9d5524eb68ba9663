"""Noise taken out of the runs before anything is read off them.

A quantity that moves with no other has an effect of its own on each option: a curve over its bins. The sum of such effects
follows the option values closely, and its distribution is known exactly, as it is a sum of independent terms. So it may be
taken out of the runs (what a quantity tells is then not blurred by what the others do), and it serves as a control variate
for what knowing everything is worth. Effects are rounded to a common grain, so that sums are whole numbers and their
distribution is a convolution without error; the rounding costs a little sharpness and nothing in truth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accord.base.estimate.distributions import Values
from accord.base.estimate.draws import Ranks
from accord.base.estimate.runs import Figure, Runs, figure

GRAINS = 2048      # in the widest sum of effects
PAIRED = 12        # so many of the strongest effects are also taken two by two


@dataclass(frozen=True)
class Eased:
    """Against option 0. steps: (d, D-1, bins), effects in grains; grain: their size; sums: (R, D-1, n), the effects of each run added up;
    left: (R, D-1, n), the runs without them and without what the strongest do in pairs; average: (D,), expected values; best: the option with the highest."""

    steps: NDArray[np.int64]
    grain: float
    sums: Values
    left: Values
    average: Values
    best: int

    @property
    def effects(self) -> Values:
        """(d, D-1, bins), each of mean 0."""
        return np.asarray(self.grain * (self.steps - self.steps.mean(axis=-1, keepdims=True)))


def eased(runs: Runs, fitted: Values) -> Eased:
    """fitted: (d, D-1, bins), a first picture of what each quantity does. Quantities that move together keep their effects in the runs."""
    linked = runs.case.correlation.names if runs.case.correlation else ()
    apart = np.array([name in runs.case.used and name not in linked for name in runs.case.names])
    raw = np.where(apart[:, None, None], fitted - fitted.mean(axis=-1, keepdims=True), 0.0)
    grain = float(np.ptp(raw, axis=-1).sum(axis=0).max(initial=0.0)) / GRAINS
    average = runs.option_means.mean(axis=0)
    if grain == 0 or not np.isfinite(grain):
        return Eased(np.zeros(raw.shape, dtype=np.int64), 0.0, np.zeros_like(runs.increments), runs.increments, average, runs.best)
    found = Eased(np.rint(raw / grain).astype(np.int64), grain, np.zeros_like(runs.increments), runs.increments.copy(), average, runs.best)
    at, effects = runs.rank // (runs.effort.runs // raw.shape[-1]), found.effects
    for place in np.flatnonzero(np.ptp(found.steps, axis=-1).any(axis=1)):
        for r in range(len(at)):
            found.sums[r] += effects[place].take(at[r, place], axis=1)
    np.subtract(found.left, found.sums, out=found.left)
    for option in range(raw.shape[1]):
        _take_pairs(found.left[:, option], effects[:, option], at)
    return found


def _take_pairs(left: Values, effects: Values, at: Ranks) -> None:
    """What the strongest effects do in pairs out of the runs of one option, in place: the product of two effects has mean 0 whatever one
    of the two is known to be. left: (R, n); effects: (d, bins); at: (R, d, n), the bin of each quantity in each run."""
    size = effects.std(axis=1)
    strong = np.argsort(-size, kind="stable")[:PAIRED]
    strong = strong[size[strong] > 1e-6 * size.sum()]
    drawn = np.empty((len(left), len(strong), left.shape[1]))
    for k, place in enumerate(strong):
        (effects[place] / size[place]).take(at[:, place], out=drawn[:, k], mode="clip")
    pairs = sum(((drawn[r] * left[r]) @ drawn[r].T for r in range(len(left))), np.zeros((len(strong), len(strong)))) / left.size
    np.fill_diagonal(pairs, 0.0)
    for r in range(len(left)):
        left[r] -= 0.5 * np.einsum("in,in->n", drawn[r], pairs @ drawn[r])


def everything(runs: Runs, found: Eased) -> Figure:
    """What knowing everything is worth (EVPI): E[max] - max E."""
    return controlled((runs.values - runs.values[:, found.best:found.best + 1]).max(axis=1), found.sums, found.steps, found)


def controlled(gained: Values, sums: Values, steps: NDArray[np.int64], found: Eased) -> Figure:
    """The mean of what was gained in each run, (R, n). Controls: for each other option, how far the effects let it lead the best one,
    or 0. sums: (R, D-1, n), the effects of each run added up; steps: (d, D-1, bins), those effects, from which the exact average is known."""
    best, average = found.best, found.average
    lead = np.concatenate([np.zeros_like(sums[:, :1]), sums], axis=1)
    steps = np.concatenate([np.zeros_like(steps[:, :1]), steps], axis=1)                # d, D, bins
    controls = []
    for other in range(len(average)):
        if other != best and found.grain:
            ahead = average[other] - average[best]
            exact = _expected(steps[:, other] - steps[:, best], found.grain, ahead)
            controls.append(np.maximum(ahead + lead[:, other] - lead[:, best], 0.0) - exact)
    return figure(gained.mean(axis=1) - _predicted(gained, controls))


def _predicted(gained: Values, controls: list[Values]) -> Values:
    """How much of each replicate's mean the controls account for. gained, each control: (R, n), controls of expectation 0. Shape (R,)."""
    size = float(gained.std())
    flat = np.array([control.ravel() for control in controls if control.std() > 1e-9 * size > 0])
    if not len(flat):
        return np.zeros(len(gained))
    centred = flat - flat.mean(axis=1, keepdims=True)
    weights = np.linalg.lstsq(centred @ centred.T, centred @ gained.ravel(), rcond=1e-10)[0]
    return np.asarray((weights @ flat).reshape(gained.shape).mean(axis=1))


def _expected(steps: NDArray[np.int64], grain: float, ahead: float) -> float:
    """E[max(ahead + sum of effects, 0)], each effect independent and equally likely in any bin. steps: (d, bins)."""
    steps = steps[np.ptp(steps, axis=1) > 0]
    low, span = steps.min(axis=1, initial=0), int(np.ptp(steps, axis=1).sum()) if len(steps) else 0
    size = 1 << span.bit_length()
    shape = np.ones(size // 2 + 1, dtype=complex)
    for place, row in enumerate(steps):
        shape *= np.fft.rfft(np.bincount(row - low[place], minlength=size) / len(row), size)
    chances = np.fft.irfft(shape, size) if size > 1 else np.ones(1)
    values = ahead + grain * (np.arange(size) + low.sum() - steps.mean(axis=1).sum())
    return float(np.maximum(values, 0.0) @ chances)
