"""One warning: its page, and everything that can be said to it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms.answering import ACCEPT, ACT, ASK, DECLINE, HAND, AnswerForm, EstimateForm, LookForm, LouderForm, NoteForm, ReopenForm, SeeTooForm, WordsForm
from ..models import ACCEPTED
from ..pages import wording
from ..pages.one import OnePage, one_page
from ..pages.treatments import treatments_part

Said = dict[str, Any]
Do = Callable[..., Any]
ANSWERS: dict[str, tuple[Do, tuple[str, ...]]] = {
    ACT: (actions.act, ("words", "review_on")),
    ASK: (actions.ask_back, ("words",)),
    ACCEPT: (actions.accept, ("words", "until")),
    DECLINE: (actions.decline, ("words",)),
}
# What is written on the page itself: the form's name there, the form, the verb, and what the page says afterwards.
HERE: dict[str, tuple[type[forms.Form], Do]] = {
    "see_too": (SeeTooForm, actions.see_too),
    "more": (WordsForm, actions.say_more),
    "note": (NoteForm, actions.note),
}


def _shown(request: HttpRequest, risk_id: UUID, **wrong: forms.Form) -> HttpResponse:
    """The page with its forms. wrong: the one that was sent and does not fit."""
    made = {"answer": AnswerForm, "see_too": SeeTooForm, "more": WordsForm, "note": NoteForm}
    all_ = {name: wrong.get(name) or kind(auto_id=f"{name}_%s") for name, kind in made.items()}
    page = one_page(by=actor_of(request, "risks.read"), risk_id=risk_id)
    treatments = treatments_part(by=actor_of(request), risk=page.risk)
    context = {"page": page, "forms": all_, "form": next(iter(wrong.values()), None), "treatments": treatments}
    return render(request, "risks/risk.html", context, status=422 if wrong else 200)


def _done(form: forms.Form, do: Do, **said: Any) -> bool:
    """Whether it was done; otherwise the form says why not."""
    try:
        do(**said)
    except registry.Mistake as mistake:
        form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        return False
    return True


@login_required
def risk(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    return _shown(request, risk_id)


@login_required
@require_POST
def answer(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    """What is done, a question back, accepted until a day, declined, or somebody else."""
    form = AnswerForm(request.POST, auto_id="answer_%s")
    if form.is_valid() and _answered(request, risk_id, form):
        messages.success(request, _("It is sent, and whoever raised it can read it"))
        return redirect("risks:risk", client=client, risk_id=risk_id)
    return _shown(request, risk_id, answer=form)


def _answered(request: HttpRequest, risk_id: UUID, form: AnswerForm) -> bool:
    given, by = form.cleaned_data, actor_of(request)
    if given["what"] == HAND:
        return _done(form, actions.hand_over, by=by, risk_id=risk_id, person_id=given["person_id"].id, words=given["words"])
    do, names = ANSWERS[given["what"]]
    return _done(form, do, by=by, risk_id=risk_id, **{name: given[name] for name in names})


@login_required
@require_POST
def read(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    actions.read(by=actor_of(request), risk_id=risk_id)
    messages.success(request, _("Whoever raised it sees that you have read it"))
    return redirect("risks:risk", client=client, risk_id=risk_id)


def _on_the_page(request: HttpRequest, client: str, risk_id: UUID, name: str, done: str) -> HttpResponse:
    kind, do = HERE[name]
    form = kind(request.POST, auto_id=f"{name}_%s")
    if form.is_valid() and _done(form, do, by=actor_of(request), risk_id=risk_id, **form.cleaned_data):
        messages.success(request, done)
        return redirect("risks:risk", client=client, risk_id=risk_id)
    return _shown(request, risk_id, **{name: form})


@login_required
@require_POST
def see_too(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    return _on_the_page(request, client, risk_id, "see_too", _("It counts: a warning that several see is heard sooner"))


@login_required
@require_POST
def say_more(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    return _on_the_page(request, client, risk_id, "more", _("It stands with your warning"))


@login_required
@require_POST
def note(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    return _on_the_page(request, client, risk_id, "note", _("Only those who answer can read it"))


def _own_page(request: HttpRequest, risk_id: UUID, form: forms.Form, do: Do, template: str, done: str | Promise) -> HttpResponse:
    """A page of its own for what cannot be taken back, or needs room."""
    client = request.resolver_match.kwargs["client"]  # type: ignore[union-attr]
    if request.method == "POST" and form.is_valid() and _done(form, do, by=actor_of(request), risk_id=risk_id, **form.cleaned_data):
        messages.success(request, str(done))
        return redirect("risks:risk", client=client, risk_id=risk_id)
    page = one_page(by=actor_of(request), risk_id=risk_id)
    return render(request, template, {"page": page, "form": form, "currency": wording.currency(page.risk.client.currency)}, status=422 if form.errors else 200)


def _needs(request: HttpRequest, risk_id: UUID, may: Callable[[OnePage], bool]) -> OnePage:
    """Refused for whoever may not: what the page then does asks again."""
    page = one_page(by=actor_of(request, "risks.read"), risk_id=risk_id)
    if not may(page):
        raise registry.Refused("risks.answer")
    return page


@login_required
def louder(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    _needs(request, risk_id, lambda page: page.may.louder)
    return _own_page(request, risk_id, LouderForm(request.POST or None), actions.speak_louder, "risks/louder.html", _("It was said more strongly"))


@login_required
def reopen(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    _needs(request, risk_id, lambda page: page.may.look)
    return _own_page(request, risk_id, ReopenForm(request.POST or None), actions.reopen, "risks/reopen.html", _("It waits for an answer again"))


@login_required
def look(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    """Another look at what was answered."""
    _needs(request, risk_id, lambda page: page.may.look)
    form = LookForm(request.POST or None, accepted=queries.risk(risk_id).state == ACCEPTED)
    return _own_page(request, risk_id, form, actions.look_again, "risks/look.html", _("It was looked at again"))


@login_required
def estimate(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    """How likely and how dear, each from and to."""
    _needs(request, risk_id, lambda page: page.may.estimate)
    form = EstimateForm(request.POST or None)
    return _own_page(request, risk_id, form, actions.estimate, "risks/estimate.html", _("It counts from now on; what was said before stays"))
