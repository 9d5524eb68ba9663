"""Pages of rounds: what both sides see and guess, all rounds, one of them, and starting one."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms.rounds import StartForm, StopForm
from ..models import PULSE
from ..pages.beside import beside
from ..pages.perspectives import perspectives_page
from ..pages.rounds import choices, round_page_of, rounds_page, suggested


@login_required
def perspectives(request: HttpRequest, client: str) -> HttpResponse:
    """What came out of the newest round; without one, what this page is for."""
    actor = request.actor  # type: ignore[attr-defined]
    newest = queries.newest_closed()
    if newest is None:
        return render(request, "empathy/none.html", {"open": queries.open_rounds(), "may_edit": actor.may("perspectives.edit")})
    page = perspectives_page(by=actor, round_id=newest.row.id)
    return render(request, "empathy/perspectives.html", {"page": page, "beside": beside(by=actor, round_id=newest.row.id), "newest": True})


@login_required
def rounds(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "empathy/rounds.html", {"page": rounds_page(by=request.actor)})  # type: ignore[attr-defined]


@login_required
def start(request: HttpRequest, client: str) -> HttpResponse:
    """What is asked, about what, whom, and until when."""
    actor = actor_of(request, "perspectives.edit")
    form = StartForm(request.POST or None, initial=suggested(request.GET.get("again")), **choices())
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.start_round(by=actor, **form.words())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("Everybody who is asked has a letter"))
            return redirect("empathy:round", client=client, round_id=row.id)
    return render(request, "empathy/start.html", {"form": form}, status=422 if form.errors else 200)


@login_required
def round_page(request: HttpRequest, client: str, round_id: UUID) -> HttpResponse:
    """One round: how many have answered, and once it is closed what came out."""
    actor = request.actor  # type: ignore[attr-defined]
    row = queries.now(round_id).row
    if row.closed_at and row.kind == PULSE:
        return redirect("empathy:check_in", client=client, round_id=round_id)
    if row.closed_at:
        page = perspectives_page(by=actor, round_id=round_id)
        return render(request, "empathy/perspectives.html", {"page": page, "beside": beside(by=actor, round_id=round_id)})
    return render(request, "empathy/round.html", {"page": round_page_of(by=actor, round_id=round_id), "form": StopForm()})


@require_POST
@login_required
def remind(request: HttpRequest, client: str, round_id: UUID) -> HttpResponse:
    n = actions.remind(by=request.actor, round_id=round_id)  # type: ignore[attr-defined]
    none = _("Nobody to write to: those who have not answered were written to less than a day ago")
    messages.success(request, ngettext("One letter goes out", "%(n)d letters go out", n) % {"n": n} if n else none)
    return redirect("empathy:round", client=client, round_id=round_id)


@require_POST
@login_required
def close(request: HttpRequest, client: str, round_id: UUID) -> HttpResponse:
    actions.close_round(by=request.actor, round_id=round_id)  # type: ignore[attr-defined]
    messages.success(request, _("It is closed, and everybody who took part has a letter"))
    return redirect("empathy:round", client=client, round_id=round_id)


@require_POST
@login_required
def stop(request: HttpRequest, client: str, round_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    form = StopForm(request.POST)
    if not form.is_valid():
        return render(request, "empathy/round.html", {"page": round_page_of(by=actor, round_id=round_id), "form": form}, status=422)
    actions.stop_round(by=actor, round_id=round_id, reason=form.cleaned_data["reason"])
    messages.success(request, _("The round is called off"))
    return redirect("empathy:rounds", client=client)
