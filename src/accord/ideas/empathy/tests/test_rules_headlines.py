"""What is said first, and when it is not clear yet."""

import numpy as np

from accord.ideas.empathy.rules import Sheets, fair_selection, headline, picture, selection_headline


def side(own, guess, people: int = 12) -> Sheets:
    return Sheets(*(np.tile(np.array(marks, dtype=float), (people, 1)) for marks in (own, guess)))


def told(a, b, **more):
    return headline(picture([f"i{n}" for n in range(len(a[0]))], side(*a, **more), side(*b, **more)))


def test_without_enough_answers_nothing_is_said():
    found = told(([5, 1], [5, 1]), ([5, 1], [5, 1]), people=4)
    assert found.key == "too_few_answers" and found.numbers == {"left_out": 2}


def test_two_sides_that_know_each_other_are_all_right():
    found = told(([5, 1], [5, 1]), ([5, 1], [5, 1]))
    assert (found.key, found.then) == ("all_right", "consensus")


def test_half_the_guesses_wrong_is_said_with_the_item_that_hurts_unseen():
    found = told(([5, 5], [5, 5]), ([1, 5], [1, 5]))
    assert (found.key, found.then, found.item) == ("half_right", "false_consensus", "i0")
    assert (found.numbers["wrong"], found.numbers["guesses"]) == (2, 4)


def test_most_guesses_wrong_is_said():
    assert told(([5, 5], [5, 5]), ([1, 1], [1, 1])).key == "mostly_wrong"


def test_guesses_at_the_edge_are_not_clear_with_few_people():
    found = told(([3, 3], [4, 4]), ([3, 3], [4, 4]), people=5)
    assert (found.key, found.then, found.numbers["unclear"]) == ("not_clear", "", 4)


def test_what_is_unclear_could_not_turn_what_is_said():
    """One clear wrong guess in four, the others unclear: from a quarter to all could be wrong."""
    found = told(([5, 3], [5, 4]), ([1, 3], [4, 4]), people=5)
    assert found.numbers["wrong"] == 1 and found.key == "not_clear"


GROUPS = {"sales": {"A": 5, "B": 5}, "ops": {"A": 5, "B": 4}, "finance": {"A": 4, "B": 5}, "hr": {"C": 5, "D": 5}}
COSTS = {"A": 50, "B": 50, "C": 30, "D": 20}


def test_equal_shares_that_leave_nobody_out_say_so():
    found = selection_headline(fair_selection(100, COSTS, GROUPS))
    assert found.key == "all_get_something" and found.numbers["nothing_by_ranking"] == 1


def test_a_selection_is_not_clear_while_as_many_groups_are_waited_for():
    assert selection_headline(fair_selection(100, COSTS, GROUPS), waiting=4).key == "not_clear"


def test_a_budget_for_nothing_says_so():
    assert selection_headline(fair_selection(10, COSTS, GROUPS)).key == "nothing_fits"


def test_the_same_choice_is_said_to_be_the_same():
    assert selection_headline(fair_selection(150, COSTS, GROUPS)).key == "same"


def test_what_is_left_out_and_critical_is_said_second():
    found = selection_headline(fair_selection(50, COSTS, GROUPS, {"sales": ["A", "B"]}))
    assert found.then == "hearing" and found.numbers["hearing"] >= 1
