"""Pages of recall checks: all of them, starting one, and the one with what may be seen of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..actions.recalling import usual_question
from ..forms.recalls import StartForm
from ..pages.recalls import recall_page, recalls_page


@login_required
def recalls(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "goals/recalls.html", {"page": recalls_page(by=request.actor)})  # type: ignore[attr-defined]


@login_required
def start_recall(request: HttpRequest, client: str) -> HttpResponse:
    """What is asked, of whom, and until when."""
    actor = actor_of(request, "goals.edit")
    form = StartForm(request.POST or None, question=usual_question())
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.start_recall_check(by=actor, **form.words())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("Everybody who is asked has a letter"))
            return redirect("goals:recall", client=client, recall_id=row.id)
    return render(request, "goals/start_recall.html", {"form": form}, status=422 if form.errors else 200)


@login_required
def recall(request: HttpRequest, client: str, recall_id: UUID) -> HttpResponse:
    return render(request, "goals/recall.html", {"page": recall_page(by=request.actor, recall_id=recall_id)})  # type: ignore[attr-defined]


@login_required
@require_POST
def recall_remind(request: HttpRequest, client: str, recall_id: UUID) -> HttpResponse:
    def said(sent: int) -> str:
        return ngettext("One letter goes out again", "%(n)d letters go out again", sent) % {"n": sent} if sent else _("Everybody has answered")

    return _act(request, client, recall_id, actions.remind_recall, said)


@login_required
@require_POST
def recall_close(request: HttpRequest, client: str, recall_id: UUID) -> HttpResponse:
    return _act(request, client, recall_id, actions.close_recall_check, lambda row: _("The check is closed"))


def _act(request: HttpRequest, client: str, recall_id: UUID, act: Callable[..., Any], said: Callable[[Any], str]) -> HttpResponse:
    """A button of the page."""
    try:
        messages.success(request, said(act(by=request.actor, recall_id=recall_id)))  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    return redirect("goals:recall", client=client, recall_id=recall_id)
