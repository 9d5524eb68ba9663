"""Writing a playback: their words beside ours, with what our own lens may have added."""

import pytest

from accord.ideas.listen.models import Playback

SENTENCE = {"words-0": "Handlers lose 45 minutes because SSO is down.", "aspect-0": "day_to_day", "words-1": "", "aspect-1": "goal"}


@pytest.fixture
def write(cast, talk, played) -> str:
    return f"{talk}people/{cast.bella.person_id}/"


def test_their_words_stand_beside_ours(web, write) -> None:
    shown = web("fiona").get(write).content.decode()
    assert "We lose the first hour of every named storm." in shown and "Handlers stand idle until eight on a storm day." in shown


def test_without_scripts_the_marks_come_when_it_is_kept(web, write) -> None:
    fiona = web("fiona")
    fiona.post(write, SENTENCE | {"save": "1"})
    shown = fiona.get(write).content.decode()
    assert "<mark>45</mark>" in shown and "<mark>SSO</mark>" in shown and "your word, not theirs" in shown


def test_while_it_is_written_one_sentence_is_looked_at_and_nothing_is_kept(web, cast, write) -> None:
    looked = web("fiona").post(write, SENTENCE | {"place": "0"}, headers={"HX-Request": "true"}).content.decode()
    assert "<mark>45</mark>" in looked and "<html" not in looked
    with cast.inside():
        assert Playback.objects.get().draft == []


def test_a_copied_sentence_is_pointed_out(web, write) -> None:
    copied = {"words-0": "We lose the first hour of every named storm.", "place": "0"}
    assert "proves nothing" in web("fiona").post(write, copied, headers={"HX-Request": "true"}).content.decode()


def test_a_mark_can_be_set_aside(web, write) -> None:
    fiona = web("fiona")
    fiona.post(write, SENTENCE | {"aside": "SSO"})
    shown = fiona.get(write).content.decode()
    assert "<mark>45</mark>" in shown and "<mark>SSO</mark>" not in shown


def test_it_is_sent_by_link(web, write, mailoutbox) -> None:
    web("fiona").post(write, SENTENCE | {"send": "1"})
    assert mailoutbox[-1].subject == "Did we hear you right?" and mailoutbox[-1].to == ["bella@alder.example"]


def test_sending_nothing_says_what_is_missing(web, write) -> None:
    wrong = web("fiona").post(write, {"words-0": "", "aspect-0": "goal", "send": "1"})
    assert wrong.status_code == 422 and "at least one sentence" in wrong.content.decode()


def test_thirteen_sentences_come_back_with_all_that_was_typed(web, write) -> None:
    many = {f"words-{place}": f"Sentence {place}." for place in range(13)} | {f"aspect-{place}": "goal" for place in range(13)}
    wrong = web("fiona").post(write, many | {"send": "1"})
    assert wrong.status_code == 422 and "Sentence 12." in wrong.content.decode()


@pytest.mark.parametrize("odd", [{"place": "x"}, {"place": "-1"}, {"place": "99"}, {}])
def test_an_odd_place_is_no_harm(web, write, odd) -> None:
    assert web("fiona").post(write, odd, headers={"HX-Request": "true"}).status_code == 200


def test_a_business_lead_does_not_write_playbacks(web, write) -> None:
    assert web("bella").get(write).status_code == 403
