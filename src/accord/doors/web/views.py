"""The pages everybody lives in, help, and the style guide for those who build."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accord.base import registry
from accord.base.people import later
from accord.base.people.models import Provider

from . import days, showcase, waiting
from .clients import clients_page
from .initiatives.listing import list_page
from .initiatives.telling import initiative_page
from .today import today_page


def _words(request: HttpRequest) -> str:
    """What is looked for. PostgreSQL knows no NUL, so there is none in what it holds."""
    return request.GET.get("q", "").replace("\0", "")


def home(request: HttpRequest) -> HttpResponse:
    """To the first run on an empty database, to sign-in, to Today of one's only client, or to all of one's clients."""
    if not request.user.is_authenticated:
        return redirect("account_login" if Provider.objects.exists() else "begin")
    actors = request.actors  # type: ignore[attr-defined]
    if len(actors) == 1:
        return redirect("today", client=actors[0][0].slug)
    page = clients_page(actors, words=_words(request), number=request.GET.get("page", ""))
    return render(request, "web/clients.html", {"page": page})


@login_required
def today(request: HttpRequest, client: str) -> HttpResponse:
    return render(request, "web/today.html", {"page": today_page(by=request.actor, waiting=waiting.on(request))})  # type: ignore[attr-defined]


@login_required
@require_POST
def put_off(request: HttpRequest, client: str) -> HttpResponse:
    """Let a row of Today wait until a day."""
    try:
        row = later.put_off(by=request.actor, key=request.POST.get("key", ""), until=_day(request))  # type: ignore[attr-defined]
    except registry.Mistake as mistake:
        messages.error(request, mistake.message)
        return redirect("today", client=client)
    undo = reverse("take_up", kwargs={"client": client, "id": row.id})
    messages.success(request, _("It waits until %(day)s") % {"day": days.named(row.until or days.today())}, extra_tags=f"undo:{undo}")
    return redirect("today", client=client)


def _day(request: HttpRequest) -> date:
    """The day of the button, or the one typed; today, which is refused kindly, where neither is a day."""
    try:
        return parse_date(request.POST.get("until") or request.POST.get("day", "")) or days.today()
    except ValueError:
        return days.today()


@login_required
@require_POST
def take_up(request: HttpRequest, client: str, id: UUID) -> HttpResponse:
    """Take back that a row waits."""
    later.take_up(by=request.actor, id=id)  # type: ignore[attr-defined]
    return redirect("today", client=client)


@login_required
def initiatives(request: HttpRequest, client: str) -> HttpResponse:
    asked = {"show": request.GET.get("show", ""), "words": _words(request), "number": request.GET.get("page", "")}
    return render(request, "web/initiatives.html", {"page": list_page(by=request.actor, client=client, **asked)})  # type: ignore[attr-defined]


@login_required
def initiative(request: HttpRequest, client: str, initiative_id: UUID) -> HttpResponse:
    return render(request, "web/initiative.html", {"page": initiative_page(by=request.actor, initiative_id=initiative_id)})  # type: ignore[attr-defined]


def help(request: HttpRequest) -> HttpResponse:
    """In the shell for those who signed in, on a plain page for everybody else."""
    template = "web/base.html" if request.user.is_authenticated else "web/guest.html"
    return render(request, "web/help.html", {"template": template})


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every part, made with our own tags. Not there in production."""
    return render(request, "web/styleguide.html", showcase.parts())
