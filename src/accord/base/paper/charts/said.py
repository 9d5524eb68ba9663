"""Chances that were said beside how often it came true: steps from the lower left, and the line on which they would be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.axis import Axis
from accord.base.paper.figure import Figure, Markup, Table, esc
from accord.base.paper.marks import Dot, Line, Mark, Path, Plot, Text
from accord.base.paper.skins import paper, sheet, text, web
from accord.base.paper.voice import Voice

_TALL, _LEFT = 220.0, 12.0


@dataclass(frozen=True)
class Level:
    """Chances that were said alike, from low to high, how many, and the share of them that came true; all shares from 0 to 1."""

    low: float
    high: float
    n: int
    came: float

    @property
    def mid(self) -> float:
        return (self.low + self.high) / 2


def said(
    levels: Sequence[Level], *, voice: Voice, title: str, subtitle: str, headers: tuple[str, str, str], across: str, up: str, source: str = "",
) -> Figure:
    """headers: of the table: what was said, how many, how many of 100 came true. across, up: what the two directions are."""
    axis = Axis(-_LEFT / (100 - _LEFT), 1.03, (0.0, 0.25, 0.5, 0.75, 1.0))
    plot = Plot(_marks(levels, axis, voice), _TALL, title)
    body = tuple((_between(one, voice), voice.number(one.n), voice.percent(one.came)) for one in levels)
    below = f'<p class="meta">{esc(across)}</p>'
    svg = Markup(f'<p class="meta">{esc(up)}</p>{web(plot)}{below}')
    described = " ".join(f"{row[0]}: {row[2]}." for row in body)
    printed = sheet(680, _TALL + 50, text(0, 12, up) + paper(plot, 0, 20, 680) + text(680, _TALL + 38, across, anchor="end"))
    return Figure(svg, title, subtitle, described, Table(headers, body, title, frozenset({1, 2})), source, print_svg=printed)


def _between(one: Level, voice: Voice) -> str:
    low, high = voice.percent(one.low), voice.percent(one.high)
    return low if low == high else voice.words.range.format(low=low, high=high)


def _marks(levels: Sequence[Level], axis: Axis, voice: Voice) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for tick in axis.ticks:
        label = voice.number(round(100 * tick))
        marks += [Line(axis.x(0), axis.x(1), _y(tick), _y(tick), "grid"), Text(axis.x(0) - 1, _y(tick) + 4, label, "faint", "end")]
        marks.append(Text(axis.x(tick), _TALL - 2, label, "faint", "middle"))
    marks.append(Path(((axis.x(0), _y(0)), (axis.x(1), _y(1))), "linep dash"))
    marks.append(Path(tuple((axis.x(one.mid), _y(one.came)) for one in levels), "linep"))
    return (*marks, *(Dot(axis.x(one.mid), _y(one.came), 5, "mid") for one in levels))


def _y(share: float) -> float:
    return 10 + (_TALL - 36) * (1 - share)
