"""Somebody writes what they see when it went well, before they see what anybody else wrote."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions
from ..forms.resets import PictureForm
from ..models import ResetPart
from ..queries import resets as reading


@links.page("goals.picture", called=gettext_lazy("A reset: what you see when it went well"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("picture")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    part = reading.part(guest.subject_id, guest.person.id)
    if guest.step not in ("", "read", "thanks", "not-me"):
        raise registry.NotThere(guest.step)
    if guest.step == "not-me":
        return _say(request, guest, part, "people/guest_not_me.html")
    if guest.step == "read":
        return redirect(guest.address())
    if guest.step == "thanks":
        return _say(request, guest, part, "goals/guest_pictured.html")
    if part.reset.opened_at or part.reset.stopped_at:
        return _say(request, guest, part, "goals/guest_sealed.html")
    return _write(request, guest, part)


def _write(request: HttpRequest, guest: guests.Guest, part: ResetPart) -> HttpResponse:
    """What they wrote before is shown to a browser that is known to be theirs, and to no other."""
    before = reading.own_picture(part)
    initial = {"words": before.words} if before and guest.known else None
    form = PictureForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.picture(by=guest.by, reset_id=part.reset_id, words=form.cleaned_data["words"])
        except registry.Mistake as mistake:
            form.add_error(mistake.field, mistake.message)
        else:
            return guest.remembered(request, redirect(guest.address("thanks")))
    goals = [one.before.title for one in part.reset.goals.select_related("before").order_by("id")]
    return _say(request, guest, part, "goals/guest_picture.html", form=form, goals=goals, wrote=before is not None)


def _say(request: HttpRequest, guest: guests.Guest, part: ResetPart, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, part.reset.called_by, part.reset.client) | {"part": part, "reset": part.reset} | more
    return render(request, template, context, status=422 if form is not None and form.errors else 200)
