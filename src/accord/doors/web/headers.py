"""What the browser may do with our pages: load from us only, run no inline code, be framed by nobody, keep private pages nowhere."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# `data:` images are the QR code of an authenticator app; an image runs no code.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
OWN_FORMS = "; form-action 'self'"
# Signing in elsewhere ends in a redirect to another house, which form-action would stop.
SENDS_AWAY = ("/accounts/", "/identity/")
PERMISSIONS = ", ".join(f"{name}=()" for name in ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "midi", "payment", "usb"))
# An address goes to no other house. Not `no-referrer`: with it a browser says "Origin: null" of our own forms, and they are refused as forged.
REFERRER = "same-origin"
KEPT_NOWHERE = ("/l/", "/accounts/", "/identity/", "/start/")


class Headers:
    """Sets each header unless the view already said something stricter; what a view marks `never_cache` stays so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        headers, path = response.headers, request.path_info
        headers.setdefault("Content-Security-Policy", POLICY if path.startswith(SENDS_AWAY) else POLICY + OWN_FORMS)
        headers.setdefault("Permissions-Policy", PERMISSIONS)
        headers.setdefault("X-Frame-Options", "DENY")
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers["Referrer-Policy"] = REFERRER
        if path.startswith(KEPT_NOWHERE):
            headers["Cache-Control"] = "no-store, private"
        else:
            headers.setdefault("Cache-Control", "no-cache, private")
        return response
