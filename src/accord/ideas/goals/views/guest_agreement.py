"""A goal by link, or on Today: what it says now, what changed, and what that means for one's work; and the owner's word to it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions, queries
from ..forms import ConfirmForm, TeachBackForm
from ..pages import since_agreed
from ..queries import LinkNow, contributors

STEPS = ("", "thanks", "not-me")


@links.page("goals.agree", called=gettext_lazy("A goal, to say what it means"))
def agree_by_link(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return agree(request, guests.by_link(visit))


@links.page("goals.confirm", called=gettext_lazy("What somebody said a goal means"))
def confirm_by_link(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return confirm(request, guests.by_link(visit))


@guests.page("goal")
def agree(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    link = contributors.link(guest.subject_id)
    if link.row.speaker_id != guest.person.id or guest.step not in STEPS:
        raise registry.NotThere(str(link.row.id))
    if guest.step:
        return _about(request, guest, link, "people/guest_not_me.html" if guest.step == "not-me" else "goals/guest_agreed.html")
    form = TeachBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.teach_back(by=guest.by, link_id=link.row.id, words=form.cleaned_data["words"])
        except registry.Mistake as mistake:
            form.add_error(mistake.field, mistake.message)
        else:
            return guest.remembered(request, redirect(guest.address("thanks")))
    return _about(request, guest, link, "goals/guest_agree.html", form=form, lines=since_agreed(link))


def _about(request: HttpRequest, guest: guests.Guest, link: LinkNow, template: str, **more: Any) -> HttpResponse:
    """Around everything about one link: whoever said the goal last asks."""
    version = queries.version(link.row.goal_id, link.row.goal.asks)
    context = letterhead(guest, version.changed_by, link.row.client) | {"link": link, "goal": queries.version(link.row.goal_id), "version": version} | more
    form = more.get("form")
    return render(request, template, context, status=422 if form is not None and form.errors else 200)


@guests.page("goal-meaning")
def confirm(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    said = contributors.teach_back(guest.subject_id)
    if guest.person.id not in queries.owners(said.serves.goal_id) or guest.person.id == said.person_id or guest.step not in STEPS:
        raise registry.NotThere(str(said.id))
    link = contributors.link(said.serves_id)
    context = letterhead(guest, said.person, said.client) | {"said": said, "link": link, "goal": said.version}
    if guest.step:
        return render(request, "people/guest_not_me.html" if guest.step == "not-me" else "goals/guest_confirmed.html", context)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    settled = link.said != said or link.verdict is not None
    if request.method == "POST" and form.is_valid():
        try:
            actions.confirm(by=guest.by, teach_back_id=said.id, agrees=form.cleaned_data["agrees"] == "yes", words=form.cleaned_data["words"])
        except (registry.Mistake, registry.Conflict) as mistake:
            form.add_error(getattr(mistake, "field", None) or None, str(getattr(mistake, "message", mistake)))
        else:
            return guest.remembered(request, redirect(guest.address("thanks")))
    return render(request, "goals/guest_confirm.html", context | {"form": form, "settled": settled}, status=422 if form.errors else 200)
