"""One shared axis: where a value sits (per cent), and which round values are labelled."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Axis:
    """lo < hi; ticks lie between them."""

    lo: float
    hi: float
    ticks: tuple[float, ...] = ()

    @classmethod
    def over(cls, values: Iterable[float], most: int = 7, zero: bool = True) -> Axis:
        """Room for all values (and for zero unless told otherwise), with at most `most` round ticks."""
        found = [v for v in values if math.isfinite(v)] or [0.0]
        if zero:
            found.append(0.0)
        lo, hi = min(found), max(found)
        span = hi - lo if hi - lo > 1e-9 * max(1.0, abs(hi)) else max(1.0, abs(hi))
        lo, hi = lo - 0.04 * span, hi + 0.04 * span
        return cls(lo, hi, _ticks(lo, hi, most))

    def x(self, value: float) -> float:
        """Per cent from the left; what lies outside is drawn at the edge."""
        return round(min(100.0, max(0.0, 100 * (value - self.lo) / (self.hi - self.lo))), 2)

    def hidden_on_phones(self, index: int) -> bool:
        """Every other label, keeping zero: at most four remain."""
        if len(self.ticks) < 5:
            return False
        origin = self.ticks.index(0.0) if 0.0 in self.ticks else 0
        return (index - origin) % 2 == 1


def _ticks(lo: float, hi: float, most: int) -> tuple[float, ...]:
    rough = (hi - lo) / most
    size = 10.0 ** math.floor(math.log10(rough))
    for step in (size * s for s in _STEPS):
        first, last = math.ceil(lo / step), math.floor(hi / step)
        if last - first + 1 <= most:
            return tuple(round(k * step, 12) + 0.0 for k in range(first, last + 1))
    raise AssertionError("ten times the rough step always fits")
