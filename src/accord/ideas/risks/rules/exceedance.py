"""What warnings may cost together: the chance that the total is more than an amount (the loss exceedance curve), and what is lost on average.

Each comes true or not, by itself, with its chance; its loss is lognormal from the range. The curve is worked out, not drawn: each loss is cut
into a grid of amounts that keeps its mean, the grids are multiplied as transforms (FFT), tilted so that what lies beyond the grid does not fold
back (less than 3e-9 does). The same answer on every machine to the 6 digits that are kept.

How far off it is, as a chance: under 0.002 up to 128 warnings, which all stand for themselves; above that `together` says how they are put
together, and it is under 0.01 (tests hold both).

The band: each chance is itself a range, nine times in ten. People who judge one thing too lightly tend to judge others so too, so the band runs
from all chances at their low ends to all at their high ends. That is a nine-in-ten band if all are wrong together, and more than that if they
are not. The middle is at the mean of each chance, which is what it is on average over both.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from .ranges import Band, Ranges, Values
from .together import Crowd, Together, together

GRID, COARSE = 2048, 256  # steps from nothing (or from what a crowd costs at least) to the largest amount
FINER = 32  # an amount below this part of the largest is read off a grid of its own
TILT = 20.0
DIGITS = 6
NONE = 1e-6  # an amount below this is none
RARE = 0.005  # the curve is drawn down to one in two hundred
Waves = NDArray[np.complex128]
NOTHING = Band(0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Exceedance:
    """count: how many. any: that at least one comes true. over: for each amount, that the total is more."""

    count: int
    expected: Band
    any: Band
    amounts: tuple[float, ...]
    over: tuple[Band, ...]

    def first(self, n: int) -> "Exceedance":
        """At the first amounts only."""
        return replace(self, amounts=self.amounts[:n], over=self.over[:n])


def exceedance(risks: Ranges, at: Sequence[float], made: Together | None = None) -> Exceedance:
    """at: amounts from 0 up. made: the same put together, where the caller has it."""
    expected = Band(*(float(each.sum()) for each in risks.stakes()))
    some = Band(*(_rounded(_any(each)) for each in (risks.chance_low, risks.chance, risks.chance_high)))
    if not some.high:
        return Exceedance(len(risks), expected, some, tuple(at), tuple(NOTHING for _ in at))
    all_, amounts = made or together(risks), np.asarray(at, dtype=np.float64)
    order = np.argsort(amounts, kind="stable")
    over = np.empty((3, len(amounts)))
    for end, most in enumerate(some):
        over[end, order] = np.minimum.accumulate(np.clip(_over(all_, end, amounts[order], most), 0.0, most))
    over = np.sort(over, axis=0)  # a grid of its own for each end may differ in the last digits
    return Exceedance(len(risks), expected, some, tuple(at), tuple(Band(*(_rounded(value) for value in column)) for column in over.T))


def reach(risks: Ranges, rare: float = RARE, made: Together | None = None) -> float:
    """The amount up to which there is something to draw: more is lost with this chance only, or with a tenth of the chance that anything is."""
    some = _any(risks.chance)
    if not some:
        return 0.0
    all_, rare = made or together(risks), min(rare, some / 10)
    floor = all_.crowds[1].floor if all_.crowds else 0.0
    top = max(float((risks.chance * risks.mean_loss).sum()) - floor, NONE)
    while _survival(all_, 1, floor + top, COARSE)[1][-1] > rare:
        top *= 4
    while top > NONE and _survival(all_, 1, floor + top / 4, COARSE)[1][-1] <= rare:
        top /= 4
    edges, over = _survival(all_, 1, floor + top, GRID)
    return float(np.interp(-rare, -over, edges))


def _any(chance: Values) -> float:
    return float(-np.expm1(np.log1p(-np.minimum(chance, 1 - 1e-16)).sum()))


def _over(all_: Together, end: int, at: Values, some: float) -> Values:
    """That the total is more than each amount. The largest are read off one grid, those under a 32nd of them off a finer one, and so on."""
    floor = all_.crowds[end].floor if all_.crowds else 0.0
    found, todo = np.full(len(at), some), at > max(floor, NONE)
    while todo.any():
        top = float(at[todo].max())
        now = todo & (at - floor >= (top - floor) / FINER)
        edges, over = _survival(all_, end, floor + (top - floor) * (1 + 2 / GRID), GRID)
        found[now] = np.interp(at[now], np.concatenate([[floor], edges]), np.concatenate([[some], over]))
        todo &= ~now
    return found


def _survival(all_: Together, end: int, top: float, steps: int) -> tuple[Values, Values]:
    """The upper edges of equal steps up to `top`, and that the total is more than each, with the chances at one end of their ranges."""
    crowd = all_.crowds[end] if all_.crowds else None
    floor = crowd.floor if crowd else 0.0
    width = (top - floor) / steps
    steep = np.exp(-TILT * np.arange(steps) / steps)
    waves = np.fft.rfft(_cut(all_, width, steps) * steep, axis=1)
    product = _product(all_, all_.chances[end], waves)
    if crowd:
        product = product * np.fft.rfft(_cut_crowd(crowd, floor, width, steps) * steep)
    edges = np.asarray(floor + (np.arange(steps) + 0.5) * width)
    return edges, np.asarray(1.0 - np.cumsum(np.fft.irfft(product, steps) / steep))


def _cut(all_: Together, width: float, steps: int) -> Values:
    """Each loss on the grid: what lies between two amounts is shared between them so that the mean stays."""
    amounts = np.arange(1, steps + 1) * width
    middle, spread = all_.middle[:, None], np.maximum(all_.spread, 1e-9)[:, None]
    z = (np.log(amounts) - middle) / spread
    limited = np.zeros((len(all_.middle), steps + 1))
    limited[:, 1:] = np.exp(middle + spread**2 / 2) * ndtr(z - spread) + amounts * ndtr(-z)  # the mean of the loss, or of the amount where it is less
    shared = np.empty((len(all_.middle), steps))
    shared[:, 0] = 1.0 - limited[:, 1] / width
    shared[:, 1:] = (2 * limited[:, 1:-1] - limited[:, :-2] - limited[:, 2:]) / width
    return np.maximum(shared, 0.0)


def _cut_crowd(crowd: Crowd, floor: float, width: float, steps: int) -> Values:
    reached = crowd.reached(np.asarray(floor + (np.arange(steps) + 0.5) * width))
    return np.diff(reached, prepend=0.0)


def _product(all_: Together, chances: Values, waves: Waves) -> Waves:
    """The transform of the total: the product over all, those of a group as often as it counts."""
    factors = (1.0 - chances[:, None]) + chances[:, None] * waves
    alone = all_.count == 1
    product = np.prod(factors[alone], axis=0)
    if not alone.all():
        product = product * np.exp((all_.count[~alone, None] * np.log(factors[~alone] + 1e-300)).sum(axis=0))
    return np.asarray(product)


def _rounded(value: float) -> float:
    return round(float(value), DIGITS) + 0.0
