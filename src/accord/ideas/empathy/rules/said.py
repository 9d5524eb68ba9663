"""What one person says in a round: marks, guesses, reasons, points; as plain values, and as the text that is sealed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

STEPS = 5  # of the scale: 1 can wait, 5 critical
TOP = STEPS
NOTHING = 0  # no mark
NO_PICK = (0, 0)  # of a set: nothing was said, as nothing can matter most and least


@dataclass(frozen=True)
class Said:
    """own and guess: a mark from 1 to 5 for each item in its place, 0 where nothing was said. because: why an item is critical, by its place.
    points: of a hundred, for each item. picks: for each small set shown, which place matters most and which least, or NO_PICK. standing: 0 to 10 for each
    standing question. goal: whether it is still right. named: who must be asked too."""

    own: tuple[int, ...] = ()
    guess: tuple[int, ...] = ()
    because: Mapping[int, str] = field(default_factory=dict)
    points: tuple[int, ...] = ()
    picks: tuple[tuple[int, int], ...] = ()
    standing: Mapping[str, int] = field(default_factory=dict)
    heard: int = NOTHING
    goal: str = ""
    goal_words: str = ""
    named: tuple[str, ...] = ()

    def but(self, **changes: Any) -> "Said":
        return replace(self, **changes)

    @property
    def critical(self) -> tuple[int, ...]:
        """The places of the items marked critical."""
        return tuple(place for place, mark in enumerate(self.own) if mark == TOP)

    def as_text(self) -> str:
        """Compact JSON; marks are one digit each, so a sheet over 200 items is half a kilobyte."""
        kept = {
            "o": _digits(self.own), "g": _digits(self.guess), "b": {str(place): words for place, words in self.because.items()}, "p": list(self.points),
            "k": [list(pick) for pick in self.picks], "s": dict(self.standing), "h": self.heard, "l": self.goal, "w": self.goal_words, "n": list(self.named),
        }  # fmt: skip
        return json.dumps({name: value for name, value in kept.items() if value}, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def of_text(text: str) -> "Said":
        kept = json.loads(text)
        return Said(
            own=_marks(kept.get("o", "")), guess=_marks(kept.get("g", "")), because={int(place): words for place, words in kept.get("b", {}).items()},
            points=tuple(kept.get("p", ())), picks=tuple((most, least) for most, least in kept.get("k", ())), standing=kept.get("s", {}),
            heard=kept.get("h", NOTHING), goal=kept.get("l", ""), goal_words=kept.get("w", ""), named=tuple(kept.get("n", ())),
        )  # fmt: skip


def _digits(marks: Sequence[int]) -> str:
    return "".join(map(str, marks))


def _marks(digits: str) -> tuple[int, ...]:
    return tuple(map(int, digits))


def unexplained(said: Said) -> tuple[int, ...]:
    """The critical items whose reason is still to be written."""
    return tuple(place for place in said.critical if not said.because.get(place, "").strip())


def tidy(said: Said) -> Said:
    """Without reasons for what is not critical any more."""
    return said.but(because={place: words for place, words in said.because.items() if place in said.critical})
