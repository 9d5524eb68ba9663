"""Asking people by link, reminding them once, taking it back."""

from datetime import timedelta

import pytest

from accord.base import clock, registry
from accord.base.people.models import Link
from accord.ideas.goals import queries as initiatives
from accord.ideas.listen import actions, queries

GOAL = actions.Put("goal")


@pytest.fixture
def ask(cast, storm):
    def ask_(*who, questions=(GOAL,), by=None, note=""):
        people = [actor.person_id for actor in who or (cast.bella,)]
        return actions.ask(by=by or cast.fiona, initiative_id=storm.initiative_id, person_ids=people, questions=list(questions), note=note)

    return ask_


def test_everybody_who_is_asked_gets_a_link_of_their_own(cast, ask, mailoutbox) -> None:
    with cast.inside():
        asked = ask(cast.bella, cast.ian)
    assert [letter.to for letter in mailoutbox] == [["bella@alder.example"], ["ian@fernhill.example"]]
    assert asked[0].link.url in mailoutbox[0].body and asked[0].link.url not in mailoutbox[1].body


def test_without_words_of_their_own_a_question_is_worded_as_in_the_bank(cast, ask) -> None:
    with cast.inside():
        put = ask()[0].asking.questions.get()
    assert put.words.startswith("Suppose this was solved")


def test_asking_brings_the_initiative_to_listening(cast, ask, storm) -> None:
    with cast.inside():
        ask()
        assert initiatives.stage_of(storm.initiative).value == "listening"


@pytest.mark.parametrize(
    ("put", "says"),
    [
        (actions.Put("why"), "no aspect called why"),
        (actions.Put("", " "), "Write the question"),
        (actions.Put("goal", "x" * 501), "501 characters"),
        (actions.Put("goal", "Which?", "choice", "", ["One"]), "two to six choices"),
    ],
)
def test_a_question_nobody_could_answer_is_not_sent(cast, ask, mailoutbox, put, says) -> None:
    with cast.inside(), pytest.raises(registry.Mistake, match=says):
        ask(questions=[put])
    assert mailoutbox == []


def test_only_facilitators_ask(cast, ask) -> None:
    with cast.inside(), pytest.raises(registry.Refused):
        ask(cast.ian, by=cast.bella)


def test_nobody_of_another_client_can_be_asked(cast, ask) -> None:
    with cast.inside(), pytest.raises(registry.NotThere):
        ask(cast.sam)


def test_a_reminder_waits_three_days_and_comes_once(cast, ask, mailoutbox) -> None:
    with cast.inside():
        asking = ask()[0].asking
        with pytest.raises(registry.Mistake, match="Give them the time"):
            actions.nudge(by=cast.fiona, asking_id=asking.id)
        with clock.at(clock.now() + timedelta(days=3)):
            actions.nudge(by=cast.fiona, asking_id=asking.id)
            with pytest.raises(registry.Mistake, match="A call is kinder"):
                actions.nudge(by=cast.fiona, asking_id=asking.id)
    assert "A reminder, the only one." in mailoutbox[-1].body and len(mailoutbox) == 2


def test_a_question_taken_back_closes_its_link_and_keeps_its_answers(cast, ask, storm) -> None:
    with cast.inside():
        asking = ask()[0].asking
        actions.answer(by=cast.bella, question_id=asking.questions.get().id, words="Claims move at half past seven.")
        actions.take_back(by=cast.fiona, asking_id=asking.id)
        assert not Link.objects.get(subject_id=asking.id).is_open
        assert "Claims move" in queries.list_answers(by=cast.fiona, initiative_id=storm.initiative_id)[-1].words


def test_a_greeting_cannot_break_the_subject_of_the_mail(cast, ask, mailoutbox) -> None:
    with cast.inside():
        cast.people["fiona"].job = "Lead\nBcc: everyone@example.com"
        cast.people["fiona"].save(update_fields=["job"])
        ask(note="Hello\nthere")
    assert "\n" not in mailoutbox[0].subject and mailoutbox[0].recipients() == ["bella@alder.example"]
