"""Requests about the same thing, also when they share no word: a labelled set of our own."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.listen.rules import similar
from accord.ideas.listen.rules.similar import _stop
from accord.ideas.listen.rules.tongues import stem, words

SET = tomllib.loads((Path(__file__).parent / "labelled" / "similar.toml").read_text(encoding="utf-8"))
OPEN = SET["open"]
SAME = [(one["text"], one["finds"]) for one in SET["tuned"] + SET["unseen"] if "finds" in one]
OTHER = [one["text"] for one in SET["tuned"] + SET["unseen"] if "finds" not in one]


def telling(text: str) -> set[str]:
    return {stem(word) for word in words(text) if word not in _stop()}


@pytest.mark.parametrize(("text", "finds"), SAME)
def test_a_paraphrase_finds_the_request_first(text, finds) -> None:
    assert next(iter(hit.key for hit in similar(text, OPEN)), None) == finds


@pytest.mark.parametrize("text", OTHER)
def test_something_else_finds_nothing(text) -> None:
    assert similar(text, OPEN) == []


def test_most_paraphrases_of_the_set_share_no_telling_word_with_what_they_find() -> None:
    assert sum(not telling(text) & telling(OPEN[finds]) for text, finds in SAME) >= 12


def test_at_most_three_requests_in_a_hundred_are_shown_without_reason() -> None:
    wrong = sum(hit.key != finds for text, finds in SAME for hit in similar(text, OPEN))
    assert wrong / (len(SAME) * len(OPEN)) <= 0.03


@given(st.text(max_size=200), st.text(max_size=200))
def test_similarity_is_the_same_both_ways_and_between_nought_and_one(one, other) -> None:
    there, back = similar(one, {"x": other}), similar(other, {"x": one})
    assert [round(hit.score, 9) for hit in there] == [round(hit.score, 9) for hit in back]
    assert all(0 <= hit.score <= 1.000001 for hit in there)
