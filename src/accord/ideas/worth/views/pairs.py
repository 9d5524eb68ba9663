"""What goes together, and a second round of ranges."""

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
from ..actions.asking import Asked
from ..actions.voices import quantity_of
from ..forms.case import AgainForm, PairForm
from ..queries.loading import load
from ..queries.weighing import WeighedCase, case_of, weigh
from .attempting import DONE, attempt


@login_required
def pairs(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """Every pair with who says so, and a form for one more."""
    actor, loaded = actor_of(request, "worth.read"), load(case_of(initiative_id))
    quantities = [(line.id, line.called) for line in loaded.draft.lines if line.outright is None]
    form = PairForm(request.POST or None, quantities=quantities, initial={"seen_version": loaded.row.version})
    status = 200
    if request.method == "POST":
        status = attempt(form, lambda: actions.set_pair(by=actor, initiative_id=initiative_id, **form.given()))
        if status == DONE:
            messages.success(request, _("Kept. Their futures are drawn together from now on."))
            return redirect("worth:pairs", client=client, initiative_id=initiative_id)
    found = weigh(loaded)
    moved = isinstance(found, WeighedCase) and found.case.correlation is not None and found.case.correlation.moved
    called = {line.id: line.called for line in loaded.draft.lines}
    told = [(pair, called.get(str(pair.first_id), ""), called.get(str(pair.second_id), "")) for pair in loaded.pairs]
    context = {"initiative": loaded.row.initiative, "form": form, "pairs": told, "moved": moved, "matrix": bool(loaded.row.correlation)}
    return render(request, "worth/pairs.html", context | {"may_edit": actor.may("worth.edit")}, status=status)


@login_required
@require_POST
def end_pair(request: HttpRequest, client: str, initiative_id: UUID, pair_id: UUID) -> HttpResponse:
    case_of(initiative_id)
    actions.end_pair(by=actor_of(request), pair_id=pair_id)
    messages.success(request, _("Taken out. They are drawn apart again."))
    return redirect("worth:pairs", client=client, initiative_id=initiative_id)


@login_required
@require_POST
def again(request: HttpRequest, client: str, initiative_id: UUID, quantity_id: UUID) -> HttpResponse:
    """A second round for one quantity."""
    actor, form = actor_of(request), AgainForm(request.POST)
    if quantity_of(quantity_id).case.initiative_id != initiative_id:
        raise registry.NotThere(str(quantity_id))
    made: list[Asked] = []
    if attempt(form, lambda: made.extend(actions.second_round(by=actor, quantity_id=quantity_id, **form.cleaned_data))) == DONE:
        by_hand = [asked for asked in made if not asked.asking.person.email]
        if by_hand:
            return render(request, "worth/asked_again.html", {"initiative": case_of(initiative_id).initiative, "by_hand": by_hand})
        messages.success(request, _("Sent to %(who)s. They see all ranges before they answer.") % {"who": ", ".join(one.asking.person.called for one in made)})
    else:
        for mistakes in form.errors.values():
            messages.error(request, " ".join(map(str, mistakes)))
    return redirect("worth:quantity", client=client, initiative_id=initiative_id, quantity_id=quantity_id)
