"""A round by link: one question on a page, kept at every step, and what came out once it is closed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions, queries, walk
from ..actions.rounds import PURPOSE
from ..models import PULSE, RoundItem, RoundPart
from ..pages.check_in import check_in_page, done_page
from ..pages.perspectives import perspectives_page
from ..rules.said import Said

THANKS = "thanks"


@links.page(PURPOSE, called=gettext_lazy("A round: what matters to you"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("round")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    part = queries.part(guest.subject_id, guest.person.id)
    row = part.round
    if guest.step == "not-me":
        return _say(request, guest, part, "people/guest_not_me.html")
    if row.closed_at:
        return _came_out(request, guest, part)
    if row.stopped_at or not part.answers:
        return _say(request, guest, part, "empathy/guest_closed.html")
    if guest.step == THANKS or (part.done and guest.step == ""):
        if row.kind == PULSE:
            return _say(request, guest, part, "empathy/guest_check_in_done.html", change=guest.address(walk.FIRST), page=done_page(part))
        return _say(request, guest, part, "empathy/guest_thanks.html", change=guest.address(walk.FIRST))
    return _ask(request, guest, part)


def _ask(request: HttpRequest, guest: guests.Guest, part: RoundPart) -> HttpResponse:
    """What they said before is shown to a browser that is known to be theirs, and to no other."""
    items, said = list(part.round.items.order_by("place")), queries.said(part)
    pages = walk.pages(part.round, said, part)
    found = next((one for one in pages if one.key == guest.step), pages[0] if guest.step in ("", "read") else None)
    if found is None:
        raise registry.NotThere(guest.step)
    if "skip" in request.GET or "nothing" in request.POST:
        return _on(request, guest, part, found.key, {})
    seen = said if guest.known else Said(own=said.own) if found.key == "because" else Said()
    form = found.form(request.POST if request.method == "POST" else None, part=part, items=items, said=seen)
    if request.method == "POST" and form.is_valid():
        try:
            return _on(request, guest, part, found.key, _kept(guest, found, form))
        except registry.Mistake as mistake:
            form.add_error(None, mistake.message)
    return _say(request, guest, part, found.template, **_around(guest, part, pages, found, items), form=form)


def _kept(guest: guests.Guest, page: walk.Page, form: Any) -> dict[str, Any]:
    """What the page changes on the sheet; nothing where it is another idea's own."""
    if page.keep is None:
        return form.changes()
    page.keep(guest.by, form)
    return {}


def _on(request: HttpRequest, guest: guests.Guest, part: RoundPart, key: str, changes: dict[str, Any]) -> HttpResponse:
    """Keep the step, and go to the next. The last one makes it whole."""
    said = queries.said(part).but(**changes)
    left = [one.key for one in walk.pages(part.round, said, part)]
    last = key == left[-1]
    if request.method == "POST":
        actions.take_step(by=guest.by, round_id=part.round_id, changes=changes, done=last)
    elif last:
        return redirect(guest.address(key))
    answer = redirect(guest.address(THANKS if last else left[left.index(key) + 1]))
    return guest.remembered(request, answer) if request.method == "POST" else answer


def _around(guest: guests.Guest, part: RoundPart, pages: list[walk.Page], now: walk.Page, items: list[RoundItem]) -> dict[str, Any]:
    at = pages.index(now)
    return {
        "items": items,
        "at": at + 1,
        "of": len(pages),
        "bars": [place <= at for place in range(len(pages))],
        "here": guest.address(now.key),
        "back": guest.address(pages[at - 1].key) if at else "",
        "skip": f"{guest.address(now.key)}?skip" if at + 1 < len(pages) else "",
        "last": at + 1 == len(pages),
    }


def _came_out(request: HttpRequest, guest: guests.Guest, part: RoundPart) -> HttpResponse:
    if part.round.kind == PULSE:
        return _say(request, guest, part, "empathy/guest_check_in.html", page=check_in_page(by=guest.by, round_id=part.round_id))
    page = perspectives_page(by=guest.by, round_id=part.round_id)
    return _say(request, guest, part, "empathy/guest_came_out.html", page=page)


def _say(request: HttpRequest, guest: guests.Guest, part: RoundPart, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, part.round.made_by, part.round.client) | {"part": part, "round": part.round} | more
    return render(request, template, context, status=422 if form is not None and form.errors else 200)
