"""Somebody answers a round on a phone: one question on a page, kept at every step, and what came out at the same address."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from accord.base import clock
from accord.base.people.guests import own_address
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import queries
from accord.ideas.empathy.chores import look_after_rounds

from . import crowd

pytestmark = pytest.mark.django_db
WHY = "Forty calls a day ask why the letter looks like a scam"


@pytest.fixture
def asked(at_alder):
    made = crowd.gather(at_alder)
    made.round = crowd.start(made, person_ids=[*(one.person_id for one in (*made.business, *made.it)), at_alder.bella.person_id])
    made.at = own_address("alder-mutual", "round", made.round.id)
    made.browser = at_alder.browser("bella")
    return made


def marks(*given: int) -> dict[str, str]:
    return {f"m{place}": str(mark) for place, mark in enumerate(given)}


def said(made):
    return queries.said(queries.part(made.round.id, made.cast.bella.person_id))


def test_nothing_is_chosen_before(asked) -> None:
    page = asked.browser.get(asked.at).content.decode()
    assert page.count('type="radio"') == 30 and "checked" not in page


def test_marks_then_the_guess_then_who_else_then_thanks(asked) -> None:
    at = asked.at
    for step, given in (("", marks(4, 1, 2, 2, 3, 1)), ("guess", marks(4, 3, 4, 2, 3, 3)), ("others", {"n0": "Night shift lead"})):
        answer = asked.browser.post(f"{at}{step}/" if step else at, given)
        assert answer.status_code == 302, answer.content.decode()
        at = asked.at
    assert answer.url == f"{asked.at}thanks/"
    assert (said(asked).own, said(asked).guess, said(asked).named) == ((4, 1, 2, 2, 3, 1), (4, 3, 4, 2, 3, 3), ("Night shift lead",))
    assert queries.part(asked.round.id, asked.cast.bella.person_id).done


def test_what_is_critical_asks_why_on_a_page_of_its_own(asked) -> None:
    answer = asked.browser.post(asked.at, marks(5, 1, 2, 2, 3, 1))
    assert answer.url == f"{asked.at}because/"
    page = asked.browser.get(answer.url).content.decode()
    assert "Quote tool on tablets" in page and "said with your name" in page
    assert asked.browser.post(answer.url, {"b0": WHY}).url == f"{asked.at}guess/"
    assert said(asked).because == {0: WHY}


def test_a_second_critical_is_asked_which_to_keep_and_no_mark_is_lost(asked) -> None:
    answer = asked.browser.post(asked.at, marks(5, 5, 2, 2, 3, 1))
    page = answer.content.decode()
    assert answer.status_code == 422 and "Which would you keep?" in page and page.count("checked") == 6


def test_a_guess_can_be_left_out(asked) -> None:
    asked.browser.post(asked.at, marks(4, 1, 2, 2, 3, 1))
    assert asked.browser.get(f"{asked.at}guess/?skip").url == f"{asked.at}others/"


def test_looking_changes_nothing(asked) -> None:
    for step in ("", "guess/", "others/", "thanks/"):
        asked.browser.get(asked.at + step)
    assert said(asked) == queries.rounds.Said()


def test_once_closed_the_same_address_shows_what_came_out(asked) -> None:
    for one in asked.business:
        crowd.says(one, asked.round, [4, 1, 2, 2, 3, 1], [4, 3, 4, 2, 3, 3])
    for one in asked.it:
        crowd.says(one, asked.round, [2, 4, 4, 2, 3, 3], [2, 4, 4, 2, 3, 2])
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    page = asked.browser.get(asked.at).content.decode()
    assert "IT thinks the business cares more than it does" in page
    assert "Own priority, and the other side’s guess of it" in page


def test_a_round_closes_by_itself_in_the_first_working_hour_after_its_last_day(asked) -> None:
    monday = datetime(2027, 1, 4, 9, tzinfo=UTC)
    with clock.at(monday):
        row = crowd.start(asked, closes_on=date(2027, 1, 8))
    states = []
    for day, hour in ((8, 10), (9, 10), (11, 3), (11, 10)):  # a Friday, a Saturday, a Monday night, and then the letters go out
        with clock.at(datetime(2027, 1, day, hour, tzinfo=UTC)):
            look_after_rounds()
        states.append(queries.now(row.id).state)
    assert states == ["open", "open", "open", "closed"]


def test_before_it_closes_those_who_have_not_answered_are_reminded_once_in_working_hours(asked) -> None:
    monday = datetime(2027, 1, 4, 9, tzinfo=UTC)
    with clock.at(monday):
        row = crowd.start(asked, closes_on=date(2027, 1, 8))
    reminded = []
    for hours in (24, 60, 72, 80):  # Tuesday morning is too early, Wednesday evening too late in the day, Thursday morning is right, and once
        with clock.at(monday + timedelta(hours=hours)):
            look_after_rounds()
        reminded.append(row.parts.filter(reminded_at__isnull=False).count())
    assert reminded == [0, 0, 11 - 1, 10]


def test_the_facilitator_sees_how_many_have_answered_and_not_what(asked) -> None:
    crowd.says(asked.business[0], asked.round, [5, 1, 2, 2, 3, 1], because=WHY)
    page = asked.cast.browser("fiona").get(reverse("empathy:round", args=["alder-mutual", asked.round.id])).content.decode()
    assert "1 of 11 have answered" in page and WHY not in page


def test_a_business_lead_cannot_start_or_close_a_round(asked) -> None:
    assert asked.browser.get(reverse("empathy:start", args=["alder-mutual"])).status_code == 403
    assert asked.browser.post(reverse("empathy:close", args=["alder-mutual", asked.round.id])).status_code == 403
