"""A file of time entries or tickets: first what it would add, then it is taken in. Until then nothing is written."""


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
from ..forms.effort import EffortFileForm, TakeEffortForm
from ..pages.taking import effort_run
from ..queries import taking
from ..queries.taking import EffortFile


@login_required
def import_effort(request: HttpRequest, client: str) -> HttpResponse:
    actor = actor_of(request, "goals.edit")
    if request.method == "POST" and "packed" in request.POST:
        return _second(request, client, actor)
    form = EffortFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            name, content = form.sheet()
            file = taking.read(name, content)
        except registry.Mistake as mistake:
            form.add_error("file", mistake.message)
        else:
            return _shown(request, file, content)
    return render(request, "goals/import_effort.html", {"form": form}, status=422 if form.errors else 200)


def _second(request: HttpRequest, client: str, actor: Actor) -> HttpResponse:
    form = TakeEffortForm(request.POST)
    try:
        name, content = form.come_along()
        per_day, work_column = form.told()
        file = taking.read(name, content, per_day, work_column)
    except registry.Mistake as mistake:
        return render(request, "goals/import_effort.html", {"form": EffortFileForm.refused(mistake.message)}, status=422)
    if "look" in request.POST or not file.may_go:
        return _shown(request, file, content, 200 if "look" in request.POST else 422)
    if form.cleaned_data["seen"] != file.seen:
        messages.info(request, _("Something is different now from what the page showed. Look at it again, then take it in."))
        return _shown(request, file, content, 409)
    found = actions.import_effort(by=actor, name=name, content=encoded(content), per_day=per_day, work_column=work_column, seen=file.seen)
    messages.success(request, ngettext("One entry is taken in", "%(n)d entries are taken in", found.new + found.changed) % {"n": found.new + found.changed})
    return redirect("goals:work_names" if found.unmatched else "goals:effort", client=client)


def _shown(request: HttpRequest, file: EffortFile, content: bytes, status: int = 200) -> HttpResponse:
    initial = {"name": file.name, "packed": packed(content), "seen": file.seen, "work_column": file.work_column, "per_day": file.per_day}
    form = TakeEffortForm(initial=initial).offer(file.headers)
    return render(request, "goals/effort_run.html", {"page": effort_run(file), "form": form}, status=status)
