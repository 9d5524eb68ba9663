"""Pages of resets: all of them, calling one, the one with everything that is done around its table, and the sheet for the wall."""

from collections.abc import Callable
from typing import Any, Literal
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms.resets import CallForm, DayForm, InviteForm, ItemForm, MinutesForm, PointForm, SettleForm, StopForm
from ..pages.resets import reset_page, suggested
from ..queries import resets as reading
from ..rules import Step

DONE: dict[str, tuple[type[forms.Form], Callable[..., Any], Callable[[], str]]] = {
    "item": (ItemForm, actions.add_item, lambda: _("It is on the agenda")),
    "point": (PointForm, actions.note_point, lambda: _("The point is written down")),
    "minutes": (MinutesForm, actions.note_minutes, lambda: _("The minutes are kept")),
    "look": (DayForm, actions.look_again, lambda: _("Today shows the day as it comes")),
    "invite": (InviteForm, actions.invite_to_reset, lambda: _("They have a letter")),
    "stop": (StopForm, actions.stop_reset, lambda: _("The reset is called off")),
}
WAYS: dict[str, Literal["up", "down", "off"]] = {"up": "up", "down": "down", "off": "off"}
OPEN = (Step.WRITING, Step.MEETING, Step.CONFIRMING)


@login_required
def resets(request: HttpRequest, client: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    found = queries.list_resets(by=actor)
    return render(request, "goals/resets.html", {"resets": found, "may_edit": actor.may("goals.edit"), "open": sum(one.step in OPEN for one in found)})


@login_required
def call_reset(request: HttpRequest, client: str) -> HttpResponse:
    """Which goals, who takes part, and until when they write."""
    actor = actor_of(request, "goals.edit")
    goals = queries.newest_versions()
    known = {str(one.goal_id): one.goal_id for one in goals}
    ids = [known[one] for one in request.GET.getlist("goal") if one in known]
    initial = {"goal_ids": [str(one) for one in ids], "person_ids": suggested(ids)}
    form = CallForm(request.POST or None, goals=goals, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.call_reset(by=actor, **form.words())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("Everybody who takes part has a letter"))
            return redirect("goals:reset", client=client, reset_id=row.id)
    return render(request, "goals/call_reset.html", {"form": form}, status=422 if form.errors else 200)


@login_required
def reset(request: HttpRequest, client: str, reset_id: UUID) -> HttpResponse:
    return render(request, "goals/reset.html", {"page": reset_page(by=request.actor, reset_id=reset_id)})  # type: ignore[attr-defined]


@login_required
def wall(request: HttpRequest, client: str, reset_id: UUID) -> HttpResponse:
    """What was agreed, large enough for the wall."""
    return render(request, "goals/wall.html", {"page": reset_page(by=request.actor, reset_id=reset_id)})  # type: ignore[attr-defined]


@login_required
@require_POST
def reset_do(request: HttpRequest, client: str, reset_id: UUID, what: str) -> HttpResponse:
    """One form of the page of a reset: a line, a point, the minutes, the day to look again, or its end."""
    if what not in DONE:
        raise registry.NotThere(what)
    kind, act, said = DONE[what]
    form = kind(request.POST, prefix=what)
    return _done(request, client, reset_id, what, form, lambda: act(by=request.actor, reset_id=reset_id, **form.cleaned_data), said())  # type: ignore[attr-defined]


@login_required
@require_POST
def settle(request: HttpRequest, client: str, reset_id: UUID, goal_id: UUID) -> HttpResponse:
    """What was agreed about one goal."""
    if goal_id not in {one.goal_id for one in reading.reset(reset_id).goals}:
        raise registry.NotThere(str(goal_id))
    name = f"settle-{goal_id}"
    form = SettleForm(request.POST, prefix=name)

    def act() -> Any:
        return actions.settle(by=request.actor, reset_id=reset_id, goal_id=goal_id, **form.cleaned_data)  # type: ignore[attr-defined]

    return _done(request, client, reset_id, name, form, act, _("It is agreed, and everybody it concerns has a letter"))


@login_required
@require_POST
def reset_open(request: HttpRequest, client: str, reset_id: UUID) -> HttpResponse:
    return _act(request, client, reset_id, lambda by: actions.open_pictures(by=by, reset_id=reset_id), _("What both sides wrote is open"))


@login_required
@require_POST
def reset_ask(request: HttpRequest, client: str, reset_id: UUID) -> HttpResponse:
    """Write again: to whoever has not written, or whose link is not current."""
    now = reading.reset(reset_id)
    if now.step is Step.WRITING:
        ids = [one.row.person_id for one in now.parts if not one.wrote]
        return _act(request, client, reset_id, lambda by: actions.invite_to_reset(by=by, reset_id=reset_id, person_ids=ids), _("They have a letter again"))
    return _act(request, client, reset_id, lambda by: actions.ask_again(by=by, reset_id=reset_id), _("They have a letter again"))


@login_required
@require_POST
def item_move(request: HttpRequest, client: str, reset_id: UUID, item_id: UUID) -> HttpResponse:
    way = WAYS.get(request.POST.get("way", ""))
    if way is None or item_id not in {one.id for one in reading.reset(reset_id).agenda}:
        raise registry.NotThere(str(item_id))
    return _act(request, client, reset_id, lambda by: actions.move_item(by=by, item_id=item_id, way=way), _("The agenda is changed"))


def _act(request: HttpRequest, client: str, reset_id: UUID, act: Callable[[Any], Any], said: str) -> HttpResponse:
    """A button of the page."""
    try:
        act(request.actor)  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    else:
        messages.success(request, said)
    return redirect("goals:reset", client=client, reset_id=reset_id)


def _done(request: HttpRequest, client: str, reset_id: UUID, name: str, form: forms.Form, act: Callable[[], Any], said: str) -> HttpResponse:
    """A form of the page: done, or the page again with what does not fit."""
    actor = request.actor  # type: ignore[attr-defined]
    if form.is_valid():
        try:
            act()
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, said)
            return redirect("goals:reset", client=client, reset_id=reset_id)
    page = reset_page(by=actor, reset_id=reset_id, given={name: form})
    return render(request, "goals/reset.html", {"page": page, "form": form}, status=422)
