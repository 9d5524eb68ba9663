"""What came true: all of it, writing it down, and ending a warning."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..forms.record import EndForm, NewEventForm
from ..pages import ending
from ..pages.record import everything


@login_required
def came_true(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "risks/came_true.html", {"page": everything(actor_of(request, "risks.read"))})


@login_required
def came_true_new(request: HttpRequest, client: str) -> HttpResponse:
    """Written down once; words that point at people are hinted at first."""
    actor = actor_of(request, "risks.edit")
    form = NewEventForm(request.POST or None, **ending.choices())
    if request.method == "POST" and form.is_valid() and not form.is_hinted():
        try:
            actions.record_event(by=actor, **form.happened())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("It is written down"))
            return redirect("risks:came_true", client=client)
    return render(request, "risks/came_true_new.html", {"form": form, "currency": ending.currency(actor)}, status=422 if form.errors else 200)


@login_required
def end(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    """It came true, or its day passed. Whoever must answer it only reads who can say so."""
    actor = actor_of(request, "risks.read")
    page = ending.end_page(by=actor, risk_id=risk_id)
    form = EndForm(request.POST or None, known=ending.known(), may_write=page.may_write, initial={"title": page.risk.costs, "needs": page.risk.needs_high})
    if page.refused:
        return render(request, "risks/end.html", {"page": page}, status=403 if request.method == "POST" else 200)
    if request.method == "POST" and form.is_valid() and not form.is_hinted():
        try:
            actions.end_with(by=actor, risk_id=risk_id, words=form.cleaned_data["words"], **form.ended())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("The warning is over"))
            return redirect("risks:came_true", client=client)
    return render(request, "risks/end.html", {"page": page, "form": form}, status=422 if form.errors else 200)
