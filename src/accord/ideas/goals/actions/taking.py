"""A file of time entries or tickets is taken in, all of it or nothing; and the names in it are matched to initiatives, once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people.files import Content, decoded
from accord.base.people.rules import Actor

from .. import queries
from ..models import COUNTED, HOURS, Effort, EffortSheet, WorkName
from ..queries import effort, taking
from ..queries.importing import FileName
from ..queries.taking import BATCH, Called, EffortFile, PerDay, WorkColumn
from ..rules.importing import CHANGED, MISTAKE, NEW, SAME
from ..rules.taking import EMPTY


@dataclass(frozen=True)
class EffortTakenIn:
    """How many rows are new, say something else, were known, and hold no time; the hours they add; how many names nobody matched yet."""

    new: int
    changed: int
    same: int
    empty: int
    hours: float
    unmatched: int


@registry.action("goals.import_effort", may="goals.edit", doors={registry.API})
def import_effort(
    *,
    by: Actor,
    name: FileName,
    content: Content,
    per_day: PerDay = Decimal(8),
    work_column: WorkColumn = "",
    seen: Annotated[str, Field(description="What the page of the dry run was made from; refused when something else would happen now.", max_length=64)] = "",
) -> EffortTakenIn:
    """Take in a file of time entries or tickets, CSV or XLSX: what the work is called, how long it took and when. Whose hours they were is not read.
    All or nothing; the same file taken in again adds nothing."""
    return _take_in(by, taking.read(name, decoded(content), per_day, work_column), seen)


def _take_in(by: Actor, file: EffortFile, seen: str) -> EffortTakenIn:
    if wrong := file.of(MISTAKE):
        told = [one for row in taking.shown(file, wrong[:20]) for one in row.mistakes]
        more = [_("And %(n)d rows more.") % {"n": len(wrong) - 20}] if len(wrong) > 20 else []
        raise registry.Mistake(" ".join([*told, *more]), "content")
    if seen and seen != file.seen:
        raise registry.Conflict(_("Something was taken in or matched meanwhile. Look at what the file would do now."))
    rows = {known.key: known for known in _named(file.names)}
    if file.adding:
        sheet = EffortSheet.objects.create(name=file.name[:200], rows=len(file.adding))
        _keep(sheet, file, rows)
        months = [one.isoformat() for one in file.months]
        payload = {"file": file.name, "rows": len(file.adding), "hours": str(file.hours), "months": months}
        journal.record(by=by, event="goals.effort_taken_in", subject=sheet, payload=payload)
        _tell_matches(by, file.names, rows)
    unmatched = sum(one.initiative_id is None and not one.aside for one in rows.values())
    new, changed, known, empty = (len(file.of(kind)) for kind in (NEW, CHANGED, SAME, EMPTY))
    return EffortTakenIn(new, changed, known, empty, float(file.hours), unmatched)


def _named(names: Sequence[Called]) -> list[WorkName]:
    """A row for each name; those that are new are those of initiatives with the same title, or of none yet."""
    new = [WorkName(name=one.name or "", key=one.key, initiative_id=one.matched) for one in names if one.new]
    WorkName.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    keys = [one.key for one in names]
    return [row for start in range(0, len(keys), BATCH) for row in WorkName.objects.filter(key__in=keys[start : start + BATCH])]


def _keep(sheet: EffortSheet, file: EffortFile, rows: dict[str, WorkName]) -> None:
    parts = _parts(one.entry.key for one in file.adding)
    made = []
    for one in file.adding:
        for (key, month), hours in one.adds:
            part = parts.get(one.entry.key, -1) + 1
            parts[one.entry.key] = part
            made.append(_row(sheet, rows[key], month, hours, one.entry.key, one.entry.reference, part, file.per_day))
    try:
        with transaction.atomic():
            Effort.objects.bulk_create(made, batch_size=BATCH)
    except IntegrityError:
        raise registry.Conflict(_("Somebody is taking in the same entries. Look at what the file would do now.")) from None


def _row(sheet: EffortSheet, work: WorkName, month: date, hours: Decimal, key: str, reference: str, part: int, per_day: Decimal) -> Effort:
    said = {"unit": HOURS, "low": hours, "high": hours, "said_low": hours, "said_high": hours, "per_day": per_day}
    return Effort(kind=COUNTED, sheet=sheet, work=work, month=month, key=key, reference=reference, part=part, **said)


def _parts(keys: Iterable[str]) -> dict[str, int]:
    """The last part of each entry that is kept."""
    wanted, found = list(keys), dict[str, int]()
    for start in range(0, len(wanted), BATCH):
        rows = Effort.objects.filter(key__in=wanted[start : start + BATCH]).order_by().values_list("key").annotate(last=Max("part"))
        found.update(rows)
    return found


def _tell_matches(by: Actor, names: Sequence[Called], rows: dict[str, WorkName]) -> None:
    for one in names:
        if one.new and one.matched and (row := rows.get(one.key)):
            journal.record(by=by, event="goals.work_matched", subject=row, payload={"name": row.name, "initiative": str(one.matched), "aside": False})


@registry.action("goals.match_work", may="goals.edit", doors={registry.API, registry.CLI, registry.MCP}, shows=effort.name_shown)
def match_work(
    *,
    by: Actor,
    work_id: Annotated[UUID, Field(description="The name of work.")],
    initiative_id: Annotated[UUID | None, Field(description="The initiative it is; left out, none yet.")] = None,
    aside: Annotated[bool, Field(description="It is no work on anything both sides planned, such as leave: kept, and not counted.")] = False,
) -> WorkName:
    """Say once which initiative a name of other tools means, or set it aside. All hours under that name follow, those of earlier months too."""
    row = effort.work_name(work_id)
    if initiative_id is not None and aside:
        raise registry.Mistake(_("It is either an initiative, or set aside. Choose one of them."), "aside")
    initiative = queries.initiative(initiative_id) if initiative_id else None
    if (row.initiative_id, row.aside) == (initiative_id, aside):
        return row
    payload = {"name": row.name, "initiative": str(initiative_id) if initiative_id else None, "aside": aside,
               "before": {"initiative": str(row.initiative_id) if row.initiative_id else None, "aside": row.aside}}  # fmt: skip
    row.initiative, row.aside = initiative, aside
    row.save(update_fields=["initiative", "aside"])
    journal.record(by=by, event="goals.work_matched", subject=row, payload=payload)
    return row

