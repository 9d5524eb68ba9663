"""Asking whoever was named and never heard."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people import queries as people

from .. import actions


@require_POST
@login_required
def ask_too(request: HttpRequest, client: str, round_id: UUID, person_id: UUID) -> HttpResponse:
    """Somebody more is asked in the round that is open."""
    person = people.person(person_id)
    try:
        actions.ask_too(by=request.actor, round_id=round_id, person_ids=[person_id])  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    else:
        messages.success(request, _("%(who)s has a letter") % {"who": person.called})
    return redirect("empathy:perspectives", client=client)
