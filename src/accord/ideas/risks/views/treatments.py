"""What could be done about a warning."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms.treatments import TreatmentForm
from ..pages.one import one_page
from ..pages.treatments import treatments_part


@login_required
def add_treatment(request: HttpRequest, client: str, risk_id: UUID) -> HttpResponse:
    by = actor_of(request, "risks.answer")
    page, form = one_page(by=by, risk_id=risk_id), TreatmentForm(request.POST or None)
    part = treatments_part(by=by, risk=page.risk)
    if part is None or not part.may_add:
        raise registry.Refused("risks.answer")
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_treatment(by=by, risk_id=risk_id, **form.cleaned_data)
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("It stands beside the others"))
            return redirect("risks:risk", client=client, risk_id=risk_id)
    return render(request, "risks/treatment.html", {"page": page, "form": form}, status=422 if form.errors else 200)


@login_required
@require_POST
def take_treatment(request: HttpRequest, client: str, treatment_id: UUID) -> HttpResponse:
    risk_id = queries.treatment(treatment_id).risk_id
    try:
        actions.take_treatment(by=actor_of(request), treatment_id=treatment_id)
    except registry.Conflict as said:
        messages.error(request, str(said))
    else:
        messages.success(request, _("It is decided. What is left once it is done stands with the warning"))
    return redirect("risks:risk", client=client, risk_id=risk_id)


@login_required
@require_POST
def end_treatment(request: HttpRequest, client: str, treatment_id: UUID) -> HttpResponse:
    risk_id = queries.treatment(treatment_id).risk_id
    try:
        actions.end_treatment(by=actor_of(request), treatment_id=treatment_id)
    except registry.Conflict as said:
        messages.error(request, str(said))
    else:
        messages.success(request, _("It is no option any more"))
    return redirect("risks:risk", client=client, risk_id=risk_id)
