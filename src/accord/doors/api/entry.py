"""Who calls: a bearer token, or nobody. The scope is the token's client for as long as the call lasts."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.security import HttpBearer

from accord.base import scope
from accord.base.people import access
from accord.base.people.rules import Actor


class Token(HttpBearer):
    """`Authorization: Bearer acc_...`: made on the page "Keys for programs"."""

    openapi_name = "token"

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        return access.by_token(token, "api")


def in_scope(run: Callable[..., Any], by: Actor, *args: Any, **kwargs: Any) -> Any:
    """Run a verb, and show its result, with the caller's one client in scope."""
    with scope.within(by.client_id):
        return run(*args, **kwargs)


def no_store(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Nothing from the API is kept by what stands between."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith("/api/"):
            response.headers["Cache-Control"] = "no-store"
        return response

    return handle
