"""People and teams: who there is, who signs in, and which links are open."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms import PersonForm, RoleForm, TeamForm
from ..models import Person
from ..pages import people_page, person_page

View = Callable[..., HttpResponse]


def for_those_who_look_after_people(view: View) -> View:
    """Signed in, and allowed to change people in this client."""

    @wraps(view)
    def looked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        actor_of(request, "people.edit")
        return view(request, *args, **kwargs)

    return login_required(looked)


@for_those_who_look_after_people
@require_safe
def people(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "people/people.html", {"page": people_page(by=request.actor)})  # type: ignore[attr-defined]


@for_those_who_look_after_people
@require_http_methods(["GET", "HEAD", "POST"])
def add_person(request: HttpRequest, client: str) -> HttpResponse:
    initial = {"name": request.GET.get("name", "")}  # of somebody who was named elsewhere and is not here yet
    form = PersonForm(request.POST or None, teams=queries.list_teams(by=request.actor), initial=initial)  # type: ignore[attr-defined]
    if person := _done(request, form, lambda: actions.add_person(by=request.actor, **form.words())):  # type: ignore[attr-defined]
        messages.success(request, _("%(name)s is here. Links will reach them.") % {"name": person.name})
        return redirect("people:people", client=client)
    return render(request, "people/add_person.html", {"form": form}, status=422 if form.errors else 200)


@for_those_who_look_after_people
@require_http_methods(["GET", "HEAD", "POST"])
def add_team(request: HttpRequest, client: str) -> HttpResponse:
    form = TeamForm(request.POST or None)
    if team := _done(request, form, lambda: actions.add_team(by=request.actor, **form.cleaned_data)):  # type: ignore[attr-defined]
        messages.success(request, _("%(name)s is one of the teams now.") % {"name": team.name})
        return redirect("people:people", client=client)
    return render(request, "people/add_team.html", {"form": form}, status=422 if form.errors else 200)


@for_those_who_look_after_people
@require_http_methods(["GET", "HEAD", "POST"])
def rename_team(request: HttpRequest, client: str, team_id: UUID) -> HttpResponse:
    team = queries.team(team_id)
    form = TeamForm(request.POST or None, initial={"name": team.name}, side=False)
    if _done(request, form, lambda: actions.rename_team(by=request.actor, team_id=team_id, **form.cleaned_data)):  # type: ignore[attr-defined]
        return redirect("people:people", client=client)
    return render(request, "people/add_team.html", {"form": form, "team": team}, status=422 if form.errors else 200)


@for_those_who_look_after_people
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, client: str, person_id: UUID) -> HttpResponse:
    """Everything about one person, and saving what is written about them."""
    who = queries.person(person_id)
    form = PersonForm(request.POST or None, teams=queries.list_teams(by=request.actor), initial=PersonForm.initial_of(who))  # type: ignore[attr-defined]
    if _done(request, form, lambda: actions.change_person(by=request.actor, person_id=person_id, **form.words())):  # type: ignore[attr-defined]
        messages.success(request, _("Saved."))
        return redirect("people:person", client=client, person_id=person_id)
    return _person(request, who, form=form)


@for_those_who_look_after_people
@require_POST
def role(request: HttpRequest, client: str, person_id: UUID) -> HttpResponse:
    """Invite somebody, give them another role, or end their access."""
    who, by = queries.person(person_id), request.actor  # type: ignore[attr-defined]
    if "end" in request.POST:
        return _act(request, who, lambda: actions.end_access(by=by, person_id=person_id), _("%(name)s no longer signs in here. Links still reach them."))
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _person(request, who, role_form=form)
    chosen = form.cleaned_data["role"]
    if who.account_id:
        return _act(request, who, lambda: actions.change_role(by=by, person_id=person_id, role=chosen), _("%(name)s has another role from now on."))
    return _act(request, who, lambda: actions.invite_person(by=by, person_id=person_id, role=chosen), _("A mail tells %(name)s how to sign in."))


@for_those_who_look_after_people
@require_POST
def leave(request: HttpRequest, client: str, person_id: UUID) -> HttpResponse:
    undo = reverse("people:come_back", kwargs={"client": client, "person_id": person_id})
    done = _("%(name)s has left. Their links are closed; what they said stays.")
    return _act(request, queries.person(person_id), lambda: actions.leave(by=request.actor, person_id=person_id), done, undo)  # type: ignore[attr-defined]


@for_those_who_look_after_people
@require_POST
def come_back(request: HttpRequest, client: str, person_id: UUID) -> HttpResponse:
    who = queries.person(person_id)
    return _act(request, who, lambda: actions.come_back(by=request.actor, person_id=person_id), _("%(name)s is here again."))  # type: ignore[attr-defined]


@for_those_who_look_after_people
@require_POST
def revoke_link(request: HttpRequest, client: str, person_id: UUID, link_id: UUID) -> HttpResponse:
    who = queries.person(person_id)
    return _act(request, who, lambda: actions.revoke_link(by=request.actor, link_id=link_id), _("That link is closed."))  # type: ignore[attr-defined]


def _done(request: HttpRequest, form: forms.Form, act: Callable[[], Any]) -> Any:
    """What was done, or None; a Mistake stands in the form."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return act()
    except registry.Mistake as mistake:
        form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        return None


def _act(request: HttpRequest, who: Person, act: Callable[[], Any], said: str, undo: str = "") -> HttpResponse:
    """Do it and go back to the person with a word about it; what could not be done is said on the person's page."""
    try:
        act()
    except registry.Mistake as mistake:
        return _person(request, queries.person(who.id), problem=mistake.message)
    messages.success(request, said % {"name": who.name}, extra_tags=f"undo:{undo}" if undo else "")
    return redirect("people:person", client=request.client.slug, person_id=who.id)  # type: ignore[attr-defined]


def _person(request: HttpRequest, who: Person, *, form: PersonForm | None = None, role_form: RoleForm | None = None, problem: str = "") -> HttpResponse:
    by = request.actor  # type: ignore[attr-defined]
    page = person_page(by=by, person=who)
    shown = {
        "page": page,
        "form": form or PersonForm(teams=queries.list_teams(by=by), initial=PersonForm.initial_of(who)),
        "role_form": role_form or RoleForm(initial={"role": page.role}),
        "problem": problem,
    }
    wrong = problem or shown["form"].errors or shown["role_form"].errors  # type: ignore[attr-defined]
    return render(request, "people/person.html", shown, status=422 if wrong else 200)
