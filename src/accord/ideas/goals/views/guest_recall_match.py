"""Owners say which goal each answer means: words alone, in an order drawn by lot, by link or from Today."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions
from ..forms.recalls import MatchForm
from ..queries import recalls as reading

PAGE = 20  # answers at a time, so that a phone's page ends


@links.page("goals.recall_match", called=gettext_lazy("Which goal each answer means"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("recall-match")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    now = reading.recall(guest.subject_id)
    if not reading.may_match(guest.by) or guest.step not in ("", "thanks", "not-me"):
        raise registry.NotThere(str(guest.subject_id))
    if guest.step == "not-me":
        return _say(request, guest, now, "people/guest_not_me.html")
    pile = Paginator(reading.pile(now, guest.by), PAGE).get_page(request.GET.get("page"))
    form = MatchForm(request.POST if request.method == "POST" else None, pile=list(pile), titles=reading.live_titles(now))
    if request.method == "POST" and form.is_valid():
        for answer_id, goal_id in form.matches():
            actions.match_recall(by=guest.by, answer_id=answer_id, goal_id=goal_id)
        return guest.remembered(request, redirect(guest.address("thanks")))
    return _say(request, guest, now, "goals/guest_recall_match.html" if not guest.step else "goals/guest_recall_matched.html", form=form, pile=pile)


def _say(request: HttpRequest, guest: guests.Guest, now: reading.RecallNow, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, now.row.by, now.row.client) | {"now": now, "recall": now.row} | more
    return render(request, template, context, status=422 if form is not None and form.errors else 200)
