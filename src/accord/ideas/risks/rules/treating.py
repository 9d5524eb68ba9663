"""What treating a warning is worth: accepting it as it is, each thing that could be done, and all of them, valued by the engine.

The value of an option is what is not lost on average thanks to it, less what it costs. Chances and losses of the options go up and down with
those of today, as one view of the world; costs do not. Several things together each take away the same part of what the others leave.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import prod

from accord.base import estimate

from .ranges import SURE, Band, Ranges

MOST = 6  # that are valued together
CLEAR = 0.8  # of being the best
ACCEPT, ALL = "accept", "all"
Ends = tuple[float, float]


@dataclass(frozen=True)
class Treated:
    """Something that could be done: what it costs, and what chance (0 to 1) and loss are with it, 9 in 10. cost None: nothing, or nobody said."""

    key: str
    cost: Ends | None
    chance: Ends
    loss: Ends


@dataclass(frozen=True)
class Valued:
    """An option. key: `accept`, `all`, or that of the treatment. left: what is still lost on average. gain: what is not lost, less the cost, against
    accepting it; futures: the gain in twenty equally likely ones. best: the chance that it is the best of all."""

    key: str
    left: Band
    gain: Band
    typical: float
    futures: tuple[float, ...]
    best: float


@dataclass(frozen=True)
class Treating:
    """best: the key of the option that gains most on average; clear: whether it is the best in four of five futures."""

    options: tuple[Valued, ...]
    best: str
    clear: bool


@lru_cache(maxsize=256)
def treating(chance: Ends, loss: Ends, treatments: tuple[Treated, ...]) -> Treating:
    """At least one treatment; beyond the first six none is looked at."""
    some = list(treatments[:MOST])
    weighed = estimate.weigh(estimate.Case.from_data(_case(chance, loss, some)), estimate.TYPING)
    lefts = [_left(chance, loss), *(_left(one.chance, one.loss) for one in some)]
    if len(some) > 1:
        lefts.append(_all_left(chance, loss, some))
    keys = [ACCEPT, *(one.key for one in some), ALL]
    options = tuple(
        Valued(key, left, Band(one.low, one.expected.value, one.high), one.typical, one.futures, one.chance_best.value)
        for key, left, one in zip(keys, lefts, weighed.options, strict=False)
    )
    best = max(options, key=lambda one: one.gain.mid)
    return Treating(options, best.key, best.best >= CLEAR)


def with_all(now: Ends, treated: Sequence[Ends], *, left: Ends | None = None) -> Ends:
    """A chance or a loss once several things are done, each taking away the same part of what the others leave. left: what is left of it already
    by what was decided before; now: of what the parts are taken."""
    low, high = ((left or now)[end] * prod((one[end] / now[end] if now[end] else 1.0) for one in treated) for end in (0, 1))
    return min(low, high), max(low, high)


def _left(chance: Ends, loss: Ends) -> Band:
    low, mid, high = Ranges.of([(*chance, *loss)]).stakes()
    return Band(float(low[0]), float(mid[0]), float(high[0]))


def _all_left(chance: Ends, loss: Ends, some: Sequence[Treated]) -> Band:
    return _left(with_all(chance, [one.chance for one in some]), with_all(loss, [one.loss for one in some]))


def _case(chance: Ends, loss: Ends, some: Sequence[Treated]) -> dict[str, object]:
    """Letters stand for treatments: what people call them is no name for a formula."""
    letters = "abcdef"[: len(some)]
    quantities: list[dict[str, object]] = [_chance("chance", chance), _loss("loss", loss)]
    options = [{"name": ACCEPT, "role": "nothing", "expr": "-chance * loss"}]
    for letter, one in zip(letters, some, strict=True):
        quantities += [_chance(f"chance {letter}", one.chance), _loss(f"loss {letter}", one.loss)]
        quantities += [_loss(f"cost {letter}", one.cost)] if one.cost else []
        options.append({"name": one.key, "expr": f"-chance {letter} * loss {letter}{_cost(letter, one)}"})
    if len(some) > 1:
        left = " * ".join(f"(chance {letter} / chance) * (loss {letter} / loss)" for letter in letters)
        options.append({"name": ALL, "expr": f"-chance * loss * {left}{''.join(map(_cost, letters, some))}"})
    together = [
        {"these": list(pair), "how": "always"} for word in ("chance", "loss") for pair in combinations([word, *(f"{word} {letter}" for letter in letters)], 2)
    ]
    return {"schema": "accord-case/1", "title": "treating", "unit": "", "quantities": quantities, "options": options, "together": together}


def _cost(letter: str, one: Treated) -> str:
    return f" - cost {letter}" if one.cost else ""


def _chance(name: str, ends: Ends) -> dict[str, object]:
    low, high = (min(1 - SURE, max(SURE, end)) for end in ends)
    return {"name": name, "unit": "", "kind": "chance", "low": low, "high": high}


def _loss(name: str, ends: Ends) -> dict[str, object]:
    return {"name": name, "unit": "", "low": ends[0], "high": ends[1]}
