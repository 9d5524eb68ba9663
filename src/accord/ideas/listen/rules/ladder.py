"""The why-ladder: from what was asked for (0), what it does (1), the effect on people's day (2) and a business outcome with a number (3)
to a goal both sides share (4).

Branches are counted, not "five whys": one path with one root is the exception. Abstractness after Reynolds and Gutman: in / (in + out).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

TOP = 4  # the level of a goal


@dataclass(frozen=True)
class Ladder:
    """depth: edges on the longest path from the root; branches: where paths end. Everything but `cycle` is None when the reasoning is circular."""

    cycle: bool
    depth: int | None = None
    top_level: int | None = None
    branches: int | None = None
    reached_goal: bool | None = None
    abstractness: dict[str, float | None] | None = None


def ladder(root: str, nodes: Mapping[str, int], edges: Iterable[tuple[str, str]]) -> Ladder:
    """nodes: name -> level 0 to 4; edges: (step, the step that explains it). Raises ValueError for an edge between steps that are not there."""
    links = list(dict.fromkeys(edges))
    if root not in nodes or any(below not in nodes or above not in nodes for below, above in links):
        raise ValueError("an edge or the root names a step that is not there")
    above: dict[str, list[str]] = {name: [] for name in nodes}
    for low, high in links:
        above[low].append(high)
    order = _order(nodes, above)
    if order is None:
        return Ladder(cycle=True)
    depth = _depths(root, above, order)
    top = max(nodes[name] for name in depth)
    ends = sum(not above[name] for name in depth)
    return Ladder(False, max(depth.values()), top, ends, top >= TOP, _abstractness(nodes, links))


def _order(nodes: Mapping[str, int], above: Mapping[str, list[str]]) -> list[str] | None:
    """The steps so that each comes before those above it, or None when the reasoning is circular."""
    waiting = {name: 0 for name in nodes}
    for highs in above.values():
        for high in highs:
            waiting[high] += 1
    free, order = [name for name, count in waiting.items() if not count], []
    while free:
        order.append(free.pop())
        for high in above[order[-1]]:
            waiting[high] -= 1
            if not waiting[high]:
                free.append(high)
    return order if len(order) == len(waiting) else None


def _depths(root: str, above: Mapping[str, list[str]], order: list[str]) -> dict[str, int]:
    """How far each step that can be reached lies above the root, by the longest way."""
    depth = {root: 0}
    for name in order:
        if name in depth:
            for high in above[name]:
                depth[high] = max(depth.get(high, 0), depth[name] + 1)
    return depth


def _abstractness(nodes: Mapping[str, int], links: list[tuple[str, str]]) -> dict[str, float | None]:
    into, out = {name: 0 for name in nodes}, {name: 0 for name in nodes}
    for low, high in links:
        out[low] += 1
        into[high] += 1
    return {name: into[name] / (into[name] + out[name]) if into[name] + out[name] else None for name in nodes}
