"""What every link shares: who comes, for what, from which device."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accord.base import registry, scope

from .. import access, actions, links, secrets


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, text: str, step: str = "") -> HttpResponse:
    """Find who comes, for what and from which device, and hand them to the page of that purpose.

    A link that nobody made, one of another client and a broken one get the same answer. The scope is the link's client alone,
    whoever is signed in beside it.
    """
    carried = secrets.read_text(text)
    if carried is None:
        return _unknown(request)
    with scope.outside("a link is its own way in, whoever is signed in beside it"), scope.within(carried.client_id):
        link = access.link_of(text)
        page = links.page_of(link.purpose) if link else None
        if link is None:
            return _unknown(request)
        if page is None or not link.is_open:
            return render(request, "people/link_closed.html", {"link": link}, status=410)
        known = links.device_known(link.person, request.COOKIES.get(links.COOKIE))
        visit = links.Visit(link, link.person, text, step, knows_device=known, first_device=not known and not links.has_device(link.person))
        return _code_pages(request, visit) or page(request, visit)


def _unknown(request: HttpRequest) -> HttpResponse:
    return render(request, "people/link_unknown.html", status=404)


def _code_pages(request: HttpRequest, visit: links.Visit) -> HttpResponse | None:
    """Another device: nothing said before is shown until the code sent to the person is typed."""
    if visit.may_speak:
        return redirect(visit.address()) if visit.step == "code" else None
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
    shown = {"visit": visit, "error": error, "typing": visit.step == "code"}
    return render(request, "people/link_code.html", shown, status=422 if error else 200)
