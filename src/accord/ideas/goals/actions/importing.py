"""A sheet of goals is taken in: all of it or nothing, in one act."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people.files import Content, decoded
from accord.base.people.rules import Actor

from .. import queries
from ..models import AlsoOwner, Goal, GoalVersion, Serves
from ..queries import importing
from ..queries.importing import FileName, Otherwise, Sheet
from ..rules import SAID
from ..rules.importing import CHANGED, MISTAKE, NEW, SAME, Key, Row
from .goals import change_goal
from .labels import person_of, put_label


@dataclass(frozen=True)
class TakenIn:
    """How many goals are new, say something else, and were the same."""

    new: int
    changed: int
    same: int


@registry.action("goals.import_goals", may="goals.edit", doors={registry.API})
def import_goals(
    *,
    by: Actor,
    name: FileName,
    content: Content,
    otherwise_id: Otherwise = None,
    reason: Annotated[str, Field(description="Why goals change, in one line; left out, the file is named.", max_length=500)] = "",
    tell: Annotated[bool, Field(description="Whether those who work for the changed goals get a letter, when they have something to check.")] = True,
    seen: Annotated[str, Field(description="What the page of the dry run was made from; refused when something else would happen now.", max_length=64)] = "",
) -> TakenIn:
    """Take in a sheet of goals: CSV or XLSX with the columns name, owner, parent, start, end, target and more. All or nothing; the same file
    taken in again changes nothing. An empty cell leaves what stands."""
    importing.somebody(otherwise_id)
    return _take_in(by, importing.read(name, decoded(content), otherwise_id), reason, tell, seen)


def _take_in(by: Actor, sheet: Sheet, reason: str, tell: bool, seen: str) -> TakenIn:
    if wrong := sheet.plan.of(MISTAKE):
        told = [one for row in importing.shown(sheet, wrong[:20]) for one in row.mistakes]
        more = [_("And %(n)d rows more.") % {"n": len(wrong) - 20}] if len(wrong) > 20 else []
        raise registry.Mistake(" ".join([*told, *more]), "content")
    if seen and seen != sheet.seen:
        raise registry.Conflict(_("Somebody changed goals meanwhile. Look at what the file would do now."))
    ids: dict[Key, UUID] = {row.key: row.goal.id for row in sheet.plan.rows if row.goal}
    ids |= _set(by, sheet.plan.of(NEW))
    for row in sheet.plan.of(CHANGED):
        _change(by, row, reason.strip() or _("Taken in from %(file)s") % {"file": sheet.name}, tell)
    _tie(by, sheet.plan.rows, ids)
    _label(by, sheet.plan.rows, ids)
    return TakenIn(*(len(sheet.plan.of(kind)) for kind in (NEW, CHANGED, SAME)))


def _set(by: Actor, rows: list[Row]) -> dict[Key, UUID]:
    """New goals with their first versions, in a few statements however many."""
    goals = {row.key: Goal() for row in rows}
    versions = {
        row.key: GoalVersion(goal=goals[row.key], number=1, at=goals[row.key].made_at, changed_by_id=person_of(by), **_said(row)) for row in rows
    }
    Goal.objects.bulk_create(goals.values(), batch_size=500)
    GoalVersion.objects.bulk_create(versions.values(), batch_size=500)
    also = [AlsoOwner(version=versions[row.key], person_id=id) for row in rows for id in row.said["also_ids"]]
    AlsoOwner.objects.bulk_create(also, batch_size=500)
    for row in rows:
        payload = {"version": 1, "title": row.said["title"], "reason": "", "material": True}
        journal.record(by=by, event="goals.goal_set", subject=goals[row.key], payload=payload)
    return {key: goal.id for key, goal in goals.items()}


def _said(row: Row) -> dict[str, Any]:
    return {name: row.said[name] for name in SAID if name != "also_ids"}


def _change(by: Actor, row: Row, reason: str, tell: bool) -> None:
    changed = {name: row.said[name] for name in SAID if name in row.fields}
    if changed and row.goal:
        change_goal(by=by, goal_id=row.goal.id, reason=reason[:500], tell=tell, **changed)


def _tie(by: Actor, rows: Iterable[Row], ids: dict[Key, UUID]) -> None:
    """What contributes to what; whoever answers for the goal below speaks for it."""
    ties = [(row, Serves(goal_id=ids[above], below_id=ids[row.key], speaker_id=row.said["owner_id"])) for row in rows for above in row.above]
    Serves.objects.bulk_create([one for _row, one in ties], batch_size=500)
    goals = Goal.objects.in_bulk({one.goal_id for _row, one in ties})
    for _row, one in ties:
        payload = {"goal": str(one.goal_id), "link": str(one.id), "how": ""}
        journal.record(by=by, event="goals.serves", subject=goals[one.goal_id], payload=payload)


def _label(by: Actor, rows: Iterable[Row], ids: dict[Key, UUID]) -> None:
    chosen = queries.label_set()
    carries = {row.key: row.label for row in rows if row.label and row.label != (row.goal.label if row.goal else "")}
    goals = Goal.objects.in_bulk([ids[key] for key in carries])
    for key, code in carries.items():
        if chosen is not None:
            put_label(by, goals[ids[key]], chosen.key, code)

