"""A participant's page inside a picture of a phone: the one place where a page of ours may be framed, by ourselves, in the demo only."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = "Content-Security-Policy"


class OnThePhone:
    """Outside of what sets the headers: loosens exactly these two, for links and for the page that shows the phone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith("/l/"):
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
            response.headers[POLICY] = response.headers.get(POLICY, "").replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        elif request.path_info == "/demo/phone/":
            response.headers[POLICY] = response.headers.get(POLICY, "") + "; frame-src 'self'"
        return response
