"""How old what we know is. Nothing is fresh because somebody opened a page: only confirming it makes it so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

HALF_LIVES = {"goal": 180.0, "priority": 90.0, "prediction": 90.0, "estimate": 60.0, "risk": 45.0}  # days; an organisation may set its own
STALE_BELOW = 0.5


@dataclass(frozen=True)
class Record:
    """Something we hold to be so, with the days since it was confirmed."""

    id: str
    kind: str
    age_days: float
    weight: float = 1


@dataclass(frozen=True)
class Freshness:
    """of: 1 when just confirmed, half after each half-life. mean: by weight, None without records. stale: in the order given."""

    of: dict[str, float] = field(default_factory=dict)
    mean: float | None = None
    stale: tuple[str, ...] = ()


def freshness(records: Iterable[Record], half_lives: Mapping[str, float] | None = None) -> Freshness:
    """half_lives: days by kind, where the organisation differs from HALF_LIVES. KeyError for a kind that has none."""
    lives, rows = HALF_LIVES | dict(half_lives or {}), list(records)
    of = {row.id: 2 ** (-row.age_days / lives[row.kind]) for row in rows}
    weight = sum(row.weight for row in rows)
    mean = sum(of[row.id] * row.weight for row in rows) / weight if weight else None
    return Freshness(of, mean, tuple(row.id for row in rows if of[row.id] < STALE_BELOW))
