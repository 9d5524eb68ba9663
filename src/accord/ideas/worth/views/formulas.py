"""The formulas of a case, its steps and its options."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..forms.case import OptionForm, StepForm
from ..queries.checking import FormulaChecked, checked
from ..queries.loading import load
from ..queries.weighing import Trouble, case_of, weigh
from ..rules.shape import Role
from .attempting import DONE, attempt


@login_required
def formulas(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """Everything that is worked out, line by line, in the words formulas use."""
    actor, loaded = actor_of(request, "worth.read"), load(case_of(initiative_id))
    found = weigh(loaded)
    context = {"initiative": loaded.row.initiative, "loaded": loaded, "trouble": found if isinstance(found, Trouble) else None}
    return render(request, "worth/formulas.html", context | {"may_edit": actor.may("worth.edit")})


@login_required
def option(request: HttpRequest, client: str, initiative_id: UUID, option_id: UUID | None = None) -> HttpResponse:
    """Add an option, or change one."""
    actor, loaded = actor_of(request, "worth.edit"), load(case_of(initiative_id))
    now = next((one for one in loaded.options if one.id == option_id), None)
    if option_id and now is None:
        raise registry.NotThere(str(option_id))
    initial = {name: getattr(now, name) for name in ("name", "role", "note", "formula")} if now else {"role": request.GET.get("role", Role.BETTER.value)}
    form = OptionForm(request.POST or None, initial=initial | {"seen_version": loaded.row.version})
    if now and now.role == Role.NOTHING.value:
        form.fields["role"].choices = [(Role.NOTHING.value, _("Do nothing"))]  # type: ignore[attr-defined]
    status, tried = 200, None
    if "check" in request.POST:
        tried = checked(loaded, request.POST.get("formula", ""), loaded.row.currency)
    elif request.method == "POST":
        status = attempt(form, lambda: actions.set_option(by=actor, initiative_id=initiative_id, option_id=option_id, **form.given()))
        if status == DONE:
            return redirect("worth:case", client=client, initiative_id=initiative_id)
    context = {"initiative": loaded.row.initiative, "form": _typed(form, tried), "now": now, "loaded": loaded, "checked": tried}
    return render(request, "worth/option.html", context, status=status)


@login_required
@require_POST
def option_end(request: HttpRequest, client: str, initiative_id: UUID, option_id: UUID) -> HttpResponse:
    try:
        actions.end_option(by=actor_of(request), initiative_id=initiative_id, option_id=option_id)
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    else:
        messages.success(request, _("Taken out, with its lines. The history keeps it."))
    return redirect("worth:case", client=client, initiative_id=initiative_id)


@login_required
def step(request: HttpRequest, client: str, initiative_id: UUID, step_id: UUID | None = None) -> HttpResponse:
    """Add something worked out, or change its formula."""
    actor, loaded = actor_of(request, "worth.edit"), load(case_of(initiative_id))
    now = next((one for one in loaded.steps if one.id == step_id), None)
    if step_id and now is None:
        raise registry.NotThere(str(step_id))
    initial = {name: getattr(now, name) for name in ("name", "formula", "unit", "note")} if now else {}
    form = StepForm(request.POST or None, initial=initial | {"seen_version": loaded.row.version})
    status, tried = 200, None
    if "check" in request.POST:
        tried = checked(loaded, request.POST.get("formula", ""), request.POST.get("unit", ""), now.name if now else "")
    elif request.method == "POST":
        status = attempt(form, lambda: actions.set_step(by=actor, initiative_id=initiative_id, step_id=step_id, **form.cleaned_data))
        if status == DONE:
            return redirect("worth:formulas", client=client, initiative_id=initiative_id)
    context = {"initiative": loaded.row.initiative, "form": _typed(form, tried), "now": now, "loaded": loaded, "checked": tried}
    return render(request, "worth/step.html", context, status=status)


def _typed(form: forms.Form, tried: FormulaChecked | None) -> forms.Form:
    """What was typed so far, without complaints about the rest, while only the formula is looked at."""
    if tried:
        form.initial, form.is_bound = {**form.initial, **form.data.dict()}, False  # type: ignore[attr-defined]
    return form


@login_required
@require_POST
def step_end(request: HttpRequest, client: str, initiative_id: UUID, step_id: UUID) -> HttpResponse:
    try:
        actions.end_step(by=actor_of(request), initiative_id=initiative_id, step_id=step_id)
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    return redirect("worth:formulas", client=client, initiative_id=initiative_id)
