"""What drifts, as doors show it: the goals' own signals and those of ideas downstream, gathered without knowing whose they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry
from accord.base.people.rules import Actor

from ..rules import DriftSignal, Signals

MOST = 200


@dataclass(frozen=True)
class DriftShown:
    """One thing that drifts. affected: teams and work by name, and `more` beside them. url: its facts."""

    key: str
    kind: str
    headline: str
    since: datetime | None
    affected: list[str]
    more: int
    clears: str
    url: str
    goal_id: UUID | None

    @staticmethod
    def of(one: DriftSignal) -> "DriftShown":
        return DriftShown(one.key, one.kind, one.headline, one.since, list(one.affected), one.more, one.clears, one.url, one.goal_id)


@dataclass(frozen=True)
class SignalsShown:
    """One kind of drift: how many there are in all, and those asked for, worst first."""

    kind: str
    title: str
    count: int
    signals: list[DriftShown]


def every(by: Actor, size: int) -> Iterator[Signals]:
    """All kinds that drift, in their order."""
    for found in registry.drift_signal:
        signals: Signals = found.function(by=by, start=0, size=size)
        if signals.count:
            yield signals


def of_kind(by: Actor, kind: str, start: int, size: int) -> Signals:
    """One kind from a place on; NotThere for a kind nobody registered."""
    for found in registry.drift_signal:
        if found.name == kind:
            signals: Signals = found.function(by=by, start=start, size=size)
            return signals
    raise registry.NotThere(kind)


@registry.query("goals.list_drift", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def list_drift(
    *,
    by: Actor,
    kind: Annotated[str, Field(description="Only this kind, such as `goals.silent`; empty for all.", pattern=r"^[a-z_.]*$")] = "",
    start: Annotated[int, Field(description="From this place on; of one kind only.", ge=0, le=1_000_000)] = 0,
    size: Annotated[int, Field(description="So many of each kind.", ge=1, le=MOST)] = 20,
) -> list[SignalsShown]:
    """What drifts: goals that changed without telling, work that leads to no goal, and whatever else says that both sides are drifting apart."""
    found = [of_kind(by, kind, start, size)] if kind else list(every(by, size))
    return [SignalsShown(one.kind, one.title, one.count, [DriftShown.of(signal) for signal in one.first]) for one in found]
