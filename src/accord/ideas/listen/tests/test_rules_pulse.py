"""The heard pulse is shown only where nobody can be told from the others."""

from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.listen.rules import pulse

marks = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)))


def test_four_answers_are_not_shown() -> None:
    assert pulse([(5, 5)] * 4).understood is None


def test_five_answers_are_shown_with_their_interval() -> None:
    found = pulse([(5, 1)] * 4 + [(3, 5)]).understood
    assert (found.yes, found.n) == (4, 5) and found.low < 0.8 < found.high


@given(marks, st.tuples(st.integers(1, 5), st.integers(1, 5)))
def test_no_single_answer_can_be_told_by_looking_before_and_after(before, one) -> None:
    first, then = pulse(before), pulse([*before, one])
    assert first == then or then.understood.n - (first.understood.n if first.understood else 0) == 5
