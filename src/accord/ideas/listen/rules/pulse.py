"""Did people feel heard? Two items from 1 to 5, shown only when enough answered that nobody can be told from the others.

They are shown in steps of five answers: otherwise whoever looks before and after one more answer could tell that answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.estimate.shares import wilson
from accord.base.people.gate import K

GOOD = 4  # marks from here on count as yes


@dataclass(frozen=True)
class PulseShare:
    """The share of 4 and 5 among n marks, from 0 to 1, with its 90 % interval."""

    share: float
    low: float
    high: float
    yes: int
    n: int


@dataclass(frozen=True)
class Pulse:
    """Both items, each None while fewer than five answered."""

    understood: PulseShare | None
    worth_it: PulseShare | None


def pulse(marks: Sequence[tuple[int, int]], *, k: int = K) -> Pulse:
    """marks: (I was understood, it was worth my time), one pair for each person, oldest first; those behind the last full step wait."""
    shown = marks[: len(marks) // k * k]
    if not shown:
        return Pulse(None, None)
    return Pulse(_share([one for one, _other in shown]), _share([other for _one, other in shown]))


def _share(marks: Sequence[int]) -> PulseShare:
    yes = sum(mark >= GOOD for mark in marks)
    low, high = wilson(yes, len(marks))
    return PulseShare(yes / len(marks), low, high, yes, len(marks))
