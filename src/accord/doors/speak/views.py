"""The pages: who could have written it, the five slots, how it will read, the code, and the conversation. Nothing is kept until it is sent."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.base import clock
from accord.ideas.risks.actions import drop
from accord.ideas.risks.models import CREDIT, FIRST, MORE, STRONGER, Board
from accord.ideas.risks.queries.speaking import board_at, by_code
from accord.ideas.risks.rules.unnamed import code_digest, is_ours, monday, new_code, seal_of_code

from . import pace, pages
from .forms import Code, Credit, More, Slots, Stronger, When
from .protected import CHAPTERS

WAYS = {"none": "write", "proxy": "through", "name": "named"}


def at_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Opens the client's link. Any other text opens nothing, and gets the same page whatever it is."""

    def opened(request: HttpRequest, text: str) -> HttpResponse:
        board = board_at(text)
        return not_found(request) if board is None else view(request, text, board)

    return opened


def _page(request: HttpRequest, template: str, text: str, board: Board, status: int = 200, **more: Any) -> HttpResponse:
    listeners = pages.named(board.listeners)
    return render(request, f"speak/{template}.html", {"text": text, "board": board, "listeners": listeners, **more}, status=status)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Without a link: what this is, and where the link is."""
    return render(request, "speak/start.html")


@require_safe
@at_link
def before(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    """How many could have written it, before a word is typed; under the least number no form, but safer ways."""
    return _page(request, "before" if board.takes_any else "few", text, board, team=False)


@require_safe
@at_link
def few(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    """For whoever works in a smaller team."""
    return _page(request, "few", text, board, team=board.takes_any)


@require_safe
@at_link
def how(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    way = WAYS.get(request.GET.get("how", ""))
    if way is None:
        return _page(request, "before" if board.takes_any else "few", text, board, status=422, unsaid=True, team=False)
    return redirect(f"speak:{way}", text=text)


@require_safe
@at_link
def through(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    return _page(request, "through", text, board)


@require_safe
@at_link
def named(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    return _page(request, "named", text, board)


@require_safe
@at_link
def protected(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    return _page(request, "protected", text, board, chapters=CHAPTERS)


@require_http_methods(["GET", "HEAD", "POST"])
@at_link
def write(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    """The five slots; once they fit, how it will read. Hints are shown once and never stand in the way."""
    if not board.takes_any:
        return redirect("speak:before", text=text)
    if request.method != "POST" or "change" in request.POST:
        given = {name: request.POST.get(name, "") for name in Slots.base_fields}
        return _page(request, "write", text, board, form=Slots(board=board, initial=given))
    form = Slots(request.POST, board=board)
    if not form.is_valid():
        return _page(request, "write", text, board, form=form, status=422)
    if request.POST.get("use", "").isdigit():
        form = Slots({**request.POST.dict(), "sees": pages.with_instead(form, int(request.POST["use"]))}, board=board)
        form.is_valid()
    elif not (found := pages.notes(form)) or "hinted" in request.POST:
        return _check(request, text, board, form, new_code())
    found = pages.notes(form)
    return _page(request, "write", text, board, form=form, notes=found, hinted=True)


def _check(request: HttpRequest, text: str, board: Board, form: Slots, code: str, when: When | None = None) -> HttpResponse:
    words = form.words()
    return _page(
        request, "check", text, board, status=422 if when else 200, form=when or When(), frame=pages.frame(form), words=words, crowd=form.crowd,
        act_by=form.cleaned_data["act_by"], cost=pages.cost(board, words["low"], words["high"]), week=monday(clock.today()),
        hidden=[*pages.hidden(form), ("code", code), ("seal", seal_of_code(board.client_id, code))],
    )  # fmt: skip


@require_POST
@at_link
def send(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    """Keep it, and show the code once. Loaded again it is the same warning with the same code."""
    if not board.takes_any:
        return redirect("speak:before", text=text)
    form, when = Slots(request.POST, board=board), When(request.POST)
    code = request.POST.get("code", "")
    if not form.is_valid() or not is_ours(board.client_id, code, request.POST.get("seal", "")):
        return _page(request, "write", text, board, form=form, status=422)
    if not when.is_valid():
        return _check(request, text, board, form, code, when)
    if pace.told.is_too_fast(board.client_id):
        return _page(request, "later", text, board, status=429)
    crowd, urgent = form.crowd, when.cleaned_data["when"] == "now"
    drop(
        board=board, kind=FIRST, digest=code_digest(board.client_id, code), words=form.words(), unit=crowd.name if crowd.key else "",
        crowd=crowd.people, urgent=urgent,
    )  # fmt: skip
    following = pages.what_next(board, form.cleaned_data["act_by"])
    return _page(request, "code", text, board, code=code.split(), urgent=urgent, next=following)


@require_http_methods(["GET", "HEAD", "POST"])
@at_link
def back(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    """Where a code is typed. The right one always opens; wrong ones are counted, but nobody is kept out by them."""
    form = Code(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return _page(request, "back", text, board, form=form, status=422 if form.is_bound else 200)
    found = by_code(board, form.cleaned_data["code"])
    if found is None:
        slow = pace.wrong_codes.is_too_fast(board.client_id)
        return _page(request, "back", text, board, form=Code(), wrong=True, slow=slow, status=429 if slow else 200)
    return _talk(request, text, board, form.cleaned_data["code"])


def _talk(request: HttpRequest, text: str, board: Board, code: str, **more: Any) -> HttpResponse:
    found = by_code(board, code)
    assert found is not None
    wrong = any(getattr(form, "errors", None) for form in more.values())
    context = {"page": pages.talk(board, found), "code": code, "form": More(), **more}
    return _page(request, "talk", text, board, status=422 if wrong else 200, **context)


TURNS: dict[str, tuple[str, type[Any], str]] = {
    "more": (MORE, More, "talk"),
    "stronger": (STRONGER, Stronger, "stronger"),
    "credit": (CREDIT, Credit, "credit"),
}


@require_POST
@at_link
def talk(request: HttpRequest, text: str, board: Board) -> HttpResponse:
    """A further turn: say more, say it more strongly, take the credit. The code goes along in the page, as there is nothing else to know one by."""
    code, what = request.POST.get("code", ""), request.POST.get("do", "")
    found = by_code(board, code)
    if found is None or what.removeprefix("ask-") not in TURNS:
        return back(request, text)
    kind, form_of, template = TURNS[what.removeprefix("ask-")]
    if what.startswith("ask-"):
        return _page(request, template, text, board, form=form_of(), code=code, page=pages.talk(board, found))
    form = form_of(request.POST)
    if not form.is_valid():
        if template == "talk":
            return _talk(request, text, board, code, form=form)
        return _page(request, template, text, board, form=form, code=code, page=pages.talk(board, found), status=422)
    if pace.told.is_too_fast(board.client_id):
        return _page(request, "later", text, board, status=429)
    words = {name: value for name, value in form.cleaned_data.items() if isinstance(value, str)}
    drop(board=board, kind=kind, digest=found.row.digest, words=words)
    return _talk(request, text, board, code, sent=kind)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "speak/nothing.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "speak/nothing.html", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request: whatever broke must not be asked again while saying so."""
    return HttpResponse(loader.render_to_string("speak/broken.html"), status=500)
