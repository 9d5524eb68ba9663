"""A file of time entries or tickets against the hours that are known: what taking it in would add. Nothing is written."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, registry
from accord.base.paper import sheet_in
from accord.base.people.files import Content, decoded
from accord.base.people.rules import Actor

from ..faults import effort_file_said, effort_said
from ..models import COUNTED, Effort, Initiative, WorkName
from ..rules.cells import same
from ..rules.importing import MISTAKE
from ..rules.taking import EMPTY, Layout, Line, Where, entries, layout, lines
from .importing import FileName

BATCH = 400
PerDay = Annotated[Decimal, Field(description="Hours in a people-day.", ge=1, le=24)]
WorkColumn = Annotated[str, Field(description="The column that names the work, where it is not the one that would be read.", max_length=200)]


@dataclass(frozen=True)
class Called:
    """A name of work in a file. matched: the initiative it is known as, or would be because it has the same title. new: it is not known yet."""

    key: str
    name: str
    hours: Decimal
    matched: UUID | None
    title: str
    aside: bool
    new: bool


@dataclass(frozen=True)
class EffortFile:
    """A file that was read, and what it would add."""

    name: str
    lines: tuple[Line, ...]
    names: tuple[Called, ...]
    found: Layout
    headers: tuple[str, ...]
    per_day: Decimal

    def of(self, kind: str) -> list[Line]:
        return [one for one in self.lines if one.kind == kind]

    @property
    def adding(self) -> list[Line]:
        return [one for one in self.lines if one.adds]

    @property
    def hours(self) -> Decimal:
        return sum((one.hours for one in self.adding), Decimal(0))

    @property
    def may_go(self) -> bool:
        return bool(self.adding) and not self.of(MISTAKE)

    @property
    def months(self) -> list[date]:
        return sorted({month for one in self.adding for (_name, month), _hours in one.adds})

    @property
    def not_read(self) -> list[str]:
        places = set(self.found.places.values())
        return [header for place, header in enumerate(self.headers) if place not in places and header]

    @property
    def called(self) -> dict[str, str]:
        return {field: self.headers[place] for field, place in self.found.places.items()}

    @property
    def work_column(self) -> str:
        return self.called.get("nearest") or self.called.get("project", "")

    @property
    def seen(self) -> str:
        """Short for what it would add: another one means that something else would happen."""
        told = [(one.entry.key, one.kind, [(*where, str(hours)) for where, hours in one.adds]) for one in self.lines]
        matched = [(one.key, str(one.matched), one.aside) for one in self.names]
        return hashlib.sha256(repr((told, matched)).encode()).hexdigest()[:32]


def read(name: str, content: bytes, per_day: Decimal = Decimal(8), work_column: str = "") -> EffortFile:
    """Raises Mistake on `content` for a file that cannot be read, and for one without a column of hours or of days."""
    try:
        table = sheet_in.read(name, content)
    except sheet_in.Unreadable as unreadable:
        raise registry.Mistake(effort_file_said(name, unreadable), "content") from None
    found = layout(table.headers, work_column)
    _refuse_without(name, found)
    rows = [(line.number, {field: line.cells[place] for field, place in found.places.items()}) for line in table.lines]
    told = entries(rows, found, today=clock.today(), per_day=per_day, comma=table.comma)
    compared = tuple(lines(told, _kept(one.key for one in told), tickets=found.tickets))
    return EffortFile(name, compared, _names(compared), found, table.headers, per_day)


def _refuse_without(name: str, found: Layout) -> None:
    if "hours" not in found.places:
        raise registry.Mistake(_("%(file)s: no column says how long it took. Call it Hours, Duration or Time spent.") % {"file": name}, "content")
    if not {"day", "resolved", "updated", "created"} & set(found.places):
        raise registry.Mistake(_("%(file)s: no column says when it was. Call it Date, Started or Resolved.") % {"file": name}, "content")


def _kept(keys: Iterable[str]) -> dict[str, dict[Where, Decimal]]:
    """What is kept of entries, by their keys."""
    wanted = list(keys)
    found: dict[str, dict[Where, Decimal]] = {}
    for start in range(0, len(wanted), BATCH):
        rows = (
            Effort.objects.filter(kind=COUNTED, key__in=wanted[start : start + BATCH]).order_by()
            .values_list("key", "work__key", "month").annotate(hours=Sum("low"))
        )  # fmt: skip
        for key, work, month, hours in rows:
            found.setdefault(key, {})[work, month] = hours
    return found


def _names(compared: Sequence[Line]) -> tuple[Called, ...]:
    """The names of what would be added, those with most hours first."""
    written = {same(one.entry.name): one.entry.name for one in compared if one.kind not in (MISTAKE, EMPTY)}
    hours: dict[str, Decimal] = {}
    for one in compared:
        for (key, _month), more in one.adds:
            hours[key] = hours.get(key, Decimal(0)) + more
    known = {row.key: row for row in WorkName.objects.select_related("initiative").filter(key__in=list(hours))} if len(hours) <= BATCH else {
        row.key: row for row in WorkName.objects.select_related("initiative")
    }  # fmt: skip
    titles = by_title()
    found = [_called(key, written.get(key, ""), more, known.get(key), titles) for key, more in hours.items()]
    return tuple(sorted(found, key=lambda one: (-one.hours, one.key)))


def _called(key: str, name: str, hours: Decimal, row: WorkName | None, titles: dict[str, tuple[UUID, str]]) -> Called:
    if row is not None:
        return Called(key, row.name, hours, row.initiative_id, row.initiative.title if row.initiative else "", row.aside, False)
    matched, title = titles.get(key, (None, ""))
    return Called(key, name, hours, matched, title, False, True)


def by_title() -> dict[str, tuple[UUID, str]]:
    """Initiatives by their title as names are compared; titles that several have are left out."""
    found: dict[str, list[tuple[UUID, str]]] = {}
    for id, title in Initiative.objects.values_list("id", "title"):
        found.setdefault(same(title), []).append((id, title))
    return {key: some[0] for key, some in found.items() if len(some) == 1}


@dataclass(frozen=True)
class LineShown:
    """One row as doors show it. kind: `new`, `changed`, `same`, `empty` or `mistake`. hours: what it would add. mistakes: with file, row and column."""

    row: int
    work: str
    kind: str
    hours: float
    mistakes: list[str]


def shown(found: EffortFile, some: Iterable[Line]) -> list[LineShown]:
    return [
        LineShown(one.entry.number, one.entry.name, one.kind, float(one.hours), [effort_said(found.name, one.entry.number, fault, found.called)
                  for fault in one.entry.faults])
        for one in some
    ]  # fmt: skip


@registry.query("goals.preview_effort", may="goals.edit", doors={registry.API})
def preview_effort(*, by: Actor, name: FileName, content: Content, per_day: PerDay = Decimal(8), work_column: WorkColumn = "") -> list[LineShown]:
    """What taking in a file of time entries or tickets would add, row by row. Nothing is written."""
    found = read(name, decoded(content), per_day, work_column)
    return shown(found, found.lines)


