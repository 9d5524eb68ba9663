"""The options chart on paper: one SVG with names, heaps and row ends."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.axis import Axis
from accord.base.paper.marks import Plot
from accord.base.paper.palette import LINE
from accord.base.paper.skins import paper, sheet, text
from accord.base.paper.voice import Voice

WIDTH, NAMES, ENDS, GUTTER = 680.0, 144.0, 142.0, 16.0
_ENTRY, _END_LETTERS = 16.0, 25


@dataclass(frozen=True)
class Row:
    """One option with its figures in words. pair: both ends apart; between: as a range; ends: after the word “between”; losses: such as “5 of 20”."""

    name: str
    tag: str
    note: str
    plot: Plot
    count: int
    of_20: str
    best: float
    typical: str = ""
    average: str = ""
    pair: tuple[str, str] = ("", "")
    between: str = ""
    ends: str = ""
    losses: str = ""


def paper_options(rows: Sequence[Row], axis: Axis, voice: Voice, full: bool) -> str:
    """680 wide; as tall as it needs."""
    left, width = NAMES + GUTTER, WIDTH - NAMES - ENDS - 2 * GUTTER
    dot, y, body = width / 33, 22.0, ""
    for tick in axis.ticks:
        body += text(left + axis.x(tick) * width / 100, 12, voice.short(tick), "faint", "middle")
    if full:
        body += text(WIDTH - ENDS, 12, voice.words.best_in, "faint")
    for row in rows:
        names, end = _name(row), _end(row, voice, full)
        tall = max((row.plot.rows or 2) * dot + 10, _ENTRY * max(len(names), len(end)) + 12)
        body += f'<line x1="0" x2="{WIDTH}" y1="{y}" y2="{y}" stroke="{LINE}" stroke-width="0.75"/>'
        body += paper(row.plot, left, y, width, tall, dot)
        body += _lines(0, y, tall, names) + _lines(WIDTH - ENDS, y, tall, end)
        y += tall
    return sheet(WIDTH, y + 2, body)


def _name(row: Row) -> list[tuple[str, str]]:
    lines = [(line, "name") for line in textwrap.wrap(row.name, 22)[:4]]
    return lines + ([(row.tag, "faint")] if row.tag else [])


def _end(row: Row, voice: Voice, full: bool) -> list[tuple[str, str]]:
    w = voice.words
    lines = [(w.futures.format(n_of_20=row.of_20), "strong")] if full else []
    if row.typical:
        lines.append((w.typical.format(amount=row.typical), "soft" if full else "strong"))
        lines += [(w.average.format(amount=row.average), "soft")] if full else []
        lines.append((row.between, "soft"))
    return [(part, look) for line, look in lines for part in textwrap.wrap(line, _END_LETTERS, break_on_hyphens=False)]


def _lines(x: float, y: float, tall: float, lines: Sequence[tuple[str, str]]) -> str:
    first = y + (tall - _ENTRY * len(lines)) / 2 + 12
    return "".join(text(x, first + _ENTRY * i, words, look) for i, (words, look) in enumerate(lines))
