"""What the facts suggest, and setting it aside."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..forms.signs import SetAsideForm
from ..pages.signs import sign_row, signs_page


@login_required
def signs(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "risks/signs.html", {"page": signs_page(actor_of(request, "risks.read"))})


@login_required
def set_sign_aside(request: HttpRequest, client: str, sign_id: UUID) -> HttpResponse:
    """Not now, with a word."""
    actor = actor_of(request, "risks.edit")
    row, form = sign_row(sign_id), SetAsideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.dismiss_sign(by=actor, sign_id=sign_id, why=form.cleaned_data["why"])
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("It is set aside. Should it grow worse, it comes back"))
            return redirect("risks:signs", client=client)
    return render(request, "risks/set_sign_aside.html", {"row": row, "form": form}, status=422 if form.errors else 200)
