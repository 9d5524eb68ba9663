"""How far ranges are trusted: where earlier ones held less often than nine times in ten, what people say now is counted wider."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy

from accord.base.estimate.asking import STARTED_ANSWERED, STARTED_HITS
from accord.base.estimate.case import Record
from accord.base.estimate.distributions import Distribution, Fixed, Scored, Values
from accord.base.estimate.shares import Z90


def widening(held: int, of: int) -> float:
    """By how much, in normal scores, ranges are stretched about their middle; 1 while they hold. The record starts as if nine of ten had held, so one
    miss changes little. It never makes a range narrower than what was said."""
    share = (held + STARTED_HITS) / (of + STARTED_ANSWERED)
    return max(1.0, Z90 / float(scipy.special.ndtri((1 + min(share, 0.99)) / 2)))


@dataclass(frozen=True)
class Stretched(Scored):
    """`said` with its normal scores stretched: the middle stays, a share stays a share, an amount above 0."""

    said: Distribution
    by: float

    def _at(self, z: Values) -> Values:
        return self.said.quantile(np.clip(scipy.special.ndtr(self.by * z), 1e-15, 1 - 1e-15))


def trusted(said: Distribution, record: Record | None) -> Distribution:
    """What people said, as wide as the record makes it."""
    by = widening(record.held, record.of) if record else 1.0
    return said if by == 1.0 or isinstance(said, Fixed) else Stretched(said, by)
