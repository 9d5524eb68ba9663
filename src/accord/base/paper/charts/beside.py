"""What something got beside what it was to get: shares of a whole, each with its range, on one line a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.axis import Axis
from accord.base.paper.charts.sides_paper import SideRow, paper_rows
from accord.base.paper.figure import Figure, Markup, Table, esc
from accord.base.paper.marks import Dot, Line, Mark, Plot, Text
from accord.base.paper.skins import web
from accord.base.paper.voice import Voice

_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Part:
    """Shares from 0 to 1. low and high: what it got; they are the same where it was counted. wanted: None where nobody said.
    far: the gap is named. sentence: how to read the row."""

    name: str
    low: float
    high: float
    wanted: float | None = None
    far: bool = False
    sentence: str = ""

    @property
    def mid(self) -> float:
        return (self.low + self.high) / 2


def beside(parts: Sequence[Part], *, voice: Voice, title: str, subtitle: str, headers: tuple[str, str, str], source: str = "") -> Figure:
    """headers: of the table, what is shared out, what it got, what it was to get."""
    axis = Axis(0, 1, _QUARTERS) if any(max(one.high, one.wanted or 0) > 0.5 for one in parts) else Axis(0, 0.5, _QUARTERS[:3])
    rows = [SideRow(one.name, "", one.sentence, Plot(_marks(one, axis), 40, f"{one.name}: {one.sentence}")) for one in parts]
    labels = [Text(axis.x(tick), 14, voice.percent(tick) if tick < 1 else voice.using("%").exact(100), "faint", _anchor(axis.x(tick))) for tick in axis.ticks]
    scale = Plot(tuple(labels), 20)
    lines = [f'<div class="row axis"><span></span>{web(scale)}<span></span></div>', *(_row(row) for row in rows)]
    body = tuple((one.name, _got(one, voice), "" if one.wanted is None else voice.percent(one.wanted)) for one in parts)
    described = " ".join(f"{one.name}: {one.sentence}." for one in parts)
    return Figure(Markup(f'<div class="strings">{"".join(lines)}</div>'), title, subtitle, described, Table(headers, body, numeric=frozenset({1, 2})),
                  source, print_svg=paper_rows(rows, scale))


def _anchor(x: float) -> str:
    return "start" if x <= 0 else "end" if x >= 100 else "middle"


def _got(one: Part, voice: Voice) -> str:
    low, high = voice.percent(one.low), voice.percent(one.high)
    return low if low == high else voice.words.range.format(low=low, high=high)


def _row(row: SideRow) -> str:
    return f'<div class="row"><p class="name">{esc(row.name)}</p>{web(row.plot)}<p class="meta soft">{esc(row.sentence)}</p></div>'


def _marks(one: Part, axis: Axis) -> tuple[Mark, ...]:
    marks: list[Mark] = [Line(axis.x(tick), axis.x(tick), 0, 40, "grid") for tick in axis.ticks]
    marks.append(Line(0, axis.x(one.mid), 18, 18, "thick loss" if one.far else "thick"))
    if one.high - one.low > 1e-9:
        marks.append(Line(axis.x(one.low), axis.x(one.high), 29, 29, "thin"))
    if one.wanted is not None:
        marks.append(Dot(axis.x(one.wanted), 18, 7, "mid"))
    return tuple(marks)
