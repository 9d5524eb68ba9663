"""Who is the outlier? Everybody as a dot on one line, stacked where they say the same; those who stand out in their side's colour, by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.axis import Axis
from accord.base.paper.figure import Figure, Table
from accord.base.paper.marks import Diamond, Dot, Line, Mark, Plot, Text
from accord.base.paper.skins import paper, sheet, web
from accord.base.paper.voice import Voice

STEP = 0.5      # points of ten: what lies nearer together is stacked
SMALL, LARGE = 6.5, 8.5
ROW, NAMES = 16.0, 18.0     # a dot with its distance; a line of names
_TEN = Axis(-0.5, 10.5, (0, 2, 4, 6, 8, 10))
_WIDTH = 460.0


@dataclass(frozen=True)
class Seat:
    """One of the crowd, 0 to 10, with its 9 in 10 and of how many people it is; None for what somebody signed. side: `biz` or `it` for one
    that stands out, else empty."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None
    side: str = ""


def crowd(items: Sequence[Seat], *, voice: Voice, title: str, subtitle: str, source: str = "") -> Figure:
    """At least one. Not for groups of fewer than five people, but for what somebody signed."""
    points = voice.using("")
    plot = _plot(items, points)
    w = voice.words
    rows = tuple((one.name, points.exact(round(one.value, 1)), _between(one, points), "" if one.n is None else points.exact(one.n)) for one in _ordered(items))
    table = Table((w.team_column, w.average_column, w.between_column, w.people_column), rows, numeric=frozenset((1, 2, 3)))
    printed = sheet(_WIDTH, plot.height + 4, paper(plot, 6, 2, _WIDTH - 12))
    return Figure(web(plot), title, subtitle, f"{plot.label}.", table, source, print_svg=printed)


def _plot(items: Sequence[Seat], points: Voice) -> Plot:
    heights: dict[float, int] = {}
    placed = []
    for one in sorted(items, key=lambda seat: bool(seat.side)):  # those who stand out lie on top
        at = round(one.value / STEP) * STEP
        placed.append((one, at, heights.get(at, 0)))
        heights[at] = heights.get(at, 0) + 1
    outside = [one for one in placed if one[0].side]
    highest = max(heights.values()) * ROW
    ground = highest + (len(outside) + 1) * NAMES
    marks: list[Mark] = [Line(_TEN.x(tick), _TEN.x(tick), 0, ground, "grid") for tick in _TEN.ticks]
    for one, at, level in placed:
        marks.append(_dot(one, _TEN.x(at), ground - ROW / 2 - level * ROW))
    marks += [_name(one, at, ground - highest - 8 - NAMES * line) for line, (one, at, _level) in enumerate(outside)]
    marks += [Text(_TEN.x(end), ground + 18, points.number(end), "faint", "middle") for end in (0, 10)]
    label = ", ".join(f"{one.name} {points.exact(round(one.value, 1))}" for one in _ordered(items))
    return Plot(tuple(marks), ground + 24, label)


def _dot(one: Seat, x: float, y: float) -> Mark:
    if one.side == "it":
        return Diamond(x, y, LARGE + 2, "it mark")
    return Dot(x, y, LARGE if one.side else SMALL, "biz mark" if one.side else "calm")


def _name(one: Seat, at: float, y: float) -> Text:
    """At the edges it begins or ends there, so that it stays on the paper."""
    if at >= 6:
        return Text(min(100.0, _TEN.x(at) + 2), y, one.name, "strong", "end")
    return Text(max(0.0, _TEN.x(at) - 2), y, one.name, "strong", "start")


def _ordered(items: Sequence[Seat]) -> list[Seat]:
    return sorted(items, key=lambda one: (-one.value, one.name))


def _between(one: Seat, voice: Voice) -> str:
    return "" if one.low is None or one.high is None else voice.both_ends(one.low, one.high)
