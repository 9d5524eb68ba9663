"""Saying back what was heard: was it our own words, and what did the speaker say to it?

A sentence that repeats the answer proves nothing when it is confirmed, so a *copied* one does not count: one of which at least 0.6 of the
word 3-grams stand in the original. `learned` counts playbacks that were ever corrected; that is the success of listening, not its failure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .shares import wilson

GRAM, COPIED_FROM = 3, 0.6
CONFIRMED, CORRECTED = "confirmed", "corrected"
_WORD = re.compile(r"\w+")


def _grams(words: Sequence[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + n]) for at in range(len(words) - n + 1)]


def is_copied(original: str, said_back: str) -> bool:
    """Whether what is said back is so close to the original that confirming it proves nothing. Shorter than three words: all of it must stand there."""
    theirs, ours = _WORD.findall(original.lower()), _WORD.findall(said_back.lower())
    n = min(GRAM, len(ours))
    if n == 0:
        return False
    known, told = set(_grams(theirs, n)), _grams(ours, n)
    return sum(gram in known for gram in told) / len(told) >= COPIED_FROM


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
