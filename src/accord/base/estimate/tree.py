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


def years(node: Node) -> float | None:
    """How many years a part names, such as `3` or `3 years`; None where it names none."""
    if isinstance(node, Binary) and node.op == "*" and isinstance(node.right, Unit) and node.right.word in ("year", "years"):
        return constant(node.left)
    return constant(node)


def in_time(node: Node) -> bool:
    """Whether years are given as time (`3 years`) and not as a plain number."""
    return isinstance(node, Binary)


def work(tree: Node) -> int:
    """How many parts are worked out: those that change from year to year once for each."""
    every = list(nodes(tree))
    sums = [node for node in every if isinstance(node, Call) and node.function == "yearly"]
    return len(every) + sum((int(years(one.of[1]) or 1) - 1) * sum(1 for _ in nodes(one.of[0])) for one in sums)


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
