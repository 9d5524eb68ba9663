"""What every answer tells the browser."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.views.decorators.cache import never_cache

from accord.doors.web.headers import Headers


def answer(path: str, view=lambda request: HttpResponse("well")) -> HttpResponse:
    return Headers(view)(RequestFactory().get(path))


@pytest.mark.parametrize("path", ["/", "/alder-mutual/today/", "/l/abc/", "/accounts/login/", "/api/v1/goals"])
def test_no_page_may_run_inline_code_or_load_from_elsewhere(path: str) -> None:
    policy = answer(path).headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "*" not in policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"


def test_forms_go_to_us_only_except_where_people_sign_in_elsewhere() -> None:
    assert "form-action 'self'" in answer("/alder-mutual/requests/new/").headers["Content-Security-Policy"]
    assert "form-action" not in answer("/accounts/oidc/claims/login/").headers["Content-Security-Policy"]


def test_the_other_headers_are_there() -> None:
    headers = answer("/alder-mutual/today/").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/l/abc/", "/l/abc/code/", "/accounts/login/", "/start/"])
def test_what_participants_and_sign_in_show_is_kept_nowhere(path: str) -> None:
    assert "no-store" in answer(path).headers["Cache-Control"]


def test_a_participants_address_is_told_to_no_other_house_and_their_own_form_still_works() -> None:
    def strict(request: HttpRequest) -> HttpResponse:
        return HttpResponse("hello", headers={"Referrer-Policy": "no-referrer"})

    assert answer("/l/secret/", strict).headers["Referrer-Policy"] == "same-origin"


def test_a_page_that_a_view_marks_confidential_stays_so() -> None:
    @never_cache
    def politics(request: HttpRequest) -> HttpResponse:
        return HttpResponse("sealed")

    assert "no-store" in answer("/alder-mutual/initiatives/1/politics/", politics).headers["Cache-Control"]


def test_other_pages_are_asked_for_anew_each_time_and_shared_with_nobody() -> None:
    assert answer("/alder-mutual/today/").headers["Cache-Control"] == "no-cache, private"
