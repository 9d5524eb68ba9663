"""Pages of initiatives: a better name, and what it serves."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms import NameForm


@login_required
def rename(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """A better title and a one-line why."""
    actor = actor_of(request, "goals.edit")
    now = queries.initiative(initiative_id)
    form = NameForm(request.POST or None, initial={"title": now.title, "why": now.why})
    if request.method == "POST" and form.is_valid():
        actions.rename_initiative(by=actor, initiative_id=initiative_id, **form.cleaned_data)
        undo = reverse("goals:rename_undo", kwargs={"client": client, "initiative_id": initiative_id})
        messages.success(request, _("The new name stands"), extra_tags=f"undo:{undo}")
        return redirect("initiative", client=client, initiative_id=initiative_id)
    status = 422 if form.errors else 200
    return render(request, "goals/rename.html", {"form": form, "initiative": now}, status=status)


@login_required
@require_POST
def rename_undo(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """Back to the name before the last."""
    actions.rename_back(by=request.actor, initiative_id=initiative_id)  # type: ignore[attr-defined]
    return redirect("initiative", client=client, initiative_id=initiative_id)


@login_required
@require_POST
def serve(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """From the initiative's page: it serves the goal that was chosen."""
    try:
        goal_id = UUID(request.POST.get("goal_id", ""))
    except ValueError:
        messages.error(request, _("Choose a goal it serves"))
        return redirect("initiative", client=client, initiative_id=initiative_id)
    actions.serve(by=request.actor, initiative_id=initiative_id, goal_id=goal_id, how=request.POST.get("how", "")[:500])  # type: ignore[attr-defined]
    return _served(request, client, initiative_id, _("It serves this goal now"), "goals:serve_no_more", goal_id)


@login_required
@require_POST
def serve_again(request: HttpRequest, client: str, initiative_id: UUID, goal_id: UUID) -> HttpResponse:
    """Take back that it no longer serves a goal."""
    actions.serve(by=request.actor, initiative_id=initiative_id, goal_id=goal_id)  # type: ignore[attr-defined]
    return redirect("initiative", client=client, initiative_id=initiative_id)


@login_required
@require_POST
def serve_no_more(request: HttpRequest, client: str, initiative_id: UUID, goal_id: UUID) -> HttpResponse:
    """It no longer serves a goal."""
    actions.serve_no_more(by=request.actor, initiative_id=initiative_id, goal_id=goal_id)  # type: ignore[attr-defined]
    return _served(request, client, initiative_id, _("It no longer serves this goal"), "goals:serve_again", goal_id)


def _served(request: HttpRequest, client: str, initiative_id: UUID, said: str, back: str, goal_id: UUID) -> HttpResponse:
    undo = reverse(back, kwargs={"client": client, "initiative_id": initiative_id, "goal_id": goal_id})
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return redirect("initiative", client=client, initiative_id=initiative_id)
