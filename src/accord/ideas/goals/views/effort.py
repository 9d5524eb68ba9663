"""Where the work goes: the page, the two-minute estimate, the shares of attention, and the names other tools use."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions, queries
from ..forms.effort import ASIDE, NOT_YET, AttentionForm, EstimateForm, NamesForm
from ..pages.effort import effort_page
from ..queries import effort as found

PAGE = 25


@login_required
def effort(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "goals/effort.html", {"page": effort_page(by=request.actor, asked=request.GET.get("month", ""))})  # type: ignore[attr-defined]


@login_required
def estimate(request: HttpRequest, client: str) -> HttpResponse:
    """One screen: what went into each initiative, at least and at most."""
    actor = actor_of(request, "goals.edit")
    form = EstimateForm(request.POST if request.method == "POST" else None, work=found.open_work())
    if request.method == "POST" and form.is_valid():
        try:
            rows = actions.estimate_effort(by=actor, **form.given())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("Noted"))
            return _to_month(client, rows[0].month.strftime("%Y-%m"))
    return render(request, "goals/estimate.html", {"form": form}, status=422 if form.errors else 200)


def _to_month(client: str, month: str) -> HttpResponse:
    answer = redirect("goals:effort", client=client)
    answer["Location"] += f"?month={month}"
    return answer


@login_required
def attention(request: HttpRequest, client: str) -> HttpResponse:
    """How much of all the work each goal is to get."""
    actor, now = actor_of(request, "goals.edit"), found.attention()
    goals = [(one.id, one.title) for one in queries.live_goals()][: found.MOST_ASKED]
    form = AttentionForm(request.POST if request.method == "POST" else None, goals=goals, now=now)
    if request.method == "POST" and form.is_valid():
        for goal_id, share in form.given(now).items():
            actions.set_attention(by=actor, goal_id=goal_id, share=share)
        messages.success(request, _("So the work is to be shared out"))
        return redirect("goals:effort", client=client)
    return render(request, "goals/attention.html", {"form": form, "total": sum(now.values())}, status=422 if form.errors else 200)


@login_required
def names(request: HttpRequest, client: str) -> HttpResponse:
    """Which initiative each name of other tools is; those nobody matched come first."""
    actor = actor_of(request, "goals.edit")
    page = Paginator(found.names_of_work(), PAGE).get_page(request.GET.get("page"))
    told = [(one.row.id, one.row.name or _("Without a name"), ASIDE if one.row.aside else str(one.row.initiative_id or NOT_YET)) for one in page]
    work = {one.row.initiative.id: one.row.initiative.title for one in page if one.row.initiative} | dict(found.all_work())
    form = NamesForm(request.POST if request.method == "POST" else None, names=told, work=list(work.items()))
    if request.method == "POST" and form.is_valid():
        for work_id, said in form.given().items():
            actions.match_work(by=actor, work_id=work_id, **said)
        messages.success(request, _("The names are kept"))
        return redirect("goals:work_names", client=client)
    rows = [(one, form[f"name-{one.row.id}"]) for one in page]
    return render(request, "goals/work_names.html", {"form": form, "rows": rows, "page": page}, status=422 if form.errors else 200)
