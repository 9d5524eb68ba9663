"""Saying back: a copy proves nothing, a correction is a success."""

from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.listen.rules import Played, is_copied, playback_measure, wilson

SAID = "We lose about six hours a week because the warehouse has to type every order twice"
WORDS = ["we", "lose", "hours", "a", "week", "because", "orders", "are", "typed", "twice", "by", "hand", "in", "both", "systems"]
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
played = st.builds(Played, st.just(SAID), sentences, st.lists(st.sampled_from(["confirmed", "corrected"]), min_size=1, max_size=4).map(tuple))


@given(sentences)
def test_the_same_words_are_a_copy_whatever_they_are(words) -> None:
    assert is_copied(words, words.upper() + ".")


def test_two_words_that_stand_there_in_a_row_are_a_copy_too() -> None:
    assert is_copied(SAID, "every order") and not is_copied(SAID, "order every")


def test_nothing_is_not_a_copy_of_something() -> None:
    assert not is_copied(SAID, " … ")


@given(st.lists(played, max_size=8))
def test_first_passes_are_among_the_closed_or_were_corrected_later(some) -> None:
    found = playback_measure(some)
    assert found.n + found.copied == len(some)
    if found.n:
        assert found.first_pass <= found.closed + found.learned
        assert found.first_pass_ci90[0] <= found.first_pass <= found.first_pass_ci90[1]


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_share_lies_in_its_interval_and_more_answers_narrow_it(hits, misses) -> None:
    n = hits + misses
    low, high = wilson(hits, n)
    assert 0 <= low <= (hits / n if n else 0.5) <= high <= 1
    wider = wilson(2 * hits, 2 * n)
    assert wider[1] - wider[0] <= high - low
