"""A formula as a tree. at and end: where in its text each part stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class Number(Node):
    value: float


@dataclass(frozen=True, slots=True)
class Unit(Node):
    """A unit word standing for one of itself; `46 week` is read as 46 times one week."""

    word: str


@dataclass(frozen=True, slots=True)
class Name(Node):
    name: str


@dataclass(frozen=True, slots=True)
class Negative(Node):
    of: Node


@dataclass(frozen=True, slots=True)
class Binary(Node):
    op: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Compare(Node):
    op: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call(Node):
    function: str
    of: tuple[Node, ...]


def constant(node: Node) -> float | None:
    """The value of a plain signed number, else None."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Negative) and (inner := constant(node.of)) is not None:
        return -inner
    return None


def names_in(tree: Node) -> frozenset[str]:
    """Every declared name the formula uses."""
    return frozenset(node.name for node in nodes(tree) if isinstance(node, Name))


def nodes(tree: Node) -> Iterator[Node]:
    """Every part of the formula, itself first."""
    waiting = [tree]
    while waiting:
        yield (node := waiting.pop())
        if isinstance(node, Negative):
            waiting.append(node.of)
        elif isinstance(node, Binary | Compare):
            waiting += (node.left, node.right)
        elif isinstance(node, Call):
            waiting += node.of
