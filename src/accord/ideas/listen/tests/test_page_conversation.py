"""The facilitator's page about one conversation."""

from datetime import timedelta

import pytest

from accord.base import clock
from accord.ideas.listen import actions
from accord.ideas.listen.models import LadderStep, NotKnown
from accord.ideas.listen.pages.conversation import conversation_page


def page(cast, storm):
    return conversation_page(by=cast.fiona, initiative_id=storm.initiative_id)


def test_it_shows_word_for_word_what_was_said(web, talk, played) -> None:
    shown = web("fiona").get(talk).content.decode()
    assert "We lose the first hour of every named storm." in shown and "on the phone" in shown


@pytest.mark.parametrize("who", ["bella", "ian"])
def test_those_who_do_not_ask_do_not_read_it(web, talk, who) -> None:
    assert web(who).get(talk).status_code == 403


def test_for_a_stranger_it_is_not_there(web, talk) -> None:
    assert web("sam").get(talk).status_code == 404


def test_the_headline_names_who_waits_for_us(cast, storm, played) -> None:
    with cast.inside():
        assert page(cast, storm).headline == "We wait for the Head of Claims"


def test_the_headline_says_when_somebody_has_not_heard_it_back(cast, storm) -> None:
    with cast.inside():
        assert page(cast, storm).headline == "The Head of Claims has not heard it back yet"


def test_a_question_taken_back_from_its_toast_is_gone(web, cast, storm, talk, asked) -> None:
    with cast.inside():
        asking = page(cast, storm).talks[0].sittings[-1].asking
    fiona = web("fiona")
    fiona.post(f"{talk}askings/{asking.id}/take-back/")
    assert "taken back" in fiona.get(talk).content.decode()
    assert web().get(asked.path).status_code == 410


def test_a_reminder_too_early_is_refused_kindly(web, cast, storm, talk, asked) -> None:
    with cast.inside():
        asking = page(cast, storm).talks[0].sittings[-1].asking
    told = web("fiona").post(f"{talk}askings/{asking.id}/nudge/", follow=True)
    assert "Give them the time" in told.content.decode()


def test_not_known_is_written_down_with_who_and_when(web, cast, talk) -> None:
    day = (clock.today() + timedelta(days=5)).isoformat()
    web("fiona").post(f"{talk}not-known/", {"aspect": "impact_numbers", "person_id": str(cast.ian.person_id), "by_date": day, "what": "Resets a day"})
    with cast.inside():
        assert NotKnown.objects.get().what == "Resets a day"


@pytest.mark.parametrize(
    ("to", "given"),
    [
        ("not-known/", {"aspect": "nonsense"}),
        ("not-known/", {"aspect": "goal", "person_id": "x", "by_date": "soon"}),
        ("steps/", {"level": "9"}),
        ("steps/", {"level": "4", "below_id": "x"}),
        ("move-on/", {"reason": ""}),
    ],
)
def test_a_form_that_does_not_fit_comes_back_with_what_to_mend(web, talk, to, given) -> None:
    wrong = web("fiona").post(f"{talk}{to}", given)
    assert wrong.status_code == 422 and "There is a problem" in wrong.content.decode()


def test_a_step_is_added_and_can_be_undone_from_its_toast(web, cast, talk) -> None:
    told = web("fiona").post(f"{talk}steps/", {"level": "1", "words": "Somebody resets passwords at night"}, follow=True)
    with cast.inside():
        step = LadderStep.objects.get()
    assert f"{talk}steps/{step.id}/out/" in told.content.decode()


def test_moving_on_leads_to_the_initiative(web, storm, talk) -> None:
    done = web("fiona").post(f"{talk}move-on/", {"reason": "The season begins"})
    assert done.url == f"/alder-mutual/initiatives/{storm.initiative_id}/"


def test_a_longer_conversation_takes_no_more_queries(cast, storm, played, django_assert_max_num_queries) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with cast.inside():
        with CaptureQueriesContext(
            connection,
        ) as first:
            page(cast, storm)
        for person in (cast.ian, cast.petra):
            actions.note_answer(by=cast.fiona, initiative_id=storm.initiative_id, person_id=person.person_id, words="We wait", aspect="goal")
            actions.play_back(by=cast.fiona, initiative_id=storm.initiative_id, person_id=person.person_id, sentences=[actions.Said("They wait", "goal")])
        with django_assert_max_num_queries(len(first)):
            page(cast, storm)


def test_whether_people_felt_heard_is_shown_from_the_fifth_on_and_for_the_whole_client(cast, storm, web, talk) -> None:
    from accord.base.people.actions import add_person
    from accord.ideas.listen.models import HeardPulse

    with cast.inside():
        people = [add_person(by=cast.fiona, name=f"Person {n}", email=f"p{n}@alder.example") for n in range(5)]
        for person in people[:4]:
            HeardPulse.objects.create(initiative=storm.initiative, person=person, understood=5, worth_it=2)
        assert page(cast, storm).pulse.understood is None
        HeardPulse.objects.create(initiative=storm.initiative, person=people[4], understood=2, worth_it=2)
    shown = web("fiona").get(talk).content.decode()
    assert "4 of 5 people at this client felt understood" in shown and "0 of 5 found it worth their time" in shown


def test_the_headline_counts_what_is_open_in_words(cast, storm, played) -> None:
    from accord.ideas.listen.models import Playback
    from accord.ideas.listen.queries.playback import load

    with cast.inside():
        back = load(Playback.objects.all())[0]
        actions.say_to_sentences(by=cast.bella, playback_id=back.playback.id, said=[actions.Word(one.sentence.id, True) for one in back.asked])
        assert page(cast, storm).headline == "Six of the eight questions are still open"
