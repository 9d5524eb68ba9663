"""The first run, the pages every link shares, and one's own tokens."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accord.base import registry, scope

from . import access, actions, links, secrets
from .forms import Begin, NewTokenForm
from .models import Provider, Token


def begin(request: HttpRequest) -> HttpResponse:
    """The first page of an empty installation; not there once anything exists."""
    if Provider.objects.exists():
        raise Http404
    form = Begin(request.POST or None)
    if request.method == "POST" and form.is_valid():
        begun = actions.begin(by=actions.NOBODY_YET, **form.cleaned_data)
        login(request, begun.account, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("listen:new", client=begun.client.slug)
    return render(request, "people/begin.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, text: str, step: str = "") -> HttpResponse:
    """Find who comes, for what and from which device, and hand them to the page of that purpose."""
    carried = secrets.read_text(text)
    if carried is None:
        return render(request, "people/link_unknown.html", status=404)
    with scope.within(carried.client_id):
        link = access.link_of(text)
        if link is None:
            return render(request, "people/link_unknown.html", status=404)
        if not link.is_open:
            return render(request, "people/link_closed.html", {"link": link}, status=410)
        known = links.device_known(link.person, request.COOKIES.get(links.COOKIE))
        visit = links.Visit(link, link.person, text, step, knows_device=known, first_device=not known and not links.has_device(link.person))
        response = _code_pages(request, visit) or links.page_of(link.purpose)(request, visit)
        response.headers["Referrer-Policy"] = "no-referrer"
        return response


def _code_pages(request: HttpRequest, visit: links.Visit) -> HttpResponse | None:
    """Another device: nothing said before is shown until the code sent to the person is typed."""
    if visit.may_speak and visit.step != "code":
        return None
    error = ""
    if request.method == "POST" and visit.step == "code":
        if "send" in request.POST:
            try:
                actions.send_code(link=visit.link)
                return redirect(visit.address("code"))
            except registry.Mistake as mistake:
                error = mistake.message
        elif actions.use_code(link=visit.link, digits=request.POST.get("code", "")):
            response = redirect(visit.address())
            links.keep_cookie(response, actions.remember_device(person=visit.person, cookie=request.COOKIES.get(links.COOKIE)))
            return response
        else:
            error = _("That is not the newest code. Type the six digits from the mail, or have another code sent.")
    return render(request, "people/link_code.html", {"visit": visit, "error": error, "typing": visit.step == "code"}, status=422 if error else 200)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest, client: str) -> HttpResponse:
    """One's own API tokens in this client: made here, shown once."""
    form = NewTokenForm(request.POST or None)
    made = None
    if request.method == "POST" and form.is_valid():
        made = actions.make_token(by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        form = NewTokenForm()
    mine = Token.objects.filter(person_id=request.actor.person_id).order_by("-made_at")  # type: ignore[attr-defined]
    return render(request, "people/tokens.html", {"form": form, "made": made, "tokens": mine}, status=422 if form.errors else 200)


@login_required
@require_POST
def revoke_token(request: HttpRequest, client: str, token_id: str) -> HttpResponse:
    actions.revoke_token(by=request.actor, token_id=token_id)  # type: ignore[attr-defined, arg-type]
    return redirect("people:tokens", client=client)
