"""Pages of goals: all of them, one with its history, setting and changing one."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms import ChangeForm, GoalForm
from ..pages import ChangedPanel, found_in, goal_page, goals_page
from ..rules import SAID


@login_required
def goals(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "goals/goals.html", {"page": goals_page(by=request.actor, client=client)})  # type: ignore[attr-defined]


@login_required
def goal(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    return render(request, "goals/goal.html", {"page": goal_page(by=request.actor, goal_id=goal_id)})  # type: ignore[attr-defined]


@login_required
def set_goal(request: HttpRequest, client: str) -> HttpResponse:
    actor = actor_of(request, "goals.edit")
    form = GoalForm(request.POST or None, goals=queries.list_goals(by=actor), initial={"title": request.GET.get("title", "")[:200]})
    if request.method == "POST" and form.is_valid():
        version = actions.set_goal(by=actor, **form.words())
        if form.labelled():
            actions.label_goal(by=actor, goal_id=version.goal_id, label=form.labelled())
        messages.success(request, _("The goal is written down"))
        return redirect("goals:goal", client=client, goal_id=version.goal_id)
    status = 422 if form.errors else 200
    return render(request, "goals/set_goal.html", {"form": form, "title": _("What are we both working towards?")}, status=status)


@login_required
def change_goal(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    actor = actor_of(request, "goals.edit")
    now = queries.show_goal(by=actor, goal_id=goal_id)[0]
    initial = {name: getattr(now, name) for name in SAID} | {"seen_version": now.version}
    form = ChangeForm(request.POST or None, goals=[], initial=initial)
    changed = found_in(now, form.said()) if request.method == "POST" and form.is_valid() else None
    if changed and form.cleaned_data["material"] is None:
        return _asked(request, now, form.asked(changed.material), changed)
    if request.method == "POST" and form.is_valid():
        try:
            version = actions.change_goal(by=actor, goal_id=goal_id, **form.words())
            messages.success(request, _("Version %(n)d stands") % {"n": version.number})
            return redirect("goals:goal", client=client, goal_id=goal_id)
        except registry.Mistake as mistake:
            form.add_error(mistake.field, mistake.message)
    if changed:
        return _asked(request, now, form, changed)
    del form.fields["material"]
    status = 422 if form.errors else 200
    return render(request, "goals/set_goal.html", {"form": form, "goal": now, "title": _("What does the goal say now?")}, status=status)


def _asked(request: HttpRequest, now: queries.GoalShown, form: ChangeForm, changed: ChangedPanel) -> HttpResponse:
    """The second look: what would change, and what that means for those who work for it."""
    context = {"form": form, "goal": now, "changed": changed, "title": _("What does this change mean for others?")}
    return render(request, "goals/set_goal.html", context, status=422 if form.errors else 200)
