"""Ranges that were heard while listening: a person says which number of the case each is, all at once, and they count from then on."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..models import Voice
from ..queries.weighing import case_of

FIELD = "quantity-"


def _chosen(request: HttpRequest) -> list[tuple[UUID, UUID]]:
    """(what was heard, the quantity it is), for every line somebody chose for."""
    try:
        return [(UUID(name.removeprefix(FIELD)), UUID(str(value))) for name, value in request.POST.items() if name.startswith(FIELD) and value]
    except ValueError:
        raise registry.NotThere(request.path) from None


@login_required
@require_POST
def use_heard(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """What was chosen counts from now on; the toast sets it aside again."""
    actor, row, counted = actor_of(request, "worth.edit"), case_of(initiative_id), list[Voice]()
    try:
        counted.extend(actions.use_heard(by=actor, quantity_id=quantity, source_id=source) for source, quantity in _chosen(request))
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    if counted:
        back = reverse("worth:heard_undo", kwargs={"client": client, "initiative_id": row.initiative_id})
        said = ngettext("It counts from now on, in their name.", "They count from now on, each in the name of who said it.", len(counted))
        messages.success(request, said, extra_tags=f"undo:{back}?{urlencode({'voice': [str(voice.id) for voice in counted]}, doseq=True)}")
    elif not messages.get_messages(request):
        messages.error(request, _("Say which number of the case it is."))
    return redirect("worth:case", client=client, initiative_id=initiative_id)


@login_required
@require_POST
def heard_undo(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """Set aside what was counted a moment ago; it stays readable at its quantity."""
    actor = actor_of(request, "worth.edit")
    ids = {str(id) for id in Voice.objects.filter(quantity__case=case_of(initiative_id), source_id__isnull=False).values_list("id", flat=True)}
    for voice in set(request.GET.getlist("voice")) & ids:
        actions.set_aside(by=actor, voice_id=UUID(voice), reason=_("counted by mistake"))
    return redirect("worth:case", client=client, initiative_id=initiative_id)
