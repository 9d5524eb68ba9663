"""How one speaks up here without a name, for those who look after the client."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accord.base.people.acting import actor_of

from .. import actions
from ..pages.speaking import speaking_page


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def speaking(request: HttpRequest, client: str) -> HttpResponse:
    """The link for everybody, and what people see there; replacing it makes the old one open nothing."""
    by = actor_of(request, "risks.edit")
    if request.method == "POST":
        actions.renew_speak_link(by=by)
        messages.success(request, _("The link is new. Hang it up where the old one hung"))
        return redirect("risks:speaking", client=client)
    with transaction.atomic():
        board = actions.refresh_board()
    return render(request, "risks/speaking.html", {"page": speaking_page(board)})
