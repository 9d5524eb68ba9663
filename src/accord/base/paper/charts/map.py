"""What is linked to what? Columns of nodes, each a link, tied from left to right; the one looked at is lit with its ties."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.figure import Markup, esc

_WIDTH, _NODE, _TOP, _GAP, _LINE = 1120, 264, 28.0, 24, 19
_LETTERS = 32  # a line of a title at 16 px


@dataclass(frozen=True)
class Node:
    """key: unique in the map. details: small lines under the title. look: `sel` for the one looked at, `lost` for what nothing ties."""

    key: str
    title: str
    details: tuple[str, ...] = ()
    url: str = ""
    look: str = ""


@dataclass(frozen=True)
class Column:
    name: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class _Box:
    x: float
    y: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def layered(columns: Sequence[Column], ties: Sequence[tuple[str, str]], described: str) -> Markup:
    """A drawing 1,120 wide for wide screens; narrow ones get a list instead. ties: pairs of keys, left one first."""
    boxes = _placed(columns, ties)
    lit = {node.key for column in columns for node in column.nodes if node.look == "sel"}
    tall = max((box.y + box.height for box in boxes.values()), default=_TOP) + 8
    heads = "".join(f'<text x="{_x(i, len(columns)):g}" y="12" class="m">{esc(column.name)}</text>' for i, column in enumerate(columns))
    drawn = "".join(_tie(boxes[a], boxes[b], bool({a, b} & lit)) for a, b in ties if a in boxes and b in boxes)
    nodes = "".join(_node(node, boxes[node.key]) for column in columns for node in column.nodes)
    return Markup(f'<svg viewBox="0 0 {_WIDTH} {tall:g}" role="group" aria-label="{esc(described)}">{heads}{drawn}{nodes}</svg>')


def _x(place: int, columns: int) -> float:
    return place * (_WIDTH - _NODE) / max(1, columns - 1)


def _placed(columns: Sequence[Column], ties: Sequence[tuple[str, str]]) -> dict[str, _Box]:
    """The tallest column is stacked; every other node stands beside what it is tied to, as far as its neighbours leave room."""
    boxes: dict[str, _Box] = {}
    for place in _tallest_first(columns):
        y = _TOP
        for node in sorted(columns[place].nodes, key=lambda node: _wished(node, ties, boxes, 0.0)):
            lines = tuple(_wrapped(node.title))
            height = 24 + _LINE * (len(lines) + len(node.details))
            y = max(y, _wished(node, ties, boxes, y + height / 2) - height / 2)
            boxes[node.key] = _Box(_x(place, len(columns)), round(y, 1), height, lines)
            y += height + _GAP
    return boxes


def _tallest_first(columns: Sequence[Column]) -> list[int]:
    """The column with most nodes, then those beside it, outwards."""
    most = max(range(len(columns)), key=lambda place: len(columns[place].nodes))
    return sorted(range(len(columns)), key=lambda place: abs(place - most))


def _wished(node: Node, ties: Sequence[tuple[str, str]], boxes: dict[str, _Box], otherwise: float) -> float:
    """The middle of what stands already and is tied to it."""
    beside = [boxes[b if a == node.key else a].middle for a, b in ties if node.key in (a, b) and (b if a == node.key else a) in boxes]
    return sum(beside) / len(beside) if beside else otherwise


def _wrapped(title: str) -> list[str]:
    """At most three lines."""
    return textwrap.wrap(title, _LETTERS, max_lines=3, placeholder="…") or [""]


def _tie(left: _Box, right: _Box, lit: bool) -> str:
    x1, y1, x2, y2 = left.x + _NODE, left.middle, right.x, right.middle
    bend = (x1 + x2) / 2
    return f'<path class="link{" lit" if lit else ""}" d="M{x1:g} {y1:g} C{bend:g} {y1:g} {bend:g} {y2:g} {x2:g} {y2:g}"/>'


def _node(node: Node, box: _Box) -> str:
    body = f'<rect class="node" x="{box.x + 1:g}" y="{box.y:g}" width="{_NODE - 2}" height="{box.height:g}" rx="8"/>'
    y = box.y + 10
    for kind, text in [("h", line) for line in box.lines] + [("m", line) for line in node.details]:
        y += _LINE
        body += f'<text class="{kind}" x="{box.x + 16:g}" y="{y - 2:g}">{esc(text)}</text>'
    look = f' class="{node.look}"' if node.look else ""
    return f'<a href="{esc(node.url)}"{look}>{body}</a>' if node.url else f"<g{look}>{body}</g>"
