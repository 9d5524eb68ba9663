"""Values of options in words: to two figures against doing nothing, and where no option is doing nothing as finely as tells them apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from accord.base.estimate import Weighed
from accord.base.paper.voice import Voice


@dataclass(frozen=True)
class Values:
    """grain: the digit that values are rounded to; 0 for two significant figures."""

    voice: Voice
    grain: float = 0.0

    @classmethod
    def of(cls, weighed: Weighed, voice: Voice) -> Self:
        return cls(voice, 0.0 if weighed.against else _grain(weighed))

    def value(self, x: float) -> str:
        return self.voice.exact(round(x / self.grain) * self.grain) if self.grain else self.voice.about(x)

    def between(self, low: float, high: float) -> str:
        """Low to high; once where they come out the same."""
        return self.voice.words.range.format(low=self.value(low), high=self.value(high)) if self.value(low) != self.value(high) else self.value(low)


def _grain(weighed: Weighed) -> float:
    """Fine enough to tell the averages apart, and what knowing everything would be worth."""
    largest = max(max(abs(option.low), abs(option.high), abs(option.expected.value)) for option in weighed.options) or 1.0
    means = sorted(option.expected.value for option in weighed.options)
    apart = [gap for gap in (weighed.evpi.value, *(b - a for a, b in pairwise(means))) if gap > 1e-6 * largest]
    return float(10.0 ** (math.floor(math.log10(min(apart, default=largest))) - 1))
