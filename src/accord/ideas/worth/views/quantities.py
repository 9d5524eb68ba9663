"""One quantity: everybody's range for it, what it is, and what it turned out to be."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of
from accord.base.people.rules import Actor

from .. import actions
from ..actions.rounds import FEWEST
from ..actions.voices import quantity_of
from ..forms.case import AgainForm, FactForm, NameForm, QuantityForm, ReasonForm
from ..forms.ranges import RangeForm
from ..pages.case import case_page
from ..pages.quantities import QuantityRow, rows
from ..queries.loading import Loaded, load
from ..queries.weighing import WeighedCase, case_of, weigh
from ..rules import ranges
from .attempting import DONE, attempt


def _row(loaded: Loaded, quantity_id: UUID) -> QuantityRow:
    found = weigh(loaded)
    told = rows(loaded, found if isinstance(found, WeighedCase) else None)
    row = next((row for row in told if row.quantity.id == quantity_id), None)
    if row is None:
        raise registry.NotThere(str(quantity_id))
    return row


def _address(client: str, initiative_id: UUID, quantity_id: UUID) -> str:
    return reverse("worth:quantity", kwargs={"client": client, "initiative_id": initiative_id, "quantity_id": quantity_id})


@login_required
@require_POST
def say(request: HttpRequest, client: str, initiative_id: UUID, quantity_id: UUID) -> HttpResponse:
    """Keep a range, from the worth page or from the quantity's own."""
    actor = actor_of(request)
    form = RangeForm(request.POST, me=actor.person_id)
    status = attempt(form, lambda: actions.give_range(by=actor, quantity_id=quantity_id, **form.given()))
    if status == DONE:
        messages.success(request, _("Range kept."))
        return redirect("worth:case", client=client, initiative_id=initiative_id)
    page = case_page(by=actor, initiative_id=initiative_id)
    chosen = next((row for row in page.quantities if row.quantity.id == quantity_id), None) if page else None
    if page is None or chosen is None:
        raise registry.NotThere(str(quantity_id))
    context = {"page": page, "chosen": chosen, "form": form, "kind": ranges.drawn_as(chosen.line.kind, chosen.line.unit)}
    return render(request, "worth/case.html", context, status=status)


@login_required
def quantity(request: HttpRequest, client: str, initiative_id: UUID, quantity_id: UUID) -> HttpResponse:
    """Everybody's range side by side, and what the quantity is."""
    actor, loaded = actor_of(request, "worth.read"), load(case_of(initiative_id))
    row, version = _row(loaded, quantity_id), loaded.row.version
    initial = {name: getattr(row.quantity, name) for name in ("label", "name", "unit", "kind", "question", "note", "stop")}
    form = NameForm(request.POST or None, initial=initial | {"seen_version": version})
    if not row.line.reference and row.line.kind != "cost":
        del form.fields["stop"]
    if row.line.given:
        for name in ("unit", "kind"):
            del form.fields[name]
    status = 200
    if request.method == "POST":
        status = attempt(form, lambda: actions.change_quantity(by=actor, quantity_id=quantity_id, **_changed(form)))
        if status == DONE:
            return redirect(_address(client, initiative_id, quantity_id))
    context = {"initiative": loaded.row.initiative, "row": row, "form": form, "reason_form": ReasonForm(), "fact_form": FactForm(), "record": loaded.record}
    again = AgainForm() if actor.may("worth.edit") and sum(voice.person is not None for voice in row.voices) >= FEWEST else None
    context |= {"again": again, "facts": row.quantity.facts.all(), "may_edit": actor.may("worth.edit"), "mine": _is_mine(actor, row)}
    return render(request, "worth/quantity.html", context, status=status)


def _is_mine(actor: Actor, row: QuantityRow) -> bool:
    return any(voice.person and voice.person.id == actor.person_id for voice in (*row.voices, *row.earlier))


def _changed(form: NameForm) -> dict[str, Any]:
    told = dict(form.cleaned_data)
    if "kind" in told:
        told = form.given()
    return told


@login_required
def add_quantity(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """A new quantity with its first range."""
    actor, row = actor_of(request, "worth.edit"), case_of(initiative_id)
    form = QuantityForm(request.POST or None, initial={"seen_version": row.version})
    said = RangeForm(request.POST or None, me=actor.person_id, initial={"who": "nobody"})
    status = 200
    if request.method == "POST":
        status = 422
        if said.is_valid():
            given = said.given()
            by_whom = None if given.pop("assumed") else given.pop("person_id", None) or actor.person_id
            given.pop("person_id", None)
            status = attempt(form, lambda: actions.add_quantity(by=actor, initiative_id=initiative_id, person_id=by_whom, **form.given(), **given))
        else:
            form.is_valid()
        if status == DONE:
            return redirect("worth:formulas", client=client, initiative_id=initiative_id)
    return render(request, "worth/add_quantity.html", {"initiative": row.initiative, "form": form, "said": said}, status=status)


@login_required
@require_POST
def put_in(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """A line of the template, put back in."""
    try:
        actions.put_in(by=actor_of(request), initiative_id=initiative_id, name=request.POST.get("name", ""))
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    return redirect("worth:case", client=client, initiative_id=initiative_id)


@login_required
@require_POST
def quantity_end(request: HttpRequest, client: str, initiative_id: UUID, quantity_id: UUID) -> HttpResponse:
    try:
        actions.end_quantity(by=actor_of(request), quantity_id=quantity_id)
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
        return redirect(_address(client, initiative_id, quantity_id))
    messages.success(request, _("Taken out. Its formulas follow; the history keeps what was said."))
    return redirect("worth:case", client=client, initiative_id=initiative_id)


@login_required
@require_POST
def aside(request: HttpRequest, client: str, initiative_id: UUID, quantity_id: UUID, voice_id: UUID) -> HttpResponse:
    """Set a range aside, with a reason; the toast counts it again."""
    actor, form = actor_of(request), ReasonForm(request.POST)
    if attempt(form, lambda: actions.set_aside(by=actor, voice_id=voice_id, **form.cleaned_data)) == DONE:
        back = reverse("worth:count_again", kwargs={"client": client, "initiative_id": initiative_id, "quantity_id": quantity_id, "voice_id": voice_id})
        messages.success(request, _("Set aside. It stays readable and does not count."), extra_tags=f"undo:{back}")
    else:
        messages.error(request, _("Say why it does not count any more, in one line."))
    return redirect(_address(client, initiative_id, quantity_id))


@login_required
@require_POST
def count_again(request: HttpRequest, client: str, initiative_id: UUID, quantity_id: UUID, voice_id: UUID) -> HttpResponse:
    if quantity_of(quantity_id).case.initiative_id != initiative_id:
        raise registry.NotThere(str(initiative_id))
    actions.count_again(by=actor_of(request), voice_id=voice_id)
    return redirect(_address(client, initiative_id, quantity_id))


@login_required
@require_POST
def fact(request: HttpRequest, client: str, initiative_id: UUID, quantity_id: UUID) -> HttpResponse:
    actor, form = actor_of(request), FactForm(request.POST)
    if attempt(form, lambda: actions.note_fact(by=actor, quantity_id=quantity_id, **form.cleaned_data)) == DONE:
        messages.success(request, _("Written down. It is compared with the ranges people gave, for them alone."))
    else:
        messages.error(request, " ".join(str(mistake) for mistakes in form.errors.values() for mistake in mistakes))
    return redirect(_address(client, initiative_id, quantity_id))
