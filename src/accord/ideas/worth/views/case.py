"""The worth page, opening a case, what it would say if, its settings and its history."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accord.base.people.acting import actor_of
from accord.ideas.goals import queries as goals

from .. import actions
from ..forms.case import OpenForm, SettingsForm
from ..forms.ranges import RangeForm
from ..pages.case import CasePage, case_page
from ..pages.history import history_page
from ..pages.quantities import QuantityRow
from ..queries.loading import load
from ..queries.weighing import case_of
from ..rules import laying, ranges
from .attempting import DONE, attempt


@login_required
def case(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor = actor_of(request, "worth.read")
    page = case_page(by=actor, initiative_id=initiative_id)
    if page is None:
        return _open(request, client, initiative_id)
    chosen = _chosen(page, request.GET.get("quantity", ""))
    form = RangeForm(me=actor.person_id, initial=_initial(chosen)) if page.may_edit and chosen else None
    return render(request, "worth/case.html", {"page": page, "chosen": chosen, "form": form, "kind": _kind(chosen)})


def _open(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor, initiative = actor_of(request), goals.initiative(initiative_id)
    form = OpenForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = attempt(form, lambda: actions.open_case(by=actor, initiative_id=initiative_id, **form.cleaned_data))
        if status == DONE:
            return redirect("worth:case", client=client, initiative_id=initiative_id)
    context = {"initiative": initiative, "form": form, "may_edit": actor.may("worth.edit")}
    return render(request, "worth/open.html", context, status=status)


def _chosen(page: CasePage, wanted: str) -> QuantityRow | None:
    """The quantity whose range is typed beside the table: the one asked for, else the one most worth knowing."""
    askable = [row for row in page.quantities if not row.line.given]
    return next((row for row in askable if str(row.quantity.id) == wanted), askable[0] if askable else None)


def _initial(chosen: QuantityRow | None) -> dict[str, object]:
    return {"who": "me"} if chosen else {}


def _kind(chosen: QuantityRow | None) -> str:
    return ranges.drawn_as(chosen.line.kind, chosen.line.unit) if chosen else "amount"


@login_required
def settings(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor, row = actor_of(request, "worth.edit"), case_of(initiative_id)
    discount = next((one["value"] for one in row.constants if one["name"] == laying.DISCOUNT.name), None)
    costs = {name: None if (value := getattr(row, name)) is None else float(value) for name in ("day_costs", "hour_business", "hour_it", "days_to_answer")}
    form = SettingsForm(request.POST or None, initial={"years": row.years, "discount": discount, "seen_version": row.version, **costs})
    if discount is None:
        del form.fields["discount"]
    status = 200
    if request.method == "POST":
        status = attempt(form, lambda: actions.change_settings(by=actor, initiative_id=initiative_id, **form.cleaned_data))
        if status == DONE:
            return redirect("worth:case", client=client, initiative_id=initiative_id)
    loaded = load(row)
    context = {"initiative": row.initiative, "form": form, "people": loaded.draft.people, "who": loaded.who, "row": row}
    return render(request, "worth/settings.html", context, status=status)


@login_required
def history(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """Everything that was changed in this case, newest first."""
    row = case_of(initiative_id)
    actor_of(request, "worth.read")
    return render(request, "worth/history.html", {"initiative": row.initiative, "lines": history_page(row)})
