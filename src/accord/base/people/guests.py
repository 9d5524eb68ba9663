"""Whoever answers: somebody at their link, or the same person signed in. The pages are the same; signing in counts as a known device.

An idea says with `@guests.page("question")` what waits under that word for somebody signed in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accord.base import registry

from . import links
from . import queries as people
from .actions import remember_device
from .models import Person
from .rules import Actor


@dataclass(frozen=True)
class Guest:
    """known: this browser may see what was said before. until: when the link ends, None for somebody signed in."""

    by: Actor
    person: Person
    subject_id: UUID
    known: bool
    step: str
    address_of: Callable[[str], str]
    until: datetime | None
    signed_in: bool

    def address(self, step: str = "") -> str:
        return self.address_of(step)

    def remembered(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """After something they sent was accepted: this browser is theirs."""
        if not self.signed_in:
            links.keep_cookie(response, remember_device(person=self.person, cookie=request.COOKIES.get(links.COOKIE)))
        return response


Page = Callable[[HttpRequest, Guest], HttpResponse]
_pages: dict[str, Page] = {}


def page(kind: str) -> Callable[[Page], Page]:
    """Declare the page a signed-in person finds under a word of the address."""

    def keep(view: Page) -> Page:
        _pages[kind] = view
        return view

    return keep


def page_of(kind: str) -> Page:
    """NotThere for a word nobody declared."""
    if kind not in _pages:
        raise registry.NotThere(kind)
    return _pages[kind]


def waits(
    kind: str, subject: object, title: str, detail: str, url: str, label: str, since: datetime, who: Person | None = None, minutes: int = 1
) -> registry.Owed:
    """A row of Today of this kind about one thing. who: who waits for it, where somebody is named."""
    name, job, side = (who.name, who.job, who.side) if who else ("", "", "")
    return registry.Owed(f"{kind}:{subject}", kind, title, detail, url, label, since, name, job, side, minutes)


def by_link(visit: links.Visit) -> Guest:
    return Guest(visit.actor, visit.person, visit.link.subject_id, visit.knows_device, visit.step.strip("/"), visit.address, visit.link.expires_at, False)


def signed_in(request: HttpRequest, client: str, kind: str, subject_id: UUID, step: str) -> Guest:
    """The same for somebody with an account; raises NotThere for an actor without a person."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.person_id is None:
        raise registry.NotThere(str(subject_id))

    def address(to: str) -> str:
        return own_address(client, kind, subject_id, to)

    return Guest(actor, people.person(actor.person_id), subject_id, True, step.strip("/"), address, None, True)


def own_address(client: str, kind: str, subject_id: UUID, step: str = "") -> str:
    """Where a signed-in person finds what waits for them."""
    given = {"client": client, "kind": kind, "subject_id": subject_id}
    return reverse("people:mine_step", kwargs=given | {"step": step}) if step else reverse("people:mine", kwargs=given)
