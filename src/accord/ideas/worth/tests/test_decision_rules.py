"""What a decision must say before it can be recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from accord.ideas.worth.rules import wording
from accord.ideas.worth.rules.decision import Given, Outcome, faults, option_of
from accord.ideas.worth.tests.storm import READER

TODAY = date(2026, 10, 24)
GOOD = Given(
    outcome=Outcome.BETTER_PATH, option="Single sign-on", reasons="It removes the cause.", on=TODAY, review_on=date(2027, 4, 1),
    open_questions=(), open_reason="", options=(("Password desk", "asked"), ("Single sign-on", "better"), ("Longer passwords", "better")),
)


def fields(given: Given) -> list[str]:
    return [fault.field for fault in faults(given, TODAY)]


def test_a_whole_decision_has_no_fault() -> None:
    assert fields(GOOD) == []


def test_going_ahead_as_asked_takes_the_option_that_was_asked_for() -> None:
    assert option_of(replace(GOOD, outcome=Outcome.PROCEED, option="")) == "Password desk"


def test_a_better_path_must_be_named_where_there_are_two() -> None:
    assert fields(replace(GOOD, option="")) == ["option"]


def test_the_option_is_spelled_as_the_case_spells_it() -> None:
    assert option_of(replace(GOOD, option=" single SIGN-ON ")) == "Single sign-on"


def test_an_option_that_the_case_does_not_have_is_refused() -> None:
    assert fields(replace(GOOD, option="A new building")) == ["option"]


def test_what_was_asked_for_is_not_a_better_path() -> None:
    assert fields(replace(GOOD, option="Password desk")) == ["option"]


def test_a_decision_without_a_value_case_needs_no_option() -> None:
    assert fields(replace(GOOD, options=(), option="")) == []


def test_a_decision_without_a_reason_is_refused() -> None:
    assert fields(replace(GOOD, reasons="  ")) == ["reasons"]


def test_a_decision_of_tomorrow_is_refused() -> None:
    assert fields(replace(GOOD, on=date(2026, 10, 25))) == ["on"]


def test_a_decision_says_when_it_is_looked_at_again() -> None:
    assert fields(replace(GOOD, review_on=None)) == ["review_on"]


def test_what_is_not_worth_solving_needs_no_further_look() -> None:
    assert fields(replace(GOOD, outcome=Outcome.NOT_WORTH_SOLVING, review_on=None)) == []


def test_the_next_look_comes_after_the_decision() -> None:
    assert fields(replace(GOOD, review_on=TODAY)) == ["review_on"]


def test_open_questions_ask_for_one_line_and_do_not_block() -> None:
    assert fields(replace(GOOD, open_questions=("How many?",))) == ["open_reason"]
    assert fields(replace(GOOD, open_questions=("How many?",), open_reason="The storms come first.")) == []


def test_doing_nothing_takes_no_option() -> None:
    assert option_of(replace(GOOD, outcome=Outcome.NOT_YET)) == ""


def test_the_headline_names_the_path_or_the_day() -> None:
    assert wording.headline(Outcome.BETTER_PATH, "Single sign-on", None, READER) == "A better path: Single sign-on"
    assert wording.headline(Outcome.NOT_YET, "", date(2027, 4, 1), READER) == "Not yet: we look again on 1 April 2027"
