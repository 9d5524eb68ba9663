"""Filing a request, and joining one that is open. What looks similar, and the first question, are shown before anything is filed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..forms import RequestForm
from ..labels import named
from ..pages.looking import look
from ..queries import requests as queries


@login_required
def new(request: HttpRequest, client: str) -> HttpResponse:
    actor = actor_of(request, "requests.file")
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "listen/_look.html", {"look": look(request.GET.get("problem", ""))})
    form, seen = RequestForm(request.POST if request.method == "POST" else None, me=str(actor.person_id)), None
    if request.method == "POST" and form.is_valid():
        seen = look(form.cleaned_data["problem"])
        if "looked" in request.POST or not seen.shows:
            filed = actions.file_request(by=actor, **form.given())
            return _filed(request, client, filed)
    return render(request, "listen/new.html", {"form": form, "look": seen}, status=422 if form.errors else 200)


def _filed(request: HttpRequest, client: str, filed: actions.Filed) -> HttpResponse:
    words = _("Filed. %(name)s gets a link to say whether it is so.") % {"name": filed.request.asked_by.name} if filed.link else _("Filed, in your own words.")
    messages.success(request, words)
    return redirect("initiative", client=client, initiative_id=filed.request.initiative_id)


@login_required
@require_POST
def join(request: HttpRequest, client: str, request_id: UUID) -> HttpResponse:
    """From the list of similar ones: that is mine too. What was typed goes with it, word for word."""
    found = queries.request(request_id)
    try:
        actions.join_request(by=request.actor, request_id=found.id, words=request.POST.get("problem", ""))  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        messages.warning(request, mistake.message)
        return redirect("listen:new", client=client)
    messages.success(request, _("Added to the request of %(who)s. Your words are kept beside theirs.") % {"who": named(found.asked_by)})
    return redirect("initiative", client=client, initiative_id=found.initiative_id)
