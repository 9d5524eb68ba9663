"""Asking people by link, and noting what somebody told us."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry
from accord.base.people.acting import actor_of
from accord.base.people.actions import add_person
from accord.base.people.models import Person
from accord.ideas.goals import queries as initiatives

from .. import actions, rules
from ..forms import AskForm, NoteForm
from ..queries import bank
from .conversation import undo

ONE_TOAST_EACH = 3  # more people share one


@login_required
def ask(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor_of(request, "questions.ask")
    initiative = initiatives.initiative(initiative_id)
    wording = {aspect: row.words for aspect, row in bank.rows().items()}
    me = str(request.actor.person_id)  # type: ignore[attr-defined]
    form = AskForm(request.POST if request.method == "POST" else None, bank=wording, me=me, initial=_wished(request))
    if request.method == "POST" and form.is_valid():
        try:
            asked = _ask(request, initiative_id, form)
        except registry.Mistake as mistake:
            form.add_error({"choices": "own_choices"}.get(mistake.field or "", mistake.field if mistake.field in form.fields else None), mistake.message)
        else:
            _tell(request, client, initiative_id, asked)
            return redirect("listen:conversation", client=client, initiative_id=initiative_id)
    return render(request, "listen/ask.html", {"form": form, "initiative": initiative}, status=422 if form.errors else 200)


def _wished(request: HttpRequest) -> dict[str, Any]:
    """What the link that led here had in mind: ?aspect=goal&person=…"""
    aspects = {f"use_{aspect}": True for aspect in request.GET.getlist("aspect") if aspect in rules.ASPECTS}
    return aspects | {"person_ids": request.GET.getlist("person")}


def _ask(request: HttpRequest, initiative_id: UUID, form: AskForm) -> list[actions.Asked]:
    said, by, ids = form.cleaned_data, request.actor, form.ids()  # type: ignore[attr-defined]
    if email := said["new_email"]:
        known = Person.objects.filter(email__iexact=email).first()
        person = known or add_person(by=by, name=said["new_name"], email=email, job=said["new_job"], side=said["new_side"] or "business")
        ids.append(person.id)
    return actions.ask(by=by, initiative_id=initiative_id, person_ids=ids, questions=form.puts(), note=said["note"])


def _tell(request: HttpRequest, client: str, initiative_id: UUID, asked: list[actions.Asked]) -> None:
    if len(asked) > ONE_TOAST_EACH:
        messages.success(request, ngettext("Sent to %(n)d person", "Sent to %(n)d people, a link for each", len(asked)) % {"n": len(asked)})
        return
    for one in asked:
        back = reverse("listen:take_back", kwargs={"client": client, "initiative_id": initiative_id, "asking_id": one.asking.id})
        messages.success(request, _("Question sent to %(who)s") % {"who": one.asking.person.called}, extra_tags=undo(back))


@login_required
def note(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor_of(request, "playbacks.write")
    initiative = initiatives.initiative(initiative_id)
    form = NoteForm(request.POST if request.method == "POST" else None, initial={"person_id": request.GET.get("person", "")})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        on = said.pop("on")
        at = timezone.make_aware(datetime.combine(on, time(12))) if on else None
        try:
            given = actions.note_answer(by=request.actor, initiative_id=initiative_id, at=at, **said)  # type: ignore[attr-defined]
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("Kept, word for word. Now say back what you make of it."))
            return redirect("listen:write", client=client, initiative_id=initiative_id, person_id=given.question.asking.person_id)
    return render(request, "listen/note.html", {"form": form, "initiative": initiative}, status=422 if form.errors else 200)
