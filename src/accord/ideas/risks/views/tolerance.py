"""What can be borne."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..forms.tolerance import ROWS, ToleranceForm
from ..models import Tolerance
from ..pages.raising import currency


@login_required
def tolerance(request: HttpRequest, client: str) -> HttpResponse:
    actor = actor_of(request, "risks.edit")
    agreed = Tolerance.objects.last()
    form = ToleranceForm(request.POST or None, initial=_initial(agreed))
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_tolerance(by=actor, **form.given())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else "amount_1", mistake.message)
        else:
            messages.success(request, _("That is what we can bear from now on"))
            return redirect("risks:register", client=client)
    context = {"form": form, "agreed": agreed, "currency": currency(actor)}
    return render(request, "risks/tolerance.html", context, status=422 if form.errors else 200)


def _initial(agreed: Tolerance | None) -> dict[str, Any]:
    """The amounts of the last time and their chances; who agreed and when is asked anew."""
    points = agreed.points[:ROWS] if agreed else []
    amounts = {f"amount_{n}": amount for n, (amount, _chance) in enumerate(points, 1)}
    return amounts | {f"chance_{n}": round(chance * 100, 6) for n, (_amount, chance) in enumerate(points, 1)}
