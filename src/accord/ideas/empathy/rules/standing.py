"""The six standing questions of a check-in: which are asked next, and what a side said to one."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

import numpy as np

from .estimates import Estimate, means

QUESTIONS = ("heard", "why", "agree", "goals", "news", "noticed")
AT_ONCE = 2  # of them in one check-in: all six are then asked within three
TEN = (0.0, 10.0)
K = TypeVar("K", bound=Hashable)


def next_questions(asked: Iterable[Sequence[str]], count: int = AT_ONCE) -> tuple[str, ...]:
    """asked: what earlier check-ins asked, the newest last. Those asked longest ago, those never asked before them, in the order of QUESTIONS."""
    last = {key: place for place, keys in enumerate(asked, 1) for key in keys}
    found = sorted(QUESTIONS, key=lambda key: last.get(key, 0))[:count]
    return tuple(key for key in QUESTIONS if key in found)


def said_by(histogram: Sequence[int] | None) -> Estimate | None:
    """How many of a side gave each answer from 0 to 10 -> their mean with its 90 % interval; None where it may not be shown."""
    if histogram is None:
        return None
    answers = np.repeat(np.arange(len(histogram), dtype=float), histogram)
    return means(answers[:, None], TEN).at(0, TEN)


def longest_ago(keys: Iterable[K], asked: Mapping[K, datetime], count: int) -> list[K]:
    """So many of the keys: those never asked first, then those asked longest ago; otherwise in the order given."""
    given = list(keys)
    never = [key for key in given if key not in asked]
    return [*never, *sorted((key for key in given if key in asked), key=asked.__getitem__)][:count]
