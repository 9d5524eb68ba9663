"""Check-ins come by themselves, ask nobody too often, rest when told to, and are blind until closed."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from django.utils.timezone import localdate
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.base import clock, registry
from accord.base.people.hours import is_quiet
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import chores, queries
from accord.ideas.empathy.models import PULSE, OtherGoal, Round, RoundPart, Tally
from accord.ideas.empathy.pages.check_ins import check_ins_page
from accord.ideas.empathy.pages.strings import said, strings_page
from accord.ideas.empathy.queries import pulse, strings
from accord.ideas.empathy.rules.cadence import Candidate, Rhythm, enough_from, next_day, whose_turn
from accord.ideas.empathy.rules.standing import QUESTIONS, longest_ago, next_questions, said_by
from accord.ideas.goals import actions as goals

from . import crowd

MONDAY = datetime(2026, 11, 30, 10, tzinfo=UTC)
DAYS = timedelta(days=1)


@pytest.fixture(autouse=True)
def on_a_monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def both(at_alder):
    """Five of each side beside those who work with Accord, six pieces of work, and a goal."""
    made = crowd.gather(at_alder)
    said = {"title": "Decide nine in ten claims in three days", "why": "A late claim is lost"}
    made.goal = goals.set_goal(by=at_alder.fiona, owner_id=at_alder.bella.person_id, **said)
    return made


def answer(made, row: Round, *, business: int = 8, it: int = 5, **more) -> None:
    """All of the crowd answer the standing questions."""
    for side, value in (("business", business), ("it", it)):
        for one in getattr(made, side):
            empathy.take_step(by=one, round_id=row.id, changes={"standing": dict.fromkeys(row.standing, value), **more}, done=True)


def check_in(made, **said) -> Round:
    """One that is opened, answered and closed; the clock is four weeks on."""
    row = empathy.open_check_in(by=made.cast.fiona)
    answer(made, row, **said)
    empathy.close_round(by=made.cast.fiona, round_id=row.id)
    clock.tick(days=28)
    return row


# The rules


@given(st.lists(st.lists(st.sampled_from(QUESTIONS), unique=True, max_size=6), max_size=9))
def test_whatever_was_asked_before_each_of_the_six_is_asked_within_three(before) -> None:
    asked = [tuple(one) for one in before]
    for _time in range(3):
        asked.append(next_questions(asked))
    assert {key for keys in asked[-3:] for key in keys} == set(QUESTIONS)


def test_two_are_asked_at_a_time() -> None:
    assert next_questions([]) == ("heard", "why") and next_questions([("heard", "why")]) == ("agree", "goals")


def test_what_was_never_asked_about_comes_first_then_what_was_longest_ago() -> None:
    assert longest_ago("abcd", {"a": MONDAY, "c": MONDAY - DAYS}, 3) == ["b", "d", "c"]


@st.composite
def houses(draw):
    people = [Candidate(number, side) for number, side in enumerate(draw(st.lists(st.sampled_from(["business", "it"]), min_size=1, max_size=30)))]
    return people, Rhythm(least_days=draw(st.integers(7, 40)), most=draw(st.none() | st.integers(5, 12)))


@given(houses(), st.lists(st.integers(0, 20), max_size=25))
@settings(deadline=None)
def test_nobody_is_asked_twice_within_the_days_that_were_agreed(house, gaps) -> None:
    people, rhythm = house
    asked: dict[object, list[date]] = {}
    today = date(2026, 11, 30)
    for gap in gaps:
        today += gap * DAYS
        now = [Candidate(one.id, one.side, asked[one.id][-1] if one.id in asked else None) for one in people]
        for one in whose_turn(now, today, rhythm):
            asked.setdefault(one.id, []).append(today)
    apart = [later - earlier for days in asked.values() for earlier, later in pairwise(days)]
    assert all(gap >= rhythm.least_days * DAYS for gap in apart)


@given(houses())
def test_in_a_large_house_everybody_is_asked_in_turn(house) -> None:
    people, rhythm = house
    today, last = date(2026, 11, 30), dict[object, date]()
    sides = [sum(one.side == side for one in people) for side in ("business", "it")]
    for _turn in range(-(-max(sides) // (rhythm.most or max(sides)))):
        for one in whose_turn([Candidate(one.id, one.side, last.get(one.id)) for one in people], today, rhythm):
            last[one.id] = today
        today += rhythm.least_days * DAYS
    assert len(last) == len(people)


def test_enough_are_five_of_each_side_or_all_where_there_are_fewer() -> None:
    day = date(2026, 11, 30)
    free, asked = [Candidate(n, "business") for n in range(5)], [Candidate(9, "it", day)]
    assert enough_from([*free, *asked], Rhythm()) == day + 14 * DAYS
    assert enough_from(free, Rhythm()) is None


@given(st.integers(1, 26), st.integers(0, 4), st.dates(date(2025, 1, 1), date(2027, 1, 1)), st.integers(0, 200))
def test_the_next_one_is_later_and_on_its_weekday(weeks, weekday, last, later) -> None:
    after = last + later * DAYS
    day = next_day(Rhythm(weeks, weekday), last, after=after)
    assert day > after and day.weekday() == weekday


@pytest.mark.parametrize(("moment", "quiet"), [
    (datetime(2026, 11, 30, 8), False), (datetime(2026, 11, 30, 7, 59), True), (datetime(2026, 11, 30, 18), True), (datetime(2026, 12, 5, 11), True),
])  # fmt: skip
def test_evenings_nights_and_weekends_are_quiet(moment, quiet) -> None:
    assert is_quiet(moment) is quiet


def test_a_mean_has_its_range_and_how_many_answered() -> None:
    found = said_by([0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0])
    assert found is not None and (found.value, found.n) == (8, 5) and found.low < 8 < found.high <= 10
    assert said_by(None) is None


# What is done

pytestmark = pytest.mark.django_db


def test_a_check_in_asks_at_most_six_things_two_standing_questions_and_the_newest_goal(both) -> None:
    row = empathy.open_check_in(by=both.cast.fiona)
    assert row.items.count() == 6 and row.standing == ["heard", "why"] and row.goal_id == both.goal.id
    assert {part.side for part in row.parts.all()} == {"business", "it"}


def test_what_was_asked_about_longest_ago_is_asked_next(both) -> None:
    first = check_in(both)
    second = empathy.open_check_in(by=both.cast.fiona)
    asked = {item.title for item in first.items.all()}
    assert {one.title for one in both.work} | {both.goal.title} == asked | {item.title for item in second.items.all()}


def test_whoever_was_asked_in_a_round_is_not_asked_again_within_a_fortnight(both) -> None:
    crowd.start(both)
    with pytest.raises(registry.Conflict):
        empathy.open_check_in(by=both.cast.fiona)
    clock.tick(days=14)
    assert empathy.open_check_in(by=both.cast.fiona).parts.count() == 14


def test_people_of_one_side_alone_are_not_asked(at_alder) -> None:
    with pytest.raises(registry.Mistake) as refused:
        empathy.set_cadence(by=at_alder.fiona, person_ids=[at_alder.ian.person_id])
    assert refused.value.field == "person_ids"


def test_only_one_is_open_at_a_time(both) -> None:
    empathy.open_check_in(by=both.cast.fiona)
    clock.tick(days=3)
    with pytest.raises(registry.Conflict):
        empathy.open_check_in(by=both.cast.fiona)


def hourly() -> None:
    chores.look_after_rounds.function()
    chores.look_after_check_ins.function()


def opened() -> list[date]:
    return [localdate(at) for at in Round.objects.filter(kind=PULSE).order_by("opened_at").values_list("opened_at", flat=True)]


def let_pass(days: int) -> None:
    """Every three hours the chores look after what is due."""
    for _step in range(days * 8):
        clock.tick(hours=3)
        hourly()


def test_check_ins_open_and_close_by_themselves_in_working_hours(both) -> None:
    empathy.set_cadence(by=both.cast.fiona, weeks=2, weekday=2)
    let_pass(24)
    assert opened() == [date(2026, 12, 2), date(2026, 12, 16)]
    first = Round.objects.filter(kind=PULSE).order_by("opened_at")[0]
    assert localdate(first.closed_at) == date(2026, 12, 10)
    assert not any(is_quiet(moment) for moment in (first.opened_at, first.closed_at))
    assert first.made_by_id == both.cast.fiona.person_id


def test_a_weekly_rhythm_waits_for_the_fortnight(both) -> None:
    empathy.set_cadence(by=both.cast.fiona, weeks=1, weekday=2, open_days=3)
    let_pass(24)
    assert opened() == [date(2026, 12, 2), date(2026, 12, 16)]


def test_check_ins_rest_until_a_day_and_go_on_by_themselves(both) -> None:
    empathy.set_cadence(by=both.cast.fiona, weeks=1, weekday=2)
    empathy.pause_check_ins(by=both.cast.fiona, until=date(2026, 12, 11))
    assert pulse.next_on() == date(2026, 12, 16)
    assert "rest until" in check_ins_page(by=both.cast.fiona).headline


def test_check_ins_that_rest_for_good_go_on_when_somebody_says_so_and_not_at_once(both) -> None:
    empathy.set_cadence(by=both.cast.fiona, weeks=1, weekday=2)
    empathy.pause_check_ins(by=both.cast.fiona)
    clock.tick(days=16)
    assert pulse.next_on() is None
    empathy.resume_check_ins(by=both.cast.fiona)
    assert pulse.next_on() == date(2026, 12, 23)


def test_what_was_set_before_is_kept(both) -> None:
    empathy.set_cadence(by=both.cast.fiona, weeks=1)
    newer = empathy.set_cadence(by=both.cast.fiona, weeks=13)
    assert pulse.cadence() == newer and newer.__class__.objects.count() == 2


def test_nothing_is_shown_before_it_is_closed(both) -> None:
    row = empathy.open_check_in(by=both.cast.fiona)
    answer(both, row)
    assert not Tally.objects.exists() and queries.list_strings(by=both.cast.fiona)[0].course == []
    assert "heard" not in str([one.sealed for part in row.parts.all() for one in part.sheets.all()])


def test_the_strings_say_what_each_side_says_with_its_range(both) -> None:
    check_in(both, business=8, it=5)
    now = strings.newest()["heard"]
    assert now is not None and (now.business.value, now.it.value) == (8, 5)
    assert now.business.low < 8 < now.business.high and now.business.n == 5


def test_a_side_of_four_is_said_to_be_too_few(at_alder) -> None:
    made = crowd.gather(at_alder, it=4)
    check_in(made)
    now = strings.newest()["heard"]
    assert now is not None and now.business is not None and now.it is None
    figure = strings_page(client="Alder").figure
    assert figure is not None and "fewer than five" in figure.svg


def test_what_was_not_asked_yet_says_so(both) -> None:
    check_in(both)
    figure = strings_page(client="Alder").figure
    assert figure is not None and figure.svg.count("Not asked yet") == 4 * 2  # on the row, and read out


def test_all_six_are_fresh_after_three(both) -> None:
    for _time in range(3):
        check_in(both)
    assert all(one is not None and one.shown for one in strings.newest().values())


def test_each_question_has_its_course_on_both_sides_and_says_what_moved(both) -> None:
    for it in (9, 9, 9, 2):
        check_in(both, business=8, it=it)
    part = strings_page(client="Alder").parts[0]
    assert part.sentence == "IT says less than it did."
    assert [len(one.figure.table.rows) for one in part.courses if one.figure] == [2, 2]


def test_the_headline_names_a_gap_only_when_it_is_sure(both) -> None:
    check_in(both, business=9, it=3)
    assert "6 apart" in said(strings.newest())[0]


def test_facilitators_have_one_letter_with_what_moved_in_three_lines(both, mailoutbox) -> None:
    for it in (9, 9, 9, 2):
        check_in(both, business=8, it=it)
    from accord.base.jobs.worker import Worker

    while Worker("test").do_one():
        pass
    told = [mail for mail in mailoutbox if mail.subject.startswith("What moved") and mail.to == ["fiona@fernhill.example"]]
    assert len(told) == 4
    assert told[-1].body.count("\n- ") == 3 and "“We feel listened to”: IT says 2 (" in told[-1].body and "and said 9 (" in told[-1].body
    assert "/perspectives/check-ins/" in told[-1].body


def test_only_those_who_answered_have_a_letter_that_it_is_closed(both, mailoutbox) -> None:
    check_in(both)
    from accord.base.jobs.worker import Worker

    while Worker("test").do_one():
        pass
    assert len([mail for mail in mailoutbox if mail.subject.startswith("What both sides said")]) == 10


def test_what_the_goal_should_be_is_kept_with_the_name_only_of_whoever_says_something_else(both) -> None:
    row = empathy.open_check_in(by=both.cast.fiona)
    one, other = both.business[:2]
    empathy.take_step(by=one, round_id=row.id, changes={"goal": "something_else", "goal_words": "Two days in storms"}, done=True)
    empathy.take_step(by=other, round_id=row.id, changes={"goal": "yes", "goal_words": "I changed my mind"}, done=True)
    assert not OtherGoal.objects.exists()
    empathy.close_round(by=both.cast.fiona, round_id=row.id)
    assert [kept.words for kept in OtherGoal.objects.all()] == ["Two days in storms"]


def test_somebody_else_cannot_set_the_rhythm(both) -> None:
    with pytest.raises(registry.Refused):
        empathy.set_cadence(by=both.cast.bella)


def test_only_those_who_were_chosen_are_asked(both) -> None:
    chosen = [one.person_id for one in (*both.business, *both.it)]
    empathy.set_cadence(by=both.cast.fiona, person_ids=chosen)
    row = empathy.open_check_in(by=both.cast.fiona)
    assert set(RoundPart.objects.filter(round=row).values_list("person_id", flat=True)) == set(chosen)
