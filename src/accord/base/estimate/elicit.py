"""What a person says, made into a distribution.

A range is 9 in 10: the person would be surprised, one time in twenty each, to land below `low` or above `high`.
`typical`, when given, is the value as likely to be passed as not; the J-QPD curve then goes through all three.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from accord.base.estimate.curves import JQPD, Floored, HeavyTail
from accord.base.estimate.distributions import Distribution, Fixed, LogitNormal, Lognormal, Normal, Pool, Values
from accord.base.estimate.shares import Z90


class Kind(StrEnum):
    """What sort of number is asked for; it decides the shape of the curve."""

    AMOUNT = "amount"          # more than 0: money, minutes, people; lognormal
    SHARE = "share"            # part of a whole; logit-normal
    CHANCE = "chance"          # of something happening; logit-normal
    COUNT = "count"            # 0 or more; lognormal, may start at 0
    DURATION = "duration"      # 0 or more; lognormal, may start at 0
    COST = "cost"              # a cost with a heavy tail, cut at what one would stop at
    NUMBER = "number"          # may be negative; normal


class RangeError(ValueError):
    """One plain sentence. field: `low`, `high`, `typical` or `stop`."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.message, self.field = message, field


@dataclass(frozen=True)
class Range:
    """low and high: 9 in 10 lie between, in the quantity's own unit. stop (only for `cost`): where one would stop spending."""

    low: float
    high: float
    typical: float | None = None
    kind: Kind = Kind.AMOUNT
    whole: float = 1.0         # what a share is a part of: 1, or 100 for “of 100” and per cent
    stop: float | None = None


def distribution(said: Range) -> Distribution:
    """The curve through a range. Raises RangeError."""
    check(said)
    low, high, typical = said.low, said.high, said.typical
    if low == high:
        return Fixed(low)
    match said.kind:
        case Kind.NUMBER:
            return JQPD("any", low, typical, high) if typical is not None else Normal((low + high) / 2, (high - low) / (2 * Z90))
        case Kind.SHARE | Kind.CHANCE:
            if typical is not None:
                return JQPD("share", low, typical, high, said.whole)
            a, b = _logit(low / said.whole), _logit(high / said.whole)
            return LogitNormal((a + b) / 2, (b - a) / (2 * Z90), said.whole)
        case Kind.COST:
            return HeavyTail(_positive(low, high, typical), high, float(said.stop or high))
        case Kind.COUNT | Kind.DURATION if low == 0:
            shift = 0.5 if said.kind is Kind.COUNT else high / 20
            a, b = math.log(low + shift), math.log(high + shift)
            return Floored((a + b) / 2, (b - a) / (2 * Z90), shift)
    return _positive(low, high, typical)


def _positive(low: float, high: float, typical: float | None) -> Distribution:
    if typical is not None:
        return JQPD("positive", low, typical, high)
    return Lognormal((math.log(low) + math.log(high)) / 2, math.log(high / low) / (2 * Z90))


def _logit(p: float) -> float:
    return math.log(p / (1 - p))


def check(said: Range) -> None:
    """Raises RangeError with what to do; nothing when the range can be used."""
    low, high, typical = said.low, said.high, said.typical
    for field, value in (("low", low), ("high", high), ("typical", typical), ("stop", said.stop)):
        if value is not None and not math.isfinite(value):
            raise RangeError("Write an ordinary number, such as 34.", field)
        if value is not None and abs(value) > 1e15:
            raise RangeError("This number is too large; the most is 1,000,000,000,000,000.", field)
    if high < low or (high == low and typical not in (None, low)):
        raise RangeError(f"High must be more than low, which is {shown(low)}.", "high")
    _check_bounds(said)
    if low == high:
        return
    if typical is not None and not low < typical < high:
        raise RangeError(f"Typical must lie between low, which is {shown(low)}, and high, which is {shown(high)}.", "typical")
    if typical is not None and min(typical - low, high - typical) < (high - low) / 1000:
        raise RangeError("Typical is almost at one end. Move it inwards, or leave it out.", "typical")
    if said.kind is Kind.COST:
        if said.stop is None:
            raise RangeError("Say at what cost you would stop. Costs like this can run away, and without a stop they have no average.", "stop")
        if said.stop < high:
            raise RangeError(f"The stop must be at least high, which is {shown(high)}.", "stop")


def _check_bounds(said: Range) -> None:
    low, high = said.low, said.high
    if said.kind in (Kind.SHARE, Kind.CHANCE) and low != high:
        if low <= 0:
            raise RangeError(f"Low must be more than 0. Write the smallest share that would not surprise you, such as {shown(said.whole / 100)}.", "low")
        if high >= said.whole:
            raise RangeError(f"High must be less than {shown(said.whole)}, the whole.", "high")
    if said.kind in (Kind.SHARE, Kind.CHANCE) and not 0 <= low <= high <= said.whole:
        raise RangeError(f"A share lies between 0 and {shown(said.whole)}.", "low" if low < 0 else "high")
    if said.kind in (Kind.AMOUNT, Kind.COST) and low <= 0 and not low == high == 0:
        raise RangeError("Low must be more than 0. Write the smallest value that would not surprise you.", "low")
    if said.kind in (Kind.COUNT, Kind.DURATION):
        if low < 0:
            raise RangeError("Low must be 0 or more.", "low")
        if low == 0 and said.typical is not None and high != 0:
            raise RangeError("With a low of 0, leave typical out, or set low a little above 0.", "typical")


def shown(value: float) -> str:
    """A number in a sentence: 1,200 or 0.05."""
    return f"{value:,.10g}".replace("-", "−")


def twenty(said: Range | Distribution) -> tuple[float, ...]:
    """The 20 equally likely futures of a range: its quantiles at 1/40, 3/40 ... 39/40, lowest first. Raises RangeError."""
    curve = distribution(said) if isinstance(said, Range) else said
    values: Values = curve.quantile((np.arange(20) + 0.5) / 20)
    return tuple(float(value) for value in values)


def pooled(ranges: list[Range]) -> Distribution:
    """Several people's ranges as one: the average of their curves, equal weights, so that disagreement widens it."""
    curves = tuple(distribution(said) for said in ranges)
    return curves[0] if len(curves) == 1 or len(set(curves)) == 1 else Pool(curves)
