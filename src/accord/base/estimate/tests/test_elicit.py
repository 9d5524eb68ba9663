"""What a person says goes in, and comes out as it was said."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from accord.base.estimate import Kind, Range, RangeError, distribution, pooled, twenty
from accord.base.estimate.distributions import table
from accord.base.estimate.references import CLASSES, overrun

ends = st.tuples(st.floats(0.01, 1e6), st.floats(1.01, 1e3)).map(lambda pair: (pair[0], pair[0] * pair[1]))


def at(said: Range, *chances: float) -> list[float]:
    return [float(value) for value in distribution(said).quantile(np.array(chances))]


@given(ends, st.sampled_from([Kind.AMOUNT, Kind.NUMBER, Kind.COUNT, Kind.DURATION]))
def test_nine_in_ten_lie_between_low_and_high(pair: tuple[float, float], kind: Kind) -> None:
    assert at(Range(*pair, kind=kind), 0.05, 0.95) == pytest.approx(pair)


@given(st.floats(0.001, 0.9), st.floats(1.01, 50), st.sampled_from([1.0, 100.0]))
def test_a_share_stays_a_share(low: float, more: float, whole: float) -> None:
    high = min(low * more, 0.999)
    assume(high > low * 1.001)
    found = at(Range(low * whole, high * whole, kind=Kind.SHARE, whole=whole), 1e-9, 0.05, 0.95, 1 - 1e-9)
    assert found[1:3] == pytest.approx([low * whole, high * whole])
    assert 0 <= found[0] < found[3] <= whole


@given(ends, st.floats(0.01, 0.99), st.sampled_from([Kind.AMOUNT, Kind.NUMBER]))
def test_a_typical_value_is_met_exactly(pair: tuple[float, float], where: float, kind: Kind) -> None:
    low, high = pair
    typical = low + (high - low) * where
    assert at(Range(low, high, typical, kind), 0.05, 0.5, 0.95) == pytest.approx([low, typical, high], rel=1e-6)


@pytest.mark.parametrize(("said", "field", "says"), [
    (Range(34, 8), "high", "High must be more than low, which is 34."), (Range(0, 8), "low", "more than 0"),
    (Range(-1, 8, kind=Kind.COUNT), "low", "0 or more"),
    (Range(1, 9, 10), "typical", "between low, which is 1, and high, which is 9"), (Range(0, 50, kind=Kind.SHARE, whole=100), "low", "such as 1"),
    (Range(5, 100, kind=Kind.SHARE, whole=100), "high", "100, the whole"), (Range(1, 2, kind=Kind.COST), "stop", "at what cost you would stop"),
    (Range(1, 5, kind=Kind.COST, stop=2), "stop", "at least high"), (Range(math.nan, 2), "low", "ordinary number"), (Range(1, 1e16), "high", "too large"),
    (Range(1, 2, 1.0000001), "typical", "almost at one end"), (Range(0, 5, 2, Kind.COUNT), "typical", "leave typical out")])
def test_a_refusal_names_the_field_and_repeats_the_rule(said: Range, field: str, says: str) -> None:
    with pytest.raises(RangeError) as caught:
        distribution(said)
    assert (caught.value.field, says in caught.value.message) == (field, True), caught.value.message


def test_one_value_is_that_value() -> None:
    assert twenty(Range(7, 7)) == (7.0,) * 20


def test_a_count_may_be_nothing() -> None:
    assert at(Range(0, 12, kind=Kind.COUNT), 0.01, 0.05, 0.95) == pytest.approx([0, 0, 12], abs=1e-9)


def test_a_cost_runs_away_and_ends_where_one_would_stop() -> None:
    found = distribution(Range(90, 134, kind=Kind.COST, stop=400))
    assert float(found.quantile(np.array([0.9999]))[0]) == 400
    assert found.mean > distribution(Range(90, 134)).mean


def test_disagreement_widens_the_pool() -> None:
    one, other = Range(8, 12), Range(30, 40)
    low, high = pooled([one, other]).quantile(np.array([0.05, 0.95]))
    assert (low < 10, high > 36) == (True, True)


def test_two_who_say_the_same_are_one() -> None:
    assert pooled([Range(8, 12), Range(8, 12)]) == distribution(Range(8, 12))


def test_the_twenty_futures_stand_in_the_middle_of_their_twentieths() -> None:
    assert list(twenty(Range(8, 34))) == pytest.approx(at(Range(8, 34), *((np.arange(20) + 0.5) / 20)))


def test_overruns_of_it_projects_are_as_reported() -> None:
    """18 in 100 cost more than half as much again; without a stop there would be no average."""
    found = overrun(CLASSES["it projects"], 20.0)
    assert float(found.quantile(np.array([0.82]))[0]) == pytest.approx(1.5, rel=0.01)


@pytest.mark.parametrize("said", [Range(8, 34), Range(8, 34, 12), Range(10, 40, kind=Kind.SHARE, whole=100), Range(0, 12, kind=Kind.COUNT),
                                  Range(-5, 9, kind=Kind.NUMBER),
                                  Range(90, 134, kind=Kind.COST, stop=400)])
def test_the_strata_keep_the_average(said: Range) -> None:
    found = distribution(said)
    assert float(table(found, 1024).mean()) == pytest.approx(found.mean, rel=2e-3)
