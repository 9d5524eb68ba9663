"""Order, disagreement and the parts of an error: laws, with SciPy as an oracle."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from accord.ideas.empathy import rules

STEPS = st.integers(1, 5)
MARKS = st.lists(STEPS, min_size=5, max_size=30)
TABLES = st.integers(4, 9).flatmap(lambda items: st.lists(st.lists(STEPS, min_size=items, max_size=items), min_size=3, max_size=6))


@given(st.lists(st.tuples(STEPS, STEPS), min_size=4, max_size=20))
def test_tau_b_is_that_of_scipy(pairs):
    one, other = zip(*pairs, strict=True)
    expected, found = stats.kendalltau(one, other).statistic, rules.rank_agreement([one, other]).tau_b
    assert (found is None and np.isnan(expected)) or found == pytest.approx(expected)


@given(TABLES)
def test_w_is_that_of_friedmans_test(table):
    found = rules.rank_agreement(table).w
    if found is not None:
        items = len(table[0])
        assert found == pytest.approx(stats.friedmanchisquare(*zip(*table, strict=True)).statistic / (len(table) * (items - 1)))


@given(TABLES)
def test_the_order_of_raters_does_not_matter(table):
    one, other = rules.rank_agreement(table), rules.rank_agreement(table[::-1])
    assert all((a is None and b is None) or a == pytest.approx(b) for a, b in ((one.w, other.w), (one.alpha, other.alpha)))


@given(TABLES)
def test_alpha_is_one_when_all_say_the_same_and_never_more(table):
    found = rules.rank_agreement(table).alpha
    same = rules.rank_agreement([table[0]] * 3).alpha
    assert (found is None or found <= 1 + 1e-12) and (same is None or same == pytest.approx(1))


def test_missing_answers_leave_only_alpha():
    found = rules.rank_agreement([[5, 4, None, 2], [4, 4, 3, 2]])
    assert found.tau_b is None and found.alpha is not None


@given(MARKS)
def test_a_stays_within_minus_one_and_one_and_does_not_change_in_the_mirror(marks):
    one, other = rules.disagreement(marks), rules.disagreement([6 - mark for mark in marks])
    assert -1 - 1e-9 <= one.agreement <= 1 + 1e-9
    assert other.agreement == pytest.approx(one.agreement)


@given(MARKS)
def test_polarisation_is_between_none_and_two_camps(marks):
    assert -1e-9 <= rules.disagreement(marks).polarisation <= 1 + 1e-9


def test_even_answers_agree_on_nothing():
    assert rules.disagreement([1, 2, 3, 4, 5]).agreement == pytest.approx(0)


def test_one_critical_voice_among_many_is_not_averaged_away():
    assert rules.disagreement([1] * 99 + [5]).critical_minority


def test_under_five_nothing_is_told_but_the_critical_voice():
    found = rules.disagreement([1, 2, 5, None])
    assert (found.n, found.agreement, found.median, found.critical_minority) == (3, None, None, True)


def test_a_mark_between_two_steps_is_refused():
    with pytest.raises(ValueError, match=r"2\.5 is no step"):
        rules.disagreement([2.5, 3])


@given(st.lists(st.lists(st.tuples(STEPS, STEPS), min_size=3, max_size=3), min_size=1, max_size=5))
def test_the_parts_of_an_error_are_not_negative_and_add_up(rows):
    guess, true = ([[pair[n] for pair in row] for row in rows] for n in (0, 1))
    found = rules.components(guess, true)
    parts = [found.elevation, found.differential_elevation, found.stereotype, found.differential]
    assert min(parts) >= 0 and sum(parts) == pytest.approx(found.mse)


def test_tables_of_other_shapes_are_refused():
    with pytest.raises(ValueError, match="same targets"):
        rules.components([[1, 2]], [[1]])


def test_the_large_part_of_scipy_is_never_loaded():
    told = "import sys, accord.ideas.empathy.rules; sys.exit('scipy.stats' in sys.modules or 'django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told]).returncode == 0
