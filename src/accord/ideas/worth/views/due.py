"""What came of ranges: one's own for oneself alone, everybody's together, and ten questions to practise on."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people import links
from accord.base.people.acting import actor_of
from accord.base.people.rules import Actor

from .. import queries
from ..actions.due import PURPOSE
from ..forms.exercise import ExerciseForm
from ..rules import exercise as rules

APP, GUEST = "web/base.html", "web/guest.html"


@links.page(PURPOSE, _("How your ranges did"))
def at_link(request: HttpRequest, visit: links.Visit) -> HttpResponse:
    """A private link is its person's own page; what was said before is shown on a device of theirs."""
    step = visit.step.strip("/")
    if step not in ("", "practise"):
        raise registry.NotThere(step)
    addresses = {"mine": visit.address(), "practise": visit.address("practise")}
    if step:
        return _practise(request, GUEST, addresses)
    return _mine(request, visit.actor, GUEST, addresses)


@login_required
def my_ranges(request: HttpRequest, client: str) -> HttpResponse:
    return _mine(request, actor_of(request), APP, _addresses(client))


@login_required
def practise(request: HttpRequest, client: str) -> HttpResponse:
    actor_of(request)
    return _practise(request, APP, _addresses(client))


def _addresses(client: str) -> dict[str, str]:
    return {"mine": reverse("worth:my_ranges", kwargs={"client": client}), "practise": reverse("worth:practise", kwargs={"client": client})}


def _mine(request: HttpRequest, by: Actor, base: str, addresses: dict[str, str]) -> HttpResponse:
    found = queries.my_ranges(by=by)
    return _private(render(request, "worth/my_ranges.html", {"base": base, "found": found, "addresses": addresses}))


def _practise(request: HttpRequest, base: str, addresses: dict[str, str]) -> HttpResponse:
    """Nothing of it is kept: the answer to what was sent is the only place where the result stands."""
    form = ExerciseForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"base": base, "form": form, "addresses": addresses}
    if request.method == "POST" and form.is_valid():
        found = rules.answered(form.given())
        told = [(one, _(one.asked.words), _(one.asked.unit) if one.asked.unit else "") for one in found]
        context |= {"told": told, "score": rules.scored(found), "held": sum(one.held for one in found)}
        return _private(render(request, "worth/practised.html", context))
    return _private(render(request, "worth/practise.html", context, status=422 if form.is_bound else 200))


@login_required
def our_ranges(request: HttpRequest, client: str) -> HttpResponse:
    """How often ranges held here, of everybody together. Nobody is named."""
    actor = actor_of(request, "worth.read")
    return render(request, "worth/our_ranges.html", {"found": queries.our_ranges(by=actor)})


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
