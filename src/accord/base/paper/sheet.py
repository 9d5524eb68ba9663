"""Sheets: XLSX and CSV. What people wrote can never become a formula or a link."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter

from accord.base.paper.document import Document, Facts, FigureBlock, TableBlock
from accord.base.paper.figure import plain

Cell = str | int | float | date | None
_GUARDED = tuple("=+-@\t\r\n＝＋－＠")
_FORBIDDEN = str.maketrans("", "", "[]:*?/\\'")


@dataclass(frozen=True)
class Sheet:
    """One tab. Numbers stay numbers; dates stay dates (times are written as text)."""

    name: str
    headers: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def xlsx(sheets: Sequence[Sheet], title: str = "") -> bytes:
    """A workbook. Text that looks like a formula or an address stays text."""
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"title": plain(title), "author": "Accord"})
        bold, day = book.add_format({"bold": True, "bottom": 1, "text_wrap": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for sheet, name in zip(sheets, _names(sheets), strict=True):
            tab = book.add_worksheet(name)
            tab.freeze_panes(1, 0)
            for column, header in enumerate(sheet.headers):
                tab.write_string(0, column, plain(header), bold)
                longest = max([len(str(header)), *(len(str(row[column])) for row in sheet.rows if column < len(row))])
                tab.set_column(column, column, min(60, longest + 2))
            for i, row in enumerate(sheet.rows, 1):
                for column, cell in enumerate(row):
                    _write(tab, i, column, cell, day)
    return held.getvalue()


def comma_separated(sheet: Sheet) -> bytes:
    """CSV in UTF-8 with a byte order mark, so that spreadsheets read it as such; risky cells open with an apostrophe."""
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow([guarded(header) for header in sheet.headers])
    writer.writerows([guarded(cell) for cell in row] for row in sheet.rows)
    return held.getvalue().encode("utf-8-sig")


def guarded(cell: Cell) -> Cell:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers pass."""
    if not isinstance(cell, str):
        return cell
    text = plain(cell)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_GUARDED) or text.startswith(_GUARDED) else text


def of(document: Document) -> list[Sheet]:
    """The facts, tables and figures of a document, one tab each."""
    words, found = document.words, []
    for block in document.blocks:
        match block:
            case Facts():
                found.append(Sheet(document.title, (words.fact_column, words.held_column), block.rows))
            case TableBlock():
                found.append(Sheet(block.table.caption or document.title, block.table.headers, block.table.rows))
            case FigureBlock():
                found.append(Sheet(block.figure.title, block.figure.table.headers, block.figure.table.rows))
            case _:
                continue
    return found


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """At most 31 letters, none that Excel refuses, all different."""
    names: list[str] = []
    for i, sheet in enumerate(sheets, 1):
        name = plain(sheet.name).translate(_FORBIDDEN).strip()[:31] or str(i)
        if name.lower() in {n.lower() for n in names} or name.lower() == "history":
            name = f"{name[:27]} {i}"
        names.append(name)
    return names


def _write(tab: Any, row: int, column: int, cell: Cell, day: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, datetime):
        tab.write_string(row, column, cell.isoformat(sep=" ", timespec="minutes"))
    elif isinstance(cell, date):
        tab.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)
    elif isinstance(cell, bool) or not isinstance(cell, int | float):
        tab.write_string(row, column, plain(cell))
    else:
        tab.write_number(row, column, cell)
