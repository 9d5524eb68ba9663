"""What may be shown of a recall check, and when it says something."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.goals.rules.recalling import Outcome, Share, Sheet, looks_like, outcome, recalled

CLAIMS, LETTERS = uuid4(), uuid4()
TITLES = {CLAIMS: "Decide nine in ten claims in three days", LETTERS: "Letters people understand"}


def sheets(*sides: tuple[str, int, int]) -> list[Sheet]:
    """side, how many named a goal, how many answered."""
    return [Sheet(side, frozenset({CLAIMS} if place < named else ())) for side, named, n in sides for place in range(n)]


def test_fewer_than_five_answers_are_no_figure() -> None:
    assert recalled(sheets(("it", 2, 4))) is None and recalled(sheets(("it", 2, 5))) is not None


def test_sides_are_shown_together_or_not_at_all() -> None:
    assert set(recalled(sheets(("it", 3, 6), ("business", 2, 5))).sides) == {"it", "business"}
    assert recalled(sheets(("it", 3, 6), ("business", 2, 4))).sides == {}


def test_a_person_who_names_two_goals_counts_once_in_all_and_once_for_each() -> None:
    both = Sheet("it", frozenset({CLAIMS, LETTERS}))
    found = recalled([both, *sheets(("it", 1, 5))])
    assert (found.all.hits, found.all.n) == (2, 6)
    assert (found.goals[CLAIMS].hits, found.goals[LETTERS].hits) == (2, 1)


@pytest.mark.parametrize(
    ("words", "goal"),
    [("that claims are decided", CLAIMS), ("an understandable letter", LETTERS), ("lunch", None), ("letters about claims", None), ("", None)],
)
def test_what_an_answer_looks_like_is_words_in_common_and_no_guess_between_two(words, goal) -> None:
    assert looks_like(words, TITLES) == goal


@given(st.integers(0, 60), st.integers(5, 60))
def test_of_ten_says_nobody_and_everybody_only_where_it_is_so(hits, n) -> None:
    share = Share(min(hits, n), n)
    assert (share.in_ten == 0) == (share.hits == 0) and (share.in_ten == 10) == (share.hits == n)
    assert share.range[0] <= share.share <= share.range[1]


def test_a_wide_range_and_answers_that_wait_are_not_clear_yet() -> None:
    about = {"closed": True, "sheets": 6, "share": Share(3, 6)}
    assert outcome(**about, waiting=1) is Outcome.MATCHING
    assert outcome(**about, waiting=0) is Outcome.UNCLEAR
    assert outcome(closed=True, sheets=20, waiting=0, share=Share(12, 20)) is Outcome.CLEAR
    assert outcome(closed=False, sheets=20, waiting=0, share=Share(12, 20)) is Outcome.OPEN
    assert outcome(closed=True, sheets=4, waiting=3, share=None) is Outcome.TOO_FEW
