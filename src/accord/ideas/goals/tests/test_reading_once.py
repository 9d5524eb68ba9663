"""Goals read for a page are read once; what an action writes meanwhile is seen."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accord.base import registry, scope
from accord.ideas.goals import actions, queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(at_alder):
    said = {"title": "Decide nine in ten claims in three days", "why": "Customers stay when they hear early."}
    return actions.set_goal(by=at_alder.fiona, owner_id=at_alder.people["bella"].id, **said).goal


def test_the_goals_of_a_page_are_read_once(goal):
    with scope.reading(), CaptureQueriesContext(connection) as asked:
        queries.newest_versions()
        first = len(asked)
        queries.newest_versions()
    assert len(asked) == first


def test_what_an_action_writes_is_seen_by_the_next_question(at_alder, goal):
    with scope.reading():
        queries.newest_versions()
        actions.change_goal(by=at_alder.fiona, goal_id=goal.id, title="Decide nine in ten claims in two days", reason="The regulator asks for two.")
        assert queries.newest_versions()[0].title == "Decide nine in ten claims in two days"


def test_what_is_not_there_is_not_there_the_second_time_either(at_alder):
    with scope.reading():
        for _time in range(2):
            with pytest.raises(registry.NotThere):
                queries.initiative(uuid4())
