"""The conversation of one initiative, and the small acts on its page: each is a form that leads back to it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of
from accord.ideas.goals import queries as initiatives

from .. import actions
from ..forms import MoveOnForm, NotKnownForm, StepForm
from ..pages.conversation import conversation_page

Done = TypeVar("Done")


def of_initiative(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Not there where the address names an initiative that is not."""

    @wraps(view)
    def checked(request: HttpRequest, client: str, initiative_id: UUID, **rest: UUID) -> HttpResponse:
        initiatives.initiative(initiative_id)
        return view(request, client=client, initiative_id=initiative_id, **rest)

    return checked


@login_required
def conversation(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor_of(request, "questions.ask")
    return _page(request, initiative_id)


def _page(request: HttpRequest, initiative_id: UUID, **bound: forms.Form) -> HttpResponse:
    """The page, with a form that did not fit, if there is one."""
    page = conversation_page(by=request.actor, initiative_id=initiative_id)  # type: ignore[attr-defined]
    fresh = {"not_known": NotKnownForm(), "step": StepForm(steps=page.climb.choices), "move_on": MoveOnForm()}
    wrong = next(iter(bound.values()), None)
    return render(request, "listen/conversation.html", {"page": page, "wrong": wrong} | fresh | bound, status=422 if wrong else 200)


def _back(client: str, initiative_id: UUID, anchor: str = "") -> HttpResponse:
    return redirect(reverse("listen:conversation", kwargs={"client": client, "initiative_id": initiative_id}) + (f"#{anchor}" if anchor else ""))


def undo(url: str) -> str:
    """The tag that gives a toast its undo."""
    return f"undo:{url}"


def _try(request: HttpRequest, act: Callable[..., object], done: str, **given: object) -> None:
    """Do it as whoever asks, and say so; a mistake is said instead."""
    try:
        act(by=request.actor, **given)  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        messages.warning(request, mistake.message)
    else:
        messages.success(request, done)


@login_required
@require_POST
@of_initiative
def nudge(request: HttpRequest, client: str, initiative_id: UUID, asking_id: UUID) -> HttpResponse:
    _try(request, actions.nudge, _("Reminded, once."), asking_id=asking_id)
    return _back(client, initiative_id, "people")


@login_required
@require_POST
@of_initiative
def nudge_playback(request: HttpRequest, client: str, initiative_id: UUID, playback_id: UUID) -> HttpResponse:
    _try(request, actions.nudge_playback, _("Reminded, once."), playback_id=playback_id)
    return _back(client, initiative_id, "people")


@login_required
@require_POST
@of_initiative
def take_back(request: HttpRequest, client: str, initiative_id: UUID, asking_id: UUID) -> HttpResponse:
    _try(request, actions.take_back, _("Taken back. The link is closed; what was answered is kept."), asking_id=asking_id)
    return _back(client, initiative_id, "people")


@login_required
@require_POST
@of_initiative
def keep(request: HttpRequest, client: str, initiative_id: UUID, playback_id: UUID) -> HttpResponse:
    _try(request, actions.review, _("Their words stand."), playback_id=playback_id)
    return _back(client, initiative_id, "people")


@login_required
@require_POST
def not_known(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor_of(request, "requests.edit")
    form = NotKnownForm(request.POST)
    noted = _did(request, form, actions.not_known, initiative_id=initiative_id, **form.cleaned_data) if form.is_valid() else None
    if noted is not None:
        messages.success(request, _("Written down. It comes back on Today when the date has passed."))
        return _back(client, initiative_id, "known")
    return _page(request, initiative_id, not_known=form)


@login_required
@require_POST
def add_step(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor_of(request, "requests.edit")
    page = conversation_page(by=request.actor, initiative_id=initiative_id)  # type: ignore[attr-defined]
    form = StepForm(request.POST, steps=page.climb.choices)
    step = _did(request, form, actions.add_step, initiative_id=initiative_id, **form.given()) if form.is_valid() else None
    if step is None:
        return _page(request, initiative_id, step=form)
    out = reverse("listen:take_out_step", kwargs={"client": client, "initiative_id": initiative_id, "step_id": step.id})
    messages.success(request, _("One step further."), extra_tags=undo(out))
    return _back(client, initiative_id, "ladder")


@login_required
@require_POST
@of_initiative
def take_out_step(request: HttpRequest, client: str, initiative_id: UUID, step_id: UUID) -> HttpResponse:
    _try(request, actions.take_out_step, _("Taken out."), step_id=step_id)
    return _back(client, initiative_id, "ladder")


@login_required
@require_POST
def move_on(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor_of(request, "requests.edit")
    form = MoveOnForm(request.POST)
    moved = _did(request, form, actions.move_on, initiative_id=initiative_id, **form.cleaned_data) if form.is_valid() else None
    if moved is not None:
        messages.success(request, _("On to what it is worth. Questions can still be asked."))
        return redirect("initiative", client=client, initiative_id=initiative_id)
    return _page(request, initiative_id, move_on=form)


def _did(request: HttpRequest, form: forms.Form, act: Callable[..., Done], **given: Any) -> Done | None:
    """What the act made; None when it was a mistake, which then stands in the form, at its field."""
    try:
        return act(by=request.actor, **given)  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        return None
