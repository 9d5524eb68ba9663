"""What every page stands in: the rail for those who work here, a plain page for guests, and kind words when something breaks."""

from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import ResolverMatch

from accord.base.people.models import Client
from accord.base.people.rules import Actor, Role
from accord.doors.web import errors, nav

FIONA = Actor(uuid4(), uuid4(), "Fiona", "Service delivery lead", "it", Role.FACILITATOR)
ALDER = Client(name="Alder Mutual", slug="alder-mutual")


@pytest.fixture(autouse=True)
def no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nav, "_pages", {})


def asking(here: ResolverMatch | None = None):
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    request.resolver_match = here
    return request


def page(template: str = "web/base.html", clients: int = 1, actor: Actor | None = FIONA) -> str:
    request = asking()
    request.actor, request.client = actor, ALDER if actor else None
    request.actors = [(ALDER, actor)] * clients if actor else []
    return render_to_string(template, {}, request)


@pytest.fixture
def rail(monkeypatch: pytest.MonkeyPatch) -> dict[str, nav.Page]:
    pages = {one.name: one for one in (
        nav.Page("goals:goals", "Goals", 2, lambda request: 4, "that moved", covers=("goals",)),
        nav.Page("goals:set_goal", "Set a goal", 1, lambda request: 0),
        nav.Page("not:built", "Not built yet", 3),
    )}
    monkeypatch.setattr(nav, "_pages", pages)
    return pages


def at(name: str, namespace: str = "") -> ResolverMatch:
    return ResolverMatch(lambda request: None, (), {}, url_name=name, namespaces=[namespace] if namespace else [])


def test_the_rail_leads_only_to_pages_that_exist_in_their_order(rail) -> None:
    assert [one.label for one in nav.shown(asking(), "alder-mutual")] == ["Set a goal", "Goals"]


def test_a_count_has_words_for_those_who_do_not_see_it_and_nothing_is_not_counted(rail) -> None:
    shown = page()
    assert '4<span class="vh"> that moved</span>' in shown
    assert shown.count('class="n"') == 1


@pytest.mark.parametrize(("here", "current"), [(at("goals", "goals"), "page"), (at("goal", "goals"), "true"), (at("today"), ""), (None, "")])
def test_the_rail_marks_the_page_and_the_place_one_is_in(rail, here, current) -> None:
    assert next(one for one in nav.shown(asking(here), "alder-mutual") if one.label == "Goals").current == current


def test_somebody_with_one_client_is_not_offered_all_clients() -> None:
    assert "Alder Mutual" in page()
    assert "All 1 clients" not in page()
    assert "All 3 clients" in page(clients=3)


def test_the_shell_says_who_one_is_by_what_one_does() -> None:
    assert "Service delivery lead" in page()
    assert 'class="who it s"' in page()


def test_without_a_client_the_rail_still_offers_help() -> None:
    shown = page(actor=None)
    assert "/help/" in shown
    assert "class=\"org\"" not in shown


@pytest.mark.parametrize("template", ["web/base.html", "web/guest.html"])
def test_pages_have_no_inline_code_and_one_main_landmark(template: str) -> None:
    shown = page(template)
    assert "style=" not in shown
    assert "onclick" not in shown
    assert shown.count("<main") == 1
    assert all('src="' in tag for tag in shown.split("<script")[1:])


def test_htmx_is_told_to_stay_within_the_policy() -> None:
    assert '{"includeIndicatorStyles": false, "selfRequestsOnly": true, "allowEval": false' in page()


def test_a_guests_page_is_found_by_no_robot_and_tells_no_other_house_its_address() -> None:
    shown = page("web/guest.html", actor=None)
    assert '<meta name="robots" content="noindex">' in shown
    assert '<meta name="referrer" content="same-origin">' in shown
    assert "htmx" not in shown


@pytest.mark.parametrize(("view", "status"), [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404), (errors.csrf, 403)])
def test_errors_are_kind_pages_with_one_way_on(view, status) -> None:
    response = view(RequestFactory().get("/lost/"))
    assert response.status_code == status
    assert response.content.decode().count('class="btn primary"') == 1
    assert "Traceback" not in response.content.decode()


def test_a_broken_page_is_told_without_asking_whatever_broke() -> None:
    response = errors.broken(SimpleNamespace())  # a request that can answer nothing
    assert response.status_code == 500
    assert "Something broke on our side" in response.content.decode()
