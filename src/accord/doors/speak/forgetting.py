"""What a visit brings along and nobody here may know is taken off before anything looks at it; and what a browser is told to do."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

# All that is let through. No address, no agent, no page one came from, no cookie, nothing a proxy adds about the visitor.
NEEDED = frozenset(
    {
        "REQUEST_METHOD", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "CONTENT_TYPE", "CONTENT_LENGTH", "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL",
        "HTTP_HOST", "HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_X_FORWARDED_PROTO",
    }
)  # fmt: skip
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "midi", "payment", "usb")),
}


def kept(environ: dict[str, Any]) -> dict[str, Any]:
    """What of a request may be known here."""
    return {name: value for name, value in environ.items() if name in NEEDED or name.startswith("wsgi.")}


class Forgetting:
    """Around the whole application: it never sees who asks."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return self.application(kept(environ), start_response)


class Untraced:
    """Middleware, the outermost: nothing of a visit is kept in the browser beyond its own history, and nothing is told to another house.

    The pages ask for no proof that a form is ours (CSRF). Such a proof keeps others from using what a browser is allowed to do, and a browser
    is allowed nothing here: without cookies there is no authority to borrow, and whoever could forge a form could as well send it themselves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.META = kept(request.META)  # again, for whoever runs the application without the wrapper above
        request.COOKIES = {}
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        if not request.path_info.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store, private"
        response.cookies.clear()
        return response
