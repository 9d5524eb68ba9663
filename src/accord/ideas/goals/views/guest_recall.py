"""What matters most, by link or from Today: one screen, up to three things, without seeing anybody else's."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions
from ..forms.recalls import ThingsForm
from ..models import RecallAsked
from ..queries import recalls as reading

PAGES = {"thanks": "goals/guest_recalled.html", "not-me": "people/guest_not_me.html"}


@links.page("goals.recall", called=gettext_lazy("What matters most, in a minute"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("recall")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    asked = reading.asked(guest.subject_id, guest.person.id)
    if guest.step and guest.step not in PAGES:
        raise registry.NotThere(guest.step)
    if guest.step == "not-me":
        return _say(request, guest, asked, PAGES[guest.step])
    if guest.step or asked.answered_on or reading.is_over(asked.recall):
        return _say(request, guest, asked, PAGES["thanks"])
    return _ask(request, guest, asked)


def _ask(request: HttpRequest, guest: guests.Guest, asked: RecallAsked) -> HttpResponse:
    form = ThingsForm(request.POST if request.method == "POST" else None)
    way = request.POST.get("way", "")
    if request.method == "POST" and (way in ("nothing", "rather_not") or form.is_valid()):
        try:
            _act(guest, asked, way, form)
        except registry.Mistake as mistake:
            form = ThingsForm(request.POST)
            form.add_error(None, mistake.message)
        else:
            return guest.remembered(request, redirect(guest.address("thanks")))
    return _say(request, guest, asked, "goals/guest_recall.html", form=form, others=reading.count_asked(asked.recall_id))


def _act(guest: guests.Guest, asked: RecallAsked, way: str, form: ThingsForm) -> None:
    if way == "rather_not":
        actions.decline_recall(by=guest.by, recall_id=asked.recall_id)
    else:
        actions.answer_recall(by=guest.by, recall_id=asked.recall_id, things=[] if way == "nothing" else form.things())


def _say(request: HttpRequest, guest: guests.Guest, asked: RecallAsked, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, asked.recall.by, asked.recall.client) | {"asked": asked, "recall": asked.recall, "over": reading.is_over(asked.recall)} | more
    return render(request, template, context, status=422 if form is not None and form.errors else 200)
