"""What listening brings to other pages, and who sees what of it."""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from accord.base import registry
from accord.ideas.listen import actions, queries
from accord.ideas.listen.models import Playback
from accord.ideas.listen.queries.playback import load


def confirm(cast) -> None:
    """Bella says yes to everything that was said back."""
    with cast.inside():
        back = load(Playback.objects.all())[0]
        actions.say_to_sentences(by=cast.bella, playback_id=back.playback.id, said=[actions.Word(one.sentence.id, True) for one in back.asked])


def chapter(cast, who, storm) -> str:
    with cast.inside():
        panel = next(one for one in registry.panel.collect(by=who, initiative_id=storm.initiative_id) if one.key == "why")
        return render_to_string(panel.template, panel.context) + render_to_string(panel.margin, panel.context)


def test_before_anything_is_confirmed_the_chapter_shows_the_first_words(cast, storm) -> None:
    shown = chapter(cast, cast.bella, storm)
    assert "Nobody has confirmed a why yet" in shown and storm.problem in shown


def test_a_sentence_nobody_confirmed_is_not_told(cast, storm, played) -> None:
    assert "Handlers stand idle" not in chapter(cast, cast.bella, storm)


def test_a_confirmed_sentence_is_told_with_the_speakers_own_words_and_the_day(cast, storm, played) -> None:
    confirm(cast)
    shown = chapter(cast, cast.bella, storm)
    assert "How does it fit their day?" in shown and "Handlers stand idle until eight on a storm day." in shown
    assert "We lose the first hour of every named storm." in shown and "2 of 2 sentences confirmed" in shown


def test_only_those_who_ask_are_led_to_the_conversation(cast, storm, played) -> None:
    assert "Read the conversation" in chapter(cast, cast.fiona, storm)
    assert "conversation/" not in chapter(cast, cast.bella, storm) + chapter(cast, cast.ian, storm)


def test_the_page_of_the_initiative_offers_whoever_was_asked_their_own_step(web, storm, asked) -> None:
    assert "Answer the question" in web("bella").get(f"/alder-mutual/initiatives/{storm.initiative_id}/").content.decode()


def test_the_page_of_the_initiative_offers_the_facilitator_what_waits(web, storm) -> None:
    assert "Say back what the Head of Claims told us" in web("fiona").get(f"/alder-mutual/initiatives/{storm.initiative_id}/").content.decode()


def test_what_happened_names_praise_and_no_words(cast, storm, played) -> None:
    confirm(cast)
    with cast.inside():
        lines = [f"{one.lead} {one.text}" for one in registry.happened.collect(by=cast.ian, since=storm.filed_at)]
        story = [one.text for one in registry.story.collect(by=cast.ian, initiative_id=storm.initiative_id)]
    assert any("The Head of Claims confirmed what we heard" in line for line in lines)
    assert "What was heard was said back to the Head of Claims" in story and not any("first hour of every" in line for line in story)


def test_a_search_finds_what_was_confirmed_and_not_what_was_only_answered(cast, storm, played) -> None:
    confirm(cast)
    with cast.inside():
        assert [hit.text for hit in registry.search_source.collect(by=cast.bella, words="stand idle")] == ["Handlers stand idle until eight on a storm day."]
        assert registry.search_source.collect(by=cast.bella, words="ring the desk") == []


def test_a_row_of_the_list_says_why_how_much_is_confirmed_and_whose_turn_it_is(cast, storm, played) -> None:
    with cast.inside():
        row = queries.rows([storm.initiative_id])[storm.initiative_id]
    assert (row.confirmed, row.total, row.next_person.name, row.next_what) == (0, 2, "Bella Onyango", "to say whether we heard right")


def test_a_longer_list_takes_no_more_queries(cast, storm, played) -> None:
    with cast.inside():
        with CaptureQueriesContext(connection) as one:
            queries.rows([storm.initiative_id])
        more = [actions.file_request(by=cast.ian, problem=f"Trouble number {n}").request.initiative_id for n in range(4)]
        with CaptureQueriesContext(connection) as five:
            assert len(queries.rows([storm.initiative_id, *more])) == 5
    assert len(five) == len(one)


@pytest.mark.parametrize("verb", ["listen.list_answers", "listen.show_listening"])
def test_answers_word_for_word_are_for_those_who_listen(cast, storm, verb) -> None:
    given = {"initiative_id": storm.initiative_id} if verb == "listen.list_answers" else {}
    with cast.inside():
        for who in (cast.bella, cast.ian):
            with pytest.raises(registry.Refused):
                registry.call(verb, by=who, **given)


def test_a_stranger_finds_no_initiative_to_ask_about(cast, storm) -> None:
    with cast.inside(cast.brightwell):
        for verb in ("listen.show_heard", "listen.list_answers"):
            with pytest.raises(registry.NotThere):
                registry.call(verb, by=cast.sam, initiative_id=storm.initiative_id)
        assert registry.call("listen.list_requests", by=cast.sam) == []


def test_how_well_we_listen_is_counted_over_playbacks_and_shows_no_pulse_of_one(cast, storm, played) -> None:
    confirm(cast)
    with cast.inside():
        actions.give_pulse(by=cast.bella, initiative_id=storm.initiative_id, understood=5, worth_it=5)
        found = queries.show_listening(by=cast.fiona)
    assert (found.playbacks.n, found.playbacks.closed, found.playbacks.learned, found.pulse.understood) == (1, 1.0, 0.0, None)
