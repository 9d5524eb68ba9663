"""A playback by link: their words first, then ours, sentence by sentence."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions
from ..forms import PlaybackForm, PulseForm, RefuseForm
from ..models import HeardPulse
from ..queries import playback as queries
from ..queries.asking import said
from ..queries.playback import PlaybackNow


@dataclass(frozen=True)
class Quote:
    """What the person said, word for word; way: how they said it."""

    words: str
    way: str
    at: datetime


@links.page("listen.playback", called=gettext_lazy("What we heard, to confirm"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("playback")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    back = queries.now(guest.subject_id)
    if back.person.id != guest.person.id or back.written is None:
        raise registry.NotThere(str(guest.subject_id))
    if guest.step not in STEPS:
        raise registry.NotThere(guest.step)
    if guest.step == "not-me":
        return _say(request, guest, back, "people/guest_not_me.html")
    if not guest.known:
        return _door(request, guest, back)
    if guest.step == "read":
        return redirect(guest.address())
    return STEPS[guest.step](request, guest, back)


def _door(request: HttpRequest, guest: guests.Guest, back: PlaybackNow) -> HttpResponse:
    """A browser that never sent anything sees no word of it; a robot that looks ahead never gets past here."""
    if request.method == "POST" and guest.step == "read":
        return guest.remembered(request, redirect(guest.address()))
    return _say(request, guest, back, "listen/guest_door.html")


def _sentences(request: HttpRequest, guest: guests.Guest, back: PlaybackNow) -> HttpResponse:
    form = PlaybackForm(request.POST if request.method == "POST" else None, asked=back.asked)
    if request.method == "POST":
        form.is_valid()
        try:
            after = _keep(guest, back, form)
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            if not form.errors:
                return guest.remembered(
                    request, redirect(guest.address("felt" if after.to_do == 0 and not _pulsed(after) else "thanks" if after.to_do == 0 else ""))
                )
            back = after
    return _say(request, guest, back, "listen/guest_playback.html", form=form, rows=form.rows(back.asked))


def _keep(guest: guests.Guest, back: PlaybackNow, form: PlaybackForm) -> PlaybackNow:
    """What is complete is kept, even when another sentence still needs a word."""
    words = form.said()
    if words:
        actions.say_to_sentences(by=guest.by, playback_id=back.playback.id, said=words)
    return queries.now(back.playback.id)


def _refuse(request: HttpRequest, guest: guests.Guest, back: PlaybackNow) -> HttpResponse:
    form = RefuseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.refuse(by=guest.by, playback_id=back.playback.id, words=form.cleaned_data["words"])
        except registry.Mistake as mistake:
            form.add_error(mistake.field, mistake.message)
        else:
            return guest.remembered(request, redirect(guest.address("thanks" if _pulsed(back) else "felt")))
    return _say(request, guest, back, "listen/guest_refuse.html", form=form)


def _pulsed(back: PlaybackNow) -> bool:
    return HeardPulse.objects.filter(initiative=back.playback.initiative_id, person=back.person).exists()


def _felt(request: HttpRequest, guest: guests.Guest, back: PlaybackNow) -> HttpResponse:
    form = PulseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.give_pulse(by=guest.by, initiative_id=back.playback.initiative_id, **form.given())
        return guest.remembered(request, redirect(guest.address("thanks")))
    return _say(request, guest, back, "listen/guest_felt.html", form=form)


def _thanks(request: HttpRequest, guest: guests.Guest, back: PlaybackNow) -> HttpResponse:
    return _say(request, guest, back, "listen/guest_heard.html")


def _say(request: HttpRequest, guest: guests.Guest, back: PlaybackNow, template: str, **more: Any) -> HttpResponse:
    form, row = more.get("form"), queries.playback(back.playback.id)
    asker = back.written.written_by if back.written and back.written.written_by else row.begun_by
    quotes = [Quote(said(one.question, one), one.question.asking.get_way_display(), one.at) for one in back.answers]
    context = letterhead(guest, asker, row.client) | {"back": back, "quotes": quotes, "to_do": back.to_do} | more
    return render(request, template, context, status=422 if form is not None and form.errors else 200)


STEPS = {"": _sentences, "read": _sentences, "refuse": _refuse, "felt": _felt, "thanks": _thanks, "not-me": _thanks}
