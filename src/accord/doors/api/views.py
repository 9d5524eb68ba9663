"""The reference page, and what stands at an address below /api/ where nothing is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from . import reference


@require_safe
def read(request: HttpRequest) -> HttpResponse:
    """In the shell for those who signed in, on a plain page for everybody else. It holds nothing of anybody's."""
    template = "web/base.html" if request.user.is_authenticated else "web/guest.html"
    return render(request, "api/reference.html", {"template": template, "chapters": reference.chapters()})


def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    raise Http404
