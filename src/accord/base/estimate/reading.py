"""Cases read from text: JSON of schema accord-voi-cases/1 or accord-case/1, and TOML of accord-case/1."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from accord.base.estimate import casefile
from accord.base.estimate.case import Case, Constant, Derived, Option, Quantity, Role
from accord.base.estimate.errors import CaseError
from accord.base.estimate.formula import FormulaError, Node, parse
from accord.base.estimate.outright import correlation, distribution
from accord.base.estimate.plain import groups, listed, new_name, number, table, text

SCHEMA = "accord-voi-cases/1"


def read_json(document: str) -> list[Case]:
    """All cases of a JSON document. Raises CaseError with line and column, or with the path."""
    try:
        found = json.loads(document)
    except json.JSONDecodeError as error:
        raise CaseError(f"This is not JSON: {error.msg}.", f"line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise CaseError("This JSON is nested too deeply.", "line 1, column 1") from None
    except ValueError:
        raise CaseError("A number in this JSON has too many digits.", "the document") from None
    return read_document(found)


def read_toml(document: str) -> list[Case]:
    """The case of a TOML document. Raises CaseError with line and column, or with the path."""
    try:
        found = tomllib.loads(document)
    except tomllib.TOMLDecodeError as error:
        raise _toml_error(str(error), document) from None
    except RecursionError:
        raise CaseError("This TOML is nested too deeply.", "line 1, column 1") from None
    except ValueError:
        raise CaseError("A number or a date in this TOML cannot be read.", "the document") from None
    return read_document(found)


def _toml_error(said: str, document: str) -> CaseError:
    place = re.search(r"\(at line (\d+), column (\d+)\)", said)
    lines = document.split("\n")
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), len(lines[-1]) + 1)
    what = re.sub(r"\s*\(at .*\)$", "", said)
    shown = lines[line - 1][:160] if 0 < line <= len(lines) else ""
    return CaseError(f"This is not TOML: {what[:1].lower()}{what[1:]}.", f"line {line}, column {column}", f"{shown}\n{' ' * (column - 1)}^" if shown else "")


def read_document(document: Any) -> list[Case]:
    """All cases of a parsed document of either schema. Raises CaseError."""
    root = table(document, "")
    if root.get("schema") == casefile.SCHEMA:
        return [Case.from_data(root)]
    if root.get("schema") != SCHEMA:
        raise CaseError(f"The schema is {root.get('schema')!r}; this reads {casefile.SCHEMA!r} and {SCHEMA!r}.", "schema")
    cases = listed(root, "cases", "", required=True)
    return [read_case(entry, f"cases[{k}]") for k, entry in enumerate(cases)]


def read_case(entry: Any, where: str) -> Case:
    """One case of schema accord-voi-cases/1, whose units are remarks: nothing is checked or changed by them."""
    item = table(entry, where)
    constants = tuple(Constant(name, number(value, f"{where}.constants.{name}"))
                      for name, value in table(item.get("constants", {}), f"{where}.constants").items())
    quantities = tuple(_quantity(table(one, f"{where}.inputs[{k}]"), f"{where}.inputs[{k}]") for k, one in enumerate(listed(item, "inputs", where)))
    names: list[str] = []
    for constant in constants:
        new_name(constant.name, names, f"{where}.constants.{constant.name}")
    for k, quantity in enumerate(quantities):
        new_name(quantity.name, names, f"{where}.inputs[{k}].name")
    derived: list[Derived] = []
    for k, one in enumerate(listed(item, "derived", where)):
        path = f"{where}.derived[{k}]"
        name, expr = text(table(one, path), "name", path), text(one, "expr", path)
        tree = _formula(expr, names, f"{path}.expr")
        new_name(name, names, f"{path}.name")
        derived.append(Derived(name, expr, tree))
    known = tuple(q.name for q in quantities)
    return Case(
        id=text(item, "id", where), title=str(item.get("title", "")), quantities=quantities, options=_options(item, where, names),
        derived=tuple(derived), constants=constants,
        correlation=correlation(item["correlation"], known, f"{where}.correlation") if item.get("correlation") else None,
        groups=groups(item, known, where))


def _options(item: dict[str, Any], where: str, names: list[str]) -> tuple[Option, ...]:
    options: list[Option] = []
    for k, one in enumerate(listed(item, "options", where, required=True)):
        path = f"{where}.options[{k}]"
        name, expr = text(table(one, path), "name", path), text(one, "expr", path)
        if any(name == option.name for option in options):
            raise CaseError(f"Two options are called “{name}”. Rename one.", f"{path}.name")
        role = one.get("role", "")
        options.append(Option(name, expr, _formula(expr, names, f"{path}.expr"), Role(role) if role in set(Role) else Role.OTHER))
    return tuple(options)


def _formula(said: str, names: list[str], where: str) -> Node:
    try:
        return parse(said, names)
    except FormulaError as error:
        raise CaseError(error.message, where, error.sketch()) from None


def _quantity(item: dict[str, Any], where: str) -> Quantity:
    return Quantity(text(item, "name", where), distribution(item, where), unit=str(item.get("unit", "")))
