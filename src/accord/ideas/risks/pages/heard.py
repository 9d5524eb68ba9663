"""The listeners' desk: all warnings without a name, and one with its words, its conversation and what can be done."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people import reader
from accord.base.people.models import Client
from accord.base.people.rules import Actor

from ..models import CONCERN, CREDIT, ENDED, HEARD, MORE, NEW, STRONGER, VOICES, Report, Risk
from ..queries import reports
from ..queries.reports import Heard, NoteShown
from .frame import framed_words

STATES = dict(Report._meta.get_field("state").choices or ())


@dataclass(frozen=True)
class Row:
    """One of the list. due: by when the next thing must be said; empty once it was answered."""

    id: UUID
    words: str
    said: str
    state: str
    due: date | None
    late: bool


@dataclass(frozen=True)
class HeardPage:
    headline: str
    waiting: tuple[Row, ...]
    answered: tuple[Row, ...]


def heard_page(*, by: Actor) -> HeardPage:
    rows = [(one, _row(one)) for one in reports.listed(by)]
    waiting = tuple(row for one, row in rows if one.row.is_open)
    n = len(waiting)
    headline = ngettext("%(n)d warning without a name waits for you", "%(n)d warnings without a name wait for you", n) % {"n": n}
    return HeardPage(headline if n else _("Nothing waits to be heard"), waiting, tuple(row for one, row in rows if not one.row.is_open))


def _row(one: Heard) -> Row:
    due = None if not one.row.is_open else one.read_by if one.row.state == NEW else one.answer_by
    return Row(one.row.id, framed_words(one.slots.get("goal_title", ""), one.slots.get("sees", "")), said_by(one), str(STATES[one.row.state]), due, one.overdue)


def said_by(one: Heard) -> str:
    told = {"n": one.row.crowd, "unit": one.row.unit, "week": date_format(one.row.week, "j F")}
    if one.row.unit:
        return ngettext("One of %(n)d in “%(unit)s”, week of %(week)s", "One of %(n)d in “%(unit)s”, week of %(week)s", one.row.crowd) % told
    return ngettext("One of %(n)d, week of %(week)s", "One of %(n)d people, week of %(week)s", one.row.crowd) % told


@dataclass(frozen=True)
class Turned:
    """One turn of the conversation. says: what it is, where that is not plain from the words."""

    mine: bool
    who: str
    when: str
    says: str
    words: str


@dataclass(frozen=True)
class ReportPage:
    report: Heard
    headline: str
    said: str
    cost: str
    turns: tuple[Turned, ...]
    notes: tuple[NoteShown, ...]
    clocks: tuple[tuple[str, date, bool], ...]
    voice: str
    goal_id: str


def report_page(*, by: Actor, report_id: UUID) -> ReportPage:
    row = reports.the_report(by, report_id)
    one = reports.heard(row)
    client = Client.objects.get(id=by.client_id)
    low, high = one.slots.get("low"), one.slots.get("high")
    clocks = [(_("Read by"), one.read_by, row.read_on is not None), (_("Answered by"), one.answer_by, not row.is_open)]
    voice = "" if row.voice == CONCERN else str(dict(VOICES)[row.voice])
    return ReportPage(
        one, _headline(one), said_by(one), _cost(client.currency, low, high), tuple(_turn(said) for said in one.posts), tuple(reports.notes(row)),
        tuple(clocks), voice, str(one.slots.get("goal", "")),
    )  # fmt: skip


def _headline(one: Heard) -> str:
    if one.closed:
        return _("These words were sealed by another installation")
    if one.row.state == NEW:
        return _("Somebody warns without a name")
    return _("You listen; the answer is still to come") if one.row.state == HEARD else str(STATES[one.row.state])


def _cost(currency: str, low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    speaks = reader.voice(currency)
    return speaks.exact(low) if low == high else speaks.range(low, high)


def _turn(said: reports.Said) -> Turned:
    mine = {MORE: _("says more"), STRONGER: _("says it more strongly"), CREDIT: _("takes the credit, as:")}
    theirs = {
        "read": _("has read it"), "asked": _("asked or told"), "worded": _("put it into these words"), "joined": _("joined it to this warning"),
        "acts": _("answered: something changes"), "accepts": _("answered: accepted for a time"), "declines": _("answered: declined"),
        "handed": _("handed it on"), "louder": _("it went one voice up"), "looked": _("looked again"), "reopened": _("opened it again"), "ends": _("ended it"),
    }  # fmt: skip
    if said.mine:
        week = _("week of %(week)s") % {"week": date_format(said.week, "j F")} if said.week else ""
        return Turned(True, _("Whoever warned"), week, mine.get(said.kind, ""), said.words or str(said.more.get("name", "")))
    return Turned(False, said.job or "Accord", date_format(said.on, "j F") if said.on else "", theirs.get(said.kind, ""), said.words)


def joinable() -> list[tuple[str, str]]:
    """Open warnings, for the list to choose from."""
    rows = Risk.objects.select_related("goal").exclude(state=ENDED)[:200]
    return [(str(row.id), framed_words(row.goal.title if row.goal else "", row.sees)[:120]) for row in rows]


def word_initial(one: Heard) -> dict[str, Any]:
    """The goal and the day are taken over; words are not, so that no style is."""
    return {"goal_id": one.slots.get("goal", ""), "act_by": one.act_by}
