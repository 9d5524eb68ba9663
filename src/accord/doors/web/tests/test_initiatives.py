"""The list of initiatives: in the order of the road, whole while it is short, folded when it is long, found by words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accord.doors.web import headlines
from accord.ideas.goals import actions as goals
from accord.ideas.goals.rules import Stage
from tests.opened import many, opened


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def work(cast):
    """A goal, something that serves it, something that serves none, and something closed."""
    with cast.inside():
        goal = goals.set_goal(by=cast.fiona, title="Decide claims in three days", why="Storms", owner_id=cast.bella.person_id).goal_id
        served = opened(cast.bella, "Handlers are locked out", why="Claims wait because nobody can sign in.", stage=Stage.DECISION)
        goals.serve(by=cast.fiona, initiative_id=served.id, goal_id=goal)
        opened(cast.ian, "Intranet refresh", stage=Stage.DELIVERY)
        opened(cast.bella, "Broker portal colours", stage=Stage.CLOSED)
    return served


@pytest.mark.parametrize(("open_", "waiting", "orphans", "said"), [
    (9, 3, 2, "Nine under way: three wait for somebody, two serve no goal"),
    (1, 1, 0, "One under way: one waits for somebody"),
    (2, 0, 0, "Two under way, and nobody waits"),
    (0, 0, 0, "Nothing is under way"),
])
def test_the_headline_is_a_rule_over_what_was_counted(open_, waiting, orphans, said) -> None:
    assert headlines.initiatives(open_, waiting, orphans) == said


@pytest.mark.parametrize("who", ["fiona", "bella", "ian", "petra"])
def test_everybody_at_alder_sees_what_is_under_way(page, work, who) -> None:
    shown = text(page(who, "initiatives/"))
    assert "Two under way: one serves no goal" in shown
    assert "Claims wait because nobody can sign in." in shown
    assert "Broker portal colours" not in shown


def test_a_stranger_sees_neither_the_list_nor_the_story(page, work) -> None:
    assert page("sam", "initiatives/").status_code == 404
    assert page("sam", f"initiatives/{work.id}/").status_code == 404
    assert page("sam", f"/brightwell/initiatives/{work.id}/").status_code == 404


def test_an_empty_stage_keeps_one_line(page, work) -> None:
    assert "Nothing is waiting to be heard." in text(page("fiona", "initiatives/"))


@pytest.mark.parametrize(("show", "title"), [
    ("orphans", "Intranet refresh"), ("closed", "Broker portal colours"), ("decision", "Handlers are locked out"), ("week", "Handlers are locked out"),
])
def test_a_filter_shows_what_it_says(page, work, show, title) -> None:
    assert title in text(page("fiona", "initiatives/", show=show))


def test_a_filter_that_finds_nothing_leads_to_a_page_that_says_so(page, work) -> None:
    shown = text(page("fiona", "initiatives/", show="waits"))
    assert "Waits for somebody <span class=\"n\">0</span>" in shown
    assert "Nobody waits" in shown
    assert "Show all 2 that are under way" in shown


def test_words_are_found_in_the_why_and_in_what_is_closed(page, work) -> None:
    assert "Handlers are locked out" in text(page("fiona", "initiatives/", q="sign in"))
    assert "Broker portal colours" in text(page("fiona", "initiatives/", q="colours"))
    assert "Intranet refresh" not in text(page("fiona", "initiatives/", q="colours"))


@pytest.mark.parametrize("query", [{"show": "<b>"}, {"page": "minus one"}, {"q": "\x00 %' OR 1=1 --"}, {"q": "w" * 5000}])
def test_odd_addresses_still_give_the_list(page, work, query) -> None:
    response = page("fiona", "initiatives/", **query)
    assert response.status_code == 200
    assert "<b>\"" not in response.content.decode()


def test_before_anybody_asked_the_page_says_what_an_initiative_is(page, cast) -> None:
    assert "An initiative is a piece of work that serves a goal." in text(page("bella", "initiatives/"))


def test_a_long_list_is_folded_to_what_needs_somebody(page, cast) -> None:
    with cast.inside():
        many(cast.bella, 30)
        goal = goals.set_goal(by=cast.fiona, title="Decide claims in three days", why="Storms", owner_id=cast.bella.person_id).goal_id
        for one in many(cast.bella, 30):
            goals.serve(by=cast.fiona, initiative_id=one.id, goal_id=goal)
    shown = text(page("fiona", "initiatives/"))
    assert "Needs somebody <span class=\"n\">30</span>" in shown
    assert "5 more in delivery, on course" in shown
    assert shown.count('<tr><th scope="row">') == 30


def test_a_thousand_are_turned_page_by_page(page, cast) -> None:
    with cast.inside():
        many(cast.bella, 120)
    shown = text(page("fiona", "initiatives/", show="all", page="2"))
    assert "Page 2 of 3" in shown
    assert shown.count('<tr><th scope="row">') == 50


def queries(page, path) -> int:
    with CaptureQueriesContext(connection, ) as asked:
        assert page("fiona", path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("path", ["today/", "initiatives/", "initiatives/?show=all", "goals/"])
def test_sixty_initiatives_ask_the_database_as_often_as_five(page, cast, path) -> None:
    with cast.inside():
        many(cast.bella, 5)
    page("fiona", path)
    few = queries(page, path)
    with cast.inside():
        many(cast.bella, 55)
    assert queries(page, path) <= few
