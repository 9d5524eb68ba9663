"""Ratings from a table: one mark after the other, with the faults of every cell by row and column.

Which column is what is said in a file of `layouts`, no program: `columns` names the column of each field; `fixed` gives fields that the file
does not have; `words` turns what is written (in any case) into what is meant, and refuses other words; `only` takes rows where a column
says this; `scale` has the lowest and the highest mark, null for no end. A table with a column for each person, side or team says in `each`
which of them, and in `from` how such columns are named.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any

LAYOUTS = Path(__file__).with_name("layouts")
FIELDS = ("person", "side", "team", "item", "kind", "value")
OWN, GUESS = "own", "guess"
FIRST = 2  # the number of the first row under the head, as a spreadsheet counts

Layout = Mapping[str, Any]


@dataclass(frozen=True)
class Rating:
    """One mark. kind: own, or guess: what the person believes the other side says. Empty where the table does not tell."""

    person: str
    side: str
    team: str
    item: str
    kind: str
    value: float


@dataclass(frozen=True)
class Misread:
    """A cell to put right. code: `no_column`, `empty`, `no_number`, `off_scale`, `unknown_word`, `twice` (same person, item and kind again).
    told: what stands there."""

    row: int
    column: str
    code: str
    told: str = ""


@dataclass(frozen=True)
class Ratings:
    """told: the marks that could be read; a mark is taken only when its whole row could be."""

    told: tuple[Rating, ...]
    faults: tuple[Misread, ...]


@cache
def layout(name: str) -> Layout:
    """One of `layouts` by its name. FileNotFoundError when there is none."""
    return json.loads((LAYOUTS / f"{name}.json").read_text(encoding="utf-8"))


def read(rows: Iterable[Mapping[str, str | None]], how: Layout) -> Ratings:
    """rows: by the names in the head, as csv.DictReader gives them. An empty cell of a wide table is no answer; in a long one it is a fault."""
    told, faults, seen = list[Rating](), list[Misread](), set[tuple[str, ...]]()
    for number, row in enumerate(rows, FIRST):
        clean = {_name(name): (cell or "").strip() for name, cell in row.items() if name is not None}
        if number == FIRST and (missing := _missing(clean, how)):
            return Ratings((), tuple(Misread(1, column, "no_column") for column in missing))
        if any(clean.get(column) != said for column, said in how.get("only", {}).items()):
            continue
        for found in _marks(number, clean, how):
            if isinstance(found, Misread):
                faults.append(found)
                continue
            key = (found.person, found.side, found.team, found.item, found.kind)
            if key in seen:
                faults.append(Misread(number, how["columns"].get("item", ""), "twice", found.item))
            else:
                seen.add(key)
                told.append(found)
    return Ratings(tuple(told), tuple(faults))


def _name(column: str) -> str:
    return column.strip().lstrip("\ufeff")


def _missing(row: Mapping[str, str], how: Layout) -> list[str]:
    wanted = [*how["columns"].values(), *how.get("only", {})]
    missing = [column for column in wanted if column not in row]
    return missing if "each" not in how or _wide(row, how) else [*missing, how["from"]]


def _wide(row: Mapping[str, str], how: Layout) -> list[str]:
    return [column for column in row if re.search(how["from"], column)]


def _marks(number: int, row: Mapping[str, str], how: Layout) -> Iterator[Rating | Misread]:
    """One mark of a row of a long table, one of each column of a wide one; or what is wrong with it, each cell by itself."""
    columns = how["columns"]
    if "each" not in how:
        yield from _mark(number, {field: row[column] for field, column in columns.items()}, columns, how)
        return
    for column in _wide(row, how):
        if row[column]:
            cells = {field: row[its] for field, its in columns.items()} | {how["each"]: column, "value": row[column]}
            yield from _mark(number, cells, columns | {"value": column}, how)


def _mark(number: int, cells: Mapping[str, str], columns: Mapping[str, str], how: Layout) -> Iterator[Rating | Misread]:
    said, faults = dict.fromkeys(FIELDS, "") | dict(how.get("fixed", {})), list[Misread]()
    for field, cell in cells.items():
        words = how.get("words", {}).get(field)
        if not cell:
            faults.append(Misread(number, columns.get(field, field), "empty"))
        elif words is not None and cell.casefold() not in words:
            faults.append(Misread(number, columns.get(field, field), "unknown_word", cell))
        else:
            said[field] = words[cell.casefold()] if words is not None else cell
    if said["value"]:
        value, code = _number(said["value"], how["scale"])
        if code:
            faults.append(Misread(number, columns.get("value", "value"), code, cells["value"]))
        elif not faults:
            yield Rating(**{field: said[field] for field in FIELDS[:-1]}, value=value)
    yield from faults


def _number(cell: str, scale: tuple[float | None, float | None]) -> tuple[float, str]:
    try:
        value = float(cell)
    except ValueError:
        return 0, "no_number"
    low, high = scale
    if not isfinite(value):
        return 0, "no_number"
    return value, "off_scale" if (low is not None and value < low) or (high is not None and value > high) else ""
