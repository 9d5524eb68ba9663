"""How sure is one number? The glyph for lists, and twenty dots for one range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.axis import Axis
from accord.base.paper.charts.heap import gridlines, heap
from accord.base.paper.figure import Figure, Markup, Table
from accord.base.paper.marks import Dot, Line, Mark, Plot, Text
from accord.base.paper.skins import HEAP_DOT, paper, sheet, web
from accord.base.paper.voice import Voice

_PAPER_WIDTH = 680.0


@dataclass(frozen=True)
class Spread:
    """The 5, 25, 50, 75 and 95 in 100 points of a number, in rising order."""

    low: float
    lower: float
    typical: float
    upper: float
    high: float


def axis_labels(axis: Axis, voice: Voice) -> Markup:
    """The labels of a shared axis, to stand above the rows that use it; on phones every other one."""
    return web(Plot(_labels(axis, voice), 22))


def ival(spread: Spread, axis: Axis, voice: Voice, name: str = "", height: float = 20) -> Markup:
    """The glyph for one cell: thin 9 in 10, thick the middle half, ring typical. Rows of a list share one axis."""
    described = _described(spread, voice)
    return web(Plot(_glyph(spread, axis, height), height, f"{name}: {described}" if name else described))


def number(spread: Spread, *, voice: Voice, title: str, subtitle: str, source: str = "", axis: Axis | None = None) -> Figure:
    """One number with its glyph on its own labelled axis."""
    axis = axis or Axis.over((spread.low, spread.high), zero=False)
    glyph, labels = Plot(_glyph(spread, axis, 24), 24, _described(spread, voice)), Plot(_labels(axis, voice), 22)
    printed = sheet(_PAPER_WIDTH, 48, paper(glyph, 12, 0, _PAPER_WIDTH - 24) + _ruler(axis, voice, 12, 26, _PAPER_WIDTH - 24))
    return Figure(Markup(web(glyph) + web(labels)), title, subtitle, glyph.label, _table(spread, voice), source, print_svg=printed)


def dots(values: Sequence[float], spread: Spread, *, voice: Voice, title: str, subtitle: str, source: str = "") -> Figure:
    """Twenty equally likely values of one range, in ink: neither gain nor loss. values: quantiles at 1/40 ... 39/40."""
    axis = Axis.over(values, most=5, zero=min(values) >= 0 and min(values) < 0.3 * max(values))
    stacked, rows = heap(values, axis, bins=17, look="flat")
    plot = Plot(stacked, rows * HEAP_DOT + 6, _described(spread, voice), rows=rows)
    labels = Plot(_labels(axis, voice), 18, look="axis-x")
    dot = 16.0
    tall = rows * dot + 6
    width = dot * 17
    printed = sheet(width + 28, tall + 22, paper(plot, 14, 0, width, tall, dot) + _ruler(axis, voice, 14, tall + 2, width))
    return Figure(Markup(web(plot) + web(labels)), title, subtitle, plot.label, _table(spread, voice), source, print_svg=printed)


def _labels(axis: Axis, voice: Voice, screen: bool = True) -> tuple[Mark, ...]:
    return tuple(Text(axis.x(t), 15, voice.short(t), "faint sub" if screen and axis.hidden_on_phones(i) else "faint", "middle")
                 for i, t in enumerate(axis.ticks))


def _ruler(axis: Axis, voice: Voice, x: float, y: float, width: float) -> str:
    return paper(Plot(_labels(axis, voice, screen=False), 22), x, y, width)


def _glyph(s: Spread, axis: Axis, height: float) -> tuple[Mark, ...]:
    y = height / 2
    zero = tuple(m for m in gridlines(Axis(axis.lo, axis.hi, (0.0,)))) if axis.lo < 0 < axis.hi else ()
    return (*zero, Line(axis.x(s.low), axis.x(s.high), y, y, "thin"), Line(axis.x(s.lower), axis.x(s.upper), y, y, "thick"),
            Dot(axis.x(s.typical), y, 4, "mid"))


def _described(s: Spread, voice: Voice) -> str:
    low, high = voice.ends(s.low, s.high)
    return voice.words.number_described.format(typical=voice.about(s.typical), low=low, high=high)


def _table(s: Spread, voice: Voice) -> Table:
    w = voice.words
    return Table((w.typical_column, w.between_column), ((voice.about(s.typical), voice.both_ends(s.low, s.high)),), numeric=frozenset((0, 1)))
