"""One's own keys for programs."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from .. import actions
from ..forms import NewTokenForm
from ..models import Token


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest, client: str) -> HttpResponse:
    """One's own API tokens in this client: made here, shown once."""
    form = NewTokenForm(request.POST or None)
    wrong, made = bool(request.POST and not form.is_valid()), None
    if request.method == "POST" and not wrong:
        made = actions.make_token(by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        form = NewTokenForm()
    mine = Token.objects.filter(person_id=request.actor.person_id).order_by("-made_at")  # type: ignore[attr-defined]
    return render(request, "people/tokens.html", {"form": form, "made": made, "tokens": mine}, status=422 if wrong else 200)


@login_required
@require_POST
def revoke_token(request: HttpRequest, client: str, token_id: UUID) -> HttpResponse:
    actions.revoke_token(by=request.actor, token_id=token_id)  # type: ignore[attr-defined]
    return redirect("people:tokens", client=client)
