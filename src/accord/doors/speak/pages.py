"""What the pages are built from: one typed context each, and the sentences in which they say what holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock
from accord.base.people import reader
from accord.ideas.risks.models import (
    ACCEPTS,
    ACTS,
    ANSWERS,
    ASKED,
    CREDIT,
    DECLINES,
    ENDS,
    HANDED,
    JOINED,
    LOOKED,
    LOUDER,
    MORE,
    NEW,
    READ,
    REOPENED,
    STOP,
    STRONGER,
    WORDED,
    Board,
)  # fmt: skip
from accord.ideas.risks.queries.reports import Heard, Said
from accord.ideas.risks.queries.speaking import days_of
from accord.ideas.risks.rules import framing
from accord.ideas.risks.rules.unnamed import monday, sunday

from .forms import Slots


@dataclass(frozen=True)
class Note:
    """A hint at a wording: what it is about, and what to write instead, which may be empty."""

    sentence: str
    instead: str
    place: int


def named(people: list[dict[str, str]]) -> str:
    """the Internal audit partner (Ada Wong) and the Service delivery lead (Tom Hart)."""
    called = [f"{one['job']} ({one['name']})" if one["job"] else one["name"] for one in people]
    if len(called) < 2:
        return "".join(called)
    return _("%(some)s and %(last)s") % {"some": ", ".join(called[:-1]), "last": called[-1]}


def frame(slots: Slots) -> str:
    """The draft that stands above: the goal it threatens, and what is asked."""
    drafted = framing.frame(slots.goal_title, slots.cleaned_data["asks"].strip())
    return framed(drafted.key, drafted.goal, drafted.need)


def framed(key: str, goal: str, need: str) -> str:
    if key == framing.TO and need:
        return _("To %(goal)s, we need this: %(need)s.") % {"goal": goal, "need": need}
    if key == framing.TO:
        return _("To %(goal)s, we need to look at this.") % {"goal": goal}
    if key == framing.FOR and need:
        return _("For “%(goal)s”, we need this: %(need)s.") % {"goal": goal, "need": need}
    if key == framing.FOR:
        return _("For “%(goal)s”, we need to look at this.") % {"goal": goal}
    return _("We need this: %(need)s.") % {"need": need} if need else _("We need to look at this.")


def notes(slots: Slots) -> list[Note]:
    """Hints at blaming and at vague words. Whoever writes decides; nothing is changed by itself and nothing is counted."""
    given = slots.cleaned_data
    found = framing.hints(given["sees"], asks=given["asks"], has_number=given["low_number"] is not None, has_day=given["act_by"] is not None)
    return [Note(_hint(one, given["sees"]), one.instead, place) for place, one in enumerate(found)]


def _hint(one: framing.Hint, sees: str) -> str:
    words = {"words": sees[one.start : one.end]}
    if one.kind == framing.NO_FACT:
        return _("Say a little more: what, where, how often. Somebody who was not there has to be able to look at it.")
    if one.kind == framing.NO_NUMBER:
        return _("There is no number in it. If you know one, even from and to, it weighs more.")
    if one.kind == framing.NO_DATE:
        return _("There is no day in it. If you know by when, write it.")
    if one.kind == framing.VAGUE:
        return _("“%(words)s” can mean much or little. What exactly?") % words
    return _("“%(words)s” points at people. Said of the thing it is heard sooner.") % words


def with_instead(slots: Slots, place: int) -> str:
    """What is seen, with one hint taken."""
    sees = slots.cleaned_data["sees"]
    found = framing.hints(sees)
    one = found[place] if 0 <= place < len(found) else None
    return f"{sees[: one.start]}{one.instead}{sees[one.end :]}" if one and one.instead else sees


def cost(board: Board, low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    speaks = reader.voice(board.currency)
    return speaks.exact(low) if low == high else speaks.range(low, high)


@dataclass(frozen=True)
class Next:
    """What happens after it was sent: days on which somebody must have said something, and who comes next."""

    read_by: date
    answer_by: date
    next_voice: str


def what_next(board: Board, act_by: date | None) -> Next:
    week, days = monday(clock.today()), days_of(board)
    return Next(days.read_by(week), days.answer_by(week, act_by), named(board.next_voices[:1]))


@dataclass(frozen=True)
class Line:
    """One turn as it is printed. who: what they do; empty for the reporter."""

    mine: bool
    who: str
    when: str
    words: str
    told: str


@dataclass(frozen=True)
class Talk:
    """The conversation. changed: what came of it, printed first. next_voice: who reads it when it is said more strongly; empty when nobody is above."""

    headline: str
    changed: str
    lines: tuple[Line, ...]
    next_voice: str
    has_credit: bool
    come_back: date | None


def talk(board: Board, found: Heard) -> Talk:
    answers = [one for one in found.posts if one.kind in ANSWERS]
    first = Line(True, "", _week(found.row.week), str(found.slots.get("sees", "")), "")
    lines = [first, *(_line(one, found.row.week) for one in found.posts)]
    louder = board.next_voices[:1] if found.row.voice != STOP else []
    days, row = days_of(board), found.row
    come_back = days.read_by(row.week) if row.state == NEW else days.answer_by(row.week, found.act_by) if row.is_open else None
    return Talk(_headline(found), answers[-1].words if answers else "", tuple(lines), named(louder), bool(found.credit), come_back)


def _headline(found: Heard) -> str:
    last = next((one.kind for one in reversed(found.posts) if one.kind in (*ANSWERS, ENDS, ASKED, WORDED, JOINED)), "")
    told = {
        ACTS: _("You were heard, and something changed"),
        ACCEPTS: _("You were heard, and it is accepted for a time"),
        DECLINES: _("You were heard, and the answer is no"),
        ENDS: _("It is over. Thank you for saying it"),
        ASKED: _("You were heard, and there is a question"),
        WORDED: _("You were heard. Somebody must answer it now"),
        JOINED: _("You were heard, and others see it too"),
    }
    if last in told:
        return told[last]
    return _("It arrived. Nobody has said yet that they read it") if found.row.state == NEW else _("You were heard. The answer is still to come")


def _line(one: Said, week: date) -> Line:
    if one.mine:
        told = {MORE: "", STRONGER: _("Said more strongly"), CREDIT: _("You took the credit")}.get(one.kind, "")
        return Line(True, "", _week(one.week) if one.week else "", one.words or str(one.more.get("name", "")), told)
    when = _day(one.kind, one.on, week) if one.on else ""
    return Line(False, one.job or _("Accord"), when, one.words, _told(one))


def _told(one: Said) -> str:
    return {
        READ: _("Read it."),
        WORDED: _("Put it into these words, which everybody reads:"),
        JOINED: _("This was said before, and counts for more now:"),
        HANDED: _("Somebody else answers it from here on."),
        LOUDER: _("It goes one step up, to the next who must answer."),
        LOOKED: _("Looked at it again."),
        REOPENED: _("It waits for an answer again."),
        ENDS: _("It is over."),
    }.get(one.kind, "")


def _week(monday: date) -> str:
    return _("week of %(day)s") % {"day": date_format(monday, "j F")}


def _day(kind: str, on: date, week: date) -> str:
    """How long it took, as well as anybody knows: only the week of the warning is known."""
    after = (on - sunday(week)).days
    verb = {READ: _("read"), ASKED: _("asked")}.get(kind, _("answered") if kind in ANSWERS else _("wrote"))
    if after <= 0:
        return _("%(verb)s in the same week") % {"verb": verb}
    return ngettext("%(verb)s %(n)d day after that week", "%(verb)s %(n)d days after that week", after) % {"verb": verb, "n": after}


def hidden(slots: Slots) -> Iterator[tuple[str, str]]:
    """What was typed, to travel through a page."""
    for name in slots.fields:
        yield name, slots.data.get(name, "")
