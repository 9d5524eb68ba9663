"""How far goals are reached when only ranges are known: goal reasoning in the manner of GRL, on bands from -100 to 100.

Seven ways of reasoning over such graphs give different answers on the same models; this is one to talk about, never one to steer by.
"""

from collections.abc import Mapping
from dataclasses import dataclass

FULL = 100.0
Band = tuple[float, float]


@dataclass(frozen=True)
class Node:
    """kind: leaf (with a value), and, or, contrib. parts: what it is made of, each with its weight in per cent (which only contrib reads).
    depends: it is reached no further than any of these."""

    kind: str
    value: Band = (0.0, 0.0)
    parts: tuple[tuple[str, float], ...] = ()
    depends: tuple[str, ...] = ()


def satisfaction(nodes: Mapping[str, Node]) -> dict[str, Band]:
    """The band of every node. ValueError for a circle, KeyError for a part that is not there."""
    found: dict[str, Band] = {}

    def band(name: str, on_the_way: tuple[str, ...]) -> Band:
        if name in on_the_way:
            raise ValueError(f"“{name}” depends on itself: {' → '.join((*on_the_way[on_the_way.index(name) :], name))}.")
        if name not in found:
            node, way = nodes[name], (*on_the_way, name)
            whole = _made(node, [(band(part, way), weight) for part, weight in node.parts])
            limits = [band(one, way) for one in node.depends]
            found[name] = (min([whole[0], *(low for low, _high in limits)]), min([whole[1], *(high for _low, high in limits)]))
        return found[name]

    for name in nodes:
        band(name, ())
    return found


def _made(node: Node, parts: list[tuple[Band, float]]) -> Band:
    lows, highs = [low for (low, _high), _weight in parts], [high for (_low, high), _weight in parts]
    match node.kind:
        case "leaf":
            return node.value
        case "and":
            return min(lows), min(highs)
        case "or":
            return max(lows), max(highs)
        case "contrib":
            ends = [sorted((low * weight / FULL, high * weight / FULL)) for (low, high), weight in parts]
            return _clipped(sum(one[0] for one in ends)), _clipped(sum(one[1] for one in ends))
    raise ValueError(f"“{node.kind}” is not a kind of node; leaf, and, or and contrib are.")


def _clipped(value: float) -> float:
    return max(-FULL, min(FULL, value))
