"""Several people's ranges for one number, each as twenty equally likely values, and what they come to together. One axis for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.axis import Axis
from accord.base.paper.charts.heap import heap
from accord.base.paper.charts.sides_paper import SideRow, paper_rows
from accord.base.paper.figure import Figure, Markup, Table, esc
from accord.base.paper.marks import Line, Mark, Plot, Text
from accord.base.paper.skins import HEAP_DOT, web
from accord.base.paper.voice import Voice


@dataclass(frozen=True)
class Heard:
    """values: quantiles at 1/40, 3/40 ... 39/40, lowest first; low and high: as they were said. detail: when, or in which round; basis: why."""

    name: str
    values: Sequence[float]
    low: float
    high: float
    detail: str = ""
    basis: str = ""


def voices(items: Sequence[Heard], *, voice: Voice, title: str, subtitle: str, source: str = "") -> Figure:
    """In the order given; at least one."""
    every = [value for item in items for value in item.values]
    axis = Axis.over(every, most=5, zero=min(every) >= 0 and min(every) < 0.3 * max(every))
    rows = [SideRow(item.name, item.detail, item.basis, _strip(item, axis, voice)) for item in items]
    scale = Plot(tuple(_labels(axis, voice)), 20)
    w = voice.words
    table = Table((w.answer, w.typical_column, w.between_column), tuple(_told(item, voice) for item in items), numeric=frozenset((1, 2)))
    lines = [f'<div class="row axis"><span></span>{web(scale)}<span></span></div>', *(_row(row) for row in rows)]
    svg = Markup(f'<div class="heard">{"".join(lines)}</div>')
    return Figure(svg, title, subtitle, " ".join(f"{row.plot.label}." for row in rows), table, source, print_svg=paper_rows(rows, scale))


def _strip(item: Heard, axis: Axis, voice: Voice) -> Plot:
    dots, rows = heap(item.values, axis, bins=40, look="flat")
    height = rows * HEAP_DOT + 6
    marks: tuple[Mark, ...] = (*(Line(axis.x(t), axis.x(t), 0, None, "grid") for t in axis.ticks), *dots)
    low, high = voice.ends(item.low, item.high)
    described = voice.words.number_described.format(typical=voice.about(_typical(item)), low=low, high=high)
    return Plot(marks, height, f"{item.name}: {described}", rows=rows)


def _typical(item: Heard) -> float:
    return (item.values[9] + item.values[10]) / 2


def _labels(axis: Axis, voice: Voice) -> list[Text]:
    return [Text(axis.x(t), 14, voice.short(t), "faint", "middle") for t in axis.ticks]


def _told(item: Heard, voice: Voice) -> tuple[str, ...]:
    name = f"{item.name}, {item.detail}" if item.detail else item.name
    return name, voice.about(_typical(item)), voice.both_ends(item.low, item.high)


def _row(row: SideRow) -> str:
    detail = f'<p class="meta">{esc(row.detail)}</p>' if row.detail else ""
    basis = f'<p class="meta soft">{esc(row.sentence)}</p>' if row.sentence else "<span></span>"
    return f'<div class="row"><div><p class="name">{esc(row.name)}</p>{detail}</div>{web(row.plot)}{basis}</div>'
