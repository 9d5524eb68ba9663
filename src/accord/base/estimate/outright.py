"""Distributions and correlations given outright, with their parameters, rather than as somebody's range."""

from __future__ import annotations

import math
from dataclasses import fields
from typing import Any

import numpy as np

from accord.base.estimate.case import Correlation
from accord.base.estimate.distributions import FAMILIES, Discrete, Distribution, Pareto, StudentT, Values
from accord.base.estimate.errors import CaseError
from accord.base.estimate.plain import listed, number, table, text


def distribution(item: dict[str, Any], where: str) -> Distribution:
    """The distribution of a table with `dist` and the fields of its family. Raises CaseError."""
    kind = text(item, "dist", where)
    if kind not in FAMILIES:
        raise CaseError(f"There is no distribution “{kind}”. Known are {', '.join(FAMILIES)}.", f"{where}.dist")
    make, fields = FAMILIES[kind]
    if kind == "discrete":
        return _discrete(item, where)
    values = {name: number(item.get(name), f"{where}.{name}") for name in fields}
    for name in ("sd", "sigma", "a", "b", "shape", "scale", "xm", "df"):
        if name in values and values[name] <= 0 and not (name in ("sd", "sigma") and values[name] == 0):
            raise CaseError(f"This must be more than 0, not {values[name]:g}.", f"{where}.{name}")
    if kind in ("uniform", "triangular") and values["high"] < values["low"]:
        raise CaseError(f"High must be at least low, which is {values['low']:g}.", f"{where}.high")
    if kind == "triangular" and not values["low"] <= values["mode"] <= values["high"]:
        raise CaseError(f"The mode must lie between {values['low']:g} and {values['high']:g}.", f"{where}.mode")
    made: Distribution = make(*(values[name] for name in fields))
    if isinstance(made, Pareto) and made.alpha <= 1:
        raise CaseError("A tail with alpha of 1 or less has no average, so nothing can be weighed. Set a stop-loss.", f"{where}.alpha")
    if isinstance(made, StudentT) and made.df <= 1:
        raise CaseError("With df of 1 or less there is no average, so nothing can be weighed. Use df above 1.", f"{where}.df")
    return _usable(made, where)


def _usable(made: Distribution, where: str) -> Distribution:
    """A distribution so wide or so far out that its values are no longer numbers is refused here, not found later in some formula."""
    with np.errstate(all="ignore"):
        try:
            finite = math.isfinite(made.mean) and bool(np.isfinite(made.strata(64)).all())
        except OverflowError:
            finite = False
    if not finite:
        raise CaseError("This distribution reaches values too large to work with. Check its parameters.", where)
    return made


def _discrete(item: dict[str, Any], where: str) -> Discrete:
    values = [number(v, f"{where}.values[{k}]") for k, v in enumerate(listed(item, "values", where, required=True))]
    probs = [number(v, f"{where}.probs[{k}]") for k, v in enumerate(listed(item, "probs", where, required=True))]
    if len(values) != len(probs):
        raise CaseError(f"There are {len(values)} values and {len(probs)} chances; give one chance per value.", f"{where}.probs")
    if min(probs) < 0 or abs(sum(probs) - 1) > 1e-6:
        raise CaseError(f"The chances must be 0 or more and add up to 1; they add up to {sum(probs):g}.", f"{where}.probs")
    total = sum(probs)
    return Discrete(tuple(values), tuple(p / total for p in probs))


def correlation(value: Any, known: tuple[str, ...], where: str) -> Correlation:
    """How some quantities move together. A matrix that cannot exist is moved to the nearest that can."""
    item = table(value, where)
    if item.get("kind", "gaussian_copula") != "gaussian_copula":
        raise CaseError("Only gaussian_copula is known.", f"{where}.kind")
    names = listed(item, "inputs", where, required=True)
    for k, name in enumerate(names):
        if name not in known or names.index(name) != k:
            raise CaseError(f"“{name}” is not an input of this case, or is named twice.", f"{where}.inputs[{k}]")
    rows = listed(item, "matrix", where, required=True)
    size = len(names)
    if len(rows) != size or any(not isinstance(row, list) or len(row) != size for row in rows):
        raise CaseError(f"The matrix must be {size} by {size}, one row and column for each input named.", f"{where}.matrix")
    matrix = np.array([[number(cell, f"{where}.matrix[{r}][{c}]") for c, cell in enumerate(row)] for r, row in enumerate(rows)])
    if not np.allclose(matrix, matrix.T, atol=1e-9) or not np.allclose(np.diag(matrix), 1.0) or np.abs(matrix).max() > 1 + 1e-9:
        raise CaseError("A correlation matrix is symmetric, has 1 on the diagonal and nothing beyond -1 and 1.", f"{where}.matrix")
    nearest = possible(matrix)
    return Correlation(tuple(names), tuple(map(tuple, nearest.tolist())), moved=not np.allclose(nearest, matrix, atol=1e-6))


def possible(matrix: Values) -> Values:
    """The nearest matrix that can exist: negative eigenvalues are lifted and the diagonal scaled back to 1."""
    values, vectors = np.linalg.eigh(matrix)
    if values.min() > 1e-10:
        return matrix
    lifted = (vectors * np.maximum(values, 1e-9)) @ vectors.T
    scale = 1 / np.sqrt(np.diag(lifted))
    return np.asarray(lifted * scale[:, None] * scale[None, :])


def written(found: Distribution) -> dict[str, Any]:
    """The table that `distribution` reads back as an equal one."""
    for name, (make, keys) in FAMILIES.items():
        if make is type(found):
            values = (getattr(found, field.name) for field in fields(found))
            return {"dist": name} | {key: list(value) if isinstance(value, tuple) else value for key, value in zip(keys, values, strict=False)}
    raise TypeError(f"{type(found).__name__} is made from ranges, not written outright")
