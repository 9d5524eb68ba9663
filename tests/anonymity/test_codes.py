"""Codes: wrong ones are slowed and tell nothing, the right one opens whatever others do, and nothing counts by address."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.doors.speak import pace
from accord.ideas.risks import actions as risks
from accord.ideas.risks.rules.unnamed import LETTERS, Days, monday, new_code, tidy

from .door import Reporter, hidden


@pytest.mark.django_db
def test_the_right_code_opens_while_wrong_ones_are_slowed(house, reporter) -> None:
    code = reporter.say()
    risks.mix(client_id=house.alder.id)
    statuses = [reporter.post(f"{reporter.at}back/", {"code": new_code()}).status_code for _ in range(pace.WRONG + 3)]
    assert statuses == [200] * pace.WRONG + [429] * 3
    assert reporter.post(f"{reporter.at}back/", {"code": code}).status_code == 200
    assert "It arrived" in reporter.talk(code)


@pytest.mark.django_db
def test_a_wrong_code_and_what_cannot_be_one_get_the_same_page(house, reporter) -> None:
    pages = {reporter.talk(code) for code in (new_code(), "AAAAA AAAAA AAAAA AAAAA", "0000", "x" * 60)}
    assert len(pages) == 1


@pytest.mark.django_db
def test_a_code_that_accord_did_not_make_is_not_taken(house, reporter) -> None:
    slots = {"goal": "other", "sees": "Tests end on the 8th, the freeze is on the 1st.", "hinted": "1"}
    check = hidden(reporter.post(f"{reporter.at}write/", slots).content.decode())
    forged = reporter.post(f"{reporter.at}send/", {**slots, "when": "mix", "seal": check["seal"], "code": "AAAAA AAAAA AAAAA AAAAA"})
    assert forged.status_code == 422


@pytest.mark.django_db
def test_too_much_at_once_is_put_off_for_the_client_and_not_for_an_address(house, reporter, monkeypatch) -> None:
    monkeypatch.setattr(pace.told, "most", 2)
    reporter.say()
    reporter.say()
    slots = {"goal": "other", "sees": "Tests end on the 8th, the freeze is on the 1st.", "hinted": "1"}
    other = Reporter(house.alder.id, REMOTE_ADDR="192.0.2.99")
    pace.told.seen[house.alder.id].extend([0.0] * 0)
    check = hidden(other.post(f"{other.at}write/", slots).content.decode())
    for _ in range(3):
        last = other.post(f"{other.at}send/", {**slots, **check, "when": "mix"})
    assert last.status_code == 429 and "Nothing was kept" in last.content.decode()


def test_codes_are_four_groups_of_five_from_letters_nobody_confuses() -> None:
    assert len(LETTERS) == 31 and not set("01ILO") & set(LETTERS)
    assert all(re.fullmatch(rf"([{LETTERS}]{{5}} ){{3}}[{LETTERS}]{{5}}", new_code()) for _ in range(200))


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_code_or_nothing(text: str) -> None:
    found = tidy(text)
    assert found == "" or (len(found) == 20 and set(found) <= set(LETTERS))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 7), st.integers(1, 90), st.none() | st.integers(-30, 300))
def test_the_clocks_of_the_law_hold_whatever_the_client_agreed(day: date, read: int, answer: int, left: int | None) -> None:
    """Counted from any day of the week on which it may have been said: a receipt within 7 days, an answer within 90."""
    week, days = monday(day), Days(read, max(read, answer), 7, 90)
    act_by = day + timedelta(days=left) if left is not None else None
    assert week + timedelta(days=6) < days.read_by(week) <= day + timedelta(days=7)
    assert days.read_by(week) <= days.answer_by(week, act_by) <= day + timedelta(days=90)
