"""What could it cost together, and is that more than we can bear? The chance of losing more than an amount, on steps from 1 in 2 to 1 in 100."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from accord.base.paper.axis import Axis
from accord.base.paper.figure import Figure, Native, Table
from accord.base.paper.marks import Dot, Line, Mark, Path, Plot, Text
from accord.base.paper.skins import paper, sheet, web
from accord.base.paper.voice import Voice

STEPS = tuple(step * 10**zeros for zeros in range(5) for step in (1, 2, 5))  # one in so many
RAREST = 1000  # the likeliest chance drawn is no rarer
_TOP, _FLOOR, _HEIGHT, _WIDTH = 8.0, 300.0, 330.0, 620.0
_LEFT, _RIGHT = 11.0, 82.0  # per cent: what the steps are called stands left of the curve, what the lines are called right of it
_APART = 18.0  # pixels between two lines of text


@dataclass(frozen=True)
class Over:
    """The chance that more than an amount is lost: as it is, with its 9 in 10, and once everything is answered; None where nothing is to come."""

    amount: float
    chance: float
    low: float
    high: float
    answered: float | None = None


@dataclass(frozen=True)
class Bearable:
    """At most this chance of losing more than an amount was agreed to."""

    amount: float
    chance: float


@dataclass(frozen=True)
class Called:
    """What the lines and columns are called. one_in: a step, 0.05 gives “1 in 20”; chance: any chance in words; both: two of them after “between”."""

    today: str
    answered: str
    bearable: str
    more_than: str
    between: str
    one_in: Callable[[float], str]
    chance: Callable[[float], str]
    both: Callable[[float, float], str]


def exceedance(
    curve: Sequence[Over], bearable: Sequence[Bearable], at: Sequence[Over], *, voice: Voice, called: Called, title: str, subtitle: str, described: str,
    source: str = "",
) -> Figure:
    """curve: amounts rising, of which it is drawn; at: those of the table, ranges and all. bearable: amounts rising; none where nothing was agreed."""
    plot = _plot(curve, bearable, voice, called, described)
    table = _table(at, voice, called)
    native = Native(
        "line", tuple(voice.short(one.amount) for one in at), ((called.today, tuple(one.chance for one in at)), *_answered(at, called)), title=called.more_than
    )
    return Figure(web(plot), title, subtitle, described, table, source, print_svg=sheet(_WIDTH, _HEIGHT + 4, paper(plot, 0, 0, _WIDTH)), native=native)


def _answered(at: Sequence[Over], called: Called) -> tuple[tuple[str, tuple[float, ...]], ...]:
    found = tuple(one.answered for one in at if one.answered is not None)
    return ((called.answered, found),) if found and len(found) == len(at) else ()


def _table(at: Sequence[Over], voice: Voice, called: Called) -> Table:
    rows = tuple((voice.exact(one.amount), called.chance(one.chance), called.both(one.low, one.high)) for one in at)
    return Table((called.more_than, called.today, called.between), rows)


@dataclass(frozen=True)
class _Scale:
    """top: the likeliest, least: the least likely chance drawn; across: the amounts."""

    top: float
    least: float
    across: Axis

    def x(self, amount: float) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (amount - self.across.lo) / (self.across.hi - self.across.lo), 2)

    def y(self, chance: float) -> float:
        chance = min(self.top, max(self.least, chance))
        return round(_TOP + (_FLOOR - _TOP) * math.log(self.top / chance) / math.log(self.top / self.least), 1)

    def points(self, pairs: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Down to the bottom and no further."""
        found: list[tuple[float, float]] = []
        for (amount, chance), (before, was) in zip(pairs, [pairs[0], *pairs], strict=False):
            if chance < self.least:
                if was > self.least:
                    part = math.log(was / self.least) / math.log(was / max(chance, 1e-9))
                    found.append((self.x(before + part * (amount - before)), self.y(self.least)))
                break
            found.append((self.x(amount), self.y(chance)))
        return found


def _scale(curve: Sequence[Over], bearable: Sequence[Bearable]) -> _Scale:
    likeliest = max([*(one.high for one in curve), *(one.chance for one in bearable)])
    top = min(1 / step for step in STEPS if step == 1 or (1 / step >= likeliest and step <= RAREST))
    least = next(1 / step for step in STEPS if step >= 100 and step * top >= 50)
    shown = max([*(one.amount for one in curve if one.high >= least), *(one.amount for one in bearable)], default=1.0)
    return _Scale(top, least, Axis(0.0, shown or 1.0, Axis.over((0.0, shown), most=5).ticks))


