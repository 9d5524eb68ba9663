"""A goal is said in versions, and nothing that was said is lost."""

import pytest

from accord.base import registry
from accord.ideas.goals import actions, queries


@pytest.fixture
def three_days(at_alder):
    return actions.set_goal(by=at_alder.fiona, title="Decide nine in ten claims in three days", why="Storm season", owner_id=at_alder.bella.person_id)


def test_a_changed_goal_is_a_further_version_and_the_first_stays(at_alder, three_days) -> None:
    actions.change_goal(by=at_alder.fiona, goal_id=three_days.goal_id, reason="Too slow", title="Decide nine in ten claims in two days")
    assert [(one.version, one.title) for one in queries.show_goal(by=at_alder.bella, goal_id=three_days.goal_id)] == [
        (2, "Decide nine in ten claims in two days"), (1, "Decide nine in ten claims in three days")]


def test_a_goal_somebody_else_changed_meanwhile_is_not_overwritten(at_alder, three_days) -> None:
    actions.change_goal(by=at_alder.fiona, goal_id=three_days.goal_id, reason="Too slow", title="Two days")
    with pytest.raises(registry.Conflict):
        actions.change_goal(by=at_alder.fiona, goal_id=three_days.goal_id, reason="Later", title="Four days", seen_version=1)


def test_a_business_lead_reads_goals_and_does_not_change_them(at_alder, three_days) -> None:
    with pytest.raises(registry.Refused):
        actions.change_goal(by=at_alder.bella, goal_id=three_days.goal_id, reason="Mine", title="Mine")


def test_a_stranger_finds_nothing(cast) -> None:
    with cast.inside():
        goal = actions.set_goal(by=cast.fiona, title="Decide in three days", why="Storms", owner_id=cast.bella.person_id).goal_id
    with cast.inside(cast.brightwell), pytest.raises(registry.NotThere):
        queries.show_goal(by=cast.sam, goal_id=goal)
