"""Who could tell more about what, and what asking them costs."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accord.base.people.acting import actor_of

from .. import actions
from ..forms.case import KnowerForm
from ..models import Knower
from ..queries.loading import load
from ..queries.weighing import case_of
from .asking import choices
from .attempting import DONE, attempt


@login_required
def knower(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    actor, loaded = actor_of(request, "worth.edit"), load(case_of(initiative_id))
    wanted = request.GET.get("person", "")
    now = next((one for one in Knower.objects.prefetch_related("knows").filter(case=loaded.row, ended_at=None) if str(one.person_id) == wanted), None)
    initial: dict[str, object] = {"person_id": wanted}
    if now:
        known = [str(one.quantity_id) for one in now.knows.all() if one.ended_at is None]
        cost = None if now.hour_cost is None else float(now.hour_cost)
        initial |= {"role": now.role, "minutes": now.minutes, "hour_cost": cost, "days": now.days, "quantity_ids": known}
    form = KnowerForm(request.POST or None, quantities=choices(loaded), initial=initial)
    status = 200
    if request.method == "POST":
        status = attempt(form, lambda: actions.set_knower(by=actor, initiative_id=initiative_id, **form.given()))
        if status == DONE:
            return redirect("worth:settings", client=client, initiative_id=initiative_id)
    return render(request, "worth/knower.html", {"initiative": loaded.row.initiative, "form": form}, status=status)
