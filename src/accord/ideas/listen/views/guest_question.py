"""A question by link: one on a page, each step saved, the same link goes on where one stopped."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.guests import Guest
from accord.base.people.letterhead import letterhead

from .. import actions
from ..forms import HandOnForm, answer_form
from ..models import Asking
from ..queries import asking as queries
from ..queries.asking import QuestionNow


@links.page("listen.question", called=gettext_lazy("A question"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("question")
def show(request: HttpRequest, guest: Guest) -> HttpResponse:
    asking = queries.asking(guest.subject_id)
    if asking.person_id != guest.person.id or asking.taken_back_at:
        raise registry.NotThere(str(asking.id))
    questions = queries.of_asking(asking.id)
    first, _slash, rest = guest.step.partition("/")
    if not first:
        return _start(request, guest, asking, questions)
    if guest.step in ("thanks", "not-me"):
        return _thanks(request, guest, asking, questions) if first == "thanks" else _say(request, guest, asking, "people/guest_not_me.html")
    if not first.isdecimal() or not 1 <= int(first) <= len(questions) or rest not in ("", "pass"):
        raise registry.NotThere(guest.step)
    at = questions[int(first) - 1]
    return _hand_on(request, guest, asking, questions, at) if rest else _question(request, guest, asking, questions, at)


def _start(request: HttpRequest, guest: Guest, asking: Asking, questions: list[QuestionNow]) -> HttpResponse:
    """The first question still open; when there is none, what was answered, for whoever may see it."""
    if request.method == "POST":
        raise registry.NotThere(guest.step)
    to_do = _open(questions)
    if to_do is None:
        return _thanks(request, guest, asking, questions)
    return _question(request, guest, asking, questions, to_do)


@dataclass(frozen=True)
class Given:
    """A question with what was said to it, and where to change that."""

    now: QuestionNow
    said: str
    address: str


def _thanks(request: HttpRequest, guest: Guest, asking: Asking, questions: list[QuestionNow]) -> HttpResponse:
    given = [Given(one, queries.said(one.question, one.last) if one.last else "", guest.address(str(one.question.place))) for one in questions]
    return _say(request, guest, asking, "listen/guest_thanks.html", given=given, waiting=_open(questions) is not None)


def _open(questions: list[QuestionNow], after: int = 0) -> QuestionNow | None:
    """The next open question behind a place, or else the first open one."""
    left = [one for one in questions if one.state == queries.OPEN]
    return next((one for one in left if one.question.place > after), left[0] if left else None)


def _question(request: HttpRequest, guest: Guest, asking: Asking, questions: list[QuestionNow], at: QuestionNow) -> HttpResponse:
    earlier = at.last if guest.known else None
    form = answer_form(at.question, request.POST if request.method == "POST" else None, earlier)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(by=guest.by, question_id=at.question.id, **form.given())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            now = _open([one for one in questions if one.question.id != at.question.id], at.question.place)
            return guest.remembered(request, redirect(guest.address(str(now.question.place) if now else "thanks")))
    after = _open([one for one in questions if one.question.id != at.question.id], at.question.place)
    before = guest.address(str(at.question.place - 1)) if at.question.place > 1 else ""
    return _say(request, guest, asking, "listen/guest_question.html", questions=questions, at=at, form=form, before=before, last=after is None)


def _hand_on(request: HttpRequest, guest: Guest, asking: Asking, questions: list[QuestionNow], at: QuestionNow) -> HttpResponse:
    form = HandOnForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_on(by=guest.by, question_id=at.question.id, **form.cleaned_data)
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            now = _open([one for one in questions if one.question.id != at.question.id], at.question.place)
            return guest.remembered(request, redirect(guest.address(str(now.question.place) if now else "thanks")))
    return _say(request, guest, asking, "listen/guest_pass.html", at=at, form=form, before=guest.address(str(at.question.place)))


def _say(request: HttpRequest, guest: Guest, asking: Asking, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, asking.asked_by, asking.client) | {"asking": asking, "minutes": len(more.get("questions", ()))} | more
    if "at" in more:
        place = str(more["at"].question.place)
        context["addresses"] |= {"here": guest.address(place), "pass_on": guest.address(f"{place}/pass")}
    return render(request, template, context, status=422 if form is not None and form.errors else 200)
