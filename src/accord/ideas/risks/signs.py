"""What the facts of goals, work, value cases and warnings suggest that somebody should warn of, and how each of it is said.

A kind of sign is two functions under one name: what finds it (`registry.warning_signal`) and what says it (`registry.warning_said`). Ideas downstream
add kinds of their own in the same way, such as commitments that were put off twice.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock, registry
from accord.base.people.queries import slug
from accord.base.people.rules import Actor
from accord.base.registry import SignSaid, WarningSign
from accord.ideas.goals.models import Goal, Progress
from accord.ideas.goals.queries import drifting
from accord.ideas.goals.rules import Stage
from accord.ideas.goals.rules.delivery import delivery
from accord.ideas.listen.models.asking import LINK, Question
from accord.ideas.worth.models import Voice

from . import queries
from .models import ACCEPTED, WAITS, Risk
from .queries.record import sealed_on
from .rules import signs as rules

MOST = 200  # of one kind
UNANSWERED, ACCEPTANCE, SLIPPING = "risks.unanswered", "risks.acceptance_ends", "goals.slipping"
UNAGREED, STALE, QUIET = "goals.unagreed", "worth.stale_ranges", "listen.unanswered"

DECIDED = (Stage.DELIVERY, Stage.REVIEW, Stage.CLOSED)  # once it is, what it would be worth is looked at in the review

Facts = Mapping[str, Any]


def _day(facts: Facts, name: str = "day") -> str:
    # Translators: a date format of Django, day, month and year
    return date_format(date.fromisoformat(facts[name]), _("j F Y"))


def _page(name: str, **where: Any) -> str:
    return reverse(name, kwargs={"client": slug(), **where})


def _initiative(facts: Facts, part: str) -> str:
    return _page("initiative", initiative_id=facts["initiative"]) + f"#{part}"


def _of_warning(row: Risk) -> dict[str, str]:
    return {"risk": str(row.id), "what": row.sees[:160].rstrip(". ")}


@registry.warning_signal.register(UNANSWERED, order=10)
def unanswered(*, by: Actor) -> Iterator[WarningSign]:
    """Warnings nobody answered within the days they had."""
    patience = queries.handling().answer_days
    for row in Risk.objects.select_related("goal").filter(state=WAITS, answered_on=None).order_by("warned_on", "id")[:MOST]:
        told = sealed_on(row)
        if (clock.today() - told).days > patience:
            goal_id = row.goal.goal_id if row.goal else None
            yield WarningSign(f"{UNANSWERED}:{row.id}", _of_warning(row) | {"day": told.isoformat()}, told, row.initiative_id, goal_id, row.bites_on)


@registry.warning_said.register(UNANSWERED)
def _unanswered(*, facts: Facts) -> SignSaid:
    told = {"what": facts["what"], "day": _day(facts)}
    return SignSaid(
        _("a warning without an answer"), _("Nobody has answered the warning “%(what)s”, which was raised by %(day)s") % told,
        _("A warning has had no answer since %(day)s: “%(what)s”") % told, _("Somebody who can act answers it this week."),
        _page("risks:risk", risk_id=facts["risk"]),
    )  # fmt: skip


@registry.warning_signal.register(ACCEPTANCE, order=20)
def acceptance_ends(*, by: Actor) -> Iterator[WarningSign]:
    """What was accepted until a day that is near."""
    today = clock.today()
    for row in Risk.objects.select_related("goal").filter(state=ACCEPTED, review_on__lte=today + rules.SOON).order_by("review_on", "id")[:MOST]:
        assert row.review_on is not None
        facts = _of_warning(row) | {"day": row.review_on.isoformat()}
        goal_id = row.goal.goal_id if row.goal else None
        yield WarningSign(f"{ACCEPTANCE}:{row.id}:{row.review_on}", facts, row.review_on - rules.SOON, row.initiative_id, goal_id, row.bites_on)


@registry.warning_said.register(ACCEPTANCE)
def _acceptance_ends(*, facts: Facts) -> SignSaid:
    told = {"what": facts["what"], "day": _day(facts)}
    return SignSaid(
        _("an acceptance that is about to end"), _("“%(what)s” is accepted until %(day)s only") % told,
        _("What we accepted until %(day)s is still so: “%(what)s”") % told, _("We decide before that day whether we can bear it longer."),
        _page("risks:risk", risk_id=facts["risk"]),
    )  # fmt: skip


@registry.warning_signal.register(SLIPPING, order=30)
def slipping(*, by: Actor) -> Iterator[WarningSign]:
    """Work whose expected day has become a later one again and again."""
    found: dict[UUID, list[Progress]] = {}
    for note in Progress.objects.select_related("initiative").exclude(initiative__stages__stage=Stage.CLOSED):
        found.setdefault(note.initiative_id, []).append(note)
    given = 0
    for initiative_id, notes in found.items():
        now = delivery([one.as_rule() for one in notes], clock.today())
        if now.moved < rules.SLIPPED or now.delivered or now.expected is None or given == MOST:
            continue
        facts = {"initiative": str(initiative_id), "what": notes[0].initiative.title, "n": now.moved, "day": now.expected.isoformat()}
        given += 1
        yield WarningSign(f"{SLIPPING}:{initiative_id}:{now.moved}", facts, _moved_last(notes), initiative_id, None, now.expected)


def _moved_last(notes: list[Progress]) -> date:
    """The day of the note that put it off last."""
    today, day = clock.today(), notes[0].at.date()
    moved = 0
    for place, note in enumerate(notes, 1):
        so_far = delivery([one.as_rule() for one in notes[:place]], today).moved
        if so_far > moved:
            moved, day = so_far, note.at.date()
    return day


@registry.warning_said.register(SLIPPING)
def _slipping(*, facts: Facts) -> SignSaid:
    n = int(facts["n"])
    told = {"what": facts["what"], "n": n, "day": _day(facts)}
    reason = ngettext(
        "“%(what)s” was put off once, and is expected on %(day)s now", "“%(what)s” was put off %(n)d times, and is expected on %(day)s now", n
    )
    sees = ngettext("The day of “%(what)s” has moved once. It is %(day)s now.", "The day of “%(what)s” has moved %(n)d times. It is %(day)s now.", n)
    return SignSaid(
        _("a day that keeps moving"), reason % told, sees % told, _("We look at what moves it, and say a day we believe in."), _initiative(facts, "delivery")
    )


@registry.warning_signal.register(UNAGREED, order=40)
def unagreed(*, by: Actor) -> Iterator[WarningSign]:
    """Goals that moved a while ago, and not everybody who works for them has agreed since."""
    links: dict[UUID, int] = {}
    for kind in ("silent", "suspect"):
        for goal_id, n in drifting.behind(kind)[:MOST]:
            links[goal_id] = links.get(goal_id, 0) + n
    long_ago = clock.now() - rules.UNAGREED
    called = drifting.titles(links) if links else {}
    for goal in Goal.objects.filter(id__in=list(links), asks_since__lt=long_ago).order_by("asks_since", "id"):
        since = goal.asks_since.date()
        facts = {"goal": str(goal.id), "what": called.get(goal.id, ""), "n": links[goal.id], "day": since.isoformat()}
        yield WarningSign(f"{UNAGREED}:{goal.id}:{goal.asks}", facts, since, None, goal.id)


@registry.warning_said.register(UNAGREED)
def _unagreed(*, facts: Facts) -> SignSaid:
    n = int(facts["n"])
    told = {"what": facts["what"], "n": n, "day": _day(facts)}
    reason = ngettext(
        "“%(what)s” changed on %(day)s, and one that works for it has not agreed since",
        "“%(what)s” changed on %(day)s, and %(n)d that work for it have not agreed since", n,
    )  # fmt: skip
    return SignSaid(
        _("a goal without everybody’s word"), reason % told, _("We may be working for what “%(what)s” said before %(day)s.") % told,
        _("Those who work for it say what the change means for them."), _page("goals:goal", goal_id=facts["goal"]) + "#agreed",
    )  # fmt: skip


@registry.warning_signal.register(STALE, order=50)
def stale_ranges(*, by: Actor) -> Iterator[WarningSign]:
    """Value cases of work that is not decided, in which no range was said for long."""
    work = "quantity__case__initiative"
    rows = (
        Voice.objects.filter(quantity__ended_at=None).exclude(**{f"{work}__stages__stage__in": DECIDED}).order_by()
        .values(work, f"{work}__title").annotate(last=Max("at"), n=Count("quantity", distinct=True))
        .filter(last__lt=clock.now() - rules.STALE).order_by("last")
    )  # fmt: skip
    for row in rows[:MOST]:
        since, initiative_id = row["last"].date(), row[work]
        facts = {"initiative": str(initiative_id), "what": row[f"{work}__title"], "n": row["n"], "day": since.isoformat()}
        yield WarningSign(f"{STALE}:{initiative_id}:{since}", facts, since, initiative_id)


@registry.warning_said.register(STALE)
def _stale_ranges(*, facts: Facts) -> SignSaid:
    n = int(facts["n"])
    told = {"what": facts["what"], "n": n, "day": _day(facts)}
    reason = ngettext(
        "The one range of “%(what)s” has not been looked at since %(day)s", "None of the %(n)d ranges of “%(what)s” has been looked at since %(day)s", n
    )
    return SignSaid(
        _("a value case grown old"), reason % told, _("What “%(what)s” is worth was last looked at on %(day)s. It may not be so any more.") % told,
        _("Those who gave the ranges say whether they still hold."), _initiative(facts, "worth"),
    )  # fmt: skip


@registry.warning_signal.register(QUIET, order=60)
def quiet(*, by: Actor) -> Iterator[WarningSign]:
    """Work about which questions have waited for an answer for long."""
    waiting = {"answers": None, "handed_on": None, "asking__taken_back_at": None, "asking__way": LINK}
    rows = (
        Question.objects.filter(**waiting, asking__asked_at__lt=clock.now() - rules.QUIET).exclude(asking__initiative__stages__stage=Stage.CLOSED)
        .order_by().values("asking__initiative", "asking__initiative__title").annotate(first=Min("asking__asked_at"), n=Count("id", distinct=True))
        .order_by("first")
    )  # fmt: skip
    for row in rows[:MOST]:
        since, initiative_id = row["first"].date(), row["asking__initiative"]
        facts = {"initiative": str(initiative_id), "what": row["asking__initiative__title"], "n": row["n"], "day": since.isoformat()}
        yield WarningSign(f"{QUIET}:{initiative_id}:{since}", facts, since, initiative_id)


@registry.warning_said.register(QUIET)
def _quiet(*, facts: Facts) -> SignSaid:
    n = int(facts["n"])
    told = {"what": facts["what"], "n": n, "day": _day(facts)}
    reason = ngettext(
        "One question about “%(what)s” has waited since %(day)s", "%(n)d questions about “%(what)s” have waited, the first since %(day)s", n
    )
    return SignSaid(
        _("questions without an answer"), reason % told, _("We go on with “%(what)s” without having heard those we asked by %(day)s.") % told,
        _("We ask them another way, or somebody else."), _initiative(facts, "why"),
    )  # fmt: skip
