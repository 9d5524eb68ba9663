"""While a page is read, what was found once is not looked up again; a write ends that."""

from uuid import UUID

import pytest

from accord.base import scope

ONE, OTHER = UUID(int=1), UUID(int=2)


class Asked:
    """Counts how often the queries below were truly asked."""

    def __init__(self):
        self.times, self.ids = 0, []

        @scope.once
        def goal(name, *, deep=False):
            self.times += 1
            return [name, deep]

        @scope.once_each
        def stages(ids):
            self.ids.append(list(ids))
            return {id: f"stage of {id}" for id in ids if id != "unknown"}

        self.goal, self.stages = goal, stages


@pytest.fixture
def asked():
    return Asked()


def test_outside_of_reading_every_question_is_asked(asked):
    asked.goal("a"), asked.goal("a")
    assert asked.times == 2


def test_the_same_question_is_asked_once(asked):
    with scope.reading():
        assert asked.goal("a") is asked.goal("a")
    assert asked.times == 1


def test_another_argument_is_another_question(asked):
    with scope.reading():
        asked.goal("a"), asked.goal("b"), asked.goal("a", deep=True)
    assert asked.times == 3


def test_another_scope_is_another_question(asked):
    with scope.within(ONE, OTHER), scope.reading():
        asked.goal("a")
        with scope.within(OTHER):
            asked.goal("a")
    assert asked.times == 2


def test_nothing_is_kept_from_one_page_to_the_next(asked):
    for _page in range(2):
        with scope.reading():
            asked.goal("a")
    assert asked.times == 2


def test_only_ids_not_yet_known_are_looked_up(asked):
    with scope.reading():
        asked.stages(["a", "b"])
        assert list(asked.stages(["c", "a"]).items()) == [("c", "stage of c"), ("a", "stage of a")]
    assert asked.ids == [["a", "b"], ["c"]]


def test_an_id_with_nothing_is_not_looked_up_twice(asked):
    with scope.reading():
        assert (asked.stages(["unknown"]), asked.stages(["unknown"])) == ({}, {})
    assert asked.ids == [["unknown"]]
