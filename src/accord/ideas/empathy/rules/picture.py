"""The picture of a round: co-orientation of two sides of many people, with how sure it is.

A side's mark of an item is the mean of its people, its guess the mean of their guesses. Each mean has a 90 % interval from its answers (see
`estimates`); the overall figures have theirs from drawing the people of each side again with replacement. A state is *clear* when every
comparison it rests on is on one side of the threshold with its whole interval; otherwise it is not clear yet, and said so.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from accord.base.people.gate import K

from .coorientation import TAU, Coorientation, State, added, closeness, coorientation
from .estimates import SCALE, Estimate, Means, Numbers, Scale, means

DRAWS = 400  # of people, for the overall intervals: their ends are then good to about two hundredths
SEED = 7

Clear = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Sheets:
    """What the people of one side gave: own marks and guesses of what the other side says, each people by items, nan for none given."""

    own: Numbers
    guess: Numbers


@dataclass(frozen=True)
class Standing:
    """Where both sides stand on an item. gap: own_a less own_b. wrong_a: A's guess of B less own_b. state: by the means. clear: the
    intervals say so too. right_a: whether A has B right to within the threshold, None when that is not clear. An `Estimate` that is `alike`
    is said to have no spread, not shown: its value would be everybody's answer."""

    item: str
    state: State
    clear: bool
    own_a: Estimate
    own_b: Estimate
    guess_a: Estimate
    guess_b: Estimate
    gap: Estimate
    wrong_a: Estimate
    wrong_b: Estimate
    right_a: bool | None
    right_b: bool | None


@dataclass(frozen=True)
class Overall:
    """The 90 % intervals of the figures in `Coorientation`, people drawn again; insights None where they are none."""

    agreement: Estimate
    accuracy_a: Estimate
    accuracy_b: Estimate
    insight_a: Estimate | None
    insight_b: Estimate | None


@dataclass(frozen=True)
class Picture:
    """found: the figures by the means. items: false consensus first, clear before unclear, wide gaps before narrow. left_out: items with
    fewer than k answers of some kind, of which nothing is said. found and overall are None when all are left out."""

    found: Coorientation | None
    overall: Overall | None
    items: tuple[Standing, ...]
    left_out: tuple[str, ...]


def sheets(items: Sequence[str], marks: Iterable[tuple[Hashable, str, bool, float]]) -> Sheets:
    """marks: of the people of one side, each with who gave it, of which item, whether it is a guess, and the value. KeyError for other items."""
    place, rows = {item: n for n, item in enumerate(items)}, dict[Hashable, int]()
    told = [(int(guess), rows.setdefault(person, len(rows)), place[item], value) for person, item, guess, value in marks]
    both = np.full((2, len(rows), len(items)), np.nan)
    if told:
        guess, row, column, value = zip(*told, strict=True)
        both[guess, row, column] = value
    return Sheets(both[0], both[1])


def picture(items: Sequence[str], a: Sheets, b: Sheets, *, scale: Scale = SCALE, tau: float = TAU, k: int = K, draws: int = DRAWS) -> Picture:
    """ValueError when an array has not one column for each item."""
    if any(len(items) != sheet.shape[1] for side in (a, b) for sheet in (side.own, side.guess)):
        raise ValueError(f"Every sheet needs {len(items)} columns, one for each item.")
    four = [means(sheet, scale) for sheet in (a.own, b.own, a.guess, b.guess)]
    enough = np.all([one.n >= k for one in four], axis=0)
    left_out = tuple(name for name, shown in zip(items, enough, strict=True) if not shown)
    if not enough.any():
        return Picture(None, None, (), left_out)
    found = coorientation(items, *(np.where(enough, one.value, np.nan).tolist() for one in four), scale=scale, tau=tau)  # nan is no mark
    if found is None:
        return Picture(None, None, (), left_out)
    rows = _standings(items, found, four, (_own_less_guess(a, scale), _own_less_guess(b, scale)), np.flatnonzero(enough).tolist(), scale, tau)
    order = list(State)
    rows.sort(key=lambda one: (order.index(one.state), not one.clear, -abs(one.gap.value), one.item))
    return Picture(found, _overall(found, a, b, np.flatnonzero(enough), scale, draws), tuple(rows), left_out)


def _own_less_guess(side: Sheets, scale: Scale) -> Means:
    """Both of the same people, who often guess near what they say: their differences vary less than two groups' would."""
    return means(side.own - side.guess, scale)


