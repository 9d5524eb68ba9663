"""Warnings from a file and to a file. First the file, then what it would do, then it is taken in; until then nothing is written."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry
from accord.base.people.acting import actor_of
from accord.base.people.files import encoded, packed
from accord.base.people.rules import Actor

from .. import actions
from ..forms.taking_in import RisksFileForm, TakeInRisksForm
from ..pages.taking_in import dry_run
from ..queries import exporting, taking_in
from ..rules.taking_in import LAYOUTS

KINDS = {
    "csv": (exporting.as_csv, "text/csv; charset=utf-8"),
    "xlsx": (exporting.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@login_required
def import_risks(request: HttpRequest, client: str) -> HttpResponse:
    actor = actor_of(request, "risks.edit")
    if request.method == "POST" and "packed" in request.POST:
        return _second(request, client, actor)
    form = RisksFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            name, content = form.sheet()
            sheet = taking_in.read(name, content)
        except registry.Mistake as mistake:
            form.add_error("file", mistake.message)
        else:
            return _shown(request, sheet, TakeInRisksForm(initial={"name": name, "packed": packed(content), "seen": sheet.seen}))
    return render(request, "risks/import.html", {"form": form}, status=422 if form.errors else 200)


def _second(request: HttpRequest, client: str, actor: Actor) -> HttpResponse:
    form = TakeInRisksForm(request.POST)
    try:
        name, content = form.come_along()
        sheet = taking_in.read(name, content)
        if not sheet.plan.may_go:
            return _shown(request, sheet, _again(form, sheet, content), status=422)
        if form.cleaned_data["seen"] != sheet.seen:
            messages.info(request, _("Something is different now from what the page showed. Look at it again, then take it in."))
            return _shown(request, sheet, _again(form, sheet, content), status=409)
        found = actions.import_risks(by=actor, name=name, content=encoded(content), answerer_id=form.answerer(), seen=sheet.seen)
    except registry.Mistake as mistake:
        return render(request, "risks/import.html", {"form": RisksFileForm.refused(mistake.message)}, status=422)
    messages.success(request, _told(found))
    return redirect("risks:register", client=client)


def _again(form: TakeInRisksForm, sheet: taking_in.RisksSheet, content: bytes) -> TakeInRisksForm:
    return TakeInRisksForm(initial={**form.cleaned_data, "answerer_id": form.answerer(), "packed": packed(content), "seen": sheet.seen})


def _told(found: actions.RisksTakenIn) -> str:
    new = ngettext("One warning is new", "%(n)d warnings are new", found.new) % {"n": found.new}
    changed = ngettext("one has other ranges", "%(n)d have other ranges", found.changed) % {"n": found.changed}
    return f"{new}, {changed}" if found.changed else new


def _shown(request: HttpRequest, sheet: taking_in.RisksSheet, form: TakeInRisksForm, status: int = 200) -> HttpResponse:
    return render(request, "risks/dry_run.html", {"page": dry_run(sheet), "form": form}, status=status)


@login_required
def export_risks(request: HttpRequest, client: str, layout: str, kind: str) -> HttpResponse:
    if kind not in KINDS or layout not in LAYOUTS:
        raise registry.NotThere(f"{layout}.{kind}")
    write, content_type = KINDS[kind]
    body = write(by=actor_of(request), name=layout)
    return HttpResponse(body, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="warnings-{client}-{layout}.{kind}"'})
