"""Fair selection: the laws of equal shares, and what it does that ranking does not."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.ideas.empathy.rules import fair_selection

COSTS = st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(1, 40), min_size=1)


@st.composite
def worlds(draw):
    costs = draw(COSTS)
    points = st.dictionaries(st.sampled_from(sorted(costs)), st.integers(0, 10))
    return draw(st.integers(1, 120)), costs, draw(st.dictionaries(st.sampled_from("pqrstu"), points, min_size=1))


@settings(deadline=None)
@given(worlds())
def test_no_choice_is_over_budget_or_takes_anything_twice(world):
    budget, costs, groups = world
    found = fair_selection(budget, costs, groups)
    for choice in (found.equal, found.ranking, found.per_cost):
        assert choice.cost <= budget + 1e-6 and len(set(choice.items)) == len(choice.items)


@settings(deadline=None)
@given(worlds())
def test_nothing_that_nobody_wants_is_chosen(world):
    found = fair_selection(*world)
    assert all(any(given.get(item) for given in world[2].values()) for choice in (found.equal, found.ranking) for item in choice.items)


@settings(deadline=None)
@given(worlds())
def test_what_a_group_could_buy_with_its_own_share_never_leaves_it_with_nothing(world):
    """A group whose share pays for something it wants gets something: the promise of equal shares to a group alone."""
    budget, costs, groups = world
    share = budget / len(groups)
    found = fair_selection(budget, costs, groups)
    can = {name for name, given in groups.items() if any(points and costs[item] <= share for item, points in given.items())}
    assert not can & set(found.equal.with_nothing)


@settings(deadline=None)
@given(worlds())
def test_no_group_pays_more_than_its_share(world):
    """Rebuilt without the sort: buy in the order found, each supporter paying what it has up to the price of its points."""
    budget, costs, groups = world
    left = {name: budget / len(groups) for name in groups}
    for item in fair_selection(budget, costs, groups).bought:
        supporters = {name: given[item] for name, given in groups.items() if given.get(item)}
        assert sum(left[name] for name in supporters) >= costs[item] * (1 - 1e-6)
        low, high = 0.0, 1e6
        for _half in range(200):
            middle = (low + high) / 2
            low, high = (low, middle) if sum(min(left[name], middle * points) for name, points in supporters.items()) >= costs[item] else (middle, high)
        left |= {name: max(0.0, left[name] - high * points) for name, points in supporters.items()}


@settings(deadline=None)
@given(worlds())
def test_the_unit_of_money_does_not_matter(world):
    budget, costs, groups = world
    thousands = fair_selection(budget * 1000, {name: cost * 1000 for name, cost in costs.items()}, groups)
    assert thousands.equal.items == fair_selection(budget, costs, groups).equal.items


def test_a_small_group_gets_its_share_where_ranking_leaves_it_with_nothing():
    groups = {"sales": {"A": 5, "B": 5}, "ops": {"A": 5, "B": 4}, "finance": {"A": 4, "B": 5}, "hr": {"C": 5, "D": 5}}
    found = fair_selection(100, {"A": 50, "B": 50, "C": 30, "D": 20}, groups)
    assert found.ranking.with_nothing == found.per_cost.with_nothing == ("hr",) and found.equal.with_nothing == ()


def test_a_critical_item_left_out_is_heard():
    found = fair_selection(60, {"A": 60, "B": 30, "C": 30}, {"x": {"A": 1, "B": 3}, "y": {"A": 1, "C": 3}}, {"x": ["A", "B"]})
    assert found.hearing == ("A",)


def test_points_for_something_without_a_cost_are_refused():
    with pytest.raises(ValueError, match="“B”"):
        fair_selection(10, {"A": 1}, {"x": {"B": 2}})


def test_two_hundred_items_and_fifty_groups_are_chosen_from_within_a_second():
    chance = np.random.default_rng(7)
    items = [f"i{n}" for n in range(200)]
    costs = dict(zip(items, chance.integers(1, 50, 200).tolist(), strict=True))
    groups = {f"g{n}": dict(zip(items, chance.integers(0, 10, 200).tolist(), strict=True)) for n in range(50)}
    began = time.process_time()
    found = fair_selection(1500, costs, groups)
    assert time.process_time() - began < 1 and len(found.bought) > 20
