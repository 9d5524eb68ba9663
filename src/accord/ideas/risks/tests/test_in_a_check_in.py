"""“Is anything worrying you?” in a check-in raises an early warning: openly, to whoever looks after the client, and answered by a day.

The check-in is another idea's, so it is told here as what the registry gives it."""

from datetime import timedelta
from uuid import UUID

import pytest

from accord.base import clock, registry
from accord.ideas.goals import actions as goals
from accord.ideas.risks import actions, pulse_item
from accord.ideas.risks.models import OPEN, Risk

from .by_link import TUESDAY, letters

pytestmark = pytest.mark.django_db
ROUND, OTHER = UUID("01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f"), UUID("01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e10")
WORDS = "The sign-in tests end a week after the freeze."


@pytest.fixture(autouse=True)
def on_a_tuesday(cast):
    with clock.at(TUESDAY), cast.inside():
        yield


def item(cast, round_id: UUID = ROUND) -> registry.PulseItem:
    (found,) = [one for one in registry.pulse_item if one.name == "worry"]
    made: registry.PulseItem = found.function(person_id=cast.people["ian"].id, round_id=round_id)
    return made


def say(cast, words: str = WORDS, round_id: UUID = ROUND, **given: str) -> None:
    page = item(cast, round_id)
    form = page.form({"sees": words, "goal_id": "", "act_by": ""} | given)
    assert form.is_valid(), form.errors
    page.keep(cast.ian, form)


def test_it_is_a_warning_with_a_name_that_the_facilitator_answers(cast) -> None:
    goal = goals.set_goal(by=cast.fiona, title="Decide quickly", why="Storms", owner_id=cast.people["bella"].id)
    say(cast, goal_id=str(goal.goal_id), act_by="2026-12-21")
    row = Risk.objects.get()
    assert (row.how, row.raised_by_id, row.answerer_id) == (OPEN, cast.people["ian"].id, cast.people["fiona"].id)
    assert (row.sees, row.goal_id, row.act_by.isoformat()) == (WORDS, goal.id, "2026-12-21")
    assert [one.title for one in registry.owed.collect(by=cast.fiona) if one.kind == "risks.answer"] == ["Answer a warning about “Decide quickly”"]
    assert not [one for one in registry.owed.collect(by=cast.bella) if one.kind == "risks.answer"]


def test_only_topmost_goals_are_offered(cast) -> None:
    top = goals.set_goal(by=cast.fiona, title="Customers stay", why="They leave", owner_id=cast.people["bella"].id)
    goals.set_goal(by=cast.fiona, title="Decide quickly", why="Storms", owner_id=cast.people["bella"].id, parent_id=top.goal_id)
    assert [label for _id, label in item(cast).form(None).fields["goal_id"].choices][1:] == ["Customers stay"]


def test_left_empty_it_says_nothing(cast) -> None:
    say(cast, words="  ")
    assert not Risk.objects.exists()


def test_the_same_words_twice_are_one_warning(cast) -> None:
    say(cast)
    say(cast, words=f" {WORDS} ")
    assert Risk.objects.count() == 1


def test_the_last_page_says_who_answers_by_when_and_then_the_answer(cast, mailoutbox) -> None:
    say(cast)
    assert list(item(cast).after()) == ["The Service delivery lead answers what worries you by Tuesday, 15 December, by letter."]
    actions.act(by=cast.fiona, risk_id=Risk.objects.get().id, words="We moved the freeze.")
    assert list(item(cast).after()) == ["What worries you was answered: “We moved the freeze.”"]
    assert "We moved the freeze." in letters(mailoutbox, "ian@fernhill.example")[-1]


def test_another_check_in_shows_what_was_said_in_it_only(cast) -> None:
    say(cast)
    assert list(item(cast, OTHER).after()) == [] and item(cast).form(None).sent == [WORDS]


def test_it_says_where_to_say_it_without_a_name_where_that_is_possible(cast, monkeypatch) -> None:
    assert item(cast).form(None).unnamed == ""
    monkeypatch.setattr(pulse_item, "speak_url", lambda: "https://speak.example/alder")
    assert item(cast).form(None).unnamed == "https://speak.example/alder"


def test_nobody_answers_their_own(cast) -> None:
    (found,) = [one for one in registry.pulse_item if one.name == "worry"]
    page = found.function(person_id=cast.people["fiona"].id, round_id=ROUND)
    form = page.form({"sees": WORDS, "goal_id": "", "act_by": ""})
    assert form.is_valid()
    page.keep(cast.fiona, form)
    assert Risk.objects.get().answerer_id == cast.people["petra"].id


def test_the_answer_is_on_the_today_of_whoever_said_it_for_a_week(cast) -> None:
    say(cast)
    actions.act(by=cast.fiona, risk_id=Risk.objects.get().id, words="We moved the freeze.")
    assert [one.title for one in registry.owed.collect(by=cast.ian) if one.kind == "risks.mine"] == ["The Service delivery lead answered your warning"]
    with clock.at(TUESDAY + timedelta(days=8)):
        assert not [one for one in registry.owed.collect(by=cast.ian) if one.kind == "risks.mine"]
