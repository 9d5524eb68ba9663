"""Saying how an initiative goes, and who leads it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry

from .. import actions, queries
from ..forms import LeadForm, ProgressForm

KNOWN = ("starts", "ends", "expected", "delivered")


@login_required
def progress(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """One screen: the words, and the days as they stand."""
    actor, row = request.actor, queries.initiative(initiative_id)  # type: ignore[attr-defined]
    if not (actor.may("goals.edit") or actor.person_id == row.lead_id):
        raise registry.Refused("goals.agree")
    now = queries.delivery_of(initiative_id)
    known = {name: getattr(now, name) for name in KNOWN}
    if now.expected == now.ends:
        known["expected"] = None
    form = ProgressForm(request.POST if request.method == "POST" else None, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_progress(by=actor, initiative_id=initiative_id, **form.given(known))
            messages.success(request, _("Noted"))
            return redirect("initiative", client=client, initiative_id=initiative_id)
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
    return render(request, "goals/progress.html", {"form": form, "initiative": row}, status=422 if form.errors else 200)


@login_required
@require_POST
def lead(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """Who leads the work."""
    form = LeadForm(request.POST)
    if form.is_valid():
        actions.set_lead(by=request.actor, initiative_id=initiative_id, person_id=form.cleaned_data["person_id"].id)  # type: ignore[attr-defined]
        messages.success(request, _("They speak for it when a goal changes"))
    else:
        messages.error(request, _("Choose who leads the work"))
    return redirect("initiative", client=client, initiative_id=initiative_id)
