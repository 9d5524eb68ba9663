"""A case read from data (schema accord-voi-cases/1). Every refusal names the path and the fix."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np

from accord.base.estimate.case import Case, Correlation, Derived, Option, Quantity
from accord.base.estimate.distributions import FAMILIES, Discrete, Distribution, Pareto, StudentT
from accord.base.estimate.formula import FormulaError, Node, parse, spelled

SCHEMA = "accord-voi-cases/1"
MOST = {"cases": 200, "inputs": 500, "options": 50, "derived": 500}


class CaseError(ValueError):
    """What is wrong, where (a path such as `options[2].expr`, or line and column), and what to do."""

    def __init__(self, message: str, where: str, sketch: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.message, self.where, self.sketch = message, where, sketch


def read_json(text: str) -> list[Case]:
    """All cases of a JSON document. Raises CaseError."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise CaseError(f"This is not JSON: {error.msg}.", f"line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise CaseError("This JSON is nested too deeply.", "line 1, column 1") from None
    return read_document(document)


def read_document(document: Any) -> list[Case]:
    """All cases of a parsed document of schema accord-voi-cases/1. Raises CaseError."""
    root = _table(document, "")
    if root.get("schema") != SCHEMA:
        raise CaseError(f"The schema is {root.get('schema')!r}; this reads {SCHEMA!r}.", "schema")
    cases = _listed(root, "cases", "", required=True)
    return [read_case(entry, f"cases[{k}]") for k, entry in enumerate(cases)]


