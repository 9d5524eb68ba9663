"""Units as people write them: what they measure, and what may be added to what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.base.estimate.units import UnitError, currency, read


@pytest.mark.parametrize(("text", "like", "factor"), [
    ("minutes", "hours", 1 / 60), ("claims a day", "claim / day", 1), ("€ an hour", "EUR/hour", 1), ("of 100", "", 0.01), ("%", "share", 0.01),
    ("k€", "EUR", 1000),
    ("€k", "€", 1000), ("million USD", "USD", 1e6), ("weeks", "days", 7), ("months", "years", 1 / 12), ("working days", "workday", 1),
    ("hours each week", "hour / week", 1), ("FTE", "people", 1), ("per cent", "%", 1), ("times a week", "times a day", 1 / 7)])
def test_two_ways_to_write_a_unit_measure_the_same(text: str, like: str, factor: float) -> None:
    one, other = read(text), read(like)
    assert one.dimension == other.dimension
    assert one.factor == pytest.approx(factor * other.factor)


@pytest.mark.parametrize(("one", "other"), [("EUR", "USD"), ("hours", "days"), ("days", "working days"), ("claims", "people"), ("claims a day", "people a day"),
                                            ("EUR a year", "EUR"), ("%", "EUR")])
def test_what_measures_something_else_may_not_be_added(one: str, other: str) -> None:
    assert not read(one).dimension.agrees(read(other).dimension)


@pytest.mark.parametrize(("one", "other"), [("hours", "minutes"), ("€", "EUR"), ("handler hours", "hours"), ("claims", "claim"), ("€ a year", "EUR a month")])
def test_what_measures_the_same_may_be_added(one: str, other: str) -> None:
    assert read(one).dimension.agrees(read(other).dimension)


def test_only_a_sum_of_money_has_a_currency() -> None:
    assert (currency("€"), currency("k€"), currency("€ an hour"), currency("hours"), currency("€ /")) == ("EUR", "EUR", "", "", "")


@given(st.text(max_size=100))
def test_any_text_is_a_unit_or_a_refusal(text: str) -> None:
    try:
        assert read(text).factor > 0
    except UnitError as refused:
        assert str(refused).endswith(".")
