"""What listening owes to whom: rows of Today. People owe an answer; facilitators owe it to people to read, to say back, and to find out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock, registry
from accord.base.people import queries as people
from accord.base.people.guests import own_address, waits
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .labels import aspect_title, the_person
from .models import Asking, NotKnown, Playback, Request, RequestConfirmed
from .queries import asking, hearing, playback, waiting
from .queries.hearing import Material
from .queries.playback import PlaybackNow

PATIENCE = 5  # days that a question waits before anybody is reminded that it does


@registry.owed.register("listen.asked_of_me", order=10)
def asked_of_me(*, by: Actor) -> Iterator[registry.Owed]:
    """Questions, playbacks and requests that wait for this person's own word: the pages of their links, without a link."""
    if by.person_id is None:
        return
    client = people.slug()
    yield from _questions(client, by.person_id)
    yield from _playbacks(client, by.person_id)
    yield from _requests(client, by.person_id)


def _row(person: Person, kind: str, subject: UUID, title: str, detail: str, url: str, label: str, since: datetime, minutes: int = 1) -> registry.Owed:
    return waits(f"listen.{kind}", subject, title, detail, url, label, since, person, minutes)


def _questions(slug: str, person_id: UUID) -> Iterator[registry.Owed]:
    mine = Asking.objects.filter(person=person_id, taken_back_at=None, way="link").values("id")
    open_: dict[UUID, list[asking.QuestionNow]] = {}
    for one in asking.of_askings(mine):
        if one.state == asking.OPEN:
            open_.setdefault(one.asking.id, []).append(one)
    for rows in open_.values():
        put, n = rows[0].asking, len(rows)
        facts = {"who": the_person(put.asked_by), "n": n}
        title = ngettext("%(who)s has a question for you", "%(who)s has %(n)d questions for you", n) % facts
        yield _row(put.asked_by, "question", put.id, title, rows[0].question.words, own_address(slug, "question", put.id), _("Answer"), put.asked_at, n)


def _playbacks(slug: str, person_id: UUID) -> Iterator[registry.Owed]:
    for back in playback.load(Playback.objects.filter(person=person_id)):
        if back.state in (playback.SENT, playback.PARTLY) and back.written and back.written.written_by:
            by, url = back.written.written_by, own_address(slug, "playback", back.playback.id)
            title = _("%(who)s asks whether we heard you right") % {"who": the_person(by)}
            yield _row(by, "playback", back.playback.id, title, back.playback.initiative.title, url, _("Read it"), back.written.at)


def _requests(slug: str, person_id: UUID) -> Iterator[registry.Owed]:
    answered = RequestConfirmed.objects.values("request_id")
    for filed in Request.objects.select_related("filed_by").filter(asked_by=person_id).exclude(filed_by=person_id).exclude(id__in=answered):
        title = _("%(who)s wrote down a request for you") % {"who": the_person(filed.filed_by)}
        yield _row(filed.filed_by, "request", filed.id, title, filed.problem[:140], own_address(slug, "request", filed.id), _("Read it"), filed.filed_at)


@registry.owed.register("listen.to_hear", order=20)
def to_hear(*, by: Actor) -> Iterator[registry.Owed]:
    """For facilitators: what came back, what was not said back, and what somebody was to find out by now."""
    if not (by.is_facilitator and by.may("playbacks.write")):
        return
    heard = (row.objects.order_by().values("initiative") for row in (Asking, Playback, NotKnown))
    rows = list(Initiative.objects.select_related("client").filter(reduce(or_, (Q(id__in=found) for found in heard))))
    stages = initiatives.stages([row.id for row in rows])
    live = {row.id: row for row in rows if stages[row.id].place < Stage.DELIVERY.place}
    for id, found in hearing.material(live).items():
        yield from _came_back(live[id], found)
        yield from _not_said_back(live[id], found, by)
        yield from _overdue(live[id], found)
        yield from _no_answer(live[id], found)


def _conversation(initiative: Initiative) -> str:
    return reverse("listen:conversation", kwargs={"client": initiative.client.slug, "initiative_id": initiative.id})


def _came_back(initiative: Initiative, found: Material) -> Iterator[registry.Owed]:
    for back in waiting.to_review(found):
        since = back.last_word_at or back.playback.begun_at
        yield _row(
            back.person,
            "corrected",
            back.versions[-1].id,
            _what_came(back),
            _words(back, initiative),
            f"{_conversation(initiative)}#people",
            _("Review"),
            since,
        )


def _what_came(back: PlaybackNow) -> str:
    who, n = the_person(back.person), len(back.corrections)
    if back.state == playback.REFUSED:
        return _("%(who)s meant something else altogether") % {"who": who}
    return ngettext("%(who)s corrected one sentence of what you heard", "%(who)s corrected %(n)d sentences of what you heard", n) % {"who": who, "n": n}


def _words(back: PlaybackNow, initiative: Initiative) -> str:
    said = back.refusal.words if back.refusal else next((one.verdict.words for one in back.corrections if one.verdict), "")
    return f"“{said[:120]}” {initiative.title}" if said else initiative.title


def _not_said_back(initiative: Initiative, found: Material, by: Actor) -> Iterator[registry.Owed]:
    """One row for each person; nobody says back to themselves."""
    firsts: dict[UUID, asking.QuestionNow] = {}
    for one in waiting.to_say_back(found, by.person_id):
        firsts.setdefault(one.person.id, one)
    for one in firsts.values():
        url = reverse("listen:write", kwargs={"client": initiative.client.slug, "initiative_id": initiative.id, "person_id": one.person.id})
        asked = one.asking.way == "request"
        title = (_("%(who)s asked for something: ask why") if asked else _("%(who)s answered, and has not heard it back")) % {"who": the_person(one.person)}
        label = _("Begin") if asked else _("Say it back")
        since = one.last.at if one.last else one.asking.asked_at
        yield _row(
            one.person,
            "say_back",
            one.last.id if one.last else one.question.id,
            title,
            initiative.title,
            _conversation(initiative) if asked else url,
            label,
            since,
            3,
        )


def _overdue(initiative: Initiative, found: Material) -> Iterator[registry.Owed]:
    states, newest = hearing.states(found), {row.aspect: row for row in found.not_known}
    for row in newest.values():
        if states[row.aspect] == "unknown_owned" and row.by_date < clock.today():
            since = timezone.make_aware(datetime.combine(row.by_date, time(0)))
            title = _("%(who)s was to find out: %(what)s") % {"who": the_person(row.person), "what": row.what or aspect_title(row.aspect)}
            yield _row(row.person, "not_known", row.id, title, initiative.title, f"{_conversation(initiative)}#known", _("Ask"), since)


def _no_answer(initiative: Initiative, found: Material) -> Iterator[registry.Owed]:
    """Nobody is late here; after some days a call is kinder than waiting. Can wait."""
    firsts: dict[UUID, asking.QuestionNow] = {}
    for one in waiting.unanswered(found):
        if one.days >= PATIENCE:
            firsts.setdefault(one.asking.id, one)
    for one in firsts.values():
        title = _("%(who)s has not answered yet; a call may be kinder") % {"who": the_person(one.person)}
        made = _row(one.person, "unanswered", one.asking.id, title, initiative.title, f"{_conversation(initiative)}#people", _("Open"), one.asking.asked_at)
        yield replace(made, can_wait=True)
