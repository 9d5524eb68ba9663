"""A playback by link: yes or not quite to each sentence, or not what was meant at all."""

import pytest

from accord.ideas.listen.models import HeardPulse, Refusal, Sentence, Verdict

SAID = "We lose the first hour of every named storm."


@pytest.fixture
def bella(web, played):
    """Her browser, behind the door."""
    mine = web()
    mine.post(played.step("read"))
    return mine


@pytest.fixture
def sentences(cast, played) -> list[str]:
    with cast.inside():
        return [str(id) for id in Sentence.objects.order_by("place").values_list("id", flat=True)]


def words(sentences, *said: str | None) -> dict[str, str]:
    """A yes for None, else how she would put it."""
    picks = {f"pick-{id}": "yes" if word is None else "no" for id, word in zip(sentences, said, strict=False)}
    return picks | {f"words-{id}": word or "" for id, word in zip(sentences, said, strict=False)}


def test_before_somebody_says_who_they_are_no_word_is_shown(web, played) -> None:
    shown = web().get(played.path).content.decode()
    assert SAID not in shown and "Handlers stand idle" not in shown and "I am Bella Onyango" in shown


def test_their_words_come_first_and_nothing_is_ticked(bella, played) -> None:
    shown = bella.get(played.path).content.decode()
    assert shown.index(SAID) < shown.index("Handlers stand idle until eight") and "checked" not in shown


def test_a_yes_to_all_leads_to_the_two_marks_and_thank_you(bella, cast, played, sentences) -> None:
    assert bella.post(played.path, words(sentences, None, None)).url == played.step("felt")
    shown = bella.post(played.step("felt"), {"understood": "5", "worth_it": "4"}, follow=True).content.decode()
    assert "We heard you right" in shown
    with cast.inside():
        assert HeardPulse.objects.get().understood == 5


def test_a_correction_stands_in_their_own_words(bella, cast, played, sentences) -> None:
    bella.post(played.path, words(sentences, None, "On named storms only."))
    shown = bella.get(played.step("thanks")).content.decode()
    assert "Now we have it right" in shown and "On named storms only." in shown


def test_what_is_answered_is_kept_though_another_sentence_is_not(bella, cast, played, sentences) -> None:
    bella.post(played.path, words(sentences, None))
    assert "One sentence still to answer" in bella.get(played.path).content.decode()


def test_not_quite_without_words_says_what_is_missing_and_keeps_the_rest(bella, cast, played, sentences) -> None:
    wrong = bella.post(played.path, {f"pick-{sentences[0]}": "yes", f"pick-{sentences[1]}": "no", f"words-{sentences[1]}": ""})
    assert wrong.status_code == 422 and "Say how you would put it" in wrong.content.decode()
    with cast.inside():
        assert Verdict.objects.count() == 1


def test_all_of_it_can_be_refused(bella, cast, played) -> None:
    shown = bella.post(played.step("refuse"), {"words": "I meant something else"}, follow=True)
    assert "How was that for you?" in shown.content.decode()
    with cast.inside():
        assert Refusal.objects.get().words == "I meant something else"


def test_the_pulse_can_be_skipped(bella, played, sentences) -> None:
    bella.post(played.path, words(sentences, None, None))
    assert played.step("thanks") in bella.get(played.step("felt")).content.decode()


@pytest.mark.parametrize("given", [{}, {"understood": "6", "worth_it": "1"}, {"understood": "x"}])
def test_marks_that_are_none_come_back(bella, played, given) -> None:
    assert bella.post(played.step("felt"), given).status_code == 422


def test_a_sentence_of_somebody_else_is_not_among_theirs(bella, cast, played) -> None:
    bella.post(played.path, {"pick-01a20fce-205d-736e-a03a-000000000000": "yes"})
    with cast.inside():
        assert not Verdict.objects.exists()


@pytest.mark.parametrize("step", ["x", "1", "read/x"])
def test_a_step_that_is_not_there_is_not_there(bella, played, step) -> None:
    assert bella.get(played.step(step)).status_code == 404
