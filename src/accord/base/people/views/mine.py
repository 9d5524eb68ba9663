"""What waits for somebody signed in: the page of their link, without a link."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from .. import guests


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, client: str, kind: str, subject_id: UUID, step: str = "") -> HttpResponse:
    return guests.page_of(kind)(request, guests.signed_in(request, client, kind, subject_id, step))
