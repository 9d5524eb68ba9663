"""Pages of check-ins: all of them and their rhythm, one of them, and the strings."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms.pulse import CadenceForm, PauseForm
from ..models import PULSE
from ..pages.check_in import check_in_page
from ..pages.check_ins import as_it_stands, check_ins_page
from ..pages.strings import strings_page


@login_required
def check_ins(request: HttpRequest, client: str) -> HttpResponse:
    """When the next goes out, and those that were."""
    return render(request, "empathy/check_ins.html", {"page": check_ins_page(by=request.actor), "form": PauseForm()})  # type: ignore[attr-defined]


@login_required
def cadence(request: HttpRequest, client: str) -> HttpResponse:
    """How often, whom, and when not."""
    actor = actor_of(request, "perspectives.edit")
    form = CadenceForm(request.POST or None, initial=as_it_stands())
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_cadence(by=actor, **form.words())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("That is the rhythm from now on"))
            return redirect("empathy:check_ins", client=client)
    return render(request, "empathy/cadence.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@login_required
def pause(request: HttpRequest, client: str) -> HttpResponse:
    """Until a day, or until somebody resumes."""
    actor, form = request.actor, PauseForm(request.POST)  # type: ignore[attr-defined]
    try:
        if form.is_valid():
            actions.pause_check_ins(by=actor, until=form.cleaned_data["until"])
            messages.success(request, _("Check-ins rest"))
            return redirect("empathy:check_ins", client=client)
    except registry.Mistake as mistake:
        form.add_error("until", mistake.message)
    return render(request, "empathy/check_ins.html", {"page": check_ins_page(by=actor), "form": form}, status=422)


@require_POST
@login_required
def resume(request: HttpRequest, client: str) -> HttpResponse:
    actions.resume_check_ins(by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Check-ins go on"))
    return redirect("empathy:check_ins", client=client)


@require_POST
@login_required
def ask_now(request: HttpRequest, client: str) -> HttpResponse:
    """Open a check-in before its day."""
    try:
        row = actions.open_check_in(by=request.actor)  # type: ignore[attr-defined]
    except registry.Mistake as told:
        messages.error(request, str(told))
        return redirect("empathy:check_ins", client=client)
    messages.success(request, _("Everybody who is asked has a letter"))
    return redirect("empathy:round", client=client, round_id=row.id)


@login_required
def check_in(request: HttpRequest, client: str, round_id: UUID) -> HttpResponse:
    """What came out of one; while it is open, how many have answered."""
    row = queries.now(round_id).row
    if row.kind != PULSE:
        raise registry.NotThere(str(round_id))
    if row.closed_at is None:
        return redirect("empathy:round", client=client, round_id=round_id)
    return render(request, "empathy/check_in.html", {"page": check_in_page(by=request.actor, round_id=round_id)})  # type: ignore[attr-defined]


@login_required
def strings(request: HttpRequest, client: str) -> HttpResponse:
    """The six strings and how they moved."""
    actor = actor_of(request, "perspectives.read")
    return render(request, "empathy/strings.html", {"page": strings_page(client=request.client.name), "may_edit": actor.may("perspectives.edit")})  # type: ignore[attr-defined]
