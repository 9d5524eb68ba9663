"""The first run, and a further client."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accord.base import registry

from .. import actions, queries
from ..forms import Begin, NewClient
from ..models import Provider
from ..rules import Actor

FIRST_PAGES = ("listen:new", "goals:set_goal")  # where a new client begins: the first of these that this installation has


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """The first page of an empty installation; not there once anything exists."""
    if Provider.objects.exists():
        raise Http404
    form = Begin(request.POST or None)
    if request.method == "POST" and form.is_valid():
        begun = actions.begin(by=actions.NOBODY_YET, **form.cleaned_data)
        login(request, begun.account, backend="django.contrib.auth.backends.ModelBackend")
        return redirect(first_page(begun.client.slug))
    return render(request, "people/begin.html", {"form": form}, status=422 if form.errors else 200)


def first_page(slug: str) -> str:
    for name in FIRST_PAGES:
        try:
            return reverse(name, kwargs={"client": slug})
        except NoReverseMatch:
            continue
    return reverse("home")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_client(request: HttpRequest) -> HttpResponse:
    """A further client of the provider; whoever opens it works there from then on."""
    by = _who_opens(request)
    form = NewClient(request.POST or None)
    if request.method == "POST" and form.is_valid():
        client, _person = actions.add_client(by=by, account=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        messages.success(request, _("%(name)s is here. Add those who work with them.") % {"name": client.name})
        return redirect("people:people", client=client.slug)
    return render(request, "people/new_client.html", {"form": form}, status=422 if form.errors else 200)


def _who_opens(request: HttpRequest) -> Actor:
    """The account as an actor who may open clients, from whichever of its clients; Refused when there is none."""
    provider = request.user.provider  # type: ignore[union-attr]
    for _client, actor in request.actors:  # type: ignore[attr-defined]
        if provider is not None and queries.may_add_clients(actor, provider):
            return actor
    raise registry.Refused("clients.add")
