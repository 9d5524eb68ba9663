"""The one shape of every answer that is not the one asked for."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Trouble:
    """One thing that is wrong: where, and what to do."""

    where: str
    what: str


@dataclass(frozen=True)
class Problem:
    """Every answer that is not the one asked for has this shape."""

    message: str
    troubles: list[Trouble]


def problem(status: int, message: str, troubles: Iterable[Trouble] = ()) -> HttpResponse:
    content = json.dumps(asdict(Problem(message, list(troubles))))
    return HttpResponse(content, status=status, content_type="application/json; charset=utf-8")


def _message(status: int) -> str:
    """What to say where Django or the server answered before any verb was reached."""
    known = {
        400: _("This cannot be read. Send JSON in UTF-8, as /api/ describes."),
        404: _("There is nothing at this address. /api/ lists what there is."),
        405: _("This address does not take that method; see the header Allow."),
        413: _("That is too much at once. Send less."),
    }
    return known.get(status) or (_("Something broke on our side. Nothing was changed.") if status >= 500 else _("This cannot be done."))


class Answers:
    """Middleware: nothing from the API is kept by what stands between, and its errors have one shape whoever made them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path_info.startswith("/api/"):
            return response
        if response.status_code >= 400 and not response.headers.get("Content-Type", "").startswith("application/json"):
            allowed = response.headers.get("Allow")
            response = problem(response.status_code, _message(response.status_code))
            if allowed:
                response.headers["Allow"] = allowed
        response.headers["Cache-Control"] = "no-store"
        return response
