"""Answers are kept word for word; another one later is kept beside the first."""

import pytest
from django.db import DatabaseError, transaction

from accord.base import registry
from accord.ideas.listen import actions
from accord.ideas.listen.models import Answer, Question


@pytest.fixture
def put(cast, storm):
    """Put one question to Bella."""

    def put_(**how) -> Question:
        asked = actions.ask(by=cast.fiona, initiative_id=storm.initiative_id, person_ids=[cast.bella.person_id], questions=[actions.Put("if_not", **how)])
        return asked[0].asking.questions.get()

    return put_


def test_the_words_stay_as_they_were_typed(cast, put) -> None:
    with cast.inside():
        given = actions.answer(by=cast.bella, question_id=put().id, words="  One in nine,\nmaybe more.  ")
    assert given.words == "One in nine,\nmaybe more."


def test_a_second_answer_is_kept_beside_the_first_and_the_same_twice_is_one(cast, put) -> None:
    with cast.inside():
        question = put()
        for words in ("Nine", "Nine", "Ten"):
            actions.answer(by=cast.bella, question_id=question.id, words=words)
        assert list(question.answers.values_list("number", "words")) == [(1, "Nine"), (2, "Ten")]


def test_an_answer_cannot_be_changed_afterwards(cast, put) -> None:
    with cast.inside():
        given = actions.answer(by=cast.bella, question_id=put().id, words="Nine")
        with pytest.raises(DatabaseError), transaction.atomic():
            Answer.objects.filter(id=given.id).update(words="Ten")


def test_a_range_needs_two_ends_the_right_way_round(cast, put) -> None:
    with cast.inside():
        question = put(words="How many?", kind="range", unit="claims")
        for low, high, says in ((None, 4.0, "both ends"), (9.0, 4.0, "more than low, which is 9"), (float("nan"), 4.0, "both ends")):
            with pytest.raises(registry.Mistake, match=says):
                actions.answer(by=cast.bella, question_id=question.id, low=low, high=high)


def test_a_choice_is_one_of_those_that_were_offered(cast, put) -> None:
    with cast.inside():
        question = put(words="Which?", kind="choice", choices=["Mondays", "Storm days"])
        with pytest.raises(registry.Mistake, match="Choose one"):
            actions.answer(by=cast.bella, question_id=question.id, words="Fridays")


def test_nobody_answers_for_somebody_else(cast, put) -> None:
    with cast.inside(), pytest.raises(registry.NotThere):
        actions.answer(by=cast.fiona, question_id=put().id, words="I think nine")


def test_a_question_handed_on_goes_to_the_person_named_with_a_link_of_their_own(cast, put, mailoutbox) -> None:
    with cast.inside():
        row = actions.hand_on(by=cast.bella, question_id=put().id, name="Kim Adeyemi", email="kim@alder.example")
    assert mailoutbox[-1].to == ["kim@alder.example"] and row.to.asking.person.side == "business"


def test_what_was_handed_on_is_no_longer_ours_to_answer(cast, put) -> None:
    with cast.inside():
        question = put()
        actions.hand_on(by=cast.bella, question_id=question.id, name="Ian", email="ian@fernhill.example")
        with pytest.raises(registry.Mistake, match="theirs to answer now"):
            actions.answer(by=cast.bella, question_id=question.id, words="Nine")


def test_handing_on_to_oneself_or_to_no_address_is_a_mistake(cast, put) -> None:
    with cast.inside():
        question = put()
        for email, says in (("bella@alder.example", "your own address"), ("kim at alder", "mail address")):
            with pytest.raises(registry.Mistake, match=says):
                actions.hand_on(by=cast.bella, question_id=question.id, name="Kim", email=email)


def test_what_was_heard_on_the_phone_is_noted_with_who_wrote_it_down(cast, storm) -> None:
    with cast.inside():
        noted = actions.note_answer(
            by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, words="We lose the first hour.", way="phone"
        )
    assert (noted.noted_by_id, noted.question.asking.person_id) == (cast.fiona.person_id, cast.bella.person_id)
