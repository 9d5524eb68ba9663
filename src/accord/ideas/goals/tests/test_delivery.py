"""Delivery: planned and expected days, and a state that follows from them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.base import clock, registry
from accord.ideas.goals import actions, delivering, queries
from accord.ideas.goals.models import Progress
from accord.ideas.goals.rules import Stage
from accord.ideas.goals.rules.delivery import Note, State, delivery
from tests.opened import opened

TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
PLANNED = Note(starts=TODAY - 9 * DAY, ends=TODAY + 20 * DAY)


@pytest.mark.parametrize(
    ("notes", "state"),
    [
        ([], State.UNPLANNED),
        ([Note(starts=TODAY + DAY, ends=TODAY + 9 * DAY)], State.PLANNED),
        ([PLANNED], State.UNDER_WAY),
        ([PLANNED, Note(expected=TODAY + 21 * DAY)], State.LATE),
        ([PLANNED, Note(expected=TODAY + 21 * DAY), Note(ends=TODAY + 30 * DAY)], State.UNDER_WAY),
        ([Note(ends=TODAY - DAY)], State.OVERDUE),
        ([Note(ends=TODAY - DAY), Note(delivered=TODAY)], State.DELIVERED),
    ],
)
def test_the_state_follows_from_the_days(notes, state):
    assert delivery(notes, TODAY).state is state


def test_how_far_it_moved_is_told_from_the_day_planned_first():
    found = delivery([PLANNED, Note(expected=TODAY + 25 * DAY), Note(expected=TODAY + 22 * DAY), Note(expected=TODAY + 30 * DAY)], TODAY)
    assert (found.moved, found.days) == (2, 10)


def test_an_earlier_day_is_no_move():
    assert delivery([PLANNED, Note(expected=TODAY + 10 * DAY)], TODAY).moved == 0


days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(st.lists(st.builds(Note, days, days, days, days), max_size=8))
def test_words_without_days_change_nothing(notes):
    assert delivery(notes, TODAY) == delivery([*notes, Note()], TODAY)


@pytest.fixture
def work(at_alder):
    row = opened(at_alder.bella, "Locked out", stage=Stage.DELIVERY)
    return actions.set_lead(by=at_alder.fiona, initiative_id=row.id, person_id=at_alder.ian.person_id)


def note(by, work, **said):
    return actions.note_progress(by=by, initiative_id=work.id, **said)


def test_whoever_leads_may_say_how_it_goes(at_alder, work):
    note(at_alder.ian, work, words="Half of the accounts are moved.", ends=clock.today() + 9 * DAY)
    assert queries.show_delivery(by=at_alder.bella, initiative_id=work.id).state == "under_way"
    with pytest.raises(registry.Refused):
        note(at_alder.bella, work, words="All is well.")


def test_a_note_without_words_or_days_is_none(at_alder, work):
    with pytest.raises(registry.Mistake, match="Write how it goes"):
        note(at_alder.ian, work)


def test_what_cannot_be_is_refused_with_the_field(at_alder, work):
    with pytest.raises(registry.Mistake, match="before it begins") as wrong:
        note(at_alder.ian, work, starts=clock.today(), ends=clock.today() - DAY)
    assert wrong.value.field == "ends"
    with pytest.raises(registry.Mistake, match="still to come"):
        note(at_alder.ian, work, delivered=clock.today() + DAY)


def test_a_synced_note_sent_twice_is_kept_once(at_alder, work):
    for expected, source in ((5, "Board"), (5, " Board "), (6, "Board")):
        note(at_alder.fiona, work, expected=clock.today() + expected * DAY, source=source, reference="B-7")
    assert Progress.objects.count() == 2


def test_what_is_there_is_looked_back_on(at_alder, work):
    note(at_alder.ian, work, delivered=clock.today(), words="Everybody signs in with one name.")
    assert queries.stage_of(work) is Stage.REVIEW


def test_a_day_that_passed_waits_for_whoever_leads_and_nobody_else(at_alder, work):
    note(at_alder.ian, work, ends=clock.today() - DAY)
    assert [len(list(delivering.is_it_there(by=one))) for one in (at_alder.ian, at_alder.fiona, at_alder.bella)] == [1, 0, 0]


def test_a_day_ahead_stands_on_today_for_everybody(at_alder, work):
    note(at_alder.ian, work, ends=clock.today() + 9 * DAY)
    assert [one.on for one in delivering.days_ahead(by=at_alder.bella)] == [clock.today() + 9 * DAY]


def test_the_page_notes_it_and_shows_it(at_alder, work, cast):
    browser = cast.browser("ian")
    answer = browser.post(f"/alder-mutual/initiatives/{work.id}/progress/", {"words": "Half is there.", "ends": (clock.today() + 9 * DAY).isoformat()})
    assert answer.status_code == 302
    assert "Half is there." in browser.get(f"/alder-mutual/initiatives/{work.id}/").content.decode()


def test_nothing_noted_is_said_on_the_form(at_alder, work, cast):
    answer = cast.browser("ian").post(f"/alder-mutual/initiatives/{work.id}/progress/", {})
    assert answer.status_code == 422 and "Write how it goes" in answer.content.decode()
