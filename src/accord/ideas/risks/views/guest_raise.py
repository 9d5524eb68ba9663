"""Somebody says by link what they see coming: one screen, read back before it is sent; the same link shows what came of it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people import queries as people
from accord.base.people.letterhead import letterhead

from .. import actions
from ..actions.asking import draft
from ..forms.by_hand import CARRIED, GuestRaiseForm
from ..models import Asking
from ..naming import about
from ..pages.reading_back import read_back
from ..pages.speaking import speak_url
from ..purposes import RAISE
from ..queries import asking as queries
from . import guest_mine


@links.page(RAISE, called=gettext_lazy("What you see coming"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("warn")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    row = queries.asking(guest.subject_id, guest.person.id)
    first, _slash, rest = guest.step.partition("/")
    if first == "not-me":
        return _say(request, guest, row, "people/guest_not_me.html")
    if first == "read" and request.method == "POST":
        return guest.remembered(request, redirect(guest.address()))
    if first == "of" and rest:
        return _of(request, guest, row, rest)
    if first == "carried":
        return _say(request, guest, row, "risks/guest_carried.html", waiting=list(queries.waiting(guest.person.id)) if guest.known else [])
    if guest.step not in ("", "check"):
        raise registry.NotThere(guest.step)
    if row.mailed and not guest.known:
        return _say(request, guest, row, "risks/guest_door.html", why="mailed")
    return _ask(request, guest, row)


def _ask(request: HttpRequest, guest: guests.Guest, row: Asking) -> HttpResponse:
    """The form; read back; sent. `change` brings what was typed back into the form."""
    carrier, choices = queries.carrier_for(guest.person.id), queries.goals_to_choose(row)
    shown: dict[str, Any] = {"goals": choices, "carrier": carrier.called if carrier else ""}
    if request.method != "POST":
        mailed = draft(row) if guest.known or guest.signed_in else ""
        first = choices[0][0] if row.goal or row.initiative else ""
        return _form(request, guest, row, GuestRaiseForm(initial={"sees": mailed, "goal_id": first}, **shown))
    form = GuestRaiseForm(request.POST, **shown)
    if not form.is_valid() or "change" in request.POST:
        return _form(request, guest, row, form)
    if "send" not in request.POST:
        back = read_back(form, guest.person, row, carrier)
        return _say(request, guest, row, "risks/guest_read_back.html", page=back, form=form)
    try:
        address = _send(guest, row, form)
    except registry.Mistake as mistake:
        form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        return _form(request, guest, row, form)
    return guest.remembered(request, redirect(address))


def _send(guest: guests.Guest, row: Asking, form: GuestRaiseForm) -> str:
    given, once = form.given(), str(form.cleaned_data["once"])
    if form.cleaned_data["how"] == CARRIED:
        slots = {name: str(value) if isinstance(value, UUID) or hasattr(value, "isoformat") else value for name, value in given.items() if value is not None}
        actions.ask_to_carry(by=guest.by, asking_id=row.id, once=once, slots=slots)
        return guest.address("carried")
    raised = actions.raise_by_link(by=guest.by, asking_id=row.id, once=once, slots=given)
    return guest.address(f"of/{raised.id}/sent")


def _of(request: HttpRequest, guest: guests.Guest, row: Asking, rest: str) -> HttpResponse:
    """What came of one of theirs, at the same link."""
    id, _slash, step = rest.partition("/")
    try:
        risk_id = UUID(id)
    except ValueError:
        raise registry.NotThere(rest) from None
    return guest_mine.conversation(request, guest, risk_id, step, at=f"of/{risk_id}")


def _form(request: HttpRequest, guest: guests.Guest, row: Asking, form: GuestRaiseForm) -> HttpResponse:
    mine = list(queries.raised_by(guest.person.id)[:10]) if guest.known else []
    yours = [(one, guest.address(f"of/{one.id}")) for one in mine]
    return _say(request, guest, row, "risks/guest_raise.html", form=form, yours=yours, what=about(row.goal, row.initiative), check=guest.address("check"))


def _say(request: HttpRequest, guest: guests.Guest, row: Asking, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    asker = row.asked_by or next(iter(people.facilitators()), row.person)
    context = letterhead(guest, asker, row.client) | {"row": row, "unnamed": speak_url(), "check": guest.address("check")} | more
    bad = form is not None and form.is_bound and bool(form.errors)
    return render(request, template, context, status=422 if bad else 200)
