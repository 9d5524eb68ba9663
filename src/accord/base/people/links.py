"""Participant links: one person, one purpose, for a time.

An idea says what a purpose shows with `@links.page("listen.question")`; the address /l/<text>/ finds the link, the person and the
device, and hands them to that page as a `Visit`. Reading an address changes nothing, so the robots that preview links are harmless.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from . import secrets
from .models import Device, Link, Person
from .rules import Actor, Role

COOKIE = "accord-device"
COOKIE_DAYS = 400
# First parts of addresses that are not a client's short name.
RESERVED = {"accounts", "api", "app", "clients", "demo", "health", "help", "identity", "l", "mcp", "provider", "settings", "speak", "start", "static"}
RESERVED |= {".well-known", "initiatives", "language", "styleguide", "today"}


@dataclass(frozen=True)
class Visit:
    """Somebody at a link: who they are, what for, and whether this device may see what they said before."""

    link: Link
    person: Person
    text: str
    step: str
    knows_device: bool
    first_device: bool

    @property
    def actor(self) -> Actor:
        return at_link(self.person)

    @property
    def may_speak(self) -> bool:
        """A person's first device needs no code; a further one does."""
        return self.knows_device or self.first_device

    def address(self, step: str = "") -> str:
        return address_of(self.text, step)


Page = Callable[[HttpRequest, Visit], HttpResponse]
_pages: dict[str, Page] = {}
_called: dict[str, str | Promise] = {}


def page(purpose: str, called: str | Promise = "") -> Callable[[Page], Page]:
    """Declare what a link of this purpose shows, and what such a link is called where somebody looks over a person's links."""

    def keep(view: Page) -> Page:
        _pages[purpose], _called[purpose] = view, called
        return view

    return keep


def called(purpose: str) -> str | Promise:
    return _called.get(purpose) or _("Something to answer")


def page_of(purpose: str) -> Page | None:
    """None for a purpose that this version of Accord does not know."""
    return _pages.get(purpose)


def at_link(person: Person) -> Actor:
    """The person as whoever acts, having come by a link."""
    return Actor(person.client_id, person.id, person.name, person.job, person.side, Role.PARTICIPANT, "link")


def address_of(text: str, step: str = "") -> str:
    """The path of a link's page."""
    return reverse("link", args=[text]) if not step else reverse("link_step", args=[text, step])


def url_of(text: str) -> str:
    """The whole address, as it goes into a mail."""
    return settings.ADDRESS + address_of(text)


def device_known(person: Person, cookie: str | None) -> bool:
    return bool(cookie) and Device.objects.filter(person=person, digest=secrets.digest(str(cookie))).exists()


def has_device(person: Person) -> bool:
    return Device.objects.filter(person=person).exists()


def keep_cookie(response: HttpResponse, text: str) -> None:
    """Give the browser what `actions.remember_device` keeps the digest of."""
    response.set_cookie(COOKIE, text, max_age=COOKIE_DAYS * 86_400, httponly=True, secure=settings.SECURE, samesite="Lax", path="/l/")


def summary(link: Link) -> dict[str, Any]:
    """What the journal keeps of a link: never its address."""
    return {"link": str(link.id), "purpose": link.purpose, "person": str(link.person_id), "until": link.expires_at.isoformat()}
