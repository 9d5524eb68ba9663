"""Their shoes: choosing a team, and sitting in its seat. `?initiative=` narrows both to one piece of work."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.base import registry
from accord.base.people.acting import actor_of

from ..pages.seats import seat_page, seats_page


@login_required
def seats(request: HttpRequest, client: str) -> HttpResponse:
    page = seats_page(by=actor_of(request, "perspectives.read"), initiative_id=_about(request))
    return render(request, "empathy/seats.html", {"page": page})


@login_required
def seat(request: HttpRequest, client: str, team_id: UUID) -> HttpResponse:
    page = seat_page(by=actor_of(request, "perspectives.read"), team_id=team_id, initiative_id=_about(request))
    return render(request, "empathy/seat.html", {"page": page})


def _about(request: HttpRequest) -> UUID | None:
    """NotThere for words that are no id."""
    given = request.GET.get("initiative", "")
    try:
        return UUID(given) if given else None
    except ValueError as wrong:
        raise registry.NotThere(given) from wrong
