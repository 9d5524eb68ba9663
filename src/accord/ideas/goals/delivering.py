"""What delivery brings to other pages: its chapter of the initiative, days ahead, what waits for whoever leads, and what happened."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry, scope
from accord.base.people.guests import waits
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from . import queries
from .models import Initiative, Progress
from .rules import Stage
from .rules.delivery import Delivery, State


def said(now: Delivery) -> str:
    """How it stands, in one sentence."""
    when = now.delivered or now.expected
    day = date_format(when, "j F Y") if when else ""
    match now.state:
        case State.DELIVERED:
            return _("There since %(day)s.") % {"day": day}
        case State.OVERDUE:
            return _("Expected on %(day)s, and nobody has said that it is there.") % {"day": day}
        case State.LATE:
            return _("Expected on %(day)s, later than planned.") % {"day": day}
        case State.UNDER_WAY if day:
            return _("Under way, expected on %(day)s as planned.") % {"day": day}
        case State.PLANNED if day:
            return _("Not begun; planned to be there on %(day)s.") % {"day": day}
        case State.UNDER_WAY:
            return _("Under way. Nobody has said by when.")
    return _("Nobody has said by when it is to be there.")


def moves(now: Delivery) -> str:
    """How far the expected day went from the one planned first; nothing while it did not."""
    if not now.moved or not now.days:
        return ""
    often = ngettext("It was expected later once", "It was expected later %(n)d times", now.moved) % {"n": now.moved}
    far = ngettext("one day in all", "%(n)d days in all", abs(now.days)) % {"n": abs(now.days)}
    return _("%(often)s, %(far)s.") % {"often": often, "far": far} if now.days > 0 else f"{often}."


def _url(row: Initiative, name: str) -> str:
    return reverse(name, kwargs={"client": row.client.slug, "initiative_id": row.id})


@registry.panel.register("delivery", order=35)
def how_it_goes(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    row, notes, now = queries.initiative(initiative_id), queries.notes(initiative_id), queries.delivery_of(initiative_id)
    if not notes and queries.stage_of(row).place < Stage.DELIVERY.place:
        return None
    may_edit = by.may("goals.edit")
    context = {
        "initiative": row, "now": now, "said": said(now), "moves": moves(now), "notes": notes[::-1], "may_note": may_edit or by.person_id == row.lead_id,
        "people": list(Person.objects.filter(left_at=None)) if may_edit else [],
    }  # fmt: skip
    return registry.Panel("delivery", _("How it goes"), "goals/delivery_panel.html", context)


@scope.once
def _standing() -> tuple[tuple[Initiative, Delivery], ...]:
    """All work somebody noted something of; Today asks for it twice."""
    rows = {row.id: row for row in Initiative.objects.select_related("client").filter(Exists(Progress.objects.filter(initiative=OuterRef("pk"))))}
    return tuple((rows[id], now) for id, now in queries.deliveries(rows).items())


@registry.coming.register("delivery")
def days_ahead(*, by: Actor) -> Iterator[registry.Coming]:
    """The days on which work is expected."""
    for row, now in _standing():
        if now.expected and now.state in (State.PLANNED, State.UNDER_WAY, State.LATE):
            yield registry.Coming(now.expected, _("“%(title)s” is expected") % {"title": row.title}, moves(now), _url(row, "initiative"))


@registry.owed.register("goals.overdue", order=30)
def is_it_there(*, by: Actor) -> Iterator[registry.Owed]:
    """The day it was expected is over: whoever leads says how it goes; where nobody leads, a facilitator asks. It can wait."""
    for row, now in _standing():
        if now.state is State.OVERDUE and now.expected and (by.person_id == row.lead_id if row.lead_id else by.is_facilitator):
            since = timezone.make_aware(datetime.combine(now.expected, time(0)))
            title = _("“%(title)s” was expected on %(day)s: is it there?") % {"title": row.title, "day": date_format(now.expected, "j F")}
            waiting = waits("goals.overdue", f"{row.id}:{now.expected}", title, moves(now), _url(row, "goals:progress"), _("Say how it goes"), since)
            yield replace(waiting, can_wait=True)


@registry.happened.register("delivery")
def noted(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    """What was delivered, and what is expected on another day; no name stands with either."""
    for note in Progress.objects.select_related("initiative__client").filter(at__gte=since).exclude(expected=None, delivered=None).order_by("-at")[:20]:
        day = date_format(note.delivered or note.expected, "j F")
        lead = _("There:") if note.delivered else _("Expected on %(day)s:") % {"day": day}
        yield registry.Happened(note.at, lead, f"{note.initiative.title}. {note.words}".strip(), _url(note.initiative, "initiative"))


@registry.next_step.register("delivery", order=30)
def say_how_it_goes(*, by: Actor, initiative_id: UUID) -> Iterator[registry.NextStep]:
    row = queries.initiative(initiative_id)
    may_say = by.may("goals.edit") or by.person_id == row.lead_id
    if may_say and queries.stage_of(row) is Stage.DELIVERY and queries.delivery_of(initiative_id).state in (State.UNPLANNED, State.OVERDUE):
        yield registry.NextStep(_("Say how it goes"), _url(row, "goals:progress"))


@registry.story.register("delivery", order=12)
def told(*, by: Actor, initiative_id: UUID) -> Iterator[registry.Happened]:
    """The notes, as the timeline of the initiative tells them."""
    for note in queries.notes(initiative_id):
        day = note.delivered or note.expected or note.ends
        lead = _("There") if note.delivered else _("Expected") if note.expected else _("Planned") if note.ends else _("How it goes")
        when = _("on %(day)s.") % {"day": date_format(day, "j F Y")} if day else ""
        yield registry.Happened(note.at, lead, f"{when} {note.words}".strip())


