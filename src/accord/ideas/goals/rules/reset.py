"""When it is time to sit down together again: three things that are reason enough by themselves, and a drift that has left its usual range."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

SILENT_DAYS, ORPHAN_SHARE = 14, 0.2
WEEKS, LEVEL = 12, 0.35  # so many weeks are the usual range; until they are there, a fixed line
LAMBDA, LIMITS = 0.2, 3.5  # of the moving average: its weight of the newest week, its limit in standard errors


@dataclass(frozen=True)
class Reset:
    """why: silent_change, false_consensus_on_top_goal, orphan_effort, drift_trend or drift_level; none when no reset is called for.
    ewma and limit: of the trend, None while there are too few weeks."""

    why: tuple[str, ...]
    ewma: float | None
    limit: float | None

    @property
    def due(self) -> bool:
        return bool(self.why)


def drift(*parts: float | None) -> float | None:
    """One week's drift: the mean of what is known of the shares not agreed to, in orphans, out of step with priorities, and gone stale."""
    known = [part for part in parts if part is not None]
    return fmean(known) if known else None


def reset(weeks: Sequence[float], *, silent_days: float = 0, false_consensus: bool = False, orphan_share: float = 0) -> Reset:
    """weeks: the drift of each week, oldest first, 0 to 1. silent_days: since the oldest change somebody was not told of."""
    ewma, limit = _trend(weeks)
    why = (
        ("silent_change", silent_days > SILENT_DAYS),
        ("false_consensus_on_top_goal", false_consensus),
        ("orphan_effort", orphan_share > ORPHAN_SHARE),
        ("drift_trend", ewma is not None and limit is not None and ewma > limit),
        ("drift_level", ewma is None and bool(weeks) and weeks[-1] > LEVEL),
    )
    return Reset(tuple(name for name, holds in why if holds), ewma, limit)


def _trend(weeks: Sequence[float]) -> tuple[float | None, float | None]:
    """The exponentially weighted moving average since the usual weeks, and its upper control limit (Roberts 1959)."""
    if len(weeks) <= WEEKS:
        return None, None
    usual, since = weeks[:WEEKS], weeks[WEEKS:]
    ewma = centre = fmean(usual)
    for week in since:
        ewma = LAMBDA * week + (1 - LAMBDA) * ewma
    spread = sqrt(LAMBDA / (2 - LAMBDA) * (1 - (1 - LAMBDA) ** (2 * len(since))))
    return ewma, centre + LIMITS * stdev(usual) * spread
