"""The page of a dry run: what a sheet of goals would do, in the words of the page on which a goal is changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base.people.models import Person

from .. import queries
from ..faults import said
from ..queries.importing import Sheet
from ..rules import SAID
from ..rules.importing import CHANGED, MISTAKE, NEW, SAME, Key, Row
from .goals import Line, lines_of

MOST = 100  # rows of a kind on the page; the file has the others


@dataclass(frozen=True)
class RowPart:
    """One row: what it would do, line by line, or what is to be put right in it."""

    row: Row
    lines: list[Line]
    mistakes: list[str]


@dataclass(frozen=True)
class Part:
    """Rows that would all do the same sort of thing. more: how many are not shown."""

    count: int
    rows: list[RowPart]

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True)
class DryRun:
    """What the file would do. material: changed goals that give whoever works for them something to check."""

    sheet: Sheet
    mistakes: Part
    changed: Part
    new: Part
    same: int
    material: int
    owner_missing: bool

    @property
    def may_go(self) -> bool:
        return self.sheet.plan.may_go

    @property
    def not_kept(self) -> list[str]:
        return [*self.sheet.not_read, *(f"“{one}”" for one in self.sheet.plan.not_labels)]


def dry_run(sheet: Sheet) -> DryRun:
    plan = sheet.plan
    shown = {kind: plan.of(kind)[:MOST] for kind in (MISTAKE, CHANGED, NEW)}
    called, titles = _called(shown[CHANGED]), {row.key: row.title for row in plan.rows} | _titles(shown[CHANGED])

    def part(kind: str) -> Part:
        rows = [RowPart(row, _lines(row, called, titles), [said(sheet.name, row, one, sheet.headers) for one in row.faults]) for row in shown[kind]]
        return Part(len(plan.of(kind)), rows)

    missing = any(one.field == "owner" and one.code in ("unknown", "nobody") for row in plan.rows for one in row.faults)
    material = sum(row.material for row in plan.of(CHANGED))
    return DryRun(sheet, part(MISTAKE), part(CHANGED), part(NEW), len(plan.of(SAME)), material, missing)


def _called(rows: Sequence[Row]) -> dict[UUID, str]:
    ids = {id for row in rows if row.goal for told in (row.said, row.goal.said) for id in (told["owner_id"], *told["also_ids"])}
    return {one.id: one.called for one in Person.objects.filter(id__in=ids)}


def _titles(rows: Sequence[Row]) -> dict[Key, str]:
    return {one.id: one.title for one in queries.live_goals()} if any(row.above for row in rows) else {}


def _lines(row: Row, called: dict[UUID, str], titles: dict[Key, str]) -> list[Line]:
    if row.goal is None or row.kind != CHANGED:
        return []
    chosen = queries.label_set()
    found = lines_of({name: row.goal.said[name] for name in SAID}, {name: row.said[name] for name in SAID}, called)
    found += [Line(_("what it contributes to"), "", titles[one]) for one in row.above]
    if "label" in row.fields and chosen:
        found.append(Line(_("its label"), chosen.shown(row.goal.label) if row.goal.label else "", chosen.shown(row.label)))
    return found
