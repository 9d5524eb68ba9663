"""Whoever must answer a warning, by link: what was said, one tap that it was read, and one screen for each answer."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions, queries
from ..forms.by_hand import AcceptForm, ActForm, GuestWordsForm, HandForm, LookForm
from ..models import UNNAMED, WAITS, Risk
from ..pages.by_hand import hand_page
from ..purposes import ANSWER


@links.page(ANSWER, called=gettext_lazy("A warning to answer"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("warning")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    row = queries.risk(guest.subject_id)
    if row.answerer_id != guest.person.id:
        raise registry.NotThere(str(row.id))
    if guest.step == "not-me":
        return _say(request, guest, row, "people/guest_not_me.html")
    if guest.step == "open" and request.method == "POST":
        return guest.remembered(request, redirect(guest.address()))
    if row.how == UNNAMED and not guest.known:
        return _say(request, guest, row, "risks/guest_door.html", why="answer", read=guest.address("open"))
    if guest.step == "read" and request.method == "POST":
        actions.read(by=guest.by, risk_id=row.id)
        return guest.remembered(request, redirect(guest.address()))
    if guest.step in ("", "read"):
        return _page(request, guest, row)
    if guest.step not in ANSWERS:
        raise registry.NotThere(guest.step)
    return _answer(request, guest, row)


def _answer(request: HttpRequest, guest: guests.Guest, row: Risk) -> HttpResponse:
    make, do = ANSWERS[guest.step]
    form = make(request.POST if request.method == "POST" else None, row)
    if request.method == "POST" and form.is_valid():
        given = {name: value.id if name == "person_id" else value for name, value in form.cleaned_data.items()}
        try:
            do(by=guest.by, risk_id=row.id, **given)
        except (registry.Mistake, registry.Conflict) as mistake:
            field = getattr(mistake, "field", None)
            form.add_error(field if field in form.fields else None, str(mistake))
        else:
            if queries.risk(row.id).answerer_id != guest.person.id:
                return guest.remembered(request, _say(request, guest, queries.risk(row.id), "risks/guest_handed.html"))
            return guest.remembered(request, redirect(guest.address()))
    return _say(request, guest, row, "risks/guest_answer_form.html", form=form, title=TITLES[guest.step], here=guest.address(guest.step))


def _page(request: HttpRequest, guest: guests.Guest, row: Risk) -> HttpResponse:
    shown = hand_page(row.id, reader=guest.person, answers=True)
    steps = ("act", "accept", "decline", "ask", "hand") if row.state == WAITS else ("look", "reopen")
    choices = [(TITLES[one], HINTS.get(one, ""), guest.address(one)) for one in steps] if row.is_open else []
    return _say(request, guest, row, "risks/guest_answer.html", page=shown, choices=choices, read=guest.address("read"))


def _say(request: HttpRequest, guest: guests.Guest, row: Risk, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    asker = row.raised_by if row.raised_by is not None and row.how != UNNAMED else row.answerer
    context = letterhead(guest, asker, row.client) | {"row": row, "start": guest.address()} | more
    return render(request, template, context, status=422 if form is not None and form.is_bound and form.errors else 200)


def _words(label: Any) -> Callable[[Any, Risk], forms.Form]:
    return lambda data, row: GuestWordsForm(data, label=label)


ANSWERS: dict[str, tuple[Callable[[Any, Risk], forms.Form], Callable[..., Any]]] = {
    "act": (lambda data, row: ActForm(data), actions.act),
    "accept": (lambda data, row: AcceptForm(data), actions.accept),
    "decline": (_words(gettext_lazy("Why is nothing done about it?")), actions.decline),
    "ask": (_words(gettext_lazy("What do you need to know?")), actions.ask_back),
    "hand": (lambda data, row: HandForm(data), actions.hand_over),
    "look": (lambda data, row: LookForm(data, state=row.state), actions.look_again),
    "reopen": (_words(gettext_lazy("Why does it need another answer?")), actions.reopen),
}
TITLES = {
    "act": gettext_lazy("Something is done about it"),
    "accept": gettext_lazy("We accept it for a time"),
    "decline": gettext_lazy("We decline, and say why"),
    "ask": gettext_lazy("I ask something back"),
    "hand": gettext_lazy("Somebody else must answer"),
    "look": gettext_lazy("Look at it again"),
    "reopen": gettext_lazy("Open it again"),
}
HINTS = {
    "act": gettext_lazy("You say what changes"),
    "accept": gettext_lazy("Until a day, on which it comes back by itself"),
    "decline": gettext_lazy("It stays written down, and counts should it come true"),
    "ask": gettext_lazy("It still waits for your answer"),
    "hand": gettext_lazy("They have the same day"),
}
