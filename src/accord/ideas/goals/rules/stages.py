"""Stages, measures and where a goal stands, without a database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Stage(StrEnum):
    """How far an initiative came. The order is the road's."""

    REQUESTED = "requested"
    LISTENING = "listening"
    WORTH = "worth"
    DECISION = "decision"
    DELIVERY = "delivery"
    REVIEW = "review"
    CLOSED = "closed"

    @property
    def place(self) -> int:
        return list(Stage).index(self)


def furthest(reached: list[tuple[int, Stage]]) -> Stage:
    """The stage of an initiative that reached these, each with its round: the furthest of the last round. One that reached none was only
    just requested."""
    return max(reached, key=lambda one: (one[0], one[1].place), default=(0, Stage.REQUESTED))[1]


@dataclass(frozen=True)
class Measure:
    """How we would see that a goal is reached. Any number may be unknown; the unit belongs to all three."""

    name: str
    unit: str
    baseline: Decimal | None
    current: Decimal | None
    target: Decimal | None
    due: date | None

    @property
    def share(self) -> float | None:
        """The part of the way from baseline to target that is behind us, below 0 when it got worse; None when it cannot be told."""
        if self.baseline is None or self.current is None or self.target is None or self.baseline == self.target:
            return None
        return float((self.current - self.baseline) / (self.target - self.baseline))


def what_changed(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """The names of the fields in which two versions differ, in the order of the first."""
    return [name for name, value in before.items() if after.get(name) != value]
