"""A reset is over only when both sides have guessed each other anew."""

from datetime import timedelta

import pytest

from accord.base import clock, registry
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import Round
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def settled(at_alder):
    """A reset of one goal that nothing is tied to, settled: only the guesses are still to come."""
    cast, today = at_alder, clock.today()
    goal = goals.set_goal(by=cast.fiona, title="Decide claims in five days", why="People remember the slowest", owner_id=cast.bella.person_id)
    row = goals.call_reset(
        by=cast.fiona, goal_ids=[goal.goal_id], person_ids=[cast.bella.person_id, cast.ian.person_id], why="It meant two things",
        picture_on=today + timedelta(90), answer_by=today + timedelta(5),
    )  # fmt: skip
    for who in (cast.bella, cast.ian):
        goals.picture(by=who, reset_id=row.id, words="A customer says thank you")
    goals.settle(by=cast.fiona, reset_id=row.id, goal_id=goal.goal_id, title="Decide claims in three days")
    cast_of = {"cast": cast, "reset": row.id, "goal": goal.goal_id}
    return type("Settled", (), cast_of)


def step(made) -> str:
    return queries.show_reset(by=made.cast.fiona, reset_id=made.reset).step


def guesses(made, who) -> None:
    row = Round.objects.get(reset=made.reset)
    marks = {str(item.id): 4 for item in row.items.all()}
    empathy.answer(by=who, round_id=row.id, own=marks, guess=marks)


def test_when_all_is_settled_both_sides_are_asked_to_guess_anew(settled) -> None:
    assert step(settled) == "confirming"
    row = Round.objects.get(reset=settled.reset)
    assert [item.title for item in row.items.all()] == ["Decide claims in three days"]
    assert {part.person_id for part in row.parts.all()} == {settled.cast.bella.person_id, settled.cast.ian.person_id}


def test_it_says_what_it_waits_for(settled) -> None:
    guesses(settled, settled.cast.bella)
    (one,) = registry.reset_waits.collect(reset_id=settled.reset)
    assert "1 of 2 have" in one.sentence
    page = settled.cast.browser("fiona").get(f"/alder-mutual/goals/resets/{settled.reset}/").content.decode()
    assert "Both sides guess each other once more" in page


def test_the_last_guess_ends_the_round_and_the_reset(settled) -> None:
    guesses(settled, settled.cast.bella)
    assert step(settled) == "confirming"
    guesses(settled, settled.cast.ian)
    assert step(settled) == "in_accord"


def test_a_facilitator_may_close_the_round_and_with_it_the_reset(settled) -> None:
    empathy.close_round(by=settled.cast.fiona, round_id=Round.objects.get(reset=settled.reset).id)
    assert step(settled) == "in_accord"


def test_settled_again_nobody_is_asked_twice(settled) -> None:
    goals.settle(by=settled.cast.fiona, reset_id=settled.reset, goal_id=settled.goal, title="Decide claims in four days")
    assert Round.objects.filter(reset=settled.reset).count() == 1


def test_a_reset_that_is_called_off_calls_its_round_off(settled) -> None:
    goals.stop_reset(by=settled.cast.fiona, reset_id=settled.reset, reason="The goal is retired")
    assert Round.objects.get(reset=settled.reset).stopped_at is not None
