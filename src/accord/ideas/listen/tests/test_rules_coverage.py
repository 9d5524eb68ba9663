"""How much of the eight aspects is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.listen.rules import ASPECTS, STATES, coverage

states = st.dictionaries(st.sampled_from(ASPECTS), st.sampled_from(STATES), min_size=1)


@given(states)
def test_confirmed_is_part_of_answered_and_answered_part_of_covered(known) -> None:
    found = coverage(known)
    assert 0 <= found.confirmed <= found.answered <= found.coverage <= 1


@given(states, st.sampled_from(ASPECTS))
def test_one_more_confirmed_aspect_never_lowers_a_share(known, aspect) -> None:
    before, after = coverage(known), coverage(known | {aspect: "confirmed"})
    if aspect in known:
        assert (after.coverage, after.confirmed) >= (before.coverage, before.confirmed)


@given(states, st.floats(0.1, 10))
def test_weights_count_by_their_proportion_alone(known, factor) -> None:
    assert coverage(known, weights=dict.fromkeys(known, factor)).confirmed == pytest.approx(coverage(known).confirmed)


def test_a_mandatory_aspect_nobody_asked_about_counts_as_open() -> None:
    assert not coverage({"goal": "confirmed"}, mandatory=["goal", "if_not"]).ready


def test_nothing_known_about_nothing_is_not_shown_rather_than_nought() -> None:
    assert coverage({}).coverage is None


def test_a_state_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="nearly"):
        coverage({"goal": "nearly"})
