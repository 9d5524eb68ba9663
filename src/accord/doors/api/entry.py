"""Who calls: a bearer token, or nobody. The scope is the token's client for as long as the call lasts, whatever else the request carries."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest
from ninja.security import HttpBearer

from accord.base import scope
from accord.base.people import access
from accord.base.people.rules import Actor

R = TypeVar("R")
REASON = "the token says which client, not a browser's session"


class Token(HttpBearer):
    """`Authorization: Bearer acc_...`: made on the page "Keys for programs"."""

    openapi_name = "token"

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        with scope.outside(REASON):
            return access.by_token(token, "api")


def in_scope(by: Actor, run: Callable[[], R]) -> R:
    """Run a verb, and show its result, with the caller's one client in scope."""
    with scope.outside(REASON), scope.within(by.client_id):
        return run()
