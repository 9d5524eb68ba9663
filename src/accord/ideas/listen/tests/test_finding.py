"""What nobody knows yet takes a person and a date; the ladder leads up to a goal; moving on with questions open takes a reason."""

from datetime import timedelta

import pytest

from accord.base import clock, registry
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.models import StageReached
from accord.ideas.listen import actions
from accord.ideas.listen.models import LadderStep
from accord.ideas.listen.pages.climbing import climb
from accord.ideas.listen.queries.hearing import heard


def test_not_known_is_known_about_once_somebody_finds_out_by_a_date(cast, storm) -> None:
    with cast.inside():
        day = clock.today() + timedelta(days=7)
        actions.not_known(by=cast.fiona, initiative_id=storm.initiative_id, aspect="impact_numbers", person_id=cast.ian.person_id, by_date=day)
        told = heard(storm.initiative_id)
    assert "impact_numbers" not in told.coverage.open and [(one.person, one.by_date) for one in told.not_known] == [("Identity engineer", day)]


def test_a_date_that_has_passed_helps_nobody(cast, storm) -> None:
    with cast.inside(), pytest.raises(registry.Mistake, match="still to come"):
        actions.not_known(
            by=cast.fiona, initiative_id=storm.initiative_id, aspect="goal", person_id=cast.ian.person_id, by_date=clock.today() - timedelta(days=1)
        )


def test_an_answer_takes_the_place_of_not_knowing(cast, storm) -> None:
    with cast.inside():
        actions.not_known(by=cast.fiona, initiative_id=storm.initiative_id, aspect="goal", person_id=cast.ian.person_id, by_date=clock.today())
        actions.note_answer(by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, words="Claims in three days", aspect="goal")
        assert heard(storm.initiative_id).not_known == []


@pytest.fixture
def up(cast, storm):
    def up_(level: int, words: str = "", below=None, goal=None) -> LadderStep:
        return actions.add_step(by=cast.fiona, initiative_id=storm.initiative_id, level=level, words=words, below_id=below.id if below else None, goal_id=goal)

    return up_


def test_a_ladder_that_reaches_a_goal_says_so(cast, storm, up) -> None:
    with cast.inside():
        goal = goals.set_goal(by=cast.fiona, title="Decide nine in ten claims in three days", why="Storms", owner_id=cast.bella.person_id).goal_id
        day = up(2, "Handlers begin at once", below=up(1, "Somebody resets passwords at night"))
        up(4, below=day, goal=goal)
        up(3, "Forty claims a day move", below=day)
        assert climb(storm.initiative, storm).sentence == "3 steps up, 2 ways: it reaches a goal both sides share."


def test_a_step_goes_above_the_one_it_explains(cast, up) -> None:
    with cast.inside(), pytest.raises(registry.Mistake, match="goes above"):
        up(1, "Lower", below=up(2, "Higher"))


def test_a_step_is_taken_out_with_what_stands_on_it_and_kept(cast, storm, up) -> None:
    with cast.inside():
        first = up(1, "Somebody resets passwords")
        up(2, "Handlers begin at once", below=first)
        actions.take_out_step(by=cast.fiona, step_id=first.id)
        assert climb(storm.initiative, storm).rungs == [] and LadderStep.objects.count() == 2


def test_moving_on_with_questions_open_takes_one_line_which_is_kept(cast, storm) -> None:
    with cast.inside():
        with pytest.raises(registry.Mistake, match="one line why"):
            actions.move_on(by=cast.fiona, initiative_id=storm.initiative_id)
        actions.move_on(by=cast.fiona, initiative_id=storm.initiative_id, reason="The season begins in two weeks")
        assert initiatives.stage_of(storm.initiative).value == "worth"
        assert StageReached.objects.get(stage="worth").reason == "The season begins in two weeks"
