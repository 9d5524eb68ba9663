"""Sets who acts, and in which clients, for the length of a request."""

from collections.abc import Callable
from contextlib import ExitStack

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from accord.base import registry, scope

from . import access


def _slug(request: HttpRequest) -> str | None:
    try:
        return resolve(request.path_info).kwargs.get("client")
    except Resolver404:
        return None


class WhoActs:
    """request.actors: the account in each of its clients. request.actor, request.client: where the address names one.

    The scope is that one client, or all assigned ones where the address names none. Without an account there is no scope at all;
    the pages of links set their own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = request.client = None  # type: ignore[attr-defined]
        request.actors = access.actors(request.user) if request.user.is_authenticated else []  # type: ignore[attr-defined]
        slug = _slug(request)
        for client, actor in request.actors:  # type: ignore[attr-defined]
            if client.slug == slug:
                request.client, request.actor = client, actor  # type: ignore[attr-defined]
        with ExitStack() as stack:
            ids = [request.actor.client_id] if request.actor else [actor.client_id for _, actor in request.actors] if slug is None else []  # type: ignore[attr-defined]
            if ids:
                stack.enter_context(scope.within(*ids))
            if request.method in ("GET", "HEAD"):  # they change nothing, so nothing needs to be looked up twice
                stack.enter_context(scope.reading())
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, object]) -> None:
        if "client" in kwargs and request.user.is_authenticated and request.actor is None:  # type: ignore[attr-defined]
            raise Http404

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """What a verb refuses becomes what the web calls it: not yours is 403, not there is 404."""
        if isinstance(exception, registry.NotThere):
            raise Http404 from exception
        if isinstance(exception, registry.Refused):
            raise PermissionDenied from exception
