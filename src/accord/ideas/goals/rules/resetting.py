"""How far a reset has come, and what its agenda begins with."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .signals import DriftSignal

READ, SETTLE, TELL = 5, 10, 5  # minutes: reading both pictures in silence, writing one sentence both can sign, saying who tells whom
MOST = 6  # signals that fit into one meeting


class Step(StrEnum):
    """Both sides write without seeing the other; they meet; everybody whose work it concerns agrees; it is over."""

    WRITING = "writing"
    MEETING = "meeting"
    CONFIRMING = "confirming"
    IN_ACCORD = "in_accord"
    STOPPED = "stopped"


def step(*, opened: bool, met: bool, closed: bool, stopped: bool) -> Step:
    """met: every goal of it is settled."""
    if stopped:
        return Step.STOPPED
    if closed:
        return Step.IN_ACCORD
    if met:
        return Step.CONFIRMING
    return Step.MEETING if opened else Step.WRITING


def may_close(*, settled: Sequence[bool], current: Sequence[bool]) -> bool:
    """A reset is over when each of its goals was settled and every link of them holds what it agreed to."""
    return bool(settled) and all(settled) and all(current)


@dataclass(frozen=True)
class Line:
    """A line of an agenda before it is written down."""

    title: str
    detail: str
    url: str
    kind: str
    minutes: int


def agenda(signals: Sequence[DriftSignal], read: str, settle: str, tell: str) -> list[Line]:
    """The signals, heaviest first, between reading both pictures and writing down what is agreed. read, settle, tell: what these are called."""
    heaviest = sorted(signals, key=lambda one: -one.weight)[:MOST]
    middle = [Line(one.headline, ", ".join(one.affected), one.url, one.kind, 5) for one in heaviest]
    return [Line(read, "", "", "", READ), *middle, Line(settle, "", "", "", SETTLE), Line(tell, "", "", "", TELL)]
