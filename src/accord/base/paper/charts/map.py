"""What is linked to what? Columns of nodes, each a link, tied from left to right; the one looked at is lit with its ties.

Where everything stands is found in `layers`; this draws it. Up to some 150 nodes it stays readable: a tall map gets narrower boxes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from accord.base.paper.figure import Markup, esc

from .layers import Place, arranged

_WIDTH, _TOP, _LINE = 1120, 28.0, 19
_WIDEST, _BETWEEN = 264, 96  # a node, and at least this much room for ties
_LETTER = 7.4  # of a title at 16 px, as far as lines are broken


@dataclass(frozen=True)
class Node:
    """key: unique in the map. details: small lines under the title. warns: one more, in the colour of drift. look: `sel` for the one looked at,
    `lost` for what nothing ties."""

    key: str
    title: str
    details: tuple[str, ...] = ()
    url: str = ""
    look: str = ""
    warns: str = ""


@dataclass(frozen=True)
class Column:
    name: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Tie:
    """From the left node to the right one. look: empty where both hold the same, `suspect` where one no longer knows, `open` where nobody said."""

    left: str
    right: str
    look: str = ""


@dataclass(frozen=True)
class _Box:
    """A node's lines of text and how tall it is."""

    lines: tuple[str, ...]
    height: float


def layered(columns: Sequence[Column], ties: Sequence[Tie], described: str) -> Markup:
    """A drawing 1,120 wide for wide screens; narrow ones get a list instead."""
    wide = min(_WIDEST, (_WIDTH + _BETWEEN) / max(1, len(columns)) - _BETWEEN)
    boxes = {node.key: _box(node, wide) for column in columns for node in column.nodes}
    levels = [[(node.key, boxes[node.key].height) for node in column.nodes] for column in columns]
    places = arranged(levels, [(tie.left, tie.right) for tie in ties], top=_TOP)
    at = [place * (_WIDTH - wide) / max(1, len(columns) - 1) for place in range(len(columns))]
    lit = {node.key for column in columns for node in column.nodes if node.look == "sel"}
    tall = max((place.y + place.height for place in places.nodes.values()), default=_TOP) + 8
    heads = "".join(f'<text x="{x:g}" y="12" class="m">{esc(column.name)}</text>' for x, column in zip(at, columns, strict=True))
    found = [(tie, places.ways[tie.left, tie.right]) for tie in _plain_first(ties) if (tie.left, tie.right) in places.ways]
    drawn = "".join(_tie(tie, way, at, wide, bool({tie.left, tie.right} & lit)) for tie, way in found)
    nodes = "".join(
        _node(node, boxes[node.key], places.nodes[node.key], at[level], wide) for level, column in enumerate(columns) for node in _down(column, places.nodes)
    )
    return Markup(f'<svg viewBox="0 0 {_WIDTH} {tall:g}" role="group" aria-label="{esc(described)}">{heads}{drawn}{nodes}</svg>')


def _plain_first(ties: Sequence[Tie]) -> list[Tie]:
    """What is wrong is drawn over what is well."""
    return sorted(ties, key=lambda tie: ("", "open", "suspect").index(tie.look))


def _down(column: Column, places: dict[str, Place]) -> list[Node]:
    """From the top: so the keyboard goes through them."""
    return sorted(column.nodes, key=lambda node: places[node.key].y)


def _box(node: Node, wide: float) -> _Box:
    letters = max(12, int((wide - 32) / _LETTER))
    lines = tuple(textwrap.wrap(node.title, letters, max_lines=3, placeholder="…") or [""])
    return _Box(lines, 24 + _LINE * (len(lines) + len(node.details) + bool(node.warns)))


def _tie(tie: Tie, way: Sequence[float], at: Sequence[float], wide: float, lit: bool) -> str:
    """A curve through the gaps; where it passes a column, it passes between its nodes. way: first the column it leaves, then the heights."""
    first, *heights = way
    start = int(first)
    drawn, marks = f"M{at[start] + wide:g} {heights[0]:g}", ""
    for step, (y1, y2) in enumerate(pairwise(heights)):
        x1, x2 = at[start + step] + wide, at[start + step + 1]
        bend = (x1 + x2) / 2
        drawn += f" C{bend:g} {y1:g} {bend:g} {y2:g} {x2:g} {y2:g}"
        if step + 2 < len(heights):
            drawn += f" H{x2 + wide:g}"
        elif tie.look == "suspect":
            middle = (y1 + y2) / 2
            marks = f'<circle class="pill" cx="{bend:g}" cy="{middle:g}" r="11"/><text class="d" text-anchor="middle" x="{bend:g}" y="{middle + 5:g}">?</text>'
    look = "".join(f" {name}" for name in (tie.look, "lit" if lit and not tie.look else "") if name)
    return f'<path class="link{look}" d="{drawn}"/>{marks}'


def _node(node: Node, box: _Box, place: Place, x: float, wide: float) -> str:
    body = f'<rect class="node" x="{x + 1:g}" y="{place.y:g}" width="{wide - 2:g}" height="{box.height:g}" rx="8"/>'
    y = place.y + 10
    texts = [("h", line) for line in box.lines] + [("m", line) for line in node.details] + [("m d", node.warns)] * bool(node.warns)
    for kind, text in texts:
        y += _LINE
        body += f'<text class="{kind}" x="{x + 16:g}" y="{y - 2:g}">{esc(text)}</text>'
    look = f' class="{node.look}"' if node.look else ""
    return f'<a href="{esc(node.url)}"{look}>{body}</a>' if node.url else f"<g{look}>{body}</g>"
