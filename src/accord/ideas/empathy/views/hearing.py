"""Somebody is asked to tell more, tells it by link, and is read."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.acting import actor_of
from accord.base.people.letterhead import letterhead

from .. import actions
from ..actions.hearing import TELL
from ..forms.agenda import TellForm
from ..queries import hearings as queries
from ..queries.hearings import HearingNow


@require_POST
@login_required
def ask_more(request: HttpRequest, client: str, critical_id: UUID) -> HttpResponse:
    """The button on the card of whoever stands alone."""
    critical = queries.critical(critical_id)
    try:
        actions.ask_more(by=request.actor, critical_id=critical_id)  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    else:
        messages.success(request, _("%(who)s has a letter") % {"who": critical.person.called})
    return redirect("empathy:round", client=client, round_id=critical.item.round_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hearing(request: HttpRequest, client: str, hearing_id: UUID) -> HttpResponse:
    """What somebody told, word for word; and that it was read."""
    by, now = actor_of(request, "perspectives.read"), queries.hearing(hearing_id)
    if request.method == "POST":
        actions.read_hearing(by=by, hearing_id=hearing_id)
        messages.success(request, _("It is kept as read"))
        return redirect("empathy:round", client=client, round_id=now.item.round_id)
    return render(request, "empathy/hearing.html", {"now": now, "may_edit": by.may("perspectives.edit")})


@links.page(TELL, called=gettext_lazy("A question about what is critical to you"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("hearing")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    now = queries.hearing(guest.subject_id)
    if now.person.id != guest.person.id or now.row.asking_id or guest.step not in ("", "read", "thanks", "not-me"):
        raise registry.NotThere(str(guest.subject_id))
    if guest.step == "not-me":
        return _say(request, guest, now, "people/guest_not_me.html")
    if guest.step == "read":
        return redirect(guest.address())
    if guest.step == "thanks":
        return _say(request, guest, now, "empathy/guest_told.html")
    return _tell(request, guest, now)


def _tell(request: HttpRequest, guest: guests.Guest, now: HearingNow) -> HttpResponse:
    """What they told before is shown to a browser that is known to be theirs, and to no other."""
    initial = {"words": now.last.words} if now.last and guest.known else None
    form = TellForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.tell_more(by=guest.by, hearing_id=now.row.id, words=form.cleaned_data["words"])
        except registry.Mistake as mistake:
            form.add_error(mistake.field, mistake.message)
        else:
            return guest.remembered(request, redirect(guest.address("thanks")))
    return _say(request, guest, now, "empathy/guest_hearing.html", form=form)


def _say(request: HttpRequest, guest: guests.Guest, now: HearingNow, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, now.row.asked_by, now.row.client) | {"now": now} | more
    return render(request, template, context, status=422 if form is not None and form.errors else 200)
