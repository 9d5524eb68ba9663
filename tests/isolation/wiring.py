"""Views for the wiring test: what a request may do with rows, each in the way that went wrong somewhere."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import path

from accord.base import registry, scope
from accord.base.people import actions
from accord.base.people.models import Person
from accord.site.urls import *  # noqa: F403  (the handlers and addresses of an installation)
from accord.site.urls import urlpatterns as installed

LISTING = "{% for person in people %}{{ person.name }};{% endfor %}"


def eager(request: HttpRequest, client: str) -> HttpResponse:
    return HttpResponse(";".join(person.name for person in Person.objects.all()))


def lazy(request: HttpRequest, client: str) -> TemplateResponse:
    """Rendered after the view returned."""
    return TemplateResponse(request, engines["django"].from_string(LISTING), {"people": Person.objects.all()})


def stream(request: HttpRequest, client: str) -> StreamingHttpResponse:
    """Read after the middleware ended, with no scope of its own: a mistake that must be loud."""

    def body() -> Iterator[str]:
        for person in Person.objects.all():
            yield person.name

    return StreamingHttpResponse(body())


def half_written(request: HttpRequest, client: str) -> HttpResponse:
    """An act writes one row, then fails."""
    with registry.acting(request.actor, "tests.half"):
        actions.add_team(by=request.actor, name="Half", side="it")
        raise RuntimeError("the second row was refused")


def answered_500(request: HttpRequest, client: str) -> HttpResponse:
    actions.add_team(by=request.actor, name="Answered", side="it")
    return HttpResponse("it broke", status=500)


def without_client(request: HttpRequest) -> HttpResponse:
    return HttpResponse(";".join(sorted(person.name for person in Person.objects.all())))


def nobodys(request: HttpRequest) -> HttpResponse:
    try:
        return HttpResponse(str(Person.objects.count()))
    except scope.NoScope:
        return HttpResponse("no scope")


urlpatterns = [
    path("wiring/all/", without_client),
    path("wiring/nobody/", nobodys),
    path("<slug:client>/wiring/eager/", eager),
    path("<slug:client>/wiring/lazy/", lazy),
    path("<slug:client>/wiring/stream/", stream),
    path("<slug:client>/wiring/half/", half_written),
    path("<slug:client>/wiring/500/", answered_500),
    *installed,
]
