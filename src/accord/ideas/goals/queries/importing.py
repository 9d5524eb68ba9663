"""A sheet of goals against the goals that stand: what taking it in would do. Nothing is written."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry
from accord.base.paper import sheet_in
from accord.base.people.files import Content, decoded
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from ..faults import file_said, said
from ..rules import SAID
from ..rules.cells import columns, same
from ..rules.importing import Known, Plan, Row, Standing, plan
from .goals import live_goals
from .labels import label_set, labels

FileName = Annotated[str, Field(description="The name of the file; its ending says what it is: .csv or .xlsx.", max_length=200)]
Otherwise = Annotated[UUID | None, Field(description="Who answers for a goal whose owner in the file is nobody here; left out, such a row is a mistake.")]


@dataclass(frozen=True)
class Sheet:
    """A file that was read, and what it would do. headers: by field. not_read: headers no field is in."""

    name: str
    plan: Plan
    headers: dict[str, str]
    not_read: tuple[str, ...]

    @property
    def seen(self) -> str:
        """Short for what it would do: another one means that something else would happen."""
        told = [(row.number, row.kind, str(row.key), sorted((k, str(v)) for k, v in row.said.items()), [str(one) for one in row.above], row.label)
                for row in self.plan.rows]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class RowShown:
    """One row as doors show it. kind: `new`, `changed`, `same` or `mistake`. mistakes: in words, with file, row and column."""

    row: int
    goal: str
    goal_id: UUID | None
    kind: str
    changes: list[str]
    material: bool
    mistakes: list[str]


def read(name: str, content: bytes, otherwise: UUID | None = None) -> Sheet:
    """Raises Mistake on `content` for a file that cannot be read, and for one without a column of names."""
    try:
        table = sheet_in.read(name, content)
    except sheet_in.Unreadable as unreadable:
        raise registry.Mistake(file_said(name, unreadable), "content") from None
    places = columns(table.headers)
    if "title" not in places and "id" not in places:
        raise registry.Mistake(_("%(file)s: no column holds the names of the goals. Call it Name, Goal or Title.") % {"file": name}, "content")
    rows = [(line.number, {field: line.cells[place] for field, place in places.items()}) for line in table.lines]
    understood = plan(rows, _known(otherwise), comma=table.comma)
    read_ = set(places.values())
    other = tuple(header for place, header in enumerate(table.headers) if place not in read_ and header)
    return Sheet(name, understood, {field: table.headers[place] for field, place in places.items()}, other)


def _known(otherwise: UUID | None) -> Known:
    codes = labels()
    goals = [Standing(one.id, {name: getattr(one, name) for name in SAID}, frozenset(one.contributes_to), codes.get(one.id, "")) for one in live_goals()]
    return Known(goals, people_by_name(), label_set(), otherwise)


def somebody(person_id: UUID | None) -> None:
    """NotThere for somebody who does not work here now."""
    if person_id and not Person.objects.filter(id=person_id, left_at=None).exists():
        raise registry.NotThere(str(person_id))


def people_by_name() -> dict[str, tuple[UUID, ...]]:
    """Whoever works here now, by address and by name in small letters."""
    found: dict[str, tuple[UUID, ...]] = {}
    for id, name, email in Person.objects.filter(left_at=None).values_list("id", "name", "email"):
        for key in {same(name), email.casefold()}:
            found[key] = (*found.get(key, ()), id)
    return found


def shown(sheet: Sheet, rows: Sequence[Row]) -> list[RowShown]:
    return [
        RowShown(row.number, row.title, row.goal.id if row.goal else None, row.kind, list(row.fields), row.material,
                 [said(sheet.name, row, fault, sheet.headers) for fault in row.faults])
        for row in rows
    ]


@registry.query("goals.preview_import", may="goals.edit", doors={registry.API})
def preview_import(*, by: Actor, name: FileName, content: Content, otherwise_id: Otherwise = None) -> list[RowShown]:
    """What taking in a sheet of goals would do, row by row. Nothing is written."""
    somebody(otherwise_id)
    found = read(name, decoded(content), otherwise_id)
    return shown(found, found.plan.rows)
