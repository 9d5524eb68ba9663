"""What we heard is said back, and the person who said it confirms, corrects or refuses it."""

import pytest
from django.db import DatabaseError, transaction

from accord.base import registry
from accord.ideas.listen import actions
from accord.ideas.listen.models import Sentence
from accord.ideas.listen.queries import playback as queries
from accord.ideas.listen.queries.hearing import coverage, heard

SAID = "We lose the first hour of every named storm because nobody can sign in."


@pytest.fixture
def say(cast, storm):
    """Fiona says sentences back to Bella, who told her on the phone what a storm day is like."""
    with cast.inside():
        actions.note_answer(by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, words=SAID, aspect="day_to_day")

    def say_(*words: str, aspect: str = "day_to_day"):
        said = [actions.Said(one, aspect) for one in words]
        return actions.play_back(by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, sentences=said).version

    return say_


def answer(cast, version, **words: str | None):
    """Bella's words: first=None is a yes, first="…" how she would put it."""
    names = ("first", "second", "third")
    sentences = dict(zip(names, version.sentences.all(), strict=False))
    said = [actions.Word(sentences[name].id, word is None, word or "") for name, word in words.items()]
    actions.say_to_sentences(by=cast.bella, playback_id=version.playback_id, said=said)
    return queries.now(version.playback_id)


def test_a_yes_to_every_sentence_confirms_it(cast, say) -> None:
    with cast.inside():
        assert answer(cast, say("Handlers stand idle."), first=None).state == "confirmed"


def test_a_correction_makes_the_next_version_in_their_own_words(cast, say) -> None:
    with cast.inside():
        back = answer(cast, say("Handlers stand idle.", "It happens on every storm day."), first=None, second="On named storms only.")
    assert back.state == "corrected"
    assert [(one.sentence.words, one.sentence.theirs) for one in back.standing] == [("Handlers stand idle.", False), ("On named storms only.", True)]


def test_a_correction_that_was_kept_counts_as_confirmed_and_as_learned(cast, say, storm) -> None:
    with cast.inside():
        back = answer(cast, say("It happens on every storm day."), first="On named storms only.")
        actions.review(by=cast.fiona, playback_id=back.playback.id)
        told = heard(storm.initiative_id)
    assert (told.closed, told.corrected, told.confirmed) == (1, 1, 1)


def test_what_was_confirmed_is_not_asked_again_when_we_say_it_anew(cast, say) -> None:
    with cast.inside():
        answer(cast, say("Handlers stand idle.", "It happens on every storm day."), first=None, second="On named storms only.")
        back = queries.now(say("Handlers stand idle.", "On named storms only.", "A night desk was one way.").playback_id)
    assert [one.carried for one in back.asked] == [True, True, False] and back.to_do == 1


def test_a_copied_sentence_is_noticed_and_does_not_count(cast, say, storm) -> None:
    with cast.inside():
        version = say("We lose the first hour of every named storm.")
        assert version.sentences.get().copied
        answer(cast, version, first=None)
        assert coverage(storm.initiative_id).confirmed == 0


def test_a_refused_playback_counts_for_nothing_and_is_taken_up_again_by_a_yes(cast, say) -> None:
    with cast.inside():
        version = say("Handlers stand idle.")
        answer(cast, version, first=None)
        actions.refuse(by=cast.bella, playback_id=version.playback_id, words="Not at all what I meant")
        refused = queries.now(version.playback_id)
        again = answer(cast, version, first="They wait for us.")
    assert (refused.state, refused.standing) == ("refused", [])
    assert again.state == "corrected"


def test_a_sentence_that_was_said_cannot_be_changed(cast, say) -> None:
    with cast.inside():
        version = say("Handlers stand idle.")
        with pytest.raises(DatabaseError), transaction.atomic():
            Sentence.objects.filter(version=version).update(words="Handlers work.")


def test_nobody_confirms_for_the_person_who_said_it(cast, say) -> None:
    with cast.inside():
        version = say("Handlers stand idle.")
        with pytest.raises(registry.NotThere):
            actions.say_to_sentences(by=cast.fiona, playback_id=version.playback_id, said=[actions.Word(version.sentences.get().id, True)])


def test_an_old_version_is_not_answered_once_there_is_a_newer_one(cast, say) -> None:
    with cast.inside():
        old = say("Handlers stand idle.").sentences.get()
        version = say("Handlers wait.")
        with pytest.raises(registry.Conflict, match="Read the newest"):
            actions.say_to_sentences(by=cast.bella, playback_id=version.playback_id, said=[actions.Word(old.id, True)])


def test_nothing_is_said_back_to_somebody_who_said_nothing(cast, say, storm) -> None:
    with cast.inside(), pytest.raises(registry.Mistake, match="has not said anything yet"):
        actions.play_back(by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.ian.person_id, sentences=[actions.Said("Resets take long.", "goal")])


@pytest.mark.parametrize(("words", "says"), [([" "], "at least one sentence"), (["x" * 601], "Make it two"), (["One."] * 13, "Twelve sentences")])
def test_what_nobody_would_read_on_a_phone_is_not_sent(cast, say, words, says) -> None:
    with cast.inside(), pytest.raises(registry.Mistake, match=says):
        say(*words)


def test_a_new_answer_after_a_closed_playback_begins_another(cast, say, storm) -> None:
    with cast.inside():
        first = say("Handlers stand idle.")
        answer(cast, first, first=None)
        actions.note_answer(by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, words="It costs us a customer a week.")
        assert say("Customers leave.").playback_id != first.playback_id


def test_a_draft_is_kept_and_nobody_is_told(cast, say, storm, mailoutbox) -> None:
    with cast.inside():
        kept = actions.save_draft(
            by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, sentences=[actions.Said("Half a thought", "goal")]
        )
    assert kept.draft == [{"words": "Half a thought", "aspect": "goal"}] and mailoutbox == []


def test_the_pulse_is_kept_once_for_each_person(cast, say, storm) -> None:
    from accord.ideas.listen.models import HeardPulse

    with cast.inside():
        say("Handlers stand idle.")
        for mark in (5, 1):
            actions.give_pulse(by=cast.bella, initiative_id=storm.initiative_id, understood=mark, worth_it=mark)
        assert list(HeardPulse.objects.values_list("understood", flat=True)) == [5]


def test_only_somebody_who_was_played_back_to_gives_a_pulse(cast, storm) -> None:
    with cast.inside(), pytest.raises(registry.NotThere):
        actions.give_pulse(by=cast.ian, initiative_id=storm.initiative_id, understood=1, worth_it=1)
