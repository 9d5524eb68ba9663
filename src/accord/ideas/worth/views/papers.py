"""Briefs and hand-overs on screen, as files, sent, and answered by those who are signed in."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.paper.document import Document
from accord.base.people.acting import actor_of
from accord.ideas.goals import queries as goals

from .. import forms_of_paper
from ..actions import acknowledge, hand_over, nudge_reader, send_brief
from ..forms.papers import AnswerForm, SendForm
from ..pages.decision import PaperPage, paper_page
from ..queries import papers
from ..rules.decision import Kind

SEND = {Kind.BRIEF: send_brief, Kind.HAND_OVER: hand_over}


@login_required
def paper(request: HttpRequest, client: str, initiative_id: UUID, kind: Kind, number: int | None = None) -> HttpResponse:
    page = _page(request, initiative_id, kind, number)
    return _show(request, page, SendForm(people=page.people), AnswerForm(kind=kind))


@login_required
def send(request: HttpRequest, client: str, initiative_id: UUID, kind: Kind) -> HttpResponse:
    """POST sends what stands now; anything else leads to the page."""
    page = _page(request, initiative_id, kind, None)
    form = SendForm(request.POST or None, people=page.people)
    if request.method != "POST":
        return redirect(f"worth:{kind.value}", client=client, initiative_id=initiative_id)
    if form.is_valid():
        try:
            ids = [UUID(id) for id in form.cleaned_data["person_ids"]]
            sent = SEND[kind](by=request.actor, initiative_id=initiative_id, person_ids=ids, note=form.cleaned_data["note"])  # type: ignore[attr-defined]
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, ngettext("Sent to one person.", "Sent to %(n)d people.", len(sent)) % {"n": len(sent)})
            return redirect(f"worth:{kind.value}", client=client, initiative_id=initiative_id)
    return _show(request, page, form, AnswerForm(kind=kind))


@login_required
@require_POST
def say(request: HttpRequest, client: str, initiative_id: UUID, kind: Kind, number: int) -> HttpResponse:
    """What somebody signed in says to a version they were sent."""
    page = _page(request, initiative_id, kind, number)
    if page.mine is None:
        raise registry.NotThere(str(initiative_id))
    form = AnswerForm(request.POST, kind=kind)
    if form.is_valid():
        try:
            acknowledge(by=request.actor, sending_id=page.mine.id, **form.given())  # type: ignore[attr-defined]
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("Thank you. Your word is kept with the text you read."))
            return redirect(f"worth:{kind.value}_version", client=client, initiative_id=initiative_id, number=number)
    return _show(request, page, SendForm(people=page.people), form)


@login_required
@require_POST
def nudge(request: HttpRequest, client: str, initiative_id: UUID, sending_id: UUID) -> HttpResponse:
    row = papers.sending(sending_id)
    try:
        nudge_reader(by=request.actor, sending_id=sending_id)  # type: ignore[attr-defined]
        messages.success(request, _("%(who)s was reminded.") % {"who": row.person.called})
    except registry.Mistake as mistake:
        messages.warning(request, mistake.message)
    return redirect(f"worth:{row.paper.kind}_version", client=client, initiative_id=initiative_id, number=row.paper.number)


@login_required
def file(request: HttpRequest, client: str, initiative_id: UUID, kind: Kind, number: int, form: str) -> HttpResponse:
    """A version as a file; 0 is how it stands now, for those who send."""
    actor = actor_of(request, "decisions.read")
    initiative = goals.initiative(initiative_id)
    if number == 0 and not actor.may("briefs.send"):
        raise registry.NotThere(form)
    document = papers.as_it_stands(initiative, kind) if number == 0 else papers.document_of(papers.paper(initiative_id, kind, number))
    return as_file(document, initiative.title, number, form)


def as_file(document: Document, title: str, number: int, form: str) -> HttpResponse:
    """The document for the browser to keep."""
    body = forms_of_paper.made(document, form)
    name = forms_of_paper.name(title, number, form)
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(body, content_type=forms_of_paper.FORMS[form].mime, headers=headers)


def _page(request: HttpRequest, initiative_id: UUID, kind: Kind, number: int | None) -> PaperPage:
    actor = actor_of(request, "decisions.read")
    return paper_page(by=actor, initiative_id=initiative_id, kind=kind, number=number)


def _show(request: HttpRequest, page: PaperPage, sending: SendForm, answer: AnswerForm) -> HttpResponse:
    wrong = sending if sending.errors else answer
    context = {"page": page, "sending": sending, "answer": answer, "form": wrong}
    return render(request, "worth/brief.html", context, status=422 if wrong.errors else 200)
