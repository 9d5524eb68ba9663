"""Pages of drift: what drifts, and all of one kind."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..pages.drift import drift_page, kind_page


@login_required
def drift(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "goals/drift.html", {"page": drift_page(by=request.actor)})  # type: ignore[attr-defined]


@login_required
def drift_kind(request: HttpRequest, client: str, signal: str) -> HttpResponse:
    """All signals of one kind."""
    return render(request, "goals/drift_kind.html", {"page": kind_page(by=request.actor, kind=signal, number=request.GET.get("page", ""))})  # type: ignore[attr-defined]
