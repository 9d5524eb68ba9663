"""Whether two sides agree, and whether they know: co-orientation (McLeod and Chaffee 1973; the states after Dozier and Broom).

Each item has four marks: what A and B say of themselves, and what each guesses of the other. Closeness is `1 - mean |difference| / range`:
0 to 1, without a unit. Accuracy alone flatters, for whoever always guesses the middle scores 0.70 and whoever takes the others for like
themselves 0.60 on marks drawn by chance; *insight* is what a guess adds over the better of the two, 1 when it is always right, 0 and less
when it adds nothing. Halfway between the two a guess can still add a little where the sides are alike, up to 0.14 (`bench/empathy.py`), so a
small insight is not proof of much. It is of a side and never of a person: who guesses well is not stable (Kenny and Albright 1987).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from .estimates import SCALE, Numbers, Scale

TAU = 0.25  # of the range: no further apart than this is close; one step of five. Our choice, no source gives it


class State(StrEnum):
    """The order in which items are shown: what hurts unseen first."""

    FALSE_CONSENSUS = "false_consensus"  # apart, and one side at least believes they are close
    FALSE_CONFLICT = "false_conflict"  # close, and one side at least does not see it
    OPEN_DISAGREEMENT = "open_disagreement"  # apart, and both know
    CONSENSUS = "consensus"  # close, and both know


@dataclass(frozen=True)
class Guessing:
    """How one side sees the other. accuracy: closeness of its guess to what the other says; congruency: to what it says itself; bias: the
    mean of guess less truth, in units of the scale, above 0 when it takes the other for more demanding than it is. over_self, over_middle:
    what the guess adds over taking them for like us, and over the middle of the scale; insight: the lesser of both. None where the
    baseline is right everywhere already, so that nothing can be added."""

    accuracy: float
    congruency: float
    bias: float
    insight: float | None
    over_self: float | None
    over_middle: float | None


@dataclass(frozen=True)
class Item:
    """Of one item, in units of the scale. gap: how far apart the sides are, not signed. a_misses_b_by: A's guess less what B says."""

    state: State
    gap: float
    a_misses_b_by: float
    b_misses_a_by: float


@dataclass(frozen=True)
class Coorientation:
    """n: items with all four marks, the only ones that count. items: by name, in the order given."""

    n: int
    agreement: float
    a: Guessing
    b: Guessing
    items: dict[str, Item]


Marks = Sequence[float | None]


def coorientation(
    items: Sequence[str], own_a: Marks, own_b: Marks, guess_a: Marks, guess_b: Marks, *, scale: Scale = SCALE, tau: float = TAU
) -> Coorientation | None:
    """One mark of each kind for each item, a mark or a side's mean, None where it is missing. guess_a: what A believes of B. None when no item
    has all four. ValueError when the lists are not of one length, or the scale has no range."""
    marks = np.array([[np.nan if mark is None else mark for mark in row] for row in (own_a, own_b, guess_a, guess_b)], dtype=float)
    if marks.shape != (4, len(items)) or not scale[0] < scale[1]:
        raise ValueError(f"Four marks for each of {len(items)} items on a scale with a range are needed; there are {marks.shape} on {scale}.")
    whole = ~np.isnan(marks).any(axis=0)
    if not whole.any():
        return None
    a, b, of_b, of_a = marks[:, whole]
    states = _states(a, b, of_b, of_a, tau * (scale[1] - scale[0]))
    rows = zip(states, abs(a - b).tolist(), (of_b - b).tolist(), (of_a - a).tolist(), strict=True)
    names = [name for name, counts in zip(items, whole, strict=True) if counts]
    agreement = float(closeness(a, b, scale))
    return Coorientation(
        len(names), agreement, _guessing(a, b, of_b, scale), _guessing(b, a, of_a, scale), {name: Item(*row) for name, row in zip(names, rows, strict=True)}
    )


def closeness(one: Numbers, other: Numbers | float, scale: Scale) -> Numbers:
    """From 0, at the two ends of the scale, to 1, the same. Over the last axis."""
    return np.asarray(1 - np.mean(abs(one - other), axis=-1) / (scale[1] - scale[0]))


def added(accuracy: Numbers, base: Numbers) -> Numbers:
    """What a guess adds over a baseline: 1 for all that could be, nan where nothing could."""
    left = np.where(1 - base > 1e-12, 1 - base, np.nan)
    return np.asarray((accuracy - base) / left)


def _guessing(own: Numbers, truth: Numbers, guess: Numbers, scale: Scale) -> Guessing:
    accuracy = closeness(guess, truth, scale)
    alike, middle = closeness(own, truth, scale), closeness(truth, sum(scale) / 2, scale)
    skills = [_or_none(added(accuracy, base)) for base in (np.maximum(alike, middle), alike, middle)]
    return Guessing(float(accuracy), float(closeness(own, guess, scale)), float(np.mean(guess - truth)), *skills)


def _or_none(value: Numbers) -> float | None:
    return None if np.isnan(value) else float(value)


def _states(a: Numbers, b: Numbers, of_b: Numbers, of_a: Numbers, tau: float) -> list[State]:
    return [state(*(bool(one) for one in row)) for row in zip(_close(a, b, tau), _close(a, of_b, tau), _close(b, of_a, tau), strict=True)]


def _close(one: Numbers, other: Numbers, tau: float) -> Numbers:
    return np.asarray(abs(one - other) <= tau + 1e-9)  # sums of steps are not always whole in binary


def state(close: bool, a_thinks_so: bool, b_thinks_so: bool) -> State:
    if close:
        return State.CONSENSUS if a_thinks_so and b_thinks_so else State.FALSE_CONFLICT
    return State.FALSE_CONSENSUS if a_thinks_so or b_thinks_so else State.OPEN_DISAGREEMENT
