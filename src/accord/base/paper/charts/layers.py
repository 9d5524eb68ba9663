"""Where the nodes of a layered drawing stand: few crossings, short ties, and no tie behind a node.

The steps are those of Sugiyama, Tagawa and Toda (1981): a tie that passes a column gets a narrow place in it, columns are ordered by the mean
of their neighbours' order, and heights follow the neighbours' middles as closely as the order and the gaps allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

GAP, LANE = 24.0, 10.0  # between nodes; the height of a place that a tie only passes
SWEEPS = 8

Key = str | tuple[str, str, int]  # a node, or a tie's place in a column it passes


@dataclass(frozen=True)
class Place:
    """From the top of the drawing."""

    y: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class Arranged:
    """ways: for each tie the column it leaves, then its height at that column and at each one after."""

    nodes: dict[str, Place]
    ways: dict[tuple[str, str], list[float]]


def arranged(levels: Sequence[Sequence[tuple[str, float]]], ties: Iterable[tuple[str, str]], top: float = 0.0) -> Arranged:
    """levels: keys with their heights, a list for each column. ties: from a column to one further right; others are not drawn. Time grows
    with nodes and ties, times the sweeps."""
    level = {key: place for place, column in enumerate(levels) for key, _height in column}
    known = [(a, b) for a, b in dict.fromkeys(ties) if a in level and b in level and level[a] < level[b]]
    heights: dict[Key, float] = {key: height for column in levels for key, height in column}
    columns: list[list[Key]] = [[key for key, _height in column] for column in levels]
    chains = {(a, b): _chain(a, b, level, columns, heights) for a, b in known}
    left, right = _neighbours(chains.values())
    _order(columns, left, right)
    middles = _heights(columns, heights, left, right, top)
    nodes = {key: Place(round(middles[key] - heights[key] / 2, 1), heights[key]) for key in level}
    return Arranged(nodes, {tie: [float(level[tie[0]]), *(round(middles[key], 1) for key in chain)] for tie, chain in chains.items()})


def _chain(a: str, b: str, level: dict[str, int], columns: list[list[Key]], heights: dict[Key, float]) -> list[Key]:
    """The tie as steps from column to column; the places it passes are added."""
    passed: list[Key] = [(a, b, at) for at in range(level[a] + 1, level[b])]
    for offset, key in enumerate(passed, start=level[a] + 1):
        columns[offset].append(key)
        heights[key] = LANE
    return [a, *passed, b]


def _neighbours(chains: Iterable[list[Key]]) -> tuple[dict[Key, list[Key]], dict[Key, list[Key]]]:
    left: dict[Key, list[Key]] = {}
    right: dict[Key, list[Key]] = {}
    for chain in chains:
        for a, b in pairwise(chain):
            right.setdefault(a, []).append(b)
            left.setdefault(b, []).append(a)
    return left, right


def _order(columns: list[list[Key]], left: dict[Key, list[Key]], right: dict[Key, list[Key]]) -> None:
    """Each column by the mean place of its neighbours, to and fro; what has none keeps its place."""
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        beside = left if forth else right
        for at in range(1, len(columns)) if forth else range(len(columns) - 2, -1, -1):
            before = columns[at - 1] if forth else columns[at + 1]
            place: dict[Key, float] = {key: (rank + 0.5) / len(before) for rank, key in enumerate(before)}
            own: dict[Key, float] = {key: (rank + 0.5) / len(columns[at]) for rank, key in enumerate(columns[at])}
            columns[at].sort(key=lambda key, place=place, own=own: _mean([place[one] for one in beside.get(key, ())], own[key]))  # type: ignore[misc]


def _heights(
    columns: list[list[Key]], heights: dict[Key, float], left: dict[Key, list[Key]], right: dict[Key, list[Key]], top: float
) -> dict[Key, float]:
    """The middle of everything: first stacked, then drawn towards its neighbours, whose order it keeps."""
    middles: dict[Key, float] = {}
    for column in columns:
        middles |= _packed(column, heights, dict.fromkeys(column, 0.0))
    for sweep in range(SWEEPS):
        beside = (left, right)[sweep % 2]
        for column in columns if sweep % 2 == 0 else columns[::-1]:
            wish = {key: _mean([middles[one] for one in beside.get(key, ())], middles[key]) for key in column}
            middles |= _packed(column, heights, wish)
    down = top - min((middles[key] - heights[key] / 2 for key in middles), default=top)
    return {key: middle + down for key, middle in middles.items()}


def _packed(column: Sequence[Key], heights: dict[Key, float], wish: dict[Key, float]) -> dict[Key, float]:
    """Middles nearest to those wished for, in squares, in the column's order and with gaps between: pooled adjacent violators."""
    offsets: list[float] = []
    at = 0.0
    for key in column:
        offsets.append(at + heights[key] / 2)
        at += heights[key] + GAP
    blocks: list[tuple[float, int]] = []  # sum of wishes, how many
    for key, offset in zip(column, offsets, strict=True):
        blocks.append((wish[key] - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1] = (blocks[-1][0] + total, blocks[-1][1] + count)
    shifts = [total / count for total, count in blocks for _ in range(count)]
    return {key: offset + shift for key, offset, shift in zip(column, offsets, shifts, strict=True)}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
