"""Rows of two sides on paper: name, plot, sentence."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.marks import Plot
from accord.base.paper.palette import LINE
from accord.base.paper.skins import paper, sheet, text

_WIDTH, _NAMES, _ENDS, _GUTTER = 680.0, 160.0, 170.0, 20.0


@dataclass(frozen=True)
class SideRow:
    name: str
    detail: str
    sentence: str
    plot: Plot


def paper_rows(rows: Sequence[SideRow], scale: Plot) -> str:
    """680 wide; as tall as it needs."""
    left, width = _NAMES + _GUTTER, _WIDTH - _NAMES - _ENDS - 2 * _GUTTER
    body, y = paper(scale, left, 0, width), 24.0
    for row in rows:
        names = [(line, "name") for line in textwrap.wrap(row.name, 24)[:3]] + ([(row.detail, "faint")] if row.detail else [])
        sentence = [(line, "soft") for line in textwrap.wrap(row.sentence, 28)[:4]]
        tall = max(row.plot.height + 14, 15.0 * max(len(names), len(sentence)) + 12)
        body += f'<line x1="0" x2="{_WIDTH}" y1="{y}" y2="{y}" stroke="{LINE}" stroke-width="0.75"/>'
        body += paper(row.plot, left, y + (tall - row.plot.height) / 2, width)
        for x, lines in ((0.0, names), (_WIDTH - _ENDS, sentence)):
            first = y + (tall - 15 * len(lines)) / 2 + 11
            body += "".join(text(x, first + 15 * i, words, look) for i, (words, look) in enumerate(lines))
        y += tall
    return sheet(_WIDTH, y + 2, body)
