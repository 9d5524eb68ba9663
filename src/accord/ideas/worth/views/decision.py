"""The page where a decision is recorded."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from ..actions import plan_decision, record_decision
from ..forms.decision import DecisionForm, PlanForm
from ..pages.decision import DecisionPage, decision_page


@login_required
def decision(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor = actor_of(request, "decisions.read")
    page = decision_page(by=actor, initiative_id=initiative_id)
    planning = request.method == "POST" and "plan" in request.POST
    options = list(page.told.options) if page.told else []
    form = DecisionForm(request.POST if request.method == "POST" and not planning else None, options=options, open_questions=page.open_questions)
    plan = PlanForm(request.POST if planning else None)
    if request.method == "POST" and (_planned(request, page, plan) if planning else _recorded(request, page, form)):
        return redirect("worth:decision", client=client, initiative_id=initiative_id)
    wrong = plan if plan.errors else form
    context = {"page": page, "form": form, "plan": plan, "wrong": wrong}
    return render(request, "worth/decision.html", context, status=422 if wrong.errors else 200)


def _recorded(request: HttpRequest, page: DecisionPage, form: DecisionForm) -> bool:
    if not form.is_valid():
        return False
    try:
        made = record_decision(by=request.actor, initiative_id=page.initiative.id, **form.given())  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        return False
    told = _("The decision is recorded. The next step is the brief.") if made.decided.does_something else _("The decision is recorded.")
    messages.success(request, told)
    return True


def _planned(request: HttpRequest, page: DecisionPage, plan: PlanForm) -> bool:
    if not plan.is_valid():
        return False
    person, due = plan.cleaned_data["person_id"], plan.cleaned_data["due"]
    plan_decision(by=request.actor, initiative_id=page.initiative.id, person_id=person.id, due=due)  # type: ignore[attr-defined]
    messages.success(request, _("The %(who)s decides by then.") % {"who": person.called})
    return True
