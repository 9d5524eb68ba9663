"""Chances and ranges beside what came true. The published figures are in tests/vectors; these are the laws."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.base.estimate import scoring
from accord.base.estimate.scoring import Due

pairs = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=1, max_size=60)


@given(pairs)
def test_the_parts_of_the_brier_score_are_not_negative_and_add_up(said) -> None:
    found = scoring.chances(*map(list, zip(*said, strict=True)))
    assert min(found.miscalibration, found.discrimination, found.uncertainty) >= 0
    assert found.brier == pytest.approx(found.miscalibration - found.discrimination + found.uncertainty)


@given(pairs, st.randoms())
def test_the_order_of_chances_does_not_matter(said, luck) -> None:
    mixed = luck.sample(said, len(said))
    one, other = (scoring.chances(*map(list, zip(*each, strict=True))) for each in (said, mixed))
    assert one.miscalibration == pytest.approx(other.miscalibration)


def test_skill_is_not_told_where_everything_came_true() -> None:
    assert scoring.chances([0.9, 0.8], [1, 1]).skill is None


@given(st.lists(st.booleans(), min_size=1, max_size=200))
def test_the_interval_holds_the_share_that_was_seen(held) -> None:
    low, high = scoring.wilson(sum(held), len(held))
    assert 0 <= low <= sum(held) / len(held) <= high <= 1


@pytest.mark.parametrize(("hits", "of", "verdict"), [(7, 9, "too_few"), (7, 10, "overconfident"), (9, 10, "calibrated"), (30, 30, "underconfident")])
def test_a_verdict_needs_ten_ranges_and_a_clear_difference(hits, of, verdict) -> None:
    due = [Due(1, 10, 5)] * hits + [Due(1, 10, 20)] * (of - hits)
    assert scoring.ranges(due).verdict == verdict


@given(st.floats(0.1, 1000))
def test_the_score_on_logs_does_not_depend_on_the_unit(unit) -> None:
    due, same = [Due(2, 8, 10), Due(3, 9, 5)], [Due(2 * unit, 8 * unit, 10 * unit), Due(3 * unit, 9 * unit, 5 * unit)]
    assert scoring.ranges(due).interval_score == pytest.approx(scoring.ranges(same).interval_score)


@pytest.mark.parametrize("due", [[], [Due(0, 1, 1)], [Due(1, 2, -1)]])
def test_nothing_to_score_is_an_error(due) -> None:
    with pytest.raises(ValueError):
        scoring.ranges(due)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), max_size=60))
def test_the_curve_of_chances_rises_and_holds_everyone_of_them(said: list[tuple[float, int]]) -> None:
    found = scoring.curve([p for p, _ in said], [y for _, y in said])
    assert sum(one.n for one in found) == len(said)
    assert all(a.came < b.came and a.high < b.low for a, b in pairwise(found))
    assert sum(one.n * one.came for one in found) == pytest.approx(sum(y for _, y in said))
