"""Cases read from text: JSON of schema accord-voi-cases/1 or accord-case/1, and TOML of accord-case/1."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from accord.base.estimate import casefile
from accord.base.estimate.case import Case, Constant, Derived, Option, Quantity, Role
from accord.base.estimate.errors import CaseError
from accord.base.estimate.formula import FormulaError, Names, parse
from accord.base.estimate.outright import correlation, distribution
from accord.base.estimate.plain import groups, listed, new_name, number, table, text
from accord.base.estimate.tree import Node

SCHEMA = "accord-voi-cases/1"


def read(document: str, name: str = "") -> list[Case]:
    """All cases of a document: TOML when `name` ends in .toml or the text does not begin with a brace, else JSON. Raises CaseError."""
    toml = name.lower().endswith(".toml") or (not name.lower().endswith(".json") and not document.lstrip().startswith(("{", "[")))
    return read_toml(document) if toml else read_json(document)


def read_json(document: str) -> list[Case]:
    """All cases of a JSON document. Raises CaseError with line and column, or with the path."""
    twice: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in found:
            if key in made:
                twice.append(key)
            made[key] = value
        return made

    try:
        found = json.loads(document, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        raise CaseError(f"This is not JSON: {_lowered(error.msg)}.", f"line {error.lineno}, column {error.colno}",
                        _sketch(document, error.lineno, error.colno)) from None
    except RecursionError:
        raise CaseError("This JSON is nested too deeply.", "the document") from None
    except ValueError:
        raise CaseError("A number in this JSON has too many digits.", "the document") from None
    if twice:
        raise CaseError(f"The field “{twice[0]:.60}” is given twice in one table. Keep one.", _second(document, twice[0]))
    return read_document(found)


def _second(document: str, key: str) -> str:
    """Where a key stands that some table gives twice: the first place that has it again before its table ends."""
    met, place = [False], 0
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"(\s*:)?|[{}]', document):
        piece = match.group()
        if piece == "{":
            met.append(False)
        elif piece == "}":
            met.pop()
        elif match[1] and json.loads(piece.removesuffix(match[1])) == key:
            if met[-1]:
                place = match.start()
                break
            met[-1] = True
    return f"line {document.count(chr(10), 0, place) + 1}, column {place - document.rfind(chr(10), 0, place)}"


def read_toml(document: str) -> list[Case]:
    """The case of a TOML document. Raises CaseError with line and column, or with the path."""
    try:
        found = tomllib.loads(document)
    except tomllib.TOMLDecodeError as error:
        raise _toml_error(str(error), document) from None
    except RecursionError:
        raise CaseError("This TOML is nested too deeply.", "the document") from None
    except ValueError:
        raise CaseError("A number or a date in this TOML cannot be read.", "the document") from None
    return read_document(found)


def _toml_error(said: str, document: str) -> CaseError:
    place = re.search(r"\(at line (\d+), column (\d+)\)", said)
    lines = document.split("\n")
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), len(lines[-1]) + 1)
    what = re.sub(r"\s*\(at .*\)$", "", said)
    return CaseError(f"This is not TOML: {_lowered(what)}.", f"line {line}, column {column}", _sketch(document, line, column))


def _lowered(said: str) -> str:
    return said[:1].lower() + said[1:]


def _sketch(document: str, line: int, column: int) -> str:
    """The line with a caret under the column; a long line is cut around it."""
    lines = document.split("\n")
    whole = lines[line - 1].rstrip("\r") if 0 < line <= len(lines) else ""
    start = max(0, column - 61)
    shown = re.sub(r"[^\S ]|[^\x20-\uffff]", " ", whole[start:start + 120])
    return f"{shown}\n{' ' * (column - 1 - start)}^" if shown.strip() else ""


def read_document(document: Any) -> list[Case]:
    """All cases of a parsed document of either schema. Raises CaseError."""
    root = table(document, "")
    if root.get("schema") == casefile.SCHEMA:
        return [Case.from_data(root)]
    if root.get("schema") != SCHEMA:
        given = root.get("schema")
        said = f"The schema is {given!r:.60}" if given is not None else "There is no schema"
        raise CaseError(f'{said}. Write schema = "{casefile.SCHEMA}" at the top for one case; a file of schema "{SCHEMA}" holds several.', "schema")
    cases = listed(root, "cases", "", required=True)
    return [read_case(entry, f"cases[{k}]") for k, entry in enumerate(cases)]


def read_case(entry: Any, where: str) -> Case:
    """One case of schema accord-voi-cases/1, whose units are remarks: nothing is checked or changed by them."""
    item = table(entry, where)
    fixed = table(item.get("constants", {}), f"{where}.constants")
    listed({"constants": list(fixed)}, "constants", where)
    constants = tuple(Constant(name, number(value, f"{where}.constants.{name}")) for name, value in fixed.items())
    quantities = tuple(_quantity(table(one, f"{where}.inputs[{k}]"), f"{where}.inputs[{k}]") for k, one in enumerate(listed(item, "inputs", where)))
    names = Names()
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
        derived.append(Derived(name, expr, tree, where=f"{path}.expr"))
    known = tuple(q.name for q in quantities)
    return Case(
        id=text(item, "id", where), title=str(item.get("title", "")), quantities=quantities, options=_options(item, where, names),
        derived=tuple(derived), constants=constants,
        correlation=correlation(item["correlation"], known, f"{where}.correlation") if item.get("correlation") else None,
        groups=groups(item, known, where))


def _options(item: dict[str, Any], where: str, names: Names) -> tuple[Option, ...]:
    options: list[Option] = []
    for k, one in enumerate(listed(item, "options", where, required=True)):
        path = f"{where}.options[{k}]"
        name, expr = text(table(one, path), "name", path), text(one, "expr", path)
        if any(name == option.name for option in options):
            raise CaseError(f"Two options are called “{name}”. Rename one.", f"{path}.name")
        role = next((known for known in Role if known == one.get("role")), Role.OTHER)
        options.append(Option(name, expr, _formula(expr, names, f"{path}.expr"), role, where=f"{path}.expr"))
    return tuple(options)


def _formula(said: str, names: Names, where: str) -> Node:
    try:
        return parse(said, names)
    except FormulaError as error:
        raise CaseError(error.message, where, error.sketch()) from None


def _quantity(item: dict[str, Any], where: str) -> Quantity:
    return Quantity(text(item, "name", where), distribution(item, where), unit=str(item.get("unit", "")))
