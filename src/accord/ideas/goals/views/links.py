"""What is done from a goal's page to what serves it: tell, name who speaks, add, end; and to the goal: met, retired, right as it stands."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accord.base import registry

from .. import actions
from ..queries import contributors


def _back(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    return redirect("goals:goal", client=client, goal_id=goal_id)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _of_goal(goal_id: UUID, link_id: UUID) -> UUID:
    """The link, where it is one of this goal; NotThere otherwise."""
    if contributors.link(link_id).row.goal_id != goal_id:
        raise registry.NotThere(str(link_id))
    return link_id


@login_required
@require_POST
def tell(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    """Write to everybody who was not told of what the goal asks now."""
    sent = actions.tell(by=request.actor, goal_id=goal_id)  # type: ignore[attr-defined]
    said = ngettext("One letter is on its way", "%(n)d letters are on their way", sent) % {"n": sent}
    messages.success(request, said if sent else _("Everybody who has somebody to speak for them was told already"))
    return _back(request, client, goal_id)


@login_required
@require_POST
def contribute(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    """A team, a goal or a role serves the goal as well."""
    kind, _colon, id = request.POST.get("what", "").partition(":")
    given = {"how": request.POST.get("how", "")[:500], "speaker_id": _id(request.POST.get("speaker_id", ""))}
    what = {"team": "team_id", "goal": "below_id"}.get(kind)
    role = " ".join(request.POST.get("role", "").split())[:120]
    try:
        if what and _id(id):
            actions.contribute(by=request.actor, goal_id=goal_id, **{what: _id(id)}, **given)  # type: ignore[attr-defined,arg-type]
        else:
            actions.contribute(by=request.actor, goal_id=goal_id, role=role, **given)  # type: ignore[attr-defined,arg-type]
        messages.success(request, _("It serves this goal now"))
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    return _back(request, client, goal_id)


@login_required
@require_POST
def set_speaker(request: HttpRequest, client: str, goal_id: UUID, link_id: UUID) -> HttpResponse:
    """Who says what a change means for it."""
    person_id = _id(request.POST.get("speaker_id", ""))
    if person_id is None:
        messages.error(request, _("Choose who speaks for it"))
    else:
        actions.set_speaker(by=request.actor, link_id=_of_goal(goal_id, link_id), person_id=person_id)  # type: ignore[attr-defined]
        messages.success(request, _("They are asked when the goal changes"))
    return _back(request, client, goal_id)


@login_required
@require_POST
def end_link(request: HttpRequest, client: str, goal_id: UUID, link_id: UUID) -> HttpResponse:
    """It no longer serves the goal."""
    actions.end_link(by=request.actor, link_id=_of_goal(goal_id, link_id))  # type: ignore[attr-defined]
    messages.success(request, _("It no longer serves this goal"))
    return _back(request, client, goal_id)


@login_required
@require_POST
def turn(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    """The goal is met, is let go, or lives again."""
    reason, state = " ".join(request.POST.get("reason", "").split())[:500], request.POST.get("state", "")
    said = {"met": _("The goal is met"), "retired": _("The goal is let go"), "live": _("The goal lives again")}
    if state not in said or not reason:
        messages.error(request, _("Say in one line why, and choose what happens to the goal"))
        return _back(request, client, goal_id)
    try:
        actions.turn_goal(by=request.actor, goal_id=goal_id, state=state, reason=reason)  # type: ignore[attr-defined,arg-type]
        messages.success(request, said[state])
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    return _back(request, client, goal_id)


@login_required
@require_POST
def still_right(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    """Whoever answers for it says that it is right as it stands."""
    actions.still_right(by=request.actor, goal_id=goal_id)  # type: ignore[attr-defined]
    messages.success(request, _("Kept: it is right as it stands"))
    return _back(request, client, goal_id)
