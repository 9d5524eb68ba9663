"""What somebody says who cannot answer a round themselves, written down by a facilitator."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms.steps import PutDownForm
from ..rules.said import Said


@login_required
def put_down(request: HttpRequest, client: str, round_id: UUID, person_id: UUID) -> HttpResponse:
    actor = actor_of(request, "perspectives.edit")
    part = queries.part(round_id, person_id)
    if not part.answers or not part.round.is_open:
        raise registry.NotThere(str(person_id))
    form = PutDownForm(request.POST or None, part=part, items=list(part.round.items.order_by("place")), said=Said())
    if request.method == "POST" and form.is_valid():
        try:
            actions.put_down(by=actor, round_id=round_id, person_id=person_id, changes=form.changes(), done=True)
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("It is written down, and sealed like every answer"))
            return redirect("empathy:round", client=client, round_id=round_id)
    return render(request, "empathy/put_down.html", {"form": form, "part": part}, status=422 if form.errors else 200)
