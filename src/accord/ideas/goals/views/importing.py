"""Goals from a file and to a file, and how they are worded."""

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
from accord.base.people.files import encoded, packed
from accord.base.people.rules import Actor

from .. import actions, queries
from ..forms.importing import GoalsFileForm, LabelsForm, TakeInForm
from ..pages.importing import dry_run
from ..queries import exporting, importing

KINDS = {
    "csv": (exporting.as_csv, "text/csv; charset=utf-8"),
    "xlsx": (exporting.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@login_required
def import_goals(request: HttpRequest, client: str) -> HttpResponse:
    """First the file, then what it would do, then it is taken in. Until then nothing is written."""
    actor = actor_of(request, "goals.edit")
    if request.method == "POST" and "packed" in request.POST:
        return _second(request, client, actor)
    form = GoalsFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            name, content = form.sheet()
            sheet = importing.read(name, content)
        except registry.Mistake as mistake:
            form.add_error("file", mistake.message)
        else:
            initial = {"name": name, "packed": packed(content), "seen": sheet.seen, "tell": True}
            return _shown(request, sheet, TakeInForm(initial=initial))
    return render(request, "goals/import.html", {"form": form}, status=422 if form.errors else 200)


def _second(request: HttpRequest, client: str, actor: Actor) -> HttpResponse:
    form = TakeInForm(request.POST)
    try:
        name, content = form.come_along()
        otherwise = form.otherwise()
        sheet = importing.read(name, content, otherwise)
    except registry.Mistake as mistake:
        return render(request, "goals/import.html", {"form": GoalsFileForm.refused(mistake.message)}, status=422)
    again = TakeInForm(initial={**form.cleaned_data, "otherwise_id": otherwise, "packed": packed(content), "seen": sheet.seen})
    if "look" in request.POST or not sheet.plan.may_go:
        return _shown(request, sheet, again, status=200 if "look" in request.POST else 422)
    if form.cleaned_data["seen"] != sheet.seen:
        messages.info(request, _("Something is different now from what the page showed. Look at it again, then take it in."))
        return _shown(request, sheet, again, status=409)
    words = {"reason": form.cleaned_data["reason"], "tell": form.cleaned_data["tell"], "seen": sheet.seen}
    found = actions.import_goals(by=actor, name=name, content=encoded(content), otherwise_id=otherwise, **words)
    messages.success(request, _told(found))
    return redirect("goals:goals", client=client)


def _told(found: actions.TakenIn) -> str:
    new = ngettext("One goal is new", "%(n)d goals are new", found.new) % {"n": found.new}
    changed = ngettext("one changed", "%(n)d changed", found.changed) % {"n": found.changed}
    return f"{new}, {changed}"


def _shown(request: HttpRequest, sheet: importing.Sheet, form: TakeInForm, status: int = 200) -> HttpResponse:
    return render(request, "goals/dry_run.html", {"page": dry_run(sheet), "form": form}, status=status)


@login_required
def export_goals(request: HttpRequest, client: str, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise registry.NotThere(kind)
    write, content_type = KINDS[kind]
    body = write(by=request.actor)  # type: ignore[attr-defined]
    return HttpResponse(body, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="goals-{client}.{kind}"'})


@login_required
def labels(request: HttpRequest, client: str) -> HttpResponse:
    """Which label set the goals of this client use."""
    actor, now = actor_of(request, "goals.edit"), queries.label_set()
    form = LabelsForm(request.POST or None, initial={"key": now.key if now else ""})
    if request.method == "POST" and form.is_valid():
        actions.choose_labels(by=actor, key=form.cleaned_data["key"])
        messages.success(request, _("Goals are worded like this from now on"))
        return redirect("goals:goals", client=client)
    sets = queries.list_label_sets(by=actor)
    return render(request, "goals/labels.html", {"form": form, "sets": sets}, status=422 if form.errors else 200)


@login_required
@require_POST
def label_goal(request: HttpRequest, client: str, goal_id: UUID) -> HttpResponse:
    """From the goal's page: another label, or none."""
    try:
        actions.label_goal(by=actor_of(request, "goals.edit"), goal_id=goal_id, label=request.POST.get("label", "")[:120])
        messages.success(request, _("The label stands"))
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
    return redirect("goals:goal", client=client, goal_id=goal_id)
