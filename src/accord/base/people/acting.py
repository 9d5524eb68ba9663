"""Whoever acts in a request."""

from django.http import HttpRequest

from accord.base import registry

from .rules import Actor


def actor_of(request: HttpRequest, permission: str = "") -> Actor:
    """Raises Refused when a page is only for those who may do something: what it then does asks again."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if permission and not actor.may(permission):
        raise registry.Refused(permission)
    return actor
