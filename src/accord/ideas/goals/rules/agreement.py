"""Who still holds what they agreed to: a goal that changes makes the links of its contributors suspect, not the goal itself.

The pattern is the suspect link of requirements management, with one difference: only a material change counts, and what clears a link is what
its contributor says, not a tick.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CURRENT, SUSPECT, NEVER = "current", "suspect", "never_acknowledged"


@dataclass(frozen=True)
class Link:
    """who contributes to goal; the versions they agreed to and were told of, None for none."""

    who: str
    goal: str
    agreed: int | None
    told: int | None

    @property
    def name(self) -> str:
        return f"{self.who}>{self.goal}"


@dataclass(frozen=True)
class Agreement:
    """states by link. coverage: the share of links that are current, None without links. silent: links whose contributor was not told of the
    version that stands. exposure_days: days since the change, summed over links that are not current."""

    states: dict[str, str]
    coverage: float | None
    suspect: int
    never: int
    silent: tuple[str, ...]
    exposure_days: float


def state_of(agreed: int | None, version: int) -> str:
    """Of a link whose contributor agreed to a version, when its goal stands at another."""
    if agreed is None:
        return NEVER
    return CURRENT if agreed == version else SUSPECT


def agreement(links: Iterable[Link], goals: Mapping[str, tuple[int, float]], now: float) -> Agreement:
    """goals: the version each stands at and the day of its last material change; days in any one count, such as days since an epoch."""
    rows = list(links)
    states = {link.name: state_of(link.agreed, goals[link.goal][0]) for link in rows}
    open_ = [link for link in rows if states[link.name] != CURRENT]
    return Agreement(
        states,
        1 - len(open_) / len(rows) if rows else None,
        sum(one == SUSPECT for one in states.values()),
        sum(one == NEVER for one in states.values()),
        tuple(link.name for link in open_ if link.told != goals[link.goal][0]),
        sum(now - goals[link.goal][1] for link in open_),
    )
