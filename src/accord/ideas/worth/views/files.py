"""A case as a file, out and in."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accord.base import estimate, registry
from accord.base.people.acting import actor_of
from accord.ideas.goals import queries as goals

from .. import actions
from ..forms.case import ImportForm
from ..queries import exporting
from ..queries.weighing import row_of
from .attempting import DONE, REFUSED, attempt

KINDS = {
    "toml": (exporting.as_toml, "application/toml"),
    "json": (exporting.as_json, "application/json"),
    "xlsx": (exporting.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (exporting.as_csv, "text/csv; charset=utf-8"),
}


@login_required
def export(request: HttpRequest, client: str, initiative_id: UUID, kind: str) -> HttpResponse:
    """Download the case."""
    if kind not in KINDS:
        raise registry.NotThere(kind)
    write, content_type = KINDS[kind]
    try:
        body = write(by=actor_of(request, "worth.read"), initiative_id=initiative_id)
    except estimate.CaseError as error:
        words = _("This case cannot be written to a file yet: %(what)s") % {"what": error.message}
        return HttpResponse(words, status=REFUSED, content_type="text/plain; charset=utf-8")
    name = slugify(goals.initiative(initiative_id).title)[:60] or "case"
    return HttpResponse(body, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'})


@login_required
def take_in(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    """Take a case in from a file."""
    actor, initiative = actor_of(request, "worth.edit"), goals.initiative(initiative_id)
    form = ImportForm(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        status = attempt(form, lambda: actions.take_in(by=actor, initiative_id=initiative_id, text=_text(form)))
        if status == DONE:
            return redirect("worth:case", client=client, initiative_id=initiative_id)
    return render(request, "worth/take_in.html", {"initiative": initiative, "form": form, "row": row_of(initiative_id)}, status=status)


def _text(form: ImportForm) -> str:
    file = form.cleaned_data["file"]
    if file is None:
        if not form.cleaned_data["pasted"].strip():
            raise registry.Mistake(_("Choose a file, or paste the case."), "file")
        return str(form.cleaned_data["pasted"])
    if file.size > 200_000:
        raise registry.Mistake(_("The file is larger than 200 kB. A case is a page or two."), "file")
    try:
        return str(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise registry.Mistake(_("The file is not UTF-8 text. Save it as UTF-8."), "file") from None
