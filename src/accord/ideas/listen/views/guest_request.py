"""A request somebody filed for them: is it so?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions
from ..forms import ConfirmRequestForm
from ..models import Request
from ..queries import requests as queries


@links.page("listen.request", called=gettext_lazy("A request, to confirm"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("request")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    filed = queries.request(guest.subject_id)
    if filed.asked_by_id != guest.person.id:
        raise registry.NotThere(str(filed.id))
    if guest.step not in ("", "read", "thanks", "not-me"):
        raise registry.NotThere(guest.step)
    if guest.step == "not-me":
        return _say(request, guest, filed, "people/guest_not_me.html")
    if not guest.known:
        if request.method == "POST" and guest.step == "read":
            return guest.remembered(request, redirect(guest.address()))
        return _say(request, guest, filed, "listen/guest_door.html")
    if guest.step == "thanks":
        return _say(request, guest, filed, "listen/guest_confirmed.html")
    return redirect(guest.address()) if guest.step == "read" else _confirm(request, guest, filed)


def _confirm(request: HttpRequest, guest: guests.Guest, filed: Request) -> HttpResponse:
    form = ConfirmRequestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.confirm_request(by=guest.by, request_id=filed.id, agrees=form.cleaned_data["agrees"] == "yes", words=form.words())
        except registry.Mistake as mistake:
            form.add_error(mistake.field, mistake.message)
        else:
            return guest.remembered(request, redirect(guest.address("thanks")))
    return _say(request, guest, filed, "listen/guest_request.html", form=form, state=queries.confirmation(filed))


def _say(request: HttpRequest, guest: guests.Guest, filed: Request, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, filed.filed_by, filed.client) | {"filed": filed} | more
    return render(request, template, context, status=422 if form is not None and form.errors else 200)
