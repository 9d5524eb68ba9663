"""What a request looks like: a hint, checked on short texts of our own in two languages."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.listen.labels import FIRST_QUESTIONS
from accord.ideas.listen.rules import request_hint, smells
from accord.ideas.listen.rules.hints import ASK, ASK_ELSE

SETS = tomllib.loads((Path(__file__).parent / "labelled" / "requests.toml").read_text(encoding="utf-8"))
TUNED = [(kind, text) for kind, texts in SETS["tuned"].items() for text in texts]
UNSEEN = [(kind, text) for kind, texts in SETS["unseen"].items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), TUNED)
def test_every_text_the_lists_were_made_with_is_read_right(kind, text) -> None:
    assert request_hint(text).kind == kind


def test_four_in_five_texts_the_lists_were_not_made_with_are_read_right() -> None:
    right = sum(request_hint(text).kind == kind for kind, text in UNSEEN)
    assert right / len(UNSEEN) >= 0.8


def test_no_problem_of_either_set_is_taken_for_a_jump() -> None:
    assert [text for kind, text in TUNED + UNSEEN if kind == "problem" and request_hint(text).names_a_fix] == []


def test_every_first_question_has_words() -> None:
    assert {*ASK.values(), ASK_ELSE} == {*FIRST_QUESTIONS}


@given(st.text(max_size=300))
def test_any_text_at_all_has_a_class_and_countable_smells(text) -> None:
    assert request_hint(text).kind in ASK
    found = smells(text)
    assert found.count == sum(len(words) for words in found.hits.values())


def test_german_smells_are_read_in_german() -> None:
    assert smells("Es soll schnell und einfach sein, wenn möglich für alle Kunden.").hits == {
        "subjective": ["einfach"],
        "vague_pronoun": ["es"],
        "ambiguous": ["schnell"],
        "loophole": ["wenn möglich"],
        "totality": ["alle"],
    }
