"""A brief or a hand-over by link: read on a phone, without an account, and answered there. Looking changes nothing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accord.base import registry
from accord.base.paper import web_document
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from ..actions import acknowledge
from ..forms.papers import AnswerForm
from ..models import Sending
from ..queries import papers
from ..rules.decision import Kind
from .papers import as_file

FILE = "brief.pdf"


@links.page("worth.brief")
def brief(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit), Kind.BRIEF)


@links.page("worth.hand_over")
def hand_over(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit), Kind.HAND_OVER)


def show(request: HttpRequest, guest: guests.Guest, kind: Kind) -> HttpResponse:
    row = papers.sending(guest.subject_id)
    if row.person_id != guest.person.id or row.paper.kind != kind.value:
        raise registry.NotThere(str(row.id))
    if guest.step not in STEPS:
        raise registry.NotThere(guest.step)
    return STEPS[guest.step](request, guest, row)


def _read(request: HttpRequest, guest: guests.Guest, row: Sending) -> HttpResponse:
    """The whole page, and below it the one question."""
    said = papers.words_of(row.id) if guest.known else []
    form = AnswerForm(request.POST if request.method == "POST" else None, kind=Kind(row.paper.kind))
    if request.method == "POST" and form.is_valid():
        try:
            acknowledge(by=guest.by, sending_id=row.id, **form.given())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            return guest.remembered(request, redirect(guest.address("thanks")))
    document = papers.document_of(row.paper)
    newer = next((one for one in papers.papers(row.paper.initiative_id, Kind(row.paper.kind)) if one.number > row.paper.number), None)
    return _say(request, guest, row, "worth/guest_brief.html", form=form, document=document, body=web_document.render(document), said=said, newer=newer)


def _file(request: HttpRequest, guest: guests.Guest, row: Sending) -> HttpResponse:
    return as_file(papers.document_of(row.paper), row.paper.initiative.title, row.paper.number, "pdf")


def _thanks(request: HttpRequest, guest: guests.Guest, row: Sending) -> HttpResponse:
    said = papers.words_of(row.id) if guest.known else []
    return _say(request, guest, row, "worth/guest_brief_thanks.html", said=said)


def _not_me(request: HttpRequest, guest: guests.Guest, row: Sending) -> HttpResponse:
    return _say(request, guest, row, "worth/guest_brief_not_me.html")


def _say(request: HttpRequest, guest: guests.Guest, row: Sending, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, row.sent_by, row.client) | {"row": row, "paper": row.paper, "file": guest.address(FILE)} | more
    return render(request, template, context, status=422 if form is not None and form.errors else 200)


STEPS = {"": _read, FILE: _file, "thanks": _thanks, "not-me": _not_me}
