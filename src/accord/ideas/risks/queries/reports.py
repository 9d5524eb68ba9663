"""Warnings without a name, for those who listen. To everybody else they are not there: not to leads, not to facilitators, not at any other door."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from accord.base import clock, registry, scope
from accord.base.people import sealed
from accord.base.people.rules import Actor

from ..envelope import opened
from ..models import CONCERN, CREDIT, HEARD, NEW, STOP, UNCOMFORTABLE, Report, ReportNote, ReportPost
from ..rules.unnamed import Days
from .handling import handling

LOUDNESS = (CONCERN, UNCOMFORTABLE, STOP)


def listens(by: Actor) -> bool:
    """Whether somebody is one of the listeners now, in Accord itself and not by a token."""
    return by.person_id is not None and by.scopes is None and by.person_id in {one.id for one in handling().listeners}


def the_report(by: Actor, report_id: UUID) -> Report:
    """One of them, for a listener. NotThere, alike for what is not there and for who does not listen."""
    found = Report.objects.select_related("risk").filter(id=report_id).first() if listens(by) else None
    if found is None:
        raise registry.NotThere(str(report_id))
    return found


@dataclass(frozen=True)
class Said:
    """A turn of a conversation, opened. mine: of the reporter. words: may be empty, as when something was read."""

    kind: str
    mine: bool
    words: str
    week: date | None
    on: date | None
    job: str
    more: dict[str, Any]


@dataclass(frozen=True)
class Heard:
    """A warning without a name, opened: first what was said, then the turns. closed: its words do not open with this installation's key."""

    row: Report
    slots: dict[str, Any]
    posts: tuple[Said, ...]
    closed: bool = False

    @property
    def act_by(self) -> date | None:
        return date.fromisoformat(self.slots["act_by"]) if self.slots.get("act_by") else None

    @property
    def read_by(self) -> date:
        return days().read_by(self.row.week)

    @property
    def answer_by(self) -> date:
        return days().answer_by(self.row.week, self.act_by)

    @property
    def overdue(self) -> bool:
        """Nobody said in time that they read it, or nobody answered in time."""
        today, row = clock.today(), self.row
        return row.is_open and (today > self.answer_by or (row.state == NEW and today > self.read_by))

    @property
    def credit(self) -> str:
        """The name of whoever took the credit with the code."""
        return next((str(one.more.get("name", "")) for one in reversed(self.posts) if one.kind == CREDIT), "")


def days() -> Days:
    now = handling()
    return Days(now.read_days, now.answer_days, now.outer_read_days, now.outer_answer_days)


def is_louder(row: Report) -> bool:
    """Whether the reporter says it more strongly than the warning it became."""
    return row.risk is not None and row.risk.is_open and LOUDNESS.index(row.voice) > LOUDNESS.index(row.risk.voice)


def heard(row: Report) -> Heard:
    posts = [_said(post) for post in ReportPost.objects.filter(report=row)]
    try:
        slots = opened(row.sealed, client_id=row.client_id, place=str(row.id))
    except sealed.CannotOpen:
        return Heard(row, {}, tuple(posts), closed=True)
    return Heard(row, slots, tuple(posts))


def _said(post: ReportPost) -> Said:
    try:
        more = opened(post.sealed, client_id=post.client_id, place=str(post.id))
    except sealed.CannotOpen:
        more = {}
    return Said(post.kind, post.week is not None, str(more.get("words", "")), post.week, post.on, post.job, more)


def listed(by: Actor) -> list[Heard]:
    """All there are, those that wait first, the oldest week first among them."""
    if not listens(by):
        raise registry.NotThere("heard")
    rows = Report.objects.select_related("risk").order_by("week", "id")
    return [heard(row) for row in sorted(rows, key=lambda row: (not row.is_open, row.week if row.is_open else date.max - (row.week - date.min)))]


def waiting() -> list[Heard]:
    """Those not answered yet, whoever asks: for clocks and Today, which show no word of them."""
    return [heard(row) for row in Report.objects.filter(state__in=(NEW, HEARD))]


def note_place(row: Report) -> str:
    """Where a listener's note belongs: sealed there, it opens nowhere else."""
    return f"risks.report_note:{row.client_id}:{row.id}"


@dataclass(frozen=True)
class NoteShown:
    words: str
    by: str
    on: date


def notes(row: Report) -> list[NoteShown]:
    found = ReportNote.objects.select_related("by__team").filter(report=row)
    return [NoteShown(sealed.unseal(one.sealed, about=note_place(row)), one.by.called, one.at.date()) for one in found]


@scope.once
def next_voice_ids() -> tuple[UUID, ...]:
    """Who is told when a listener does not answer in time: the first of those who come next."""
    first = handling().next_voice(UNCOMFORTABLE)
    return (first.id,) if first else ()


__all__ = ["Heard", "NoteShown", "Said", "days", "heard", "is_louder", "listed", "listens", "next_voice_ids", "note_place", "notes", "the_report", "waiting"]
