"""What goes together, in plain words: “when there are many storms, claims wait longer, mostly”."""

from __future__ import annotations

from typing import Any

import numpy as np

from accord.base.estimate.case import Correlation, Pair
from accord.base.estimate.errors import CaseError
from accord.base.estimate.outright import possible
from accord.base.estimate.plain import listed, table, text

# How closely the normal scores of two quantities follow each other. Of two such quantities both lie on the same side of their middle in
# 90, 75 and 61 of 100 futures; opposite, in 25.
WORDS: dict[str, float] = {"always": 0.95, "mostly": 0.7, "somewhat": 0.35, "opposite": -0.7}
MOST = 60


def together(root: dict[str, Any], known: tuple[str, ...]) -> Correlation | None:
    """From `together`, a list of {"these": [name, name], "how": word}; None where there is nothing. Raises CaseError."""
    items = listed(root, "together", "")
    if items and root.get("correlation"):
        raise CaseError("Say what goes together in words or in a matrix, not in both.", "together")
    if len(items) > MOST:
        raise CaseError(f"There are {len(items):,} pairs; the most is {MOST}.", "together")
    pairs = tuple(_pair(table(item, f"together[{k}]"), known, f"together[{k}]") for k, item in enumerate(items))
    for k, pair in enumerate(pairs):
        if any({pair.first, pair.second} == {other.first, other.second} for other in pairs[:k]):
            raise CaseError(f"“{pair.first}” and “{pair.second}” are paired twice. Leave one out.", f"together[{k}]")
    return moves(pairs) if pairs else None


def moves(pairs: tuple[Pair, ...]) -> Correlation:
    """The matrix of what the words say, or the nearest that can exist. Raises KeyError for a word that is not in WORDS."""
    names = tuple(dict.fromkeys(name for pair in pairs for name in (pair.first, pair.second)))
    matrix = np.eye(len(names))
    for pair in pairs:
        one, other = names.index(pair.first), names.index(pair.second)
        matrix[one, other] = matrix[other, one] = WORDS[pair.how]
    nearest = possible(matrix)
    return Correlation(names, tuple(map(tuple, nearest.tolist())), not np.allclose(nearest, matrix, atol=1e-6), pairs)


def written(pairs: tuple[Pair, ...]) -> list[dict[str, Any]]:
    return [{"these": [pair.first, pair.second], "how": pair.how} for pair in pairs]


def _pair(item: dict[str, Any], known: tuple[str, ...], path: str) -> Pair:
    for key in item:
        if key not in ("these", "how"):
            raise CaseError(f"There is no field “{key}” here. Known are these, how.", f"{path}.{key}")
    these = listed(item, "these", path, required=True)
    if len(these) != 2 or these[0] == these[1]:
        raise CaseError("Name two different quantities.", f"{path}.these")
    for k, name in enumerate(these):
        if name not in known:
            raise CaseError(f"“{name!s:.60}” is not a quantity of this case.", f"{path}.these[{k}]")
    how = text(item, "how", path)
    if how not in WORDS:
        raise CaseError(f"There is no “{how:.40}” here. Known are {', '.join(WORDS)}.", f"{path}.how")
    return Pair(these[0], these[1], how)
