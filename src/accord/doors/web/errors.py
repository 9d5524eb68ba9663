"""Kind pages for when something does not work: what happened, what to do, never a trace."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from accord.base import registry

log = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "web/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "web/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "web/errors/404.html", status=404)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "web/errors/csrf.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request: whatever broke must not be asked again while saying so."""
    return HttpResponse(loader.render_to_string("web/errors/500.html"), status=500)


class LastWord:
    """Middleware: what a verb refuses and no view answered is still answered calmly. Whoever came second is told what stands now; what is not as
    Accord wrote it is not shown, and whoever looks after Accord finds it in the log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, registry.Conflict):
            return render(request, "web/errors/conflict.html", {"said": exception.message}, status=409)
        if isinstance(exception, registry.NotAsWritten):
            log.error("Not as it was written, and not shown: %s. Run `accord verify`.", exception)
            return render(request, "web/errors/not_as_written.html", status=409)
        return None
