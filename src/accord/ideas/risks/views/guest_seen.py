"""“Do you see this too?” by link: yes and a word if they like, or no, of which nothing is kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions, queries
from ..forms.by_hand import GuestWordsForm
from ..models import UNNAMED, Risk
from ..pages.by_hand import hand_page
from ..purposes import SEEN


@links.page(SEEN, called=gettext_lazy("Do you see this too?"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("seen-too")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    row = queries.risk(guest.subject_id)
    if guest.step == "not-me":
        return _say(request, guest, row, "people/guest_not_me.html")
    if guest.step == "open" and request.method == "POST":
        return guest.remembered(request, redirect(guest.address()))
    if row.how == UNNAMED and not guest.known:
        return _say(request, guest, row, "risks/guest_door.html", why="seen", read=guest.address("open"))
    if guest.step in ("yes", "no"):
        return _say(request, guest, row, "risks/guest_seen_thanks.html", yes=guest.step == "yes")
    if guest.step != "":
        raise registry.NotThere(guest.step)
    return _ask(request, guest, row)


def _ask(request: HttpRequest, guest: guests.Guest, row: Risk) -> HttpResponse:
    label = _("What of it do you see? Leave it empty if you have nothing to add.")
    form = GuestWordsForm(request.POST if request.method == "POST" else None, label=label, required=False, most=600)
    if request.method == "POST" and form.is_valid():
        if "no" in request.POST:
            return redirect(guest.address("no"))
        try:
            actions.see_too(by=guest.by, risk_id=row.id, words=form.cleaned_data["words"])
        except (registry.Mistake, registry.Conflict) as mistake:
            form.add_error(None, str(mistake))
        else:
            return guest.remembered(request, redirect(guest.address("yes")))
    return _say(request, guest, row, "risks/guest_seen.html", page=hand_page(row.id, reader=guest.person), form=form)


def _say(request: HttpRequest, guest: guests.Guest, row: Risk, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, row.answerer, row.client) | {"row": row, "start": guest.address()} | more
    return render(request, template, context, status=422 if form is not None and form.is_bound and form.errors else 200)