def _standings(
    items: Sequence[str], found: Coorientation, four: list[Means], felt: tuple[Means, Means], which: list[int], scale: Scale, tau: float
) -> list[Standing]:
    a, b, of_b, of_a = four
    gap, wrong_a, wrong_b, limit = a.less(b), of_b.less(b), of_a.less(a), tau * (scale[1] - scale[0])
    near, far = _near(gap.value, gap.half, limit), _far(gap.value, gap.half, limit)
    felt_at = [(own.value - guess.value, its.half) for own, guess, its in ((a, of_b, felt[0]), (b, of_a, felt[1]))]
    sees, not_sees = zip(*((_near(value, half, limit), _far(value, half, limit)) for value, half in felt_at), strict=True)
    surely = {
        State.CONSENSUS: near & sees[0] & sees[1],
        State.FALSE_CONFLICT: near & (not_sees[0] | not_sees[1]),
        State.FALSE_CONSENSUS: far & (sees[0] | sees[1]),
        State.OPEN_DISAGREEMENT: far & not_sees[0] & not_sees[1],
    }
    wide = (scale[0] - scale[1], scale[1] - scale[0])
    return [
        Standing(
            items[n],
            found.items[items[n]].state,
            bool(surely[found.items[items[n]].state][n]),
            own_a=a.at(n, scale),
            own_b=b.at(n, scale),
            guess_a=of_b.at(n, scale),
            guess_b=of_a.at(n, scale),
            gap=gap.at(n, wide),
            wrong_a=wrong_a.at(n, wide),
            wrong_b=wrong_b.at(n, wide),
            right_a=_right(wrong_a, n, limit),
            right_b=_right(wrong_b, n, limit),
        )
        for n in which
    ]


def _right(wrong: Means, n: int, limit: float) -> bool | None:
    if _near(wrong.value[n], wrong.half[n], limit):
        return True
    return False if _far(wrong.value[n], wrong.half[n], limit) else None


def _near(value: Numbers, half: Numbers, limit: float) -> Clear:
    return np.asarray(abs(value) + half <= limit)


def _far(value: Numbers, half: Numbers, limit: float) -> Clear:
    return np.asarray(abs(value) - half > limit)


def _overall(found: Coorientation, a: Sheets, b: Sheets, which: npt.NDArray[np.int64], scale: Scale, draws: int) -> Overall:
    chance = np.random.default_rng(SEED)
    own_a, of_b = _drawn(chance, a, which, draws)
    own_b, of_a = _drawn(chance, b, which, draws)
    alike, middle = closeness(own_a, own_b, scale), sum(scale) / 2
    right_a, right_b = closeness(of_b, own_b, scale), closeness(of_a, own_a, scale)
    skills = [added(right, np.maximum(alike, closeness(truth, middle, scale))) for right, truth in ((right_a, own_b), (right_b, own_a))]
    n = min(len(a.own), len(b.own))
    values = (found.agreement, found.a.accuracy, found.b.accuracy)
    sure = [_between(value, drawn, n) for value, drawn in zip(values, (alike, right_a, right_b), strict=True)]
    insights = [None if value is None else _between(value, drawn, n) for value, drawn in zip((found.a.insight, found.b.insight), skills, strict=True)]
    return Overall(*sure, *insights)


def _between(value: float, drawn: Numbers, n: int) -> Estimate:
    """Means drawn again scatter around a value that scattered once already: the interval is laid around the value with their spread, not
    with their place, which would count the noise twice."""
    low, high = np.nanquantile(drawn - np.nanmedian(drawn), [0.05, 0.95])
    return Estimate(value, float(value + low), float(value + high), n)


def _drawn(chance: np.random.Generator, side: Sheets, which: npt.NDArray[np.int64], draws: int) -> list[Numbers]:
    """The means of own marks and of guesses when the same number of people is drawn again: draws by items. One person's two rows stay together."""
    people = len(side.own)
    times = chance.multinomial(people, np.full(people, 1 / people), size=draws).astype(float)
    found = []
    for sheet in (side.own[:, which], side.guess[:, which]):
        given = ~np.isnan(sheet)
        with np.errstate(invalid="ignore"):
            found.append((times @ np.where(given, sheet, 0.0)) / (times @ given.astype(float)))
    return found
