"""Today counts people, shows five things at most, and says when it is done."""

from datetime import UTC, datetime

import pytest

from accord.base import clock, registry
from accord.base.registry.meeting import CollectionPoint
from accord.doors.web import headlines

TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_a_tuesday():
    with clock.at(TUESDAY):
        yield


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(("people", "things", "said"), [
    (4, 0, "Four people are waiting for you"),
    (1, 2, "One person is waiting for you"),
    (0, 2, "Nobody waits, and two things need you"),
    (0, 0, "Nobody is waiting for you"),
    (13, 0, "13 people are waiting for you"),
])
def test_the_headline_counts_people_before_things(people, things, said) -> None:
    assert headlines.waiting(people, things) == said


def test_a_person_who_waits_twice_is_one_person(page, owes, cast) -> None:
    owes(cast.fiona, "Her correction")
    owes(cast.fiona, "Her answer")
    assert "One person is waiting for you" in text(page("fiona", "today/"))


def test_the_longest_waiting_comes_first(page, owes, cast) -> None:
    owes(cast.fiona, "Asked yesterday", days=1)
    owes(cast.fiona, "Asked last month", days=30)
    shown = text(page("fiona", "today/"))
    assert shown.index("Asked last month") < shown.index("Asked yesterday")


def test_the_sixth_thing_can_wait_until_friday(page, owes, cast) -> None:
    for number in range(7):
        owes(cast.fiona, f"Thing {number}", days=10 - number, who=f"Person {number}")
    shown = text(page("fiona", "today/"))
    assert "Seven people are waiting for you" in shown
    assert "That is all for today. Two things can wait until Friday." in shown
    assert shown.index("can wait until Friday") < shown.index("Thing 5")


def test_what_nobody_waits_for_is_not_of_today(page, owes, cast) -> None:
    owes(cast.fiona, "Look at it again", can_wait=True)
    shown = text(page("fiona", "today/"))
    assert "Nobody is waiting for you" in shown
    assert "One thing can wait until Friday." in shown


def test_without_anything_the_day_is_done(page, owes) -> None:
    assert "That is all for today" in text(page("fiona", "today/"))


def test_the_rail_counts_as_today_does(page, owes, cast) -> None:
    owes(cast.fiona, "Her correction")
    assert '<span class="n">1<span class="vh"> waiting for you' in text(page("fiona", "goals/"))


def test_a_business_lead_sees_the_same_page_with_only_her_rows(page, owes, cast) -> None:
    owes(cast.bella, "Whether we heard you right")
    owes(cast.fiona, "Only for facilitators")
    shown = text(page("bella", "today/"))
    assert "Whether we heard you right" in shown
    assert "Only for facilitators" not in shown


def test_what_is_put_off_leaves_today_and_can_be_taken_back(page, send, owes, cast) -> None:
    owes(cast.fiona, "Her correction")
    sent = send("fiona", "today/put-off/", key="Her correction", until="2026-11-27")
    shown = text(page("fiona", "today/"))
    assert "Nobody is waiting for you" in shown
    assert "It waits until Friday" in shown
    undo = shown.split('action="')[1:]
    send("fiona", next(one.split('"')[0] for one in undo if "/undo/" in one))
    assert "One person is waiting for you" in text(page("fiona", "today/"))
    assert sent.status_code == 302


def test_what_was_put_off_comes_back_on_its_day(page, send, owes, cast) -> None:
    owes(cast.fiona, "Her correction")
    send("fiona", "today/put-off/", key="Her correction", until="2026-11-27")
    with clock.at(TUESDAY.replace(day=27)):
        assert "One person is waiting for you" in text(page("fiona", "today/"))


@pytest.mark.parametrize("day", ["", "yesterday", "2026-11-24", "2026-02-31", "2036-01-01"])
def test_a_day_that_is_not_ahead_is_refused_kindly(page, send, owes, cast, day) -> None:
    owes(cast.fiona, "Her correction")
    send("fiona", "today/put-off/", key="Her correction", until=day)
    shown = text(page("fiona", "today/"))
    assert "Choose a day from tomorrow on, within three months." in shown
    assert "One person is waiting for you" in shown


def test_nobody_takes_up_what_somebody_else_put_off(page, send, owes, cast) -> None:
    owes(cast.fiona, "Her correction")
    send("fiona", "today/put-off/", key="Her correction", until="2026-11-27")
    undo = next(one.split('"')[0] for one in text(page("fiona", "today/")).split('action="')[1:] if "/undo/" in one)
    assert send("bella", undo).status_code == 404


def test_the_best_question_of_all_is_the_one_on_the_card(page, owes, monkeypatch) -> None:
    point = CollectionPoint("next_question")
    for gain, question in ((100, "How many minutes?"), (14000, "How many claims a day?")):
        asked = registry.NextQuestion(gain, question, "Head of Claims", "business", 2, "Above 15 it flips.", (), "/ask/", "Send the question", "")
        point.register(question)(lambda by, asked=asked: [asked])
    monkeypatch.setattr(registry, "next_question", point)
    shown = text(page("fiona", "today/"))
    assert "How many claims a day?" in shown
    assert "How many minutes?" not in shown


def test_a_stranger_finds_no_today_of_alder(page) -> None:
    assert page("sam", "today/").status_code == 404


def test_one_client_is_gone_to_and_several_are_listed(page, owes, cast) -> None:
    owes(cast.petra, "A review to prepare")
    assert page("fiona", "/").headers["Location"] == "/alder-mutual/today/"
    shown = text(page("petra", "/"))
    assert "You work with two clients" in shown
    assert "One person waits for you" in shown
    assert "Nobody waits" in shown


def test_a_client_is_found_by_its_name(page, owes) -> None:
    shown = text(page("petra", "/", q="bright"))
    assert "/brightwell/today/" in shown
    assert "/alder-mutual/today/" not in shown