def _table(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise CaseError("Here a table of named fields is expected.", where or "the document")
    return value


def _listed(table: dict[str, Any], key: str, where: str, required: bool = False) -> list[Any]:
    path = f"{where}.{key}" if where else key
    value = table.get(key, [])
    if not isinstance(value, list) or (required and not value):
        raise CaseError("Here a list is expected" + (" with at least one entry." if required else "."), path)
    if len(value) > MOST.get(key, 10_000):
        raise CaseError(f"There are {len(value):,} entries; the most is {MOST[key]:,}.", path)
    return value


def _text(table: dict[str, Any], key: str, where: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise CaseError("Here a text is expected.", f"{where}.{key}")
    return value


def _number(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CaseError(f"Here a number is expected, not {value!r:.40}.", where)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise CaseError("Here a finite number is expected.", where)
    return number


def read_case(entry: Any, where: str) -> Case:
    table = _table(entry, where)
    constants = {name: _number(value, f"{where}.constants.{name}") for name, value in _table(table.get("constants", {}), f"{where}.constants").items()}
    quantities = tuple(_quantity(_table(item, f"{where}.inputs[{k}]"), f"{where}.inputs[{k}]")
                       for k, item in enumerate(_listed(table, "inputs", where)))
    names: list[str] = []
    for k, name in enumerate([*constants, *(q.name for q in quantities)]):
        path = f"{where}.constants.{name}" if k < len(constants) else f"{where}.inputs[{k - len(constants)}].name"
        _new_name(name, names, path)
    derived: list[Derived] = []
    for k, item in enumerate(_listed(table, "derived", where)):
        path = f"{where}.derived[{k}]"
        name, expr = _text(_table(item, path), "name", path), _text(item, "expr", path)
        tree = _formula(expr, names, f"{path}.expr")
        _new_name(name, names, f"{path}.name")
        derived.append(Derived(name, expr, tree))
    options: list[Option] = []
    for k, item in enumerate(_listed(table, "options", where, required=True)):
        path = f"{where}.options[{k}]"
        name, expr = _text(_table(item, path), "name", path), _text(item, "expr", path)
        if any(name == option.name for option in options):
            raise CaseError(f"Two options are called “{name}”. Rename one.", f"{path}.name")
        options.append(Option(name, expr, _formula(expr, names, f"{path}.expr"), str(item.get("role", ""))))
    known = tuple(q.name for q in quantities)
    return Case(
        id=_text(table, "id", where), title=str(table.get("title", "")), quantities=quantities, options=tuple(options),
        derived=tuple(derived), constants=tuple(constants.items()),
        correlation=_correlation(table["correlation"], known, f"{where}.correlation") if table.get("correlation") else None,
        groups=_groups(table, known, where))


def _new_name(name: str, taken: list[str], where: str) -> None:
    if any(spelled(name) == spelled(other) for other in taken):
        raise CaseError(f"The name “{name}” is used twice. Rename one.", where)
    taken.append(name)


def _formula(text: str, names: list[str], where: str) -> Node:
    try:
        return parse(text, names)
    except FormulaError as error:
        raise CaseError(error.message, where, error.sketch()) from None


def _quantity(item: dict[str, Any], where: str) -> Quantity:
    return Quantity(_text(item, "name", where), _distribution(item, where), unit=str(item.get("unit", "")))


def _distribution(item: dict[str, Any], where: str) -> Distribution:
    kind = _text(item, "dist", where)
    if kind not in FAMILIES:
        raise CaseError(f"There is no distribution “{kind}”. Known are {', '.join(FAMILIES)}.", f"{where}.dist")
    make, fields = FAMILIES[kind]
    if kind == "discrete":
        return _discrete(item, where)
    values = {name: _number(item.get(name), f"{where}.{name}") for name in fields}
    for name in ("sd", "sigma", "a", "b", "shape", "scale", "xm", "df"):
        if name in values and values[name] <= 0 and not (name in ("sd", "sigma") and values[name] == 0):
            raise CaseError(f"This must be more than 0, not {values[name]:g}.", f"{where}.{name}")
    if kind in ("uniform", "triangular") and values["high"] < values["low"]:
        raise CaseError(f"High must be at least low, which is {values['low']:g}.", f"{where}.high")
    if kind == "triangular" and not values["low"] <= values["mode"] <= values["high"]:
        raise CaseError(f"The mode must lie between {values['low']:g} and {values['high']:g}.", f"{where}.mode")
    made = make(*(values[name] for name in fields))
    if isinstance(made, Pareto) and made.alpha <= 1:
        raise CaseError("A tail with alpha of 1 or less has no average, so nothing can be weighed. Set a stop-loss.", f"{where}.alpha")
    if isinstance(made, StudentT) and made.df <= 1:
        raise CaseError("With df of 1 or less there is no average, so nothing can be weighed. Use df above 1.", f"{where}.df")
    return made


def _discrete(item: dict[str, Any], where: str) -> Discrete:
    values = [_number(v, f"{where}.values[{k}]") for k, v in enumerate(_listed(item, "values", where, required=True))]
    probs = [_number(v, f"{where}.probs[{k}]") for k, v in enumerate(_listed(item, "probs", where, required=True))]
    if len(values) != len(probs):
        raise CaseError(f"There are {len(values)} values and {len(probs)} chances; give one chance per value.", f"{where}.probs")
    if min(probs) < 0 or abs(sum(probs) - 1) > 1e-6:
        raise CaseError(f"The chances must be 0 or more and add up to 1; they add up to {sum(probs):g}.", f"{where}.probs")
    total = sum(probs)
    return Discrete(tuple(values), tuple(p / total for p in probs))


def _correlation(value: Any, known: tuple[str, ...], where: str) -> Correlation:
    table = _table(value, where)
    if table.get("kind", "gaussian_copula") != "gaussian_copula":
        raise CaseError("Only gaussian_copula is known.", f"{where}.kind")
    names = _listed(table, "inputs", where, required=True)
    for k, name in enumerate(names):
        if name not in known or names.index(name) != k:
            raise CaseError(f"“{name}” is not an input of this case, or is named twice.", f"{where}.inputs[{k}]")
    rows = _listed(table, "matrix", where, required=True)
    size = len(names)
    if len(rows) != size or any(not isinstance(row, list) or len(row) != size for row in rows):
        raise CaseError(f"The matrix must be {size} by {size}, one row and column for each input named.", f"{where}.matrix")
    matrix = np.array([[_number(cell, f"{where}.matrix[{r}][{c}]") for c, cell in enumerate(row)] for r, row in enumerate(rows)])
    if not np.allclose(matrix, matrix.T, atol=1e-9) or not np.allclose(np.diag(matrix), 1.0) or np.abs(matrix).max() > 1 + 1e-9:
        raise CaseError("A correlation matrix is symmetric, has 1 on the diagonal and nothing beyond -1 and 1.", f"{where}.matrix")
    return Correlation(tuple(names), tuple(map(tuple, _possible(matrix).tolist())))


def _possible(matrix: Any) -> Any:
    """The nearest matrix that can exist: negative eigenvalues are lifted and the diagonal scaled back to 1."""
    values, vectors = np.linalg.eigh(matrix)
    if values.min() > 1e-10:
        return matrix
    lifted = (vectors * np.maximum(values, 1e-9)) @ vectors.T
    scale = 1 / np.sqrt(np.diag(lifted))
    return lifted * scale[:, None] * scale[None, :]


def _groups(table: dict[str, Any], known: tuple[str, ...], where: str) -> tuple[tuple[str, ...], ...]:
    """Groups named under `groups`, then the multi-input sets that `truth.evppi` names (their values are never read)."""
    found: list[tuple[str, ...]] = []
    truth = table.get("truth") if isinstance(table.get("truth"), dict) else {}
    named = [(f"{where}.groups[{k}]", entry) for k, entry in enumerate(_listed(table, "groups", where))]
    asked = [(f"{where}.truth.evppi[{k}]", entry) for k, entry in enumerate((truth or {}).get("evppi") or [])]
    for path, entry in named + asked:
        members = entry.get("inputs") if isinstance(entry, dict) else entry
        if not isinstance(members, list) or not members:
            raise CaseError("A group is a list of input names.", path)
        for name in members:
            if name not in known:
                raise CaseError(f"“{name}” is not an input of this case.", path)
        if len(members) > 1 and not any(set(members) == set(other) for other in found):
            found.append(tuple(members))
    return tuple(found)
