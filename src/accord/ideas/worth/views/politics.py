"""The page about politics: for facilitators, never cached, never linked for anybody else."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.ideas.goals import queries as goals

from ..actions import politics as actions
from ..forms.politics import StakeholderForm
from ..queries import politics as queries


@login_required
@never_cache
def politics(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    notes = queries.list_politics(by=actor, initiative_id=initiative_id)
    changing = next((note for note in notes if str(note.thread) == request.GET.get("change")), None)
    initial: dict[str, Any] = vars(changing) if changing else {}
    form = StakeholderForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_stakeholder(by=actor, initiative_id=initiative_id, thread=changing.thread if changing else None, **form.cleaned_data)
            return redirect("worth:politics", client=client, initiative_id=initiative_id)
        except registry.Mistake as mistake:
            form.add_error(mistake.field, mistake.message)
    context = {"initiative": goals.initiative(initiative_id), "notes": notes, "form": form, "changing": changing}
    return render(request, "worth/politics.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def erase(request: HttpRequest, client: str, initiative_id: UUID, thread: UUID) -> HttpResponse:
    actions.erase_stakeholder(by=request.actor, initiative_id=initiative_id, thread=thread)  # type: ignore[attr-defined]
    return redirect("worth:politics", client=client, initiative_id=initiative_id)
