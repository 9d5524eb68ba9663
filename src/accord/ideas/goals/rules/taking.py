"""What a file of time entries or tickets would add to the hours that are known: each row is new, changed, the same, without time, or a mistake.

Read of a row is what the work is called, how long it took and when; its day is kept as its month, and whose hours they were is not read at all.

*Entries* have a day of their own. One with an id is kept once under it, and changed when it comes again with another time, month or name. One without
is known by what it says: the second row that says the same is a second entry, and it is so again when the same file comes again, or another that
overlaps it. *Tickets* have no day of their own and say the time so far: what is more than last time is added to the month of the day they say now.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from .cells import Unclear, columns, plain, same
from .hours import HOURS, SECONDS, data, duration, month, order, unit_of
from .importing import CHANGED, MISTAKE, NEW, SAME, Fault, Told

EMPTY = "empty"  # no time in it
FALLBACK = ("resolved", "updated", "created")
LONGEST = 200
Where = tuple[str, date]  # what the work is called, as names are compared, and the month


@dataclass(frozen=True)
class Layout:
    """Which columns of a file say what. unit: of plain numbers, empty where the header names none. tickets: rows say the time so far."""

    places: dict[str, int]
    unit: str
    tickets: bool


def layout(headers: tuple[str, ...], work_column: str = "") -> Layout:
    """work_column: the header under which the work is named, where it is not the one that would be read."""
    places = columns(headers, data()["columns"])
    named = next((place for place, header in enumerate(headers) if plain(header) == plain(work_column)), None) if work_column else None
    if named is not None:
        places = {field: place for field, place in places.items() if field not in ("nearest", "project")} | {"nearest": named}
    header = headers[places["hours"]] if "hours" in places else ""
    tickets = "day" not in places
    unit = unit_of(header)
    if not unit and tickets and plain(header) == "time spent" and any(plain(one) == "issue key" for one in headers):
        unit = SECONDS  # as Jira exports it
    if not unit and any(plain(one) == "week starts on" for one in headers):
        unit = HOURS  # as a time card of ServiceNow
    return Layout(places, unit, tickets)


@dataclass(frozen=True)
class Entry:
    """One row, understood. key: it stands for this entry whenever it comes again. name: as the file writes it; hours: of the whole entry."""

    number: int
    name: str
    month: date | None
    hours: Decimal
    key: str
    reference: str
    faults: tuple[Fault, ...] = ()

    @property
    def where(self) -> Where:
        assert self.month is not None
        return same(self.name), self.month


@dataclass(frozen=True)
class Line:
    """A row and what it would add: hours by work and month, below zero where it takes them back."""

    entry: Entry
    kind: str
    adds: tuple[tuple[Where, Decimal], ...] = ()

    @property
    def hours(self) -> Decimal:
        return sum((hours for _where, hours in self.adds), Decimal(0))


def entries(rows: Sequence[Told], found: Layout, *, today: date, per_day: Decimal, comma: bool = False) -> list[Entry]:
    """rows: the number of each, and its cells by field."""
    days = ("day",) if not found.tickets else FALLBACK
    written = {name: order(cells.get(name, "") for _number, cells in rows) for name in days}
    refs = Counter(_reference(cells, found) for _number, cells in rows)
    by_reference = all(times == 1 for told, times in refs.items() if told)  # otherwise it is the id of something else
    seen: Counter[str] = Counter()
    made = []
    for number, cells in rows:
        draft = _Reader(cells, found, written, today, per_day, comma)
        reference = _reference(cells, found) if by_reference else ""
        what = f"id\n{found.tickets}\n{reference}" if reference else draft.says
        seen[what] += 1
        key = hashlib.sha256(f"{what}\n{seen[what]}".encode()).hexdigest()
        made.append(Entry(number, draft.name, draft.month, draft.hours, key, reference[:200], tuple(draft.faults)))
    return made


def _reference(cells: Mapping[str, Any], found: Layout) -> str:
    first, second = ("ticket", "entry") if found.tickets else ("entry", "entry")
    return _text(cells.get(first)) or _text(cells.get(second))


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str("" if cell is None else cell).split())


class _Reader:
    """One row while it is being read."""

    def __init__(self, cells: Mapping[str, Any], found: Layout, written: Mapping[str, str], today: date, per_day: Decimal, comma: bool) -> None:
        self.cells, self.faults = cells, list[Fault]()
        self.name = next((told for field in ("nearest", "project") if (told := _text(cells.get(field)))), "")
        if len(self.name) > LONGEST:
            self.faults.append(Fault("nearest" if _text(cells.get("nearest")) else "project", "long", str(LONGEST)))
        self.hours = self._hours(found.unit, per_day, comma)
        self.day: date | None = None
        self.month: date | None = None
        if self.hours or self.faults:
            self._when(written, today)
        whole = [str(self.day), str(self.hours), self.name, *(_text(cells.get(field)) for field in ("ticket", "note", "entry"))]
        self.says = "says\n" + "\n".join(whole)

    def _hours(self, unit: str, per_day: Decimal, comma: bool) -> Decimal:
        cell = self.cells.get("hours")
        if cell in (None, ""):
            return Decimal(0)
        try:
            return duration(cell, unit, per_day, comma=comma)
        except Unclear as unclear:
            self.faults.append(Fault("hours", str(unclear), _text(cell)))
            return Decimal(0)

    def _when(self, written: Mapping[str, str], today: date) -> None:
        field = next((name for name in written if self.cells.get(name) not in (None, "")), "")
        if not field:
            self.faults.append(Fault(next(iter(written)), "no day"))
            return
        try:
            self.day, self.month = month(self.cells[field], written[field])
        except Unclear as unclear:
            self.faults.append(Fault(field, str(unclear), _text(self.cells[field])))
            return
        if self.day.year < 2000 or self.month > today:
            self.faults.append(Fault(field, "far day", _text(self.cells[field])))


def lines(found: Sequence[Entry], known: Mapping[str, Mapping[Where, Decimal]], *, tickets: bool) -> list[Line]:
    """known: what is kept of each entry by its key."""
    return [_line(one, known.get(one.key, {}), tickets) for one in found]


def _line(entry: Entry, known: Mapping[Where, Decimal], tickets: bool) -> Line:
    if entry.faults:
        return Line(entry, MISTAKE)
    if not entry.hours and not known:
        return Line(entry, EMPTY)
    adds = tuple(_more(entry, known) if tickets else _instead(entry, known))
    return Line(entry, SAME if not adds else CHANGED if known else NEW, adds)


def _more(entry: Entry, known: Mapping[Where, Decimal]) -> Iterator[tuple[Where, Decimal]]:
    """What came on top of the time so far."""
    more = entry.hours - sum(known.values(), Decimal(0))
    if more and entry.month is not None:
        yield entry.where, more


def _instead(entry: Entry, known: Mapping[Where, Decimal]) -> Iterator[tuple[Where, Decimal]]:
    """What was kept is taken back where the entry is not there any more."""
    for where, kept in known.items():
        if kept and (not entry.hours or where != entry.where):
            yield where, -kept
    if entry.hours and (more := entry.hours - known.get(entry.where, Decimal(0))):
        yield entry.where, more
