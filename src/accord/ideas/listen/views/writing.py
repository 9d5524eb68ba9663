"""Writing a playback: kept as a draft, looked at while it is written, sent by link."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..forms import WritingForm
from ..pages.writing import Desk, desk, lines


@login_required
def write(request: HttpRequest, client: str, initiative_id: UUID, person_id: UUID) -> HttpResponse:
    actor_of(request, "playbacks.write")
    at = desk(initiative_id, person_id)
    if request.method != "POST":
        return _show(request, at, WritingForm(lines=at.starting_lines(), likely=at.likely_aspect()))
    if word := request.POST.get("aside", ""):
        actions.set_aside(by=request.actor, initiative_id=initiative_id, person_id=person_id, word=word)  # type: ignore[attr-defined]
        at = desk(initiative_id, person_id)
    if request.htmx:  # type: ignore[attr-defined]
        return _look(request, at)
    form = WritingForm.posted(request.POST)
    if form.is_valid() and _did(request, at, form):
        if "send" in request.POST:
            messages.success(request, _("Sent to %(who)s. They say yes or not quite to each sentence.") % {"who": at.person.called})
            return redirect("listen:conversation", client=client, initiative_id=initiative_id)
        if not word:
            messages.success(request, _("Kept as a draft. Nobody was told."))
        return redirect("listen:write", client=client, initiative_id=initiative_id, person_id=person_id)
    return _show(request, at, form)


def _did(request: HttpRequest, at: Desk, form: WritingForm) -> bool:
    """Send it, or keep it; a mistake goes into the form."""
    act = actions.play_back if "send" in request.POST else actions.save_draft
    try:
        act(by=request.actor, initiative_id=at.initiative.id, person_id=at.person.id, sentences=form.lines())  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        form.add_error(mistake.field if mistake.field in form.fields else "words-0" if mistake.field == "sentences" else None, mistake.message)
        return False
    return True


def _look(request: HttpRequest, at: Desk) -> HttpResponse:
    """What our lens may have added to one sentence, while it is written."""
    place = request.POST.get("place", "0")
    words = request.POST.get(f"words-{place}", "")[:600] if place.isdecimal() else ""
    return render(request, "listen/_marks.html", {"hints": at.hints(int(place) if place.isdecimal() else 0, " ".join(words.split()))})


def _show(request: HttpRequest, at: Desk, form: WritingForm) -> HttpResponse:
    return render(request, "listen/write.html", {"at": at, "form": form, "lines": lines(form, at)}, status=422 if form.errors else 200)
