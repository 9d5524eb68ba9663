"""Their shoes: choosing a team, and sitting in its seat. `?initiative=` narrows both to one piece of work."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.base import registry

from ..pages.seats import seat_page, seats_page


@login_required
def seats(request: HttpRequest, client: str) -> HttpResponse:
    _require(request)
    return render(request, "empathy/seats.html", {"page": seats_page(by=request.actor, initiative_id=_about(request))})  # type: ignore[attr-defined]


@login_required
def seat(request: HttpRequest, client: str, team_id: UUID) -> HttpResponse:
    _require(request)
    page = seat_page(by=request.actor, team_id=team_id, initiative_id=_about(request))  # type: ignore[attr-defined]
    return render(request, "empathy/seat.html", {"page": page})


def _require(request: HttpRequest) -> None:
    if not request.actor.may("perspectives.read"):  # type: ignore[attr-defined]
        raise registry.Refused("perspectives.read")


def _about(request: HttpRequest) -> UUID | None:
    """NotThere for words that are no id."""
    given = request.GET.get("initiative", "")
    try:
        return UUID(given) if given else None
    except ValueError as wrong:
        raise registry.NotThere(given) from wrong
