"""Who may use the demo's own pages: whoever sits at this machine, with nothing in between, in an installation that is a demo."""

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port

# Any of these says that somebody else's request was handed on to us by a proxy on this machine.
HANDED_ON = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_VIA")
NAMES = {"localhost", "127.0.0.1", "[::1]"}  # another name that leads here may be a foreign page's trick


def is_open_to(request: HttpRequest) -> bool:
    if settings.MODE != "demo" or any(name in request.META for name in HANDED_ON):
        return False
    try:
        near = ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
    return near and split_domain_port(request.get_host())[0] in NAMES


def only_here(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The page is not there for anybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not is_open_to(request):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
