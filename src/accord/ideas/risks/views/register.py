"""All warnings, raising one, and how they are handled."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.acting import actor_of

from .. import actions
from ..forms.answering import HandlingForm
from ..forms.raising import RaiseForm
from ..naming import the
from ..pages import handling as handles
from ..pages import wording
from ..pages.exposure import exposure_part
from ..pages.raising import check_page, choices, currency, hints, initial
from ..pages.record import came_true
from ..pages.register import Shown, register_page
from ..pages.signs import few_signs, from_sign
from ..pages.speaking import speak_url
from ..queries.reports import listens


@login_required
def register(request: HttpRequest, client: str) -> HttpResponse:
    asked = Shown.asked(*(request.GET.get(name, "") for name in ("show", "goal", "after")))
    by = actor_of(request, "risks.read")
    context = {"page": register_page(by=by, asked=asked), "speak_url": speak_url(), "listens": listens(by)}
    if asked == Shown():  # of all of them together, so where all of them stand
        context |= {"exposure": exposure_part(by=by), "record": came_true(by), "signs": few_signs(by)}
    return render(request, "risks/register.html", context)


@login_required
def raise_warning(request: HttpRequest, client: str) -> HttpResponse:
    """Written on one screen, read back, and only then sent."""
    actor = actor_of(request, "risks.raise")
    sign = request.GET.get("sign", "")
    start = from_sign(sign) if sign else initial(*(request.GET.get(name, "") for name in ("goal", "initiative", "quantity")))
    form = RaiseForm(request.POST or None, initial=start, **choices())
    step = request.POST.get("step", "")
    if request.method == "POST" and form.is_valid() and step != "change":
        if step != "send":
            return render(request, "risks/check.html", {"page": check_page(by=actor, said=form.given()), "form": form})
        try:
            row = actions.raise_from(by=actor, sign_id=form.sign_id, **form.given())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("It is sent, and %(who)s must answer it") % {"who": the(row.answerer)})
            return redirect("risks:risk", client=client, risk_id=row.id)
    told = hints(form.given()) if step == "change" and form.is_valid() else []
    context = {"form": form, "currency": wording.currency(currency(actor)), "hints": told, "speak_url": speak_url()}
    return render(request, "risks/raise.html", context, status=422 if form.errors else 200)


@login_required
def handling(request: HttpRequest, client: str) -> HttpResponse:
    actor = actor_of(request, "risks.edit")
    form = HandlingForm(request.POST or None, initial=handles.initial())
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_handling(by=actor, **form.given())
        except registry.Mistake as mistake:
            form.add_error(mistake.field if mistake.field in form.fields else None, mistake.message)
        else:
            messages.success(request, _("That is how warnings are handled from now on"))
            return redirect("risks:register", client=client)
    return render(request, "risks/handling.html", {"form": form}, status=422 if form.errors else 200)
