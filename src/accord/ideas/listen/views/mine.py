"""What waits for somebody signed in: the page of their link, without a link."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from accord.base import registry

from .. import guests
from . import guest_playback, guest_question, guest_request

PAGES = {"question": guest_question.show, "playback": guest_playback.show, "request": guest_request.show}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, client: str, kind: str, subject_id: UUID, step: str = "") -> HttpResponse:
    if kind not in PAGES:
        raise registry.NotThere(kind)
    return PAGES[kind](request, guests.signed_in(request, client, kind, subject_id, step))
