"""The pages only a demo has: who to be, the letters, a participant's phone."""

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accord.base import scope
from accord.base.people.models import Account, Client
from accord.ideas.risks.models import Board
from accord.ideas.risks.rules.unnamed import link_text

from . import letters
from .faces import FIRST, Face, face
from .gate import only_here
from .story.unnamed import CODE


def _be(request: HttpRequest, who: Face) -> HttpResponse:
    """Sign in as somebody of the story. There is no password to know."""
    account = Account.objects.filter(email=who.email, is_active=True).first()
    if account is None:
        raise Http404
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("today", client=who.starts_at) if who.starts_at else redirect("home")


@require_safe
@only_here
def enter(request: HttpRequest) -> HttpResponse:
    """The address that the command prints: in as the facilitator, or as whoever one was."""
    return redirect("home") if request.user.is_authenticated else _be(request, FIRST)


@require_POST
@only_here
def see_as(request: HttpRequest) -> HttpResponse:
    who = face(request.POST.get("role", ""))
    if who is None:
        raise Http404
    return _be(request, who)


@require_safe
@only_here
def mail(request: HttpRequest) -> HttpResponse:
    """Every letter that was sent."""
    return render(request, "demo/mail.html", {"letters": letters.every(), "template": _frame(request)})


@require_safe
@only_here
def letter(request: HttpRequest, name: str) -> HttpResponse:
    found = next((one for one in letters.every() if one.name == name), None)
    if found is None:
        raise Http404
    return render(request, "demo/letter.html", {"letter": found, "template": _frame(request)})


@require_safe
@only_here
def phone(request: HttpRequest) -> HttpResponse:
    """What waits on people's phones, and one of them to hold."""
    waiting = letters.waiting()
    chosen = next((one for one in waiting if one.letter.name == request.GET.get("letter")), waiting[0] if waiting else None)
    return render(request, "demo/phone.html", {"waiting": waiting, "chosen": chosen, "template": _frame(request)})


@require_safe
@only_here
def speak(request: HttpRequest) -> HttpResponse:
    """The way to the other application, and the code of a conversation that can be opened there."""
    with scope.outside("the link for everybody is looked up"), transaction.atomic():
        client_id = Client.objects.filter(slug="alder-mutual").values_list("id", flat=True).first()
    if client_id is None:
        raise Http404
    with scope.outside("the same"), scope.within(client_id), transaction.atomic():
        board = Board.objects.first()
    address = f"{settings.SPEAK_ADDRESS}/s/{link_text(client_id, board.turn if board else 1)}/"
    return render(request, "demo/speak.html", {"address": address, "code": CODE, "template": _frame(request)})


def _frame(request: HttpRequest) -> str:
    return "web/base.html" if request.user.is_authenticated else "web/guest.html"
