"""Sending the question, taking it back, and having looked at what came."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base.people.acting import actor_of

from .. import actions
from ..actions.asking import Asked
from ..forms.case import AskForm
from ..queries.loading import Loaded, load
from ..queries.weighing import case_of
from .attempting import DONE, attempt


def choices(loaded: Loaded) -> list[tuple[str, str]]:
    """Everything somebody could be asked for."""
    return [(line.id, line.called) for line in loaded.draft.lines if line.askable and not line.given]


@login_required
def ask(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """Who is asked what, read once more before it goes out."""
    actor, loaded = actor_of(request, "worth.edit"), load(case_of(initiative_id))
    initial = {"person_id": request.GET.get("person", ""), "quantity_ids": request.GET.getlist("quantity")}
    wanted = set(initial["quantity_ids"])
    form = AskForm(request.POST or None, quantities=sorted(choices(loaded), key=lambda pair: pair[0] not in wanted), initial=initial)
    made: list[Asked] = []
    status = 200
    if request.method == "POST":
        status = attempt(form, lambda: made.append(actions.ask_range(by=actor, initiative_id=initiative_id, **form.given())))
        if status == DONE:
            return _sent(request, client, initiative_id, made[0])
    lines = [line for line in loaded.draft.lines if line.id in wanted]
    return render(request, "worth/ask.html", {"initiative": loaded.row.initiative, "form": form, "lines": lines}, status=status)


def _sent(request: HttpRequest, client: str, initiative_id: UUID, asked: Asked) -> HttpResponse:
    """With a mail address the link went out; without one it is shown this once, to be handed over."""
    person = asked.asking.person
    if person.email:
        messages.success(request, _("Sent to the %(who)s. Their answer comes back to this page.") % {"who": person.called})
        return redirect("worth:case", client=client, initiative_id=initiative_id)
    return render(request, "worth/asked.html", {"initiative": asked.asking.case.initiative, "asked": asked})


@login_required
@require_POST
def take_back(request: HttpRequest, client: str, initiative_id: UUID, asking_id: UUID) -> HttpResponse:
    case_of(initiative_id)  # not there where the address names an initiative that is not
    actions.take_back_range(by=actor_of(request), asking_id=asking_id)
    messages.success(request, _("Taken back. The link leads nowhere now."))
    return redirect("worth:case", client=client, initiative_id=initiative_id)


@login_required
@require_POST
def look(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """The changes were read: they fold away, and the row on Today is done."""
    actions.look_again(by=actor_of(request), initiative_id=initiative_id)
    return redirect("worth:case", client=client, initiative_id=initiative_id)
