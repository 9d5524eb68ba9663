"""What both sides talk about: the list, putting things on it, ticking them off, handing them to a reset."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accord.base import registry

from .. import actions
from ..forms.agenda import SettleForm
from ..pages.agenda import agenda_page, prefix_of
from ..queries.agenda import topic


@login_required
def agenda(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "empathy/agenda.html", {"page": agenda_page(by=request.actor)})  # type: ignore[attr-defined]


@require_POST
@login_required
def put_on_agenda(request: HttpRequest, client: str, round_id: UUID) -> HttpResponse:
    """What stands out in a round; the button says how much that is."""
    try:
        put = actions.put_on_agenda(by=request.actor, round_id=round_id)  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
        return redirect("empathy:round", client=client, round_id=round_id)
    n = len(put)
    messages.success(request, ngettext("It is on the agenda", "%(n)d things are on the agenda", n) % {"n": n})
    return redirect("empathy:agenda", client=client)


@require_POST
@login_required
def settle_agenda_item(request: HttpRequest, client: str, agenda_item_id: UUID) -> HttpResponse:
    by, now = request.actor, topic(agenda_item_id)  # type: ignore[attr-defined]
    form = SettleForm(request.POST, prefix=prefix_of(now))
    if form.is_valid():
        try:
            actions.settle_agenda_item(by=by, agenda_item_id=agenda_item_id, **form.cleaned_data)
        except registry.Mistake as mistake:
            form.add_error("outcome", mistake.message)
        else:
            messages.success(request, _("It is ticked off"))
            return redirect("empathy:agenda", client=client)
    return render(request, "empathy/agenda.html", {"page": agenda_page(by=by, given={prefix_of(now): form}), "form": form}, status=422)


@require_POST
@login_required
def hand_to_reset(request: HttpRequest, client: str, agenda_item_id: UUID, reset_id: UUID) -> HttpResponse:
    try:
        actions.hand_to_reset(by=request.actor, agenda_item_id=agenda_item_id, reset_id=reset_id)  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    else:
        messages.success(request, _("It is on the agenda of the reset"))
    return redirect("empathy:agenda", client=client)