def _plot(curve: Sequence[Over], bearable: Sequence[Bearable], voice: Voice, called: Called, described: str) -> Plot:
    on = _scale(curve, bearable)
    marks: list[Mark] = []
    for step in STEPS:
        if on.least <= 1 / step <= min(on.top, 0.5):
            marks += [Line(0, 100, on.y(1 / step), on.y(1 / step), "grid"), Text(0, on.y(1 / step) - 5, called.one_in(1 / step), "faint")]
    today = on.points([(one.amount, one.chance) for one in curve])
    high, low = on.points([(one.amount, one.high) for one in curve]), on.points([(one.amount, one.low) for one in curve])
    corner = [(high[-1][0], _FLOOR)] if high and low and low[-1][0] < high[-1][0] else []
    marks.append(Path((*high, *corner, *reversed(low)), "bandf", closed=True))
    limit = [(one.amount, one.chance) for one in bearable]
    marks += [Path(tuple(piece), "overf", closed=True) for piece in _above(curve, limit, on)]
    if len(limit) > 1:
        marks.append(Path(tuple((on.x(amount), on.y(chance)) for amount, chance in limit), "linep bear"))
    answered = [(one.amount, one.answered) for one in curve if one.answered is not None]
    later = on.points(answered) if answered else []
    if len(later) > 1:
        marks.append(Path(tuple(later), "linep dash"))
    if len(today) > 1:
        marks.append(Path(tuple(today), "linep"))
    marks += [Dot(on.x(amount), on.y(chance), 3.5, "look") for amount, chance in limit]
    marks += _names([(today, called.today, "strong"), ([(on.x(a), on.y(c)) for a, c in limit], called.bearable, "far-t")])
    if later:
        x, y = later[2 * len(later) // 3]
        marks.append(Text(x, min(y + 16, _FLOOR - 4), called.answered, "strong", "end", dx=-10))
    ticks = [tick for tick in on.across.ticks if tick <= on.across.hi]
    for place, tick in enumerate(ticks):
        marks.append(Text(on.x(tick), _FLOOR + 24, voice.short(tick), "faint sub" if place % 2 and len(ticks) > 3 else "faint", "middle"))
    return Plot(tuple(marks), _HEIGHT, described)


def _above(curve: Sequence[Over], limit: list[tuple[float, float]], on: _Scale) -> list[list[tuple[float, float]]]:
    """Where the curve lies above what can be borne, between the first and the last agreed amount: closed areas."""
    if len(limit) < 2:
        return []
    first, last = limit[0][0], limit[-1][0]
    amounts = sorted({one.amount for one in curve if first <= one.amount <= last} | {amount for amount, _chance in limit})
    own = [(one.amount, one.chance) for one in curve]
    pieces: list[list[tuple[float, float, float]]] = [[]]
    for amount in amounts:
        chance, borne = _between(own, amount), _between(limit, amount)
        if chance > borne and chance > on.least:
            pieces[-1].append((on.x(amount), on.y(chance), on.y(borne)))
        elif pieces[-1]:
            pieces.append([])
    return [[*((x, y) for x, y, _under in piece), *((x, under) for x, _y, under in reversed(piece))] for piece in pieces if len(piece) > 1]


def _between(pairs: list[tuple[float, float]], amount: float) -> float:
    """On the straight line between two points, as it is drawn: chances as steps of one in so many."""
    for (left, was), (right, then) in pairwise(pairs):
        if left <= amount <= right:
            part = (amount - left) / ((right - left) or 1.0)
            return math.exp((1 - part) * math.log(max(was, 1e-9)) + part * math.log(max(then, 1e-9)))
    return pairs[0][1] if amount < pairs[0][0] else 0.0


def _names(lines: list[tuple[list[tuple[float, float]], str, str]]) -> list[Mark]:
    """At the right end of each line, none upon another."""
    ends = sorted((max(points), text, look) for points, text, look in lines if points)
    marks: list[Mark] = []
    taken: list[float] = []
    x = max((end[0][0] for end in ends), default=0.0)
    for (_x, y), text, look in sorted(ends, key=lambda end: end[0][1]):
        y = min(y, _FLOOR - 2) + 4
        while any(abs(y - other) < _APART for other in taken):
            y -= 1
        taken.append(y)
        marks.append(Text(x, y, text, look, dx=8))
    return marks
