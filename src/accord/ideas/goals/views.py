"""Pages of goals: all of them, one with its history, setting and changing one, and what an initiative serves."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry

from . import actions, queries
from .forms import ChangeForm, GoalForm
from .pages import goal_page, goals_page


@login_required
def goals(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "goals/goals.html", {"page": goals_page(by=request.actor)})  # type: ignore[attr-defined]


@login_required
def goal(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    return render(request, "goals/goal.html", {"page": goal_page(by=request.actor, goal_id=goal_id)})  # type: ignore[attr-defined]


@login_required
def set_goal(request: HttpRequest, client: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may("goals.edit"):
        raise registry.Refused("goals.edit")
    form = GoalForm(request.POST or None, goals=queries.list_goals(by=actor))
    if request.method == "POST" and form.is_valid():
        version = actions.set_goal(by=actor, **form.words())
        return redirect("goals:goal", client=client, goal_id=version.goal_id)
    return render(request, "goals/set_goal.html", {"form": form, "title": _("What are we both working towards?")})


@login_required
def change_goal(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may("goals.edit"):
        raise registry.Refused("goals.edit")
    now = queries.show_goal(by=actor, goal_id=goal_id)[0]
    initial = {name: getattr(now, name) for name in ("title", "why", "owner_id", "measure", "unit", "baseline", "current", "target", "due")}
    form = ChangeForm(
        request.POST or None, goals=queries.list_goals(by=actor), without=str(goal_id), initial=initial | {"seen_version": now.version, "parent_id": now.parent_id}
    )
    del form.fields["parent_id"]
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_goal(by=actor, goal_id=goal_id, **form.words())
            return redirect("goals:goal", client=client, goal_id=goal_id)
        except registry.Mistake as mistake:
            form.add_error(mistake.field, mistake.message)
    return render(request, "goals/set_goal.html", {"form": form, "goal": now, "title": _("Say the goal anew")})


@login_required
@require_POST
def serve(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """From the initiative's page: it serves this goal, or no longer."""
    actor = request.actor  # type: ignore[attr-defined]
    goal_id = UUID(request.POST["goal_id"])
    if "end" in request.POST:
        actions.serve_no_more(by=actor, initiative_id=initiative_id, goal_id=goal_id)
    else:
        actions.serve(by=actor, initiative_id=initiative_id, goal_id=goal_id, how=request.POST.get("how", ""))
    return redirect("initiative", client=client, initiative_id=initiative_id)
