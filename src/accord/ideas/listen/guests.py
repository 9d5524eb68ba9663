"""Whoever answers: somebody at their link, or the same person signed in. The pages are the same; signing in counts as a known device."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accord.base import registry
from accord.base.people import links
from accord.base.people import queries as people
from accord.base.people.actions import remember_device
from accord.base.people.models import Person
from accord.base.people.rules import Actor


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
    return reverse("listen:mine_step", kwargs=given | {"step": step}) if step else reverse("listen:mine", kwargs=given)
