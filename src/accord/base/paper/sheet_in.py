"""Sheets, read: CSV and XLSX as rows of plain values. Nothing in a file is run: a formula is only the value that was saved with it.

Limits come first, so that a small file cannot become a large one: bytes, what an XLSX unpacks to, rows, columns, letters in a cell.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

MOST_BYTES, MOST_UNPACKED = 1_500_000, 60_000_000
MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 5_000, 200, 10_000
BROKEN, EMPTY, KIND, LETTERS, SIZE, TEXT, WIDE, LONG = "broken", "empty", "kind", "letters", "size", "text", "wide", "long"
_OPENERS = tuple("=+-@\t＝＋－＠")  # what an apostrophe in front was written for, see sheet.guarded

Value = str | int | float | bool | date | None


class Unreadable(Exception):
    """why: one of the names above. row: where, from 1, or 0."""

    def __init__(self, why: str, row: int = 0) -> None:
        super().__init__(why)
        self.why, self.row = why, row


@dataclass(frozen=True)
class Line:
    """One row with its number in the file, from 1. Cells are as many as the headers or more; text is without spaces at its ends."""

    number: int
    cells: tuple[Value, ...]


@dataclass(frozen=True)
class Table:
    """The first tab, or the file: its first row that is not empty, and the rows below that are not. comma: the decimal sign may be one,
    as where semicolons stand between the cells."""

    headers: tuple[str, ...]
    lines: tuple[Line, ...]
    comma: bool = False


def read(name: str, content: bytes, *, most_rows: int = MOST_ROWS) -> Table:
    """name: only its ending counts (.csv, .txt, .tsv or .xlsx). Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(SIZE)
    ending = name.lower().rpartition(".")[2]
    if ending == "xlsx":
        return _table(_of_book(content, most_rows), most_rows)
    if ending not in ("csv", "txt", "tsv"):
        raise Unreadable(KIND)
    text = _decoded(content)
    mark = _between(text)
    return _table(_of_text(text, mark), most_rows, comma=mark == ";")


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise Unreadable(TEXT)


def _between(text: str) -> str:
    """What stands between cells: whatever the first line that says something holds most of, outside quotation marks."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    return max(",;\t", key=bare.count)


def _of_text(text: str, mark: str) -> Iterator[tuple[int, list[Any]]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    before = 0
    try:
        for row in rows:
            yield before + 1, [_bare(cell) for cell in row]
            before = rows.line_num
    except csv.Error:
        raise Unreadable(BROKEN, rows.line_num) from None


def _bare(cell: str) -> str:
    """Without the apostrophe our own export puts before what a spreadsheet would take for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip(" \u00a0").startswith(_OPENERS) else cell


def _of_book(content: bytes, most_rows: int) -> Iterator[tuple[int, list[Any]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED or len(packed.infolist()) > 2_000:
                raise Unreadable(SIZE)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        tab = book.get_sheet_by_index(0)
        rows = tab.to_python(skip_empty_area=False, nrows=most_rows + 50)
    except (zipfile.BadZipFile, CalamineError, IndexError, ValueError, OSError):
        raise Unreadable(BROKEN) from None
    yield from enumerate(rows, 1)


def _table(rows: Iterable[tuple[int, list[Any]]], most_rows: int, *, comma: bool = False) -> Table:
    headers: tuple[str, ...] = ()
    lines: list[Line] = []
    for number, row in rows:
        if len(row) > MOST_COLUMNS:
            raise Unreadable(WIDE, number)
        cells = tuple(_value(cell, number) for cell in row)
        if not any(cell not in (None, "") for cell in cells):
            continue
        if not headers:
            headers = tuple(str(cell if cell is not None else "") for cell in cells)
        elif len(lines) == most_rows:
            raise Unreadable(LONG, number)
        else:
            lines.append(Line(number, cells + ("",) * (len(headers) - len(cells))))
    if not lines:
        raise Unreadable(EMPTY)
    return Table(headers, tuple(lines), comma)


def _value(cell: Any, number: int) -> Value:
    """A day without an hour is a date, a length of time is text such as 26:30:00; what is no number, text or date is nothing."""
    if isinstance(cell, str):
        if len(cell) > MOST_LETTERS:
            raise Unreadable(LETTERS, number)
        return "".join(sign for sign in cell if sign >= " " or sign in "\n\t").strip()
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, time):
        return cell.strftime("%H:%M:%S")
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return cell if isinstance(cell, bool | int | float | date) else None
