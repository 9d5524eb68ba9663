"""What came of a warning, for whoever raised it: every turn, and how to say more or say it more strongly."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.base import registry
from accord.base.people import guests, links
from accord.base.people.letterhead import letterhead

from .. import actions, queries
from ..actions.raising import LOUDER_THAN
from ..forms.by_hand import GuestWordsForm
from ..models import Risk
from ..pages.by_hand import hand_page
from ..pages.speaking import speak_url
from ..purposes import MINE
from ..queries.asking import is_of


@links.page(MINE, called=gettext_lazy("What came of your warning"))
def page(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    return show(request, guests.by_link(visit))


@guests.page("warned")
def show(request: HttpRequest, guest: guests.Guest) -> HttpResponse:
    return conversation(request, guest, guest.subject_id, guest.step)


def conversation(request: HttpRequest, guest: guests.Guest, risk_id: UUID, step: str, at: str = "") -> HttpResponse:
    """at: the step under which the pages of this warning stand at a link that shows others, too."""
    row = is_of(risk_id, guest.person.id)
    if step == "not-me":
        return _say(request, guest, row, "people/guest_not_me.html")
    if step == "read" and request.method == "POST":
        return guest.remembered(request, redirect(guest.address(at)))
    if not guest.known:
        return _say(request, guest, row, "risks/guest_door.html", why="mine", read=_under(guest, at, "read"))
    if step not in ("", "sent", "more", "louder"):
        raise registry.NotThere(step)
    if step in ("more", "louder"):
        return _speak(request, guest, row, step, at)
    return _page(request, guest, row, at, sent=step == "sent")


def _speak(request: HttpRequest, guest: guests.Guest, row: Risk, step: str, at: str) -> HttpResponse:
    if row.raised_by_id != guest.person.id:
        raise registry.NotThere(step)  # it was passed on for them: whoever passed it on says more
    louder = step == "louder"
    label = _("Is there something to add?") if louder else _("Say more")
    form = GuestWordsForm(request.POST if request.method == "POST" else None, label=label, required=not louder)
    if request.method == "POST" and form.is_valid():
        say = actions.speak_louder if louder else actions.say_more
        try:
            say(by=guest.by, risk_id=row.id, words=form.cleaned_data["words"])
        except (registry.Mistake, registry.Conflict) as mistake:
            form.add_error(None, str(mistake))
        else:
            return guest.remembered(request, redirect(guest.address(at)))
    if louder:
        comes = queries.handling().next_voice(LOUDER_THAN[row.voice])
        return _say(request, guest, row, "risks/guest_louder.html", form=form, here=_under(guest, at, step), back=guest.address(at), comes=comes)
    return _page(request, guest, row, at, form=form)


def _page(request: HttpRequest, guest: guests.Guest, row: Risk, at: str, *, sent: bool = False, form: GuestWordsForm | None = None) -> HttpResponse:
    own = row.raised_by_id == guest.person.id
    shown = {
        "page": hand_page(row.id, reader=guest.person), "own": own, "sent": sent, "form": form or GuestWordsForm(label=_("Say more")),
        "more": _under(guest, at, "more"), "louder": _under(guest, at, "louder"), "another": guest.address() if at else "",
    }  # fmt: skip
    return _say(request, guest, row, "risks/guest_mine.html", **shown)


def _under(guest: guests.Guest, at: str, step: str) -> str:
    return guest.address(f"{at}/{step}" if at else step)


def _say(request: HttpRequest, guest: guests.Guest, row: Risk, template: str, **more: Any) -> HttpResponse:
    form = more.get("form")
    context = letterhead(guest, row.answerer, row.client) | {"row": row, "unnamed": speak_url()} | more
    return render(request, template, context, status=422 if form is not None and form.is_bound and form.errors else 200)
