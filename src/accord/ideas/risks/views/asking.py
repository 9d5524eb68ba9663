"""Asking people by letter what they see coming, and whether they see it too."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from accord.base.people.acting import actor_of
from accord.ideas.goals import queries as goals

from .. import actions, queries
from ..forms.asking import AskForm, AskTooForm
from ..pages.frame import framed


def _sent(n: int) -> str:
    return ngettext("%(n)d letter goes out", "%(n)d letters go out", n) % {"n": n}


def _id(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


@login_required
def ask(request: HttpRequest, client: str) -> HttpResponse:
    """About everything, or about the goal or the work somebody came from."""
    by = actor_of(request, "risks.edit")
    goal_id, initiative_id = (_id(request.GET.get(name, "")) for name in ("goal", "initiative"))
    about = goals.version(goal_id) if goal_id else goals.initiative(initiative_id) if initiative_id else None
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sent = actions.ask_for_warnings(
            by=by, person_ids=form.people(), goal_id=goal_id, initiative_id=initiative_id, words=form.cleaned_data["words"]
        )
        messages.success(request, _sent(sent))
        return redirect("risks:register", client=client)
    return _page(request, form, {"about": about.title if about else ""})


@login_required
def ask_too(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    by, row = actor_of(request, "risks.edit"), queries.risk(risk_id)
    known = {id for id in (row.raised_by_id, row.answerer_id, *row.seen.values_list("person_id", flat=True)) if id}
    form = AskTooForm(request.POST or None, not_asked=known)
    if request.method == "POST" and form.is_valid():
        messages.success(request, _sent(actions.ask_who_sees(by=by, risk_id=risk_id, person_ids=form.people())))
        return redirect("risks:risk", client=client, risk_id=risk_id)
    return _page(request, form, {"risk": row, "framed": framed(row)})


def _page(request: HttpRequest, form: AskForm, context: dict[str, Any]) -> HttpResponse:
    return render(request, "risks/ask.html", context | {"form": form}, status=422 if form.errors else 200)
