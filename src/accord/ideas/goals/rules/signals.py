"""What drifts: a signal says since when, who is affected and what clears it, and where its facts are.

Any idea finds signals of its own kind: it registers at `registry.drift_signal` under the kind's name

    @registry.drift_signal.register("goals.effort", order=60)
    def effort(*, by: Actor, start: int, size: int) -> Signals: ...

and gives as many as asked for, from `start` on, worst first, with the count of all. Where an idea has but a few, `Signals.of` cuts a list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class DriftSignal:
    """One thing that drifts. key: stable, for as long as it is the same drift. headline: what is so, in one sentence. affected: teams and work, never
    whoever did not answer; more: how many others. url: its facts. weight: 0 to 1, 1 where a reset is called for by this alone."""

    key: str
    kind: str
    headline: str
    since: datetime | None
    affected: tuple[str, ...]
    clears: str
    url: str
    weight: float = 0.5
    more: int = 0
    goal_id: UUID | None = None  # of the goal it is about: a reset of that goal takes it onto its agenda


@dataclass(frozen=True)
class Signals:
    """Those of one kind: how many there are in all, and the first of them, worst first. title: the kind, as a heading of a page."""

    kind: str
    title: str
    count: int
    first: tuple[DriftSignal, ...]

    @property
    def rest(self) -> int:
        return self.count - len(self.first)

    @staticmethod
    def of(kind: str, title: str, every: Sequence[DriftSignal], start: int, size: int) -> "Signals":
        return Signals(kind, title, len(every), tuple(every[start : start + size]))
