"""What listeners do with a warning without a name. Each act is in the journal in the listener's name, without a word of it, and without anything
that was known of the reporter."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import sealed
from accord.base.people.rules import Actor

from ..models import ASKED, DECLINES, HEARD, JOINED, NEW, READ, REFUSED, SAID, WORDED, Report, ReportNote, Risk, Seen
from ..queries.reports import note_place, the_report
from ..rules.unnamed import sunday
from .held import locked, said, turn
from .posts import post
from .raising import Slots, raise_unnamed
from .words import Words

ReportId = Annotated[UUID, Field(description="The warning without a name.")]


def held_report(by: Actor, report_id: UUID) -> Report:
    """Held until the act is over. NotThere for everybody but its listeners."""
    the_report(by, report_id)
    return Report.objects.select_for_update(of=("self",)).get(id=report_id)


def _open(by: Actor, report_id: UUID) -> Report:
    row = held_report(by, report_id)
    if not row.is_open:
        raise registry.Conflict(_("This was answered already. Look at it again."))
    return row


def _as_read(row: Report) -> None:
    """An answer says that it was read, too."""
    row.read_on = row.read_on or clock.today()
    if row.state == NEW:
        row.state = HEARD


def _done(by: Actor, row: Report, event: str) -> Report:
    row.save()
    journal.record(by=by, event=event, subject=row, payload={})
    return row


@registry.action("risks.hear_report", may="risks.answer")
def hear_report(*, by: Actor, report_id: ReportId) -> Report:
    """Say that you have read it. Whoever wrote it sees so with their code."""
    row = held_report(by, report_id)
    if row.state != NEW:
        return row
    _as_read(row)
    post(row, READ, "", _called(by))
    return _done(by, row, "risks.report_heard")


@registry.action("risks.ask_reporter", may="risks.answer")
def ask_reporter(*, by: Actor, report_id: ReportId, words: Words) -> Report:
    """Ask or tell whoever wrote it something. They see it when they come back with their code."""
    row = held_report(by, report_id)
    _as_read(row)
    post(row, ASKED, said(words), _called(by))
    return _done(by, row, "risks.reporter_asked")


@registry.action("risks.word_report", may="risks.answer")
def word_report(
    *,
    by: Actor,
    report_id: ReportId,
    sees: Annotated[str, Field(description="What is seen, in your words: nothing only the reporter could know.", min_length=1, max_length=1000)],
    goal_id: Annotated[UUID | None, Field(description="The goal it threatens.")] = None,
    costs: Annotated[str, Field(description="What it may cost, in words.", max_length=300)] = "",
    asks: Annotated[str, Field(description="What is asked for.", max_length=600)] = "",
    act_by: Annotated[date | None, Field(description="The last day on which acting still helps.")] = None,
    answerer_id: Annotated[UUID | None, Field(description="Who must answer; left out, whoever answers for the goal.")] = None,
) -> Risk:
    """Put it into your own words. From here on it is a warning like the others, which everybody reads in your words and somebody must answer."""
    row = _open(by, report_id)
    slots = Slots(sees=sees, goal_id=goal_id, costs=costs, asks=asks, act_by=act_by)
    day = min(sunday(row.week), clock.today())  # only the week is known: the last day of it counts
    risk = raise_unnamed(by=by, slots=slots, week=row.week, crowd=row.crowd, band=row.unit[:80], warned_on=day, answerer_id=answerer_id)
    _as_read(row)
    row.state, row.risk = WORDED, risk
    post(row, WORDED, sees.strip(), _called(by))
    _done(by, row, "risks.report_worded")
    return risk


@registry.action("risks.join_report", may="risks.answer")
def join_report(*, by: Actor, report_id: ReportId, risk_id: Annotated[UUID, Field(description="The warning that says the same.")], words: Words = "") -> Risk:
    """Join it to a warning there is: it counts there as somebody who sees it too, without a person. words: what of it is new, in yours."""
    row, risk = _open(by, report_id), locked(risk_id)
    Seen.objects.create(risk=risk, person=None, words=words.strip()[:600], on=row.week)
    _as_read(row)
    row.state, row.risk = JOINED, risk
    post(row, JOINED, risk.sees, _called(by))
    _done(by, row, "risks.report_joined")
    return risk


@registry.action("risks.decline_report", may="risks.answer")
def decline_report(*, by: Actor, report_id: ReportId, words: Words) -> Report:
    """Answer that nothing is done, with the reason. Whoever wrote it reads the reason, and can say it more strongly."""
    row = _open(by, report_id)
    _as_read(row)
    row.state, row.answered_on = REFUSED, clock.today()
    post(row, DECLINES, said(words), _called(by))
    return _done(by, row, "risks.report_declined")


@registry.action("risks.say_for_reporter", may="risks.answer")
def say_for_reporter(*, by: Actor, report_id: ReportId, words: Words) -> Risk:
    """Tell whoever answers the warning what else the reporter said, in your words."""
    row = held_report(by, report_id)
    if row.risk_id is None:
        raise registry.Mistake(_("Put it into your own words first: there is no warning yet to say more about."))
    risk = locked(row.risk_id)
    turn(by=by, row=risk, kind=SAID, words=said(words))
    return risk


@registry.action("risks.give_credit", may="risks.answer")
def give_credit(*, by: Actor, report_id: ReportId, name: Annotated[str, Field(description="As they wrote it.", min_length=1, max_length=120)]) -> Risk:
    """Show with the warning the name of whoever took the credit with the code. Make sure first that it is them."""
    row = held_report(by, report_id)
    if row.risk_id is None:
        raise registry.Mistake(_("Put it into your own words first: there is no warning yet to stand with."))
    risk = locked(row.risk_id)
    turn(by=by, row=risk, kind=SAID, words=_("This warning was first given by %(name)s, who takes the credit for it.") % {"name": " ".join(name.split())})
    return risk


@registry.action("risks.note_report", may="risks.answer")
def note_report(*, by: Actor, report_id: ReportId, words: Words) -> ReportNote:
    """Note something for the listeners. Nobody else ever reads it."""
    row = held_report(by, report_id)
    made = ReportNote.objects.create(report=row, sealed=sealed.seal(said(words), about=note_place(row)), by_id=by.person_id)
    journal.record(by=by, event="risks.report_noted", subject=row, payload={})
    return made


def _called(by: Actor) -> str:
    return by.job or by.name
