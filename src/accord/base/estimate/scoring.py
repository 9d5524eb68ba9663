"""What people said, beside what came true: chances by the Brier score and its parts, ranges by how often they held. No score is ever a person's rank."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accord.base.estimate.shares import wilson

SHOWN_FROM, CURVE_FROM, JUDGED_FROM = 20, 50, 10
CLIP = 0.01


@dataclass(frozen=True)
class Chances:
    """brier = miscalibration - discrimination + uncertainty, each 0 or more. skill: 1 is perfect, 0 no better than always saying the usual rate;
    None where everything or nothing came true. mean_p_minus_rate: above 0, more was said than came true. show: enough to be shown at all;
    show_miscalibration: enough for its curve."""

    n: int
    brier: float
    log_score: float
    miscalibration: float
    discrimination: float
    uncertainty: float
    skill: float | None
    mean_p_minus_rate: float
    show: bool
    show_miscalibration: bool


@dataclass(frozen=True)
class Due:
    """A range that came due: lo to hi was said to hold nine times in ten; actual is what came true."""

    lo: float
    hi: float
    actual: float

    @property
    def held(self) -> bool:
        return self.lo <= self.actual <= self.hi


@dataclass(frozen=True)
class Ranges:
    """hit_rate with its Wilson interval; interval_score: width plus a fine for each miss, on logs unless told otherwise, less is better.
    verdict: too_few, overconfident, underconfident or calibrated."""

    n: int
    hit_rate: float
    ci90: tuple[float, float]
    interval_score: float
    verdict: str


def chances(said: Sequence[float], came: Sequence[int], *, min_n: int = SHOWN_FROM, curve_n: int = CURVE_FROM, clip: float = CLIP) -> Chances:
    """said: chances from 0 to 1; came: 1 where it came true, else 0. Raises ValueError without any, or for a chance outside 0 to 1."""
    if not said or len(said) != len(came) or not all(0 <= p <= 1 for p in said) or not all(y in (0, 1) for y in came):
        raise ValueError("Give as many chances from 0 to 1 as outcomes, each 0 or 1, and at least one.")
    n, rate = len(said), sum(came) / len(came)
    score = _squares(said, came)
    mended, unsure = _squares(_isotonic(said, came), came), rate * (1 - rate)
    logs = -sum(math.log(min(max(p if y else 1 - p, clip), 1 - clip)) for p, y in zip(said, came, strict=True)) / n
    return Chances(
        n, score, logs, max(score - mended, 0.0), max(unsure - mended, 0.0), unsure, 1 - score / unsure if unsure else None, sum(said) / n - rate,
        n >= min_n, n >= curve_n,
    )


def _squares(said: Iterable[float], came: Sequence[int]) -> float:
    return sum((p - y) ** 2 for p, y in zip(said, came, strict=True)) / len(came)


@dataclass(frozen=True)
class Level:
    """Chances from low to high that ought to have been one: n of them, and the share that came true."""

    low: float
    high: float
    n: int
    came: float


def curve(said: Sequence[float], came: Sequence[int]) -> list[Level]:
    """What chances were worth, rising: of neighbouring levels the share that came true is never the same. Nothing of nothing."""
    should = _isotonic(said, came)
    found: dict[float, list[float]] = {}
    for p, worth in zip(said, should, strict=True):
        found.setdefault(worth, []).append(p)
    return [Level(min(at), max(at), len(at), worth) for worth, at in sorted(found.items())]


def _isotonic(said: Sequence[float], came: Sequence[int]) -> list[float]:
    """What the chances should have been, rising where they rise: the nearest such to the outcomes (pool adjacent violators). Equal chances stay equal."""
    levels: list[list[float]] = []      # [sum of outcomes, how many, chance]
    for p in sorted(set(said)):
        at = [y for q, y in zip(said, came, strict=True) if q == p]
        levels.append([sum(at), len(at), p])
        while len(levels) > 1 and levels[-2][0] * levels[-1][1] >= levels[-1][0] * levels[-2][1]:
            total, count, top = levels.pop()
            levels[-1] = [levels[-1][0] + total, levels[-1][1] + count, top]
    return [next(total / count for total, count, top in levels if p <= top) for p in said]


def ranges(due: Sequence[Due], *, log: bool = True, alpha: float = 0.1, min_n: int = JUDGED_FROM) -> Ranges:
    """Raises ValueError without any, or on logs for a value that is not more than 0."""
    if not due or (log and min(min(one.lo, one.hi, one.actual) for one in due) <= 0):
        raise ValueError("Give at least one range that came due; on logs every value is more than 0.")
    n, hits = len(due), sum(one.held for one in due)
    low, high = wilson(hits, n)
    verdict = "too_few" if n < min_n else "overconfident" if high < 1 - alpha else "underconfident" if low > 1 - alpha else "calibrated"
    return Ranges(n, hits / n, (low, high), sum(_fined(one, log, alpha) for one in due) / n, verdict)


def _fined(one: Due, log: bool, alpha: float) -> float:
    low, high, actual = (math.log(x) if log else x for x in (one.lo, one.hi, one.actual))
    return high - low + 2 / alpha * (max(low - actual, 0.0) + max(actual - high, 0.0))


