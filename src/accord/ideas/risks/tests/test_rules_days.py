"""When an answer is due, who speaks next, how early we were told, and what to say first."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.risks import rules
from accord.ideas.risks.rules import Band, Came, Told, Warned, When

TODAY = date(2026, 3, 2)
DAYS = st.integers(0, 400)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(("act_in", "due_in"), [(None, 14), (100, 14), (28, 14), (21, 11), (10, 5), (5, 3), (3, 2), (1, 2), (0, 2), (-5, 2)])
def test_an_answer_is_due_within_two_weeks_or_half_the_days_left_to_act(act_in, due_in) -> None:
    assert rules.answer_day(TODAY, None if act_in is None else after(act_in), 2, 14) == after(due_in)


@given(st.none() | DAYS.map(after), st.integers(1, 7), st.integers(7, 90))
def test_an_answer_is_never_due_before_a_warning_is_read_nor_after_the_days_agreed(act_by, read_days, answer_days) -> None:
    assert after(read_days) <= rules.answer_day(TODAY, act_by, read_days, answer_days) <= after(answer_days)


@pytest.mark.parametrize(
    ("days", "group"), [(-1, When.PASSED), (0, When.SOON), (30, When.SOON), (31, When.NEXT), (90, When.NEXT), (91, When.LATER)]
)
def test_a_warning_stands_where_its_day_puts_it(days, group) -> None:
    assert rules.when(after(days), TODAY) == group


def test_a_warning_without_a_day_stands_by_itself() -> None:
    assert rules.when(None, TODAY) == When.UNSAID


def test_the_last_day_to_start_is_the_day_it_bites_less_the_days_it_takes() -> None:
    assert rules.last_day(after(20), 14) == after(6)
    assert rules.last_day(after(20), None) is None
    assert rules.last_day(None, 14) is None


@given(st.lists(st.tuples(DAYS, st.none() | DAYS, st.none() | DAYS), max_size=12), DAYS, DAYS)
def test_what_is_overdue_stays_overdue_until_it_is_answered(rows, now, later) -> None:
    told = [Told(str(n), raised, read, answered) for n, (raised, read, answered) in enumerate(rows)]
    sooner, afterwards = (rules.response(told, day) for day in sorted([now, now + later]))
    assert set(sooner.overdue_answer) <= set(afterwards.overdue_answer)
    assert set(sooner.next_voice) == {one.name for one in told if one.answered is None}


def test_a_voice_goes_up_one_step_and_no_further_than_stop() -> None:
    assert [rules.voice_above(voice) for voice in ("concern", "uncomfortable", "safety_stop")] == ["uncomfortable", "safety_stop", "safety_stop"]


@given(st.lists(st.tuples(st.sampled_from("abcd"), DAYS), max_size=12), st.integers(0, 400))
def test_what_is_said_on_the_day_or_later_changes_nothing(said, more) -> None:
    came = [Came(name, 100, 10) for name in "abc"]
    before = [Warned(name, day) for name, day in said]
    assert rules.lead_time(came, [*before, Warned("a", 100 + more)]) == rules.lead_time(came, before)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 99)), max_size=8))
def test_as_many_were_told_in_time_as_were_told_at_most(said) -> None:
    found = rules.lead_time([Came(name, 100, 10) for name in "abc"], [Warned(name, day) for name, day in said])
    assert found.timely_count <= found.warned <= 3
    assert found.told_between[0] <= found.told <= found.told_between[1]


@pytest.mark.parametrize(
    ("counts", "key", "then"),
    [
        ((0, 0, 0, 0), "nothing_said", ""),
        ((0, 0, 0, 2), "none_open", ""),
        ((7, 3, 0, 0), "some_wait", ""),
        ((7, 3, 1, 0), "some_wait", "overdue"),
        ((2, 2, 0, 0), "all_wait", ""),
        ((4, 0, 0, 0), "all_answered", ""),
    ],
)
def test_the_register_says_first_how_many_wait(counts, key, then) -> None:
    found = rules.register_headline(*counts)
    assert (found.key, found.then) == (key, then)


def bands(*middles: float) -> list[Band]:
    return [Band(middle * 0.8, middle, middle * 1.2) for middle in middles]


@pytest.mark.parametrize(
    ("today", "answered", "answers", "key", "then"),
    [
        (bands(0.1, 0.02), (), 0, "inside", ""),
        (bands(0.4, 0.1), bands(0.15, 0.03), 3, "more", "back_inside"),
        (bands(0.4, 0.1), bands(0.24, 0.03), 3, "more", "perhaps_inside"),
        (bands(0.4, 0.1), bands(0.35, 0.09), 3, "more", "still_more"),
        (bands(0.26, 0.03), (), 0, "not_clear", ""),
    ],
)
def test_the_curve_says_first_whether_we_carry_more_than_we_agreed_to(today, answered, answers, key, then) -> None:
    found = rules.curve_headline(today, [0.25, 0.05], answered, ranged=7, answers=answers)
    assert (found.key, found.then) == (key, then)


def test_without_ranges_or_without_a_tolerance_the_curve_says_so() -> None:
    assert rules.curve_headline([], [0.25], ranged=0).key == "no_ranges"
    assert rules.curve_headline([], [], ranged=0).key == "no_ranges"
    assert rules.curve_headline([], [], ranged=4).key == "no_tolerance"


@pytest.mark.parametrize(
    ("days", "key", "then"),
    [
        ([], "nothing_came_true", ""),
        ([20, 20, 20], "all_in_time", ""),
        ([20, 20, 95], "all_said", ""),
        ([20, 95, None], "some_said", ""),
        ([None, None, None], "none_said", ""),
        ([20], "all_in_time", "not_clear"),
    ],
)
def test_the_record_says_first_how_many_were_said_beforehand(days, key, then) -> None:
    came = [Came(str(n), 100, 10) for n in range(len(days))]
    found = rules.record_headline(rules.lead_time(came, [Warned(str(n), day) for n, day in enumerate(days) if day is not None]))
    assert (found.key, found.then) == (key, then)
