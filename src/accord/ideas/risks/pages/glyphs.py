"""Chance and cost of warnings, drawn on one axis each that all rows share."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from accord.base import estimate
from accord.base.paper.axis import Axis
from accord.base.paper.charts.ranges import Spread, axis_labels, ival
from accord.base.paper.figure import Markup
from accord.base.people import reader

from ..models import Estimate

MARKS = np.array([0.05, 0.25, 0.5, 0.75, 0.95])
CHANCES = Axis(-8, 108, (0, 50, 100))  # with room for the labels of both ends
LEAST, MOST = 0.1, 99.9  # in 100: what is drawn lies between never and always
TICKS = 3


@dataclass(frozen=True)
class Axes:
    """chance and cost: what stands above the columns; cost is None where nobody on the page said one."""

    chance: Markup
    cost: Markup | None
    over: Axis
    currency: str

    @classmethod
    def of(cls, said: Iterable[Estimate | None], currency: str) -> "Axes":
        tops = [one.loss_high for one in said if one is not None and one.loss_high is not None]
        over = Axis.over(tops, most=TICKS)
        over = Axis(-0.08 * over.hi, over.hi, over.ticks)
        cost = axis_labels(over, reader.voice(currency)) if tops else None
        return cls(axis_labels(CHANCES, reader.voice()), cost, over, currency)

    def chance_of(self, said: Estimate | None) -> Markup | None:
        if said is None or said.chance_low is None or said.chance_high is None:
            return None
        low, high = (min(MOST, max(LEAST, 100 * one)) for one in (said.chance_low, said.chance_high))
        return ival(_spread(estimate.Range(low, high, kind=estimate.Kind.CHANCE, whole=100)), CHANCES, reader.voice(), height=16)

    def cost_of(self, said: Estimate | None) -> Markup | None:
        if said is None or said.loss_low is None or said.loss_high is None:
            return None
        return ival(_spread(estimate.Range(said.loss_low, said.loss_high)), self.over, reader.voice(self.currency), height=16)


def _spread(said: estimate.Range) -> Spread:
    low, lower, typical, upper, high = (float(one) for one in estimate.distribution(said).quantile(MARKS))
    return Spread(low, lower, typical, upper, high)
