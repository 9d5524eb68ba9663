"""What warnings ask of whom, what happened and what comes: rows of Today. No note for those who answer is in any of them, and of a warning
without a name no word."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accord.base import clock, registry
from accord.base.people.guests import own_address, waits
from accord.base.people.queries import slug
from accord.base.people.rules import Actor
from accord.ideas.listen.labels import the_person

from .models import ACCEPTED, ACCEPTS, ACTING, ACTS, ANSWERS, ASKED, DECLINES, ENDED, ENDS, OPEN, PROXY, UNNAMED, WAITS, Asking, Risk, Turn
from .naming import about
from .pages import wording
from .pages.rows import state_of
from .queries.asking import to_carry

LATELY = timedelta(days=7)  # how long an answer stands on the Today of whoever raised it
SOON = timedelta(days=7)  # how long before an acceptance ends whoever accepted it sees that it does
AHEAD = timedelta(days=60)
MOST = 20


@registry.owed.register("risks.answer", order=8)
def to_answer(*, by: Actor) -> Iterator[registry.Owed]:
    """Warnings I must answer, with how long there is."""
    for row in _mine(by).filter(state=WAITS).order_by("answer_by", "id"):
        title = _("Answer a warning about “%(what)s”") % {"what": what} if (what := about(row.goal, row.initiative)) else _("Answer a warning")
        detail = " · ".join(filter(None, (_seen(row), state_of(row).words)))
        who = row.raised_by if row.how == OPEN else None
        yield waits("risks.answer", row.id, title, detail, own_address(slug(), "warning", row.id), _("Answer"), row.at, who, 3)


@registry.owed.register("risks.review", order=33)
def to_look_at(*, by: Actor) -> Iterator[registry.Owed]:
    """What I accepted until a day that is near, and what I wanted to look at again."""
    mine, today = _mine(by), clock.today()
    for row in mine.filter(state=ACTING, review_on__lte=today):
        yield _look(row, _("Look again: %(what)s"), today)
    for row in mine.filter(state=ACCEPTED, review_on__lte=today + SOON):
        yield _look(row, _("An acceptance ends: %(what)s"), today)


def _look(row: Risk, title: str, today: object) -> registry.Owed:
    what = about(row.goal, row.initiative) or Truncator(_seen(row)).chars(60) or _("a warning")
    day = row.review_on or row.answer_by
    since = timezone.make_aware(datetime.combine(day, time(0)))
    detail = _("On %(day)s. %(words)s") % {"day": wording.weekday(day), "words": _seen(row)}
    return waits("risks.review", f"{row.id}:{day}", title % {"what": what}, detail.strip(), own_address(slug(), "warning", row.id), _("Look"), since, None, 3)


@registry.owed.register("risks.carry", order=9)
def to_pass_on(*, by: Actor) -> Iterator[registry.Owed]:
    """Somebody asks me to pass a warning on. Who it is stands behind the row only: somebody may be looking over my shoulder."""
    if by.person_id is None or not by.may("risks.edit"):
        return
    for row in to_carry(by.person_id):
        title, detail = _("Somebody asks you to pass a warning on"), _("Only you can read it.")
        yield waits("risks.carry", row.id, title, detail, own_address(slug(), "pass-on", row.id), _("Read it"), row.at, None, 3)


@registry.owed.register("risks.asked", order=16)
def asked_of_me(*, by: Actor) -> Iterator[registry.Owed]:
    """I am asked what I see coming, or wrote it in a mail and have not said that I mean it."""
    if by.person_id is None:
        return
    mine = Asking.objects.select_related("asked_by", "goal", "initiative").filter(person=by.person_id, at__gt=clock.now() - timedelta(days=30))
    rows = list(mine.filter(carried=None))
    said = Risk.objects.filter(raised_by=by.person_id).exclude(how=PROXY) if rows else Risk.objects.none()  # few are asked, and there may be very many
    last = said.order_by("-at").values_list("at", flat=True).first()
    for row in rows:
        if (last is None or row.at > last) and (row.asked_by_id or row.mailed):
            asks = _("%(who)s asks what you see coming") % {"who": the_person(row.asked_by)} if row.asked_by else _("Did you mean to warn?")
            url = own_address(slug(), "warn", row.id)
            detail = row.words or about(row.goal, row.initiative)
            yield replace(waits("risks.asked", row.id, asks, detail, url, _("Say it"), row.at, row.asked_by, 2), can_wait=True)


@registry.owed.register("risks.mine", order=17)
def came_of_mine(*, by: Actor) -> Iterator[registry.Owed]:
    """Somebody asked me about a warning of mine, answered it, or said that it is over."""
    if by.person_id is None:
        return
    turns = Turn.objects.select_related("by", "risk__goal", "risk__initiative", "risk__answerer").filter(risk__raised_by=by.person_id)
    newest: dict[object, Turn] = {}
    for turn in turns.filter(at__gt=clock.now() - LATELY * 4):
        newest[turn.risk_id] = turn
    for turn in newest.values():
        lately = turn.at > clock.now() - LATELY
        if turn.by_id != by.person_id and (turn.kind == ASKED or (lately and turn.kind in (*ANSWERS, ENDS))):
            yield replace(_news(turn), can_wait=turn.kind != ASKED)


def _news(turn: Turn) -> registry.Owed:
    who = the_person(turn.by) if turn.by else ""
    asks = turn.kind == ASKED
    title = _("%(who)s asks about your warning") if asks else _("Your warning is over") if turn.kind == ENDS else _("%(who)s answered your warning")
    detail = _("“%(words)s”") % {"words": Truncator(turn.words).chars(140)} if turn.words else Truncator(turn.risk.sees).chars(140)
    label, url = _("Answer") if asks else _("Read it"), own_address(slug(), "warned", turn.risk_id)
    return waits("risks.mine", turn.id, title % {"who": who}, detail, url, label, turn.at, turn.by, 1)


def _mine(by: Actor) -> QuerySet[Risk]:
    found = Risk.objects.select_related("goal", "initiative", "raised_by", "answerer")
    return found.filter(answerer=by.person_id) if by.person_id else found.none()


def _seen(row: Risk) -> str:
    return _("Said without a name") if row.how == UNNAMED else _("“%(words)s”") % {"words": Truncator(row.sees).chars(140)}


@registry.coming.register("risks")
def ahead(*, by: Actor) -> Iterator[registry.Coming]:
    """The days on which open warnings would bite, and on which acceptances end."""
    if not by.may("risks.read"):
        return
    today = clock.today()
    for row in _open().filter(bites_on__range=(today, today + AHEAD)).order_by("bites_on", "id")[:MOST]:
        if row.bites_on:
            yield registry.Coming(row.bites_on, _("A warning would bite"), about(row.goal, row.initiative) or _seen(row), warning_page(row))
    for row in _open().filter(state=ACCEPTED, review_on__range=(today, today + AHEAD)).order_by("review_on", "id")[:MOST]:
        if row.review_on:
            yield registry.Coming(row.review_on, _("An acceptance ends"), about(row.goal, row.initiative) or _seen(row), warning_page(row))


def _open() -> QuerySet[Risk]:
    return Risk.objects.select_related("goal", "initiative").exclude(state=ENDED)


def warning_page(row: Risk) -> str:
    return reverse("risks:risk", kwargs={"client": slug(), "risk_id": row.id})


@registry.happened.register("risks")
def happened(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    """What was warned of, what was done about it, and what is over. Nobody stands with what was left undone."""
    if not by.may("risks.read"):
        return
    for row in Risk.objects.select_related("goal", "initiative").filter(at__gte=since).exclude(how=UNNAMED).order_by("-at")[:MOST]:
        yield registry.Happened(row.at, _("An early warning:"), Truncator(row.sees).chars(140), warning_page(row))
    told = {ACTS: _("Something changes after a warning:"), ACCEPTS: _("Accepted for a time:"), DECLINES: _("Declined, with a reason:")}
    turns = Turn.objects.select_related("risk__goal", "risk__initiative").filter(at__gte=since, kind__in=told).order_by("-at")
    for turn in turns[:MOST]:
        yield registry.Happened(turn.at, told[turn.kind], Truncator(turn.words).chars(140), warning_page(turn.risk))
