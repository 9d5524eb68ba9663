"""Whether people name our goals: what an answer may be about, which figures may be shown, and when they say something.

What an answer *looks like* is word overlap and nothing else; it sorts a pile, and counts for nothing before a person confirmed it.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from accord.base.estimate.shares import wilson
from accord.base.people.gate import K, gate

THINGS = 3  # that one is asked to name
GROUP = K  # fewer than so many who answered are not shown, in all or of one side
WIDE = 0.5  # a range as wide as this says nothing yet
_WORD = re.compile(r"\w+")
_SHORT, _STEM = 4, 5  # words below are in every sentence; “claim” and “claims” are told apart by nothing in their first letters
Key = TypeVar("Key")


class Outcome(StrEnum):
    """Open: sealed. Too few: never shown. Matching: answers wait for an owner. Unclear: the range is too wide. Clear: it says something."""

    OPEN = "open"
    TOO_FEW = "too_few"
    MATCHING = "matching"
    UNCLEAR = "unclear"
    CLEAR = "clear"


@dataclass(frozen=True)
class Share:
    """So many of so many, with the range that holds nine times in ten."""

    hits: int
    n: int

    @property
    def share(self) -> float:
        return self.hits / self.n

    @property
    def range(self) -> tuple[float, float]:
        return wilson(self.hits, self.n)

    @property
    def is_wide(self) -> bool:
        low, high = self.range
        return high - low >= WIDE

    @property
    def in_ten(self) -> int:
        """The same of ten; 0 and 10 only where it is nobody and everybody."""
        return self.hits and (10 if self.hits == self.n else min(9, max(1, round(10 * self.share))))


@dataclass(frozen=True)
class Sheet:
    """What one person named: their side, and which of our goals that was."""

    side: str
    goals: frozenset[UUID]


@dataclass(frozen=True)
class Recalled:
    """goals: each that was named; sides: those that may be shown."""

    all: Share
    goals: dict[UUID, Share]
    sides: dict[str, Share]


def stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if len(word) >= _SHORT or word.isdigit())


def looks_like(words: str, titles: Mapping[Key, str]) -> Key | None:
    """The one goal with the most words in common with an answer; None where there is none, or several alike."""
    said = stems(words)
    common = {key: len(said & stems(title)) for key, title in titles.items()}
    most = max(common.values(), default=0)
    best = [key for key, n in common.items() if n == most]
    return best[0] if most and len(best) == 1 else None


def recalled(sheets: Sequence[Sheet]) -> Recalled | None:
    """None for fewer than a group."""
    if len(sheets) < GROUP:
        return None
    named = {goal for sheet in sheets for goal in sheet.goals}
    of_side = {side: [one for one in sheets if one.side == side] for side in {one.side for one in sheets}}
    shown = gate({side: len(rows) for side, rows in of_side.items()}).shown
    return Recalled(
        _share(sheets),
        {goal: Share(sum(goal in one.goals for one in sheets), len(sheets)) for goal in named},
        {side: _share(of_side[side]) for side in shown},
    )


def _share(sheets: Collection[Sheet]) -> Share:
    return Share(sum(bool(one.goals) for one in sheets), len(sheets))


def outcome(*, closed: bool, sheets: int, waiting: int, share: Share | None) -> Outcome:
    """waiting: answers nobody has matched yet."""
    if not closed:
        return Outcome.OPEN
    if sheets < GROUP or share is None:
        return Outcome.TOO_FEW
    if waiting:
        return Outcome.MATCHING
    return Outcome.UNCLEAR if share.is_wide else Outcome.CLEAR
