"""What a case would say with a range that is only typed: the whole result follows, and nothing is kept."""

from dataclasses import replace
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accord.base import estimate, registry
from accord.base.people.acting import actor_of

from ..forms.ranges import RangeForm, TypedForm
from ..pages.case import Answer, CasePage, answer, case_page
from ..queries.weighing import WeighedCase, supposing, weigh
from ..rules import ranges
from ..rules.draft import Draft, Line, Said


@login_required
@require_POST
def try_range(request: HttpRequest, client: str, initiative_id: UUID, quantity_id: UUID) -> HttpResponse:
    """While it is typed, the parts of the page that follow; without a script the page as it would be, with what was typed in its fields."""
    actor = actor_of(request, "worth.read")
    page = case_page(by=actor, initiative_id=initiative_id)
    chosen = next((row for row in page.quantities if row.quantity.id == quantity_id), None) if page else None
    if page is None or chosen is None:
        raise registry.NotThere(str(quantity_id))
    found, mistake = _supposed(page, chosen.line, TypedForm(request.POST))
    context = {"page": replace(page, answer=found) if found else page, "answer": found, "mistake": mistake, "tried": chosen.line.called if found else ""}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "worth/_tried.html", context)
    typed = {name: request.POST.get(name, "") for name in ("low", "high", "typical", "who", "basis")}
    form = RangeForm(me=actor.person_id, initial=typed) if page.may_edit else None
    return render(request, "worth/case.html", context | {"chosen": chosen, "form": form, "kind": ranges.drawn_as(chosen.line.kind, chosen.line.unit)})


def _supposed(page: CasePage, line: Line, form: TypedForm) -> tuple[Answer | None, str]:
    """The answer with this range alone, or the sentence why there is none; neither while the ends are not both there."""
    if not form.is_valid():
        return None, ""
    said = Said(form.cleaned_data["low"], form.cleaned_data["high"], form.cleaned_data["typical"])
    try:
        ranges.check(line, said.low, said.high, said.typical)
    except estimate.RangeError as error:
        return None, error.message
    found = weigh(supposing(page.loaded, _with(page.loaded.draft, line.name, said)), estimate.TYPING)
    return (answer(page.loaded, found, settled=page.settled is not None), "") if isinstance(found, WeighedCase) else (None, found.message)


def _with(draft: Draft, name: str, said: Said) -> Draft:
    return replace(draft, lines=tuple(replace(line, said=(said,)) if line.name == name else line for line in draft.lines))
