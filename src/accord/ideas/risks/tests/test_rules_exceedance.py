"""The laws of the loss exceedance curve; the worked cases are in the vectors."""

from itertools import pairwise
from math import erf, log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.ideas.risks import rules
from accord.ideas.risks.rules import Band, Ranges

CHANCES = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted)
LOSSES = st.tuples(st.floats(1, 1e6), st.floats(1, 1e6)).map(sorted)
RISKS = st.lists(st.tuples(CHANCES, LOSSES).map(lambda both: (*both[0], *both[1])), min_size=1, max_size=12)
AMOUNTS = st.lists(st.floats(0, 1e7), min_size=2, max_size=8).map(sorted)


@given(RISKS, AMOUNTS)
@settings(max_examples=60, deadline=None)
def test_more_is_never_likelier_than_less_nor_than_any_loss_at_all(rows, amounts) -> None:
    found = rules.exceedance(Ranges.of(rows), amounts)
    for less, more in pairwise(found.over):
        assert all(high <= low for low, high in zip(less, more, strict=True))
    assert all(here <= some for band in found.over for here, some in zip(band, found.any, strict=True))


@given(RISKS, AMOUNTS)
@settings(max_examples=60, deadline=None)
def test_the_middle_lies_within_the_band(rows, amounts) -> None:
    found = rules.exceedance(Ranges.of(rows), amounts)
    assert all(band.low <= band.mid <= band.high for band in (found.expected, found.any, *found.over))


@given(RISKS, AMOUNTS, st.integers(0, 11))
@settings(max_examples=30, deadline=None)
def test_one_warning_more_never_makes_a_loss_less_likely(rows, amounts, which) -> None:
    without, with_it = rules.exceedance(Ranges.of(rows), amounts), rules.exceedance(Ranges.of([*rows, rows[which % len(rows)]]), amounts)
    assert all(more.mid >= less.mid - 0.003 for less, more in zip(without.over, with_it.over, strict=True))


@given(st.floats(0.001, 1), LOSSES, st.floats(0.1, 5))
@settings(deadline=None)
def test_one_warning_alone_is_as_its_range_says(chance, loss, part) -> None:
    low, high = loss
    amount = part * sqrt(low * high)
    found = rules.exceedance(Ranges.of([(chance, chance, low, high)]), [amount]).over[0].mid
    spread = max((log(high) - log(low)) / (2 * 1.6448536269514722), 1e-9)
    expected = chance * (0.5 - 0.5 * erf((log(amount) - (log(low) + log(high)) / 2) / spread / sqrt(2)))
    assert found == pytest.approx(expected, abs=0.002) or spread < 0.01  # a sharp step has no middle


@given(st.permutations(range(9)))
@settings(max_examples=20, deadline=None)
def test_the_order_of_warnings_does_not_matter(order) -> None:
    rows = [(0.1 * n, 0.1 * n + 0.1, 10.0 * (n + 1), 100.0 * (n + 1)) for n in range(9)]
    assert rules.exceedance(Ranges.of(rows), [50, 500]).over == rules.exceedance(Ranges.of(rows[n] for n in order), [50, 500]).over


def many(count: int, seed: int) -> Ranges:
    """Cheap and dear, likely and rare, narrow and wide."""
    luck = np.random.default_rng(seed)
    low = np.exp(luck.uniform(4, 14, count))
    chance = luck.uniform(0, 1, count) ** 3 * 0.5 + 0.001
    return Ranges(chance, np.minimum(chance * 1.5, 1), low, low * np.exp(luck.uniform(0, 4, count)))


@pytest.mark.parametrize(("count", "off"), [(20, 0.002), (128, 0.002), (129, 0.01), (1000, 0.01)])
def test_it_is_what_drawing_a_great_many_times_comes_to(count, off) -> None:
    risks, draws = many(count, 5), 40_000
    amounts = np.linspace(0, rules.reach(risks), 20)
    luck, total = np.random.default_rng(6), np.zeros(draws)
    for chance, middle, spread in zip(risks.chance, risks.log_middle, risks.log_spread, strict=True):
        total += (luck.random(draws) < chance) * np.exp(middle + spread * luck.standard_normal(draws))
    found = rules.exceedance(risks, list(amounts))
    assert max(abs(float((total > amount).mean()) - band.mid) for amount, band in zip(amounts, found.over, strict=True)) < off + 4 * 0.5 / sqrt(draws)


def test_of_very_many_the_curve_turns_where_the_mean_is() -> None:
    risks = many(20_000, 7)
    found = rules.exceedance(risks, [0.0])
    mean = found.expected.mid
    near = rules.exceedance(risks, [0.8 * mean, mean, 1.2 * mean])
    assert near.over[0].mid > 0.99
    assert 0.35 < near.over[1].mid < 0.55
    assert near.over[2].mid < 0.03


def test_equal_sure_losses_come_to_their_sum() -> None:
    risks = Ranges.of([(1.0, 1.0, 100.0, 100.0)] * 500)
    found = rules.exceedance(risks, [49_000, 51_000])
    assert [band.mid for band in found.over] == [1.0, 0.0]
    assert found.expected == pytest.approx((50_000, 50_000, 50_000))


def test_nothing_is_at_stake_without_warnings_or_where_they_cannot_come_true() -> None:
    for rows in ([], [(0.0, 0.0, 10.0, 20.0)]):
        found = rules.exceedance(Ranges.of(rows), [0, 10])
        assert found.expected == found.any == found.over[0] == Band(0, 0, 0)
        assert rules.reach(Ranges.of(rows)) == 0


def test_the_curve_is_drawn_to_where_one_in_two_hundred_is_left() -> None:
    risks = many(30, 3)
    assert rules.exceedance(risks, [rules.reach(risks)]).over[0].mid == pytest.approx(0.005, abs=0.0005)


def test_a_chance_that_is_a_range_is_read_as_log_odds() -> None:
    """As the engine reads it: 1 to 30 in 100 is on average nearer to the low end than its middle."""
    assert 0.09 < float(Ranges.of([(0.01, 0.3, 1, 1)]).chance[0]) < 0.13
    assert float(Ranges.of([(0.2, 0.2, 1, 1)]).chance[0]) == 0.2
