"""Today: what needs one person, the question most worth asking, what happened and what comes. It says when it is done."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry
from accord.base.people.rules import Actor
from accord.base.registry import Coming, Happened, NextQuestion, Panel

from . import days, headlines
from .counting import in_words
from .waiting import Waiting

LINES = 6  # of what happened, and of what comes


@dataclass(frozen=True)
class Day:
    """A day something can wait until, and how it is said."""

    on: date
    label: str


@dataclass(frozen=True)
class TodayPage:
    """Everything Today shows."""

    day: str
    headline: str
    standfirst: str
    waiting: Waiting
    done: str
    later: tuple[Day, ...]
    question: NextQuestion | None
    since: str
    standing: list[Panel]
    happened: list[Happened]
    coming: list[Coming]


def today_page(*, by: Actor, waiting: Waiting) -> TodayPage:
    now = days.today()
    since = days.last_friday(now)
    asked = sorted(registry.next_question.collect(by=by), key=lambda one: -one.gain)
    return TodayPage(
        day=days.long(now),
        headline=headlines.waiting(waiting.people, waiting.things),
        standfirst=_standfirst(waiting),
        waiting=waiting,
        done=_done(waiting, now),
        later=_later(now),
        question=asked[0] if asked else None,
        standing=registry.standing.collect(by=by),
        since=_("Since last Friday") if (now - since).days == 7 else _("Since Friday"),
        happened=sorted(registry.happened.collect(by=by, since=_begin(since)), key=lambda one: one.at, reverse=True)[:LINES],
        coming=sorted((one for one in registry.coming.collect(by=by) if one.on >= now), key=lambda one: one.on)[:LINES],
    )


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _standfirst(waiting: Waiting) -> str:
    minutes = sum(one.minutes for one in waiting.first)
    if not waiting.now:
        return _("Nothing needs you before somebody answers.") if waiting.calm or waiting.put_off else ""
    if len(waiting.now) > len(waiting.first):
        longest = {"n": in_words(len(waiting.first)), "minutes": in_words(minutes)}
        return _("Start with the %(n)s that have waited longest: about %(minutes)s minutes. The rest can wait.") % longest
    return capfirst(ngettext("about %(n)s minute in all.", "about %(n)s minutes in all.", minutes) % {"n": in_words(minutes)})


def _done(waiting: Waiting, now: date) -> str:
    """The last line under the list: the page tells you when you are done."""
    rest = len(waiting.rest) + len(waiting.put_off)
    over = _("That is all for today.")
    if not rest:
        return over
    which = _("next Friday") if now.weekday() == days.FRIDAY else _("Friday")
    wait = ngettext("%(n)s thing can wait until %(day)s.", "%(n)s things can wait until %(day)s.", rest)
    return f"{over} {capfirst(wait % {'n': in_words(rest), 'day': which})}"


def _later(now: date) -> tuple[Day, ...]:
    """Tomorrow, the end of this week, the Monday after: once each, in order."""
    friday = days.next_friday(now)
    offered = (now + timedelta(days=1), friday, friday + timedelta(days=3))
    return tuple(Day(day, days.said(day)) for day in sorted(set(offered)))
