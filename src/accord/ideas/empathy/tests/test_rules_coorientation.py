"""The laws of co-orientation; the worked cases are in the vectors."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from accord.ideas.empathy import rules
from accord.ideas.empathy.rules import State

STEPS = st.integers(1, 5)
FOUR = st.lists(st.tuples(STEPS, STEPS, STEPS, STEPS), min_size=1, max_size=12)


def found(rows, **more):
    own_a, own_b, guess_a, guess_b = zip(*rows, strict=True)
    return rules.coorientation([f"i{n}" for n in range(len(rows))], own_a, own_b, guess_a, guess_b, **more)


@given(FOUR)
def test_swapping_the_sides_swaps_the_results_and_leaves_the_states(rows):
    one, other = found(rows), found([(b, a, of_a, of_b) for a, b, of_b, of_a in rows])
    assert (one.a, one.b, one.agreement) == (other.b, other.a, other.agreement)
    assert [item.state for item in one.items.values()] == [item.state for item in other.items.values()]


@given(FOUR, st.data())
def test_a_better_guess_never_lowers_accuracy(rows, data):
    n = data.draw(st.integers(0, len(rows) - 1))
    a, b, of_b, of_a = rows[n]
    assume(of_b != b)
    better = data.draw(st.integers(min(b, of_b), max(b, of_b)).filter(lambda guess: abs(guess - b) < abs(of_b - b)))
    after = found([*rows[:n], (a, b, better, of_a), *rows[n + 1 :]])
    assert after.a.accuracy > found(rows).a.accuracy


@given(FOUR)
def test_taking_the_others_for_like_us_is_no_insight(rows):
    insight = found([(a, b, a, b) for a, b, _of_b, _of_a in rows]).a.insight
    assert insight is None or insight <= 0


@given(FOUR)
def test_always_guessing_the_middle_is_no_insight(rows):
    insight = found([(a, b, 3, 3) for a, b, _of_b, _of_a in rows]).a.insight
    assert insight is None or insight <= 1e-9


@given(FOUR)
def test_insight_is_the_lesser_of_both_baselines(rows):
    one = found(rows).a
    if one.insight is not None:
        assert one.insight == pytest.approx(min(one.over_self, one.over_middle))


@given(FOUR)
def test_knowing_the_other_side_exactly_is_never_called_false(rows):
    states = {item.state for item in found([(a, b, b, a) for a, b, _of_b, _of_a in rows]).items.values()}
    assert states <= {State.CONSENSUS, State.OPEN_DISAGREEMENT}


@given(FOUR)
def test_no_figure_depends_on_the_unit_of_the_scale(rows):
    one, other = found(rows), found([tuple((mark - 1) * 2.5 for mark in row) for row in rows], scale=(0, 10))
    assert [item.state for item in one.items.values()] == [item.state for item in other.items.values()]
    assert other.a.accuracy == pytest.approx(one.a.accuracy) and other.b.bias == pytest.approx(2.5 * one.b.bias)


def test_items_without_all_four_marks_do_not_count():
    assert rules.coorientation(["a"], [None], [3], [3], [3]) is None


def test_lists_of_other_lengths_are_refused():
    with pytest.raises(ValueError, match="2 items"):
        rules.coorientation(["a", "b"], [1], [3], [3], [3])


def test_the_flattery_of_raw_accuracy_is_what_the_docstring_says():
    chance = np.random.default_rng(7)
    own, truth = chance.integers(1, 6, (2, 200_000))
    assert 1 - abs(truth - 3).mean() / 4 == pytest.approx(0.70, abs=0.01)
    assert 1 - abs(truth - own).mean() / 4 == pytest.approx(0.60, abs=0.01)
