"""What the shell of every page needs to know, worked out only when a template asks."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from accord.base.people.models import Client
from accord.base.people.rules import Actor

from . import nav


@dataclass(frozen=True)
class Shell:
    """client and actor are None where the address names no client; clients: how many this account works in."""

    client: Client | None
    actor: Actor | None
    clients: int
    home: str
    house: str  # whom the person works for
    pages: tuple[nav.Shown, ...]
    quiet: tuple[nav.Shown, ...]
    demo: bool


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    return {"shell": SimpleLazyObject(lambda: _shell(request))}


def _shell(request: HttpRequest) -> Shell:
    client, actor = getattr(request, "client", None), getattr(request, "actor", None)
    pages, quiet = (tuple(nav.shown(request, client.slug, quiet=quiet)) if client and actor else () for quiet in (False, True))
    return Shell(client, actor, len(getattr(request, "actors", ())), _home(), _house(request, client), pages, quiet, _in_demo(request))


def _in_demo(request: HttpRequest) -> bool:
    """Whether the page shows the demo's bar. Participants' pages do not: they are shown as they are."""
    return settings.MODE == "demo" and not request.path_info.startswith("/l/")


def _home() -> str:
    try:
        return reverse("home")
    except NoReverseMatch:
        return "/"


def _house(request: HttpRequest, client: Client | None) -> str:
    provider = getattr(getattr(request, "user", None), "provider", None)
    return str(provider or client or "")
