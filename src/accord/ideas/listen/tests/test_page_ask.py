"""Asking one or several people, from the bank or in one's own words."""

import pytest

from accord.base.people.models import Person
from accord.ideas.listen.models import Asking, Question


@pytest.fixture
def ask(talk) -> str:
    return f"{talk}ask/"


def test_several_people_are_asked_from_the_bank_at_once(web, cast, ask, mailoutbox) -> None:
    both = [str(cast.bella.person_id), str(cast.ian.person_id)]
    web("fiona").post(ask, {"person_ids": both, "use_goal": "on", "words_goal": "Why now?", "use_if_not": "on", "words_if_not": "And if not?"})
    with cast.inside():
        assert list(Question.objects.filter(asking__person=cast.ian.person_id).values_list("words", flat=True)) == ["Why now?", "And if not?"]
    assert len(mailoutbox) == 2


def test_a_question_of_ones_own_may_ask_for_a_range(web, cast, ask) -> None:
    own = {"own_words": "How many claims wait?", "own_aspect": "impact_numbers", "own_kind": "range", "own_unit": "claims a day"}
    web("fiona").post(ask, {"person_ids": [str(cast.bella.person_id)], **own})
    with cast.inside():
        put = Question.objects.get(kind="range")
    assert (put.unit, put.aspect) == ("claims a day", "impact_numbers")


def test_somebody_new_is_added_and_asked(web, cast, ask, mailoutbox) -> None:
    new = {"new_name": "Kim Adeyemi", "new_email": "kim@alder.example", "new_job": "Claims team lead", "new_side": "business"}
    web("fiona").post(ask, {"use_goal": "on", "words_goal": "Why?", **new})
    with cast.inside():
        assert Person.objects.get(email="kim@alder.example").job == "Claims team lead"
    assert mailoutbox[-1].to == ["kim@alder.example"]


def test_the_toast_offers_to_take_the_question_back(web, cast, ask, talk) -> None:
    told = web("fiona").post(ask, {"person_ids": [str(cast.bella.person_id)], "use_goal": "on", "words_goal": "Why?"}, follow=True)
    with cast.inside():
        asking = Asking.objects.get(way="link")
    assert f"{talk}askings/{asking.id}/take-back/" in told.content.decode()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"use_goal": "on", "words_goal": "Why?"}, "Choose whom to ask"),
        ({"person_ids": ["me"], "use_goal": "on"}, "Choose one of the answers"),
        ({}, "Choose whom to ask"),
    ],
)
def test_what_is_missing_is_said(web, ask, given, says) -> None:
    wrong = web("fiona").post(ask, given)
    assert wrong.status_code == 422 and says in wrong.content.decode()


def test_nothing_to_ask_is_a_mistake(web, cast, ask, mailoutbox) -> None:
    wrong = web("fiona").post(ask, {"person_ids": [str(cast.bella.person_id)]})
    assert "Tick at least one question" in wrong.content.decode() and mailoutbox == []


def test_a_link_that_leads_here_ticks_its_aspect(web, ask) -> None:
    assert 'name="use_if_not" id="id_use_if_not" checked' in web("fiona").get(ask, {"aspect": "if_not"}).content.decode()


def test_a_note_from_the_telephone_leads_to_saying_it_back(web, cast, talk) -> None:
    given = {"person_id": str(cast.bella.person_id), "words": "We lose the first hour.", "way": "phone", "aspect": "", "on": ""}
    done = web("fiona").post(f"{talk}note/", given)
    assert done.url == f"{talk}people/{cast.bella.person_id}/"


def test_a_note_without_words_comes_back(web, cast, talk) -> None:
    assert web("fiona").post(f"{talk}note/", {"person_id": str(cast.bella.person_id), "words": "", "way": "phone"}).status_code == 422


def test_somebody_new_who_is_known_already_is_asked_as_who_they_are(web, cast, ask, mailoutbox) -> None:
    web("fiona").post(ask, {"use_goal": "on", "words_goal": "Why?", "new_name": "B. Onyango", "new_email": "Bella@alder.example"})
    with cast.inside():
        assert Asking.objects.get(way="link").person_id == cast.bella.person_id
