"""Best and worst of small sets (best-worst scaling, Louviere; counting after Finn and Louviere 1992): easier to give than marks for all items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from .estimates import half_width
from .faults import Fault

SIZE, SHOWS = 5, 3  # items of a set; how often a person sees each item
SCALE = (-1.0, 1.0)


@dataclass(frozen=True)
class Pick:
    """One set that somebody was shown, with the item that matters most of them and the one that matters least."""

    shown: tuple[str, ...]
    best: str
    worst: str


@dataclass(frozen=True)
class Score:
    """score: (times best less times worst) / times shown, -1 to 1, with its 90 % interval. The interval takes picks for independent; those
    of one person are not, so it is somewhat too narrow when few people picked much."""

    score: float
    low: float
    high: float
    shown: int
    best: int
    worst: int


def small_sets(items: Sequence[str], *, size: int = SIZE, shows: int = SHOWS, seed: int = 0) -> tuple[tuple[str, ...], ...]:
    """Sets in which each item comes `shows` times, or once more to fill the last one, and pairs meet as evenly as taking the least met next
    can make them. The same seed gives the same sets; each person gets a seed of their own. ValueError for fewer items than a set has."""
    if not 2 <= size <= len(items):
        raise ValueError(f"A set of {size} needs at least as many items, there are {len(items)}.")
    chance, count = np.random.default_rng(seed), len(items)
    shown, met = np.zeros(count), np.zeros((count, count))
    sets = []
    for _set in range(-(-count * shows // size)):
        inside: list[int] = []
        for _place in range(size):
            # Seldom shown counts for more than any number of meetings, meetings for more than chance.
            cost = shown * 1e6 + met[:, inside].sum(axis=1) + chance.random(count) / 2
            cost[inside] = np.inf
            inside.append(int(cost.argmin()))
            shown[inside[-1]] += 1
        met[np.ix_(inside, inside)] += 1
        sets.append(tuple(items[n] for n in chance.permutation(inside)))
    return tuple(sets)


def pick_fault(pick: Pick) -> Fault | None:
    """same: best and worst are one item; not_shown: one of them was not in the set."""
    if pick.best == pick.worst:
        return Fault("same", pick.best)
    return next((Fault("not_shown", item) for item in (pick.best, pick.worst) if item not in pick.shown), None)


def best_worst(picks: Iterable[Pick]) -> dict[str, Score]:
    """By item, the highest first. ValueError for a pick that has a fault."""
    told: dict[str, list[int]] = {}
    for pick in picks:
        if fault := pick_fault(pick):
            raise ValueError(f"{fault.code}: {fault.item}")
        for item in pick.shown:
            told.setdefault(item, []).append((item == pick.best) - (item == pick.worst))
    found = {item: _score(np.array(marks, dtype=float)) for item, marks in told.items()}
    return dict(sorted(found.items(), key=lambda one: (-one[1].score, one[0])))


def _score(marks: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Score:
    mean, n = float(marks.mean()), len(marks)
    half = float(half_width(((marks - mean) ** 2).sum(), np.array(n), SCALE))
    return Score(mean, max(-1.0, mean - half), min(1.0, mean + half), n, int((marks > 0).sum()), int((marks < 0).sum()))
