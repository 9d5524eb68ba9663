"""Saying back what was heard: was it our own words, and what did the speaker say to it?

A sentence that repeats the answer proves nothing when it is confirmed, so a *copied* one does not count.
`learned` counts playbacks that were ever corrected; that is the success of listening, not its failure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.estimate.shares import wilson
from accord.ideas.goals.rules import is_copied

CONFIRMED, CORRECTED = "confirmed", "corrected"


@dataclass(frozen=True)
class Played:
    """One playback: what was said, what was said back, and the speaker's word in each round, "confirmed" or "corrected"."""

    original: str
    said_back: str
    rounds: tuple[str, ...]

    @property
    def closed(self) -> bool:
        return self.rounds[-1:] == (CONFIRMED,)


@dataclass(frozen=True)
class PlaybackMeasure:
    """n: playbacks that count; shares from 0 to 1, None when none counts. mean_rounds_to_close: None when none is closed."""

    n: int
    copied: int
    first_pass: float | None
    first_pass_ci90: tuple[float, float]
    closed: float | None
    learned: float | None
    mean_rounds_to_close: float | None


def playback_measure(playbacks: Sequence[Played]) -> PlaybackMeasure:
    """How well we listen, over playbacks that have at least one word from their speaker."""
    own = [one for one in playbacks if not is_copied(one.original, one.said_back)]
    n = len(own)
    first = sum(one.rounds[:1] == (CONFIRMED,) for one in own)
    closed = [one for one in own if one.closed]
    return PlaybackMeasure(
        n=n,
        copied=len(playbacks) - n,
        first_pass=first / n if n else None,
        first_pass_ci90=wilson(first, n),
        closed=len(closed) / n if n else None,
        learned=sum(CORRECTED in one.rounds for one in own) / n if n else None,
        mean_rounds_to_close=sum(len(one.rounds) for one in closed) / len(closed) if closed else None,
    )
