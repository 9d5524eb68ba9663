"""Our own lens: words in what we say back that the speaker did not use."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accord.ideas.listen.rules import lens, pieces

SAID = "We lose the first hour of every named storm. Six handlers can’t sign in at half past seven, says Kim from Claims."


def marked(sentence: str, said: str = SAID, set_aside=()) -> dict[str, str]:
    return {mark.word: mark.kind for mark in lens(said, sentence, set_aside)}


def test_trade_words_nobody_said_are_marked() -> None:
    assert marked("Authentication fails, and with it the workflow.") == {"Authentication": "trade", "workflow": "trade"}


def test_a_trade_word_they_used_themselves_is_theirs() -> None:
    assert marked("The portals are down.", said="The portal is down.") == {}


@pytest.mark.parametrize(
    ("ours", "kind"), [("It takes 45 minutes.", "number"), ("Nine handlers wait.", "number"), ("They ring Jo Park.", "name"), ("It began with SAP.", "name")]
)
def test_new_facts_are_marked(ours, kind) -> None:
    assert list(marked(ours).values()) == [kind]


@pytest.mark.parametrize("ours", ["There are 6 handlers.", "At seven they can’t sign in.", "Kim says so."])
def test_facts_they_told_are_not_marked_however_they_are_written(ours) -> None:
    assert marked(ours) == {}


def test_grouped_thousands_are_the_same_number() -> None:
    assert marked("It costs 12,000 a year.", said="It costs 12000 a year.") == {}


def test_words_that_say_little_are_marked_even_when_they_are_theirs() -> None:
    assert marked("It happens on every storm day.") == {"every": "vague"}


def test_a_mark_that_was_set_aside_stays_away() -> None:
    assert marked("It happens on every storm day.", set_aside=["Every"]) == {}


def test_a_german_noun_is_not_a_name_because_of_its_capital() -> None:
    assert marked("Die Schadenstelle wartet morgens.", said="Wir warten morgens auf die Leute.") == {}


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_pieces_put_together_are_the_sentence(said, sentence) -> None:
    marks = lens(said, sentence)
    assert "".join(piece.text for piece in pieces(sentence, marks)) == sentence
    assert all(sentence[mark.start : mark.end].strip() == mark.word.strip() for mark in marks)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Z", "P"]), max_size=200))
@example("AA'A")
def test_their_own_words_said_back_bring_no_new_fact(said) -> None:
    assert [mark for mark in lens(said, said) if mark.kind != "vague"] == []
