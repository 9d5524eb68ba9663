"""The laws of agreement and drift; the worked cases are in the vectors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.goals import rules
from accord.ideas.goals.rules import Link, Node, Record

SHARES = st.dictionaries(st.sampled_from("abcde"), st.integers(1, 100), min_size=1)
LINKS = st.lists(st.builds(Link, st.sampled_from("pqrs"), st.sampled_from("GH"), st.none() | st.integers(1, 3), st.none() | st.integers(1, 3)), max_size=8)
GOALS = {"G": (3, 10.0), "H": (1, 20.0)}
GRAPHS = st.tuples(
    st.fixed_dictionaries({name: st.sampled_from(["live", "met", "retired"]) for name in "ABCD"}),
    st.lists(st.tuples(st.sampled_from("ABCDxyz"), st.sampled_from("ABCD")), max_size=12),
    st.fixed_dictionaries({name: st.integers(1, 50) for name in "xyz"}),
)


@given(LINKS)
def test_the_share_of_current_links_is_a_share(links):
    found = rules.agreement(links, GOALS, now=30)
    assert found.coverage is None if not links else 0 <= found.coverage <= 1


@given(LINKS)
def test_a_further_version_leaves_nobody_current_who_agreed_to_the_last_one(links):
    after = rules.agreement(links, {"G": (4, 30.0), "H": (4, 30.0)}, now=30)
    assert "current" not in after.states.values()


@given(LINKS)
def test_whoever_is_silent_is_not_current(links):
    found = rules.agreement({link.name: link for link in links}.values(), GOALS, now=30)
    assert all(found.states[name] != "current" for name in found.silent)


def test_a_change_under_a_goal_does_not_touch_the_links_above_it():
    one_hop = rules.agreement([Link("dev", "sub", 1, 1), Link("sub", "top", 1, 1)], {"sub": (2, 5.0), "top": (1, 0.0)}, now=9)
    assert one_hop.states == {"dev>sub": "suspect", "sub>top": "current"}


@given(GRAPHS)
def test_letting_a_goal_go_never_makes_work_less_of_an_orphan(graph):
    goals, serves, effort = graph
    before = rules.serving(goals, serves, effort)
    after = rules.serving(goals | {"A": "retired"}, serves, effort)
    assert set(before.orphans) <= set(after.orphans)
    assert before.orphan_share <= after.orphan_share


@given(GRAPHS)
def test_work_tied_to_a_live_goal_is_no_orphan(graph):
    goals, serves, effort = graph
    found = rules.serving(goals | {"A": "live"}, [*serves, ("x", "A")], effort)
    assert "x" not in found.orphans
    assert "A" not in found.unserved


def test_goals_in_a_circle_do_no_harm():
    assert rules.serving({"A": "live", "B": "live"}, [("A", "B"), ("B", "A"), ("x", "A")], {"x": 1}).unserved == ()


@given(SHARES, SHARES)
def test_the_gap_between_effort_and_priority_is_between_none_and_all(effort, priority):
    found = rules.mismatch(effort, priority)
    assert 0 <= found.tv <= 1 + 1e-12
    assert abs(sum(found.gap.values())) < 1e-9


@given(SHARES, SHARES)
def test_the_gap_is_the_same_seen_from_either_side(effort, priority):
    assert rules.mismatch(effort, priority).tv == pytest.approx(rules.mismatch(priority, effort).tv)


@given(SHARES, SHARES)
def test_counting_in_days_instead_of_hours_changes_no_share(effort, priority):
    in_days = {name: hours / 8 for name, hours in effort.items()}
    assert rules.mismatch(in_days, priority).tv == pytest.approx(rules.mismatch(effort, priority).tv)


@given(st.floats(0, 2000), st.sampled_from(sorted(rules.HALF_LIVES)))
def test_after_one_more_half_life_half_is_left(age, kind):
    of = rules.freshness([Record("now", kind, age), Record("later", kind, age + rules.HALF_LIVES[kind])]).of
    assert of["later"] == pytest.approx(of["now"] / 2)


@given(st.lists(st.floats(0, 1), min_size=13, max_size=40))
def test_a_worse_week_never_calls_off_a_reset(weeks):
    before = rules.reset(weeks)
    worse = rules.reset([*weeks[:-1], 1.0])
    assert worse.due or not before.due


def test_a_calm_year_calls_for_no_reset():
    assert not rules.reset([0.2, 0.21, 0.19, 0.2] * 13).due


def test_what_is_not_known_does_not_count_as_calm():
    assert rules.drift(0.4, None, None, 0.2) == pytest.approx(0.3)
    assert rules.drift(None, None) is None


def test_a_goal_that_depends_on_itself_is_named():
    with pytest.raises(ValueError, match="“a” depends on itself: a → b → a"):
        rules.satisfaction({"a": Node("and", parts=(("b", 100),)), "b": Node("or", parts=(("a", 100),))})


@given(st.floats(-100, 100), st.floats(-100, 100), st.floats(-100, 100))
def test_a_band_stays_in_order_under_a_hurting_contribution(one, two, weight):
    low, high = sorted((one, two))
    made = rules.satisfaction({"leaf": Node("leaf", (low, high)), "goal": Node("contrib", parts=(("leaf", weight),))})["goal"]
    assert -100 <= made[0] <= made[1] <= 100
