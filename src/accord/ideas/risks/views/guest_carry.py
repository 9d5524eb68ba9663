"""What somebody asks to have passed on: for the one person they ask, signed in, and for nobody else."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people import guests
from accord.base.people.letterhead import letterhead

from .. import actions
from ..actions.asking import slots_of
from ..forms.by_hand import PassOnForm
from ..models import Carried
from ..queries import asking as queries


@guests.page("pass-on")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    row = queries.carried(guest.subject_id, guest.person.id)
    if guest.step not in ("", "thanks"):
        raise registry.NotThere(guest.step)
    if row.risk_id is not None:
        return _say(request, guest, row, "risks/guest_passed_on.html")
    slots: dict[str, Any] = slots_of(row)
    form = PassOnForm(request.POST if request.method == "POST" else None, initial=slots, goals=queries.goals_to_choose(row.asking))
    if request.method == "POST" and form.is_valid():
        try:
            actions.pass_on(by=guest.by, carried_id=row.id, slots=form.given())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            return redirect(guest.address("thanks"))
    return _say(request, guest, row, "risks/guest_pass_on.html", form=form, label=_("Pass it on in my name"))


def _say(request: HttpRequest, guest: guests.Guest, row: Carried, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, row.person, row.client) | {"row": row, "start": guest.address()} | more
    return render(request, template, context, status=422 if form is not None and form.is_bound and form.errors else 200)
