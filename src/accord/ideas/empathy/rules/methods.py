"""RICE, WSJF and MoSCoW out of what Accord knows, for those who need them elsewhere. What nobody said stays empty; nothing is made up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from .counts import ratings
from .estimates import SCALE, Estimate, half_width

IMPACT = {1: 0.25, 2: 0.5, 3: 1.0, 4: 2.0, 5: 3.0}  # RICE's own steps, from minimal to massive, for our five marks
SURE = ((0.25, 1.0), (0.5, 0.8))  # half of the interval, in steps of the mark -> RICE's confidence; wider than that
GUESS = 0.5


def mean_mark(histogram: Sequence[int] | None) -> Estimate | None:
    """The mean mark of one side with its interval; None where it is not shown."""
    marks = np.array(ratings(histogram), dtype=float)
    if not len(marks):
        return None
    mean = float(marks.mean())
    half = float(half_width(np.array(((marks - mean) ** 2).sum()), np.array(len(marks)), SCALE))
    return Estimate(mean, max(SCALE[0], mean - half), min(SCALE[1], mean + half), len(marks))


def both(business: Estimate | None, it: Estimate | None) -> Estimate | None:
    """Both sides as one, each counting the same however many they are; None where one of them is not shown."""
    if business is None or it is None:
        return None
    mean = (business.value + it.value) / 2
    half = (((business.high - business.low) / 2) ** 2 + ((it.high - it.low) / 2) ** 2) ** 0.5 / 2
    return Estimate(mean, max(SCALE[0], mean - half), min(SCALE[1], mean + half), business.n + it.n)


def impact(mark: Estimate | None) -> float | None:
    return IMPACT[min(5, max(1, round(mark.value)))] if mark else None


def confidence(mark: Estimate | None) -> float | None:
    """How sure the mark is, on RICE's three steps."""
    if mark is None:
        return None
    half = (mark.high - mark.low) / 2
    return next((sure for most, sure in SURE if half <= most), GUESS)


@dataclass(frozen=True)
class Decided:
    """What was chosen, by items' ids: among what, what is taken, and what of it only because money was left."""

    among: Collection[str]
    taken: Collection[str]
    filled_up: Collection[str]


def moscow(item: str, decided: Decided | None, critical: Collection[str]) -> str:
    """must, should, could, wont; empty where nothing was decided about it."""
    if decided is None or item not in decided.among:
        return ""
    if item not in decided.taken:
        return "wont"
    if item in critical:
        return "must"
    return "could" if item in decided.filled_up else "should"
