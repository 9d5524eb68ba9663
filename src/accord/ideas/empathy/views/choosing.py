"""Choosing together, and the rankings to take home."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..forms.choosing import ChoiceForm
from ..pages.choosing import ChoosePage, choose_page
from ..queries import ranking_export

KINDS = {
    "csv": (ranking_export.as_csv, "text/csv; charset=utf-8"),
    "xlsx": (ranking_export.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@login_required
def choose(request: HttpRequest, client: str, round_id: UUID) -> HttpResponse:
    """The budget stands in the address; sending the form below records what was chosen with it."""
    actor = actor_of(request, "perspectives.read")
    page = choose_page(by=actor, round_id=round_id, asked=request.GET)
    form = ChoiceForm(request.POST if request.method == "POST" else None, items=page.items)
    if request.method == "POST" and _recorded(request, page, form):
        messages.success(request, _("The choice is recorded. Whoever called something critical that is left out has a letter."))
        return redirect("empathy:choose", client=client, round_id=round_id)
    wrong = form if form.errors else page.form
    context = {"page": page, "choice": form, "form": wrong, "methods": ranking_export.NAMES.items()}
    return render(request, "empathy/choose.html", context, status=422 if wrong.errors else 200)


def _recorded(request: HttpRequest, page: ChoosePage, form: ChoiceForm) -> bool:
    if page.bought is None or not form.is_valid():
        return False
    try:
        actions.record_choice(
            by=request.actor, round_id=page.found.now.row.id, budget=page.form.cleaned_data["budget"], costs=page.form.costs(), **form.given()  # type: ignore[attr-defined]
        )  # fmt: skip
    except registry.Mistake as mistake:
        form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        return False
    return True


@login_required
def export_ranking(request: HttpRequest, client: str, round_id: UUID, method: str, kind: str) -> HttpResponse:
    if kind not in KINDS or method not in ranking_export.NAMES:
        raise registry.NotThere(f"{method}.{kind}")
    write, content_type = KINDS[kind]
    body = write(by=request.actor, round_id=round_id, method=method)  # type: ignore[attr-defined]
    return HttpResponse(body, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{method}-{client}.{kind}"'})
