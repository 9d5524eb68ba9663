"""A number by link: one on a page, two ends first and nothing before, then what they stand for and whether one would bet on it."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accord.base import estimate, registry
from accord.base.paper import charts
from accord.base.paper.figure import Figure
from accord.base.people import links, reader
from accord.base.people import queries as people
from accord.base.people.acting import actor_of
from accord.base.people.guests import Guest, by_link

from .. import actions, wording
from ..actions.asking import PURPOSE
from ..forms.ranges import GuestRangeForm, HandOnForm, UnknownForm
from ..models import RangeAsking, RangeQuestion
from ..pages.voices import drawn as heard
from ..pages.voices import pooled
from ..queries.asking import Put, asking_of, puts
from ..queries.loading import line, load
from ..queries.weighing import case_of
from ..rules import ranges
from .attempting import DONE, attempt

STEPS = {"", "pass", "unknown"}


@links.page(PURPOSE)
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, by_link(visit))


@login_required
def mine(request: HttpRequest, client: str, asking_id: UUID, step: str = "") -> HttpResponse:
    """The same for somebody with an account, from their Today; signing in counts as a known device."""
    actor = actor_of(request)
    if actor.person_id is None:
        raise registry.NotThere(str(asking_id))

    def address(to: str) -> str:
        given = {"client": client, "asking_id": asking_id}
        return reverse("worth:mine_step", kwargs=given | {"step": to}) if to else reverse("worth:mine", kwargs=given)

    return show(request, Guest(actor, people.person(actor.person_id), asking_id, True, step.strip("/"), address, None, True))


def show(request: HttpRequest, guest: Guest) -> HttpResponse:
    asking = asking_of(guest.subject_id, guest.person.id)
    questions = puts(asking)
    first, _slash, rest = guest.step.partition("/")
    if first in ("thanks", "not-me"):
        return _say(request, guest, asking, f"worth/guest_{first.replace('-', '_')}.html", questions=questions)
    at = _at(questions, first)
    if at is None:
        return _say(request, guest, asking, "worth/guest_thanks.html", questions=questions)
    if rest not in STEPS:
        raise registry.NotThere(guest.step)
    return {"": _range, "pass": _hand_on, "unknown": _unknown}[rest](request, guest, asking, questions, at)


def _at(questions: list[Put], place: str) -> Put | None:
    """The question at a place; without one, the first that is open."""
    if not place:
        return next((one for one in questions if one.is_open), None)
    if not place.isdecimal() or len(place) > 3 or not 1 <= int(place) <= len(questions):
        raise registry.NotThere(place)
    return questions[int(place) - 1]


def _range(request: HttpRequest, guest: Guest, asking: RangeAsking, questions: list[Put], at: Put) -> HttpResponse:
    voice = at.voice if guest.known else None
    initial = {"low": voice.low, "high": voice.high, "typical": voice.typical, "basis": voice.basis} if voice else {}
    form = GuestRangeForm(request.POST if request.method == "POST" else None, initial=initial)
    sent = request.method == "POST" and "look" not in request.POST
    if sent and attempt(form, lambda: actions.reply_range(by=guest.by, question_id=at.question.id, **form.given())) == DONE:
        return _on(request, guest, questions, at)
    drawn = _drawn(form, at.question)
    if "look" in request.POST and drawn:
        form.errors.clear()
    quantity = at.question.quantity
    kind = ranges.drawn_as(line(quantity, ()).kind, quantity.unit)
    context = {"at": at, "form": form, "drawn": drawn, "kind": kind, "last": at.question.place == len(questions)}
    context |= {"others": _others(asking, at.question)} if asking.round else {}
    return _say(request, guest, asking, "worth/guest_range.html", questions=questions, **context)


def _others(asking: RangeAsking, question: RangeQuestion) -> dict[str, Any]:
    """In a second round: everybody's range before it, with what each rests on, and what they come to together."""
    loaded = load(case_of(asking.case.initiative_id))
    said = line(question.quantity, ())
    first = [voice for voice in loaded.voices.get(question.quantity_id, ()) if not voice.assumed and voice.round is None and voice.id not in loaded.aside]
    last = list({voice.person_id or voice.said_by: voice for voice in first}.values())
    mine = next((voice for voice in last if voice.person_id == asking.person_id), None)
    return {"figure": heard(last, said, *(pooled(last, said) if len(last) > 1 else ())), "mine": mine}


def _drawn(form: GuestRangeForm, question: RangeQuestion) -> tuple[Figure, str] | None:
    """The twenty values of what was typed, for a browser without a script; None while the ends do not make a range."""
    if not form.is_bound:
        return None
    form.is_valid()
    low, high, quantity = form.cleaned_data.get("low"), form.cleaned_data.get("high"), question.quantity
    if low is None or high is None:
        return None
    try:
        values = ranges.check(line(quantity, ()), low, high, form.cleaned_data.get("typical"))
    except estimate.RangeError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return None
    money, _rest = wording.parted(quantity.unit)
    spread = charts.Spread(low, values[4], (values[9] + values[10]) / 2, values[15], high)
    figure = charts.dots(values, spread, voice=reader.voice(money), title=quantity.label, subtitle=wording.unit(quantity.unit))
    return figure, wording.about((values[9] + values[10]) / 2, quantity.unit)


def _hand_on(request: HttpRequest, guest: Guest, asking: RangeAsking, questions: list[Put], at: Put) -> HttpResponse:
    form = HandOnForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and attempt(form, lambda: actions.hand_on_range(by=guest.by, question_id=at.question.id, **form.cleaned_data)) == DONE:
        return _on(request, guest, questions, at)
    return _say(request, guest, asking, "worth/guest_pass.html", at=at, form=form)


def _unknown(request: HttpRequest, guest: Guest, asking: RangeAsking, questions: list[Put], at: Put) -> HttpResponse:
    form = UnknownForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and attempt(form, lambda: actions.reply_unknown(by=guest.by, question_id=at.question.id, **form.cleaned_data)) == DONE:
        return _on(request, guest, questions, at)
    return _say(request, guest, asking, "worth/guest_unknown.html", at=at, form=form)


def _on(request: HttpRequest, guest: Guest, questions: list[Put], at: Put) -> HttpResponse:
    """To the next open question, or to the thanks; this browser is theirs from now on."""
    left = [one for one in questions if one.is_open and one.question.id != at.question.id]
    after = next((one for one in left if one.question.place > at.question.place), left[0] if left else None)
    return guest.remembered(request, redirect(guest.address(str(after.question.place) if after else "thanks")))


def _say(request: HttpRequest, guest: Guest, asking: RangeAsking, template: str, **more: Any) -> HttpResponse:
    at, form = more.get("at"), more.get("form")
    place = str(at.question.place) if at else ""
    addresses = {"start": guest.address(), "thanks": guest.address("thanks"), "not_me": guest.address("not-me"), "here": guest.address(place)}
    if at:
        addresses |= {"pass": guest.address(f"{place}/pass"), "unknown": guest.address(f"{place}/unknown")}
        addresses["before"] = guest.address(str(at.question.place - 1)) if at.question.place > 1 else ""
    account = asking.asked_by.account if asking.asked_by.account_id else None
    house = account.provider.name if account and account.provider else asking.client.name
    context = {"guest": guest, "asking": asking, "asker": asking.asked_by, "house": house, "client_name": asking.client.name, "addresses": addresses} | more
    return render(request, template, context, status=422 if form is not None and form.is_bound and form.errors else 200)
