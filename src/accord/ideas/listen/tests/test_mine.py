"""Somebody with an account finds what waits for them on Today, and answers it without a link."""

import pytest

from accord.base import registry
from accord.ideas.listen.models import Answer, Verdict
from accord.ideas.listen.queries.playback import load


def owed(cast, who) -> dict[str, registry.Owed]:
    with cast.inside():
        return {row.kind: row for row in registry.owed.collect(by=who) if row.kind.startswith("listen.")}


def test_a_question_waits_on_today_and_is_answered_from_there(web, cast, asked) -> None:
    row = owed(cast, cast.bella)["listen.question"]
    assert (row.title, row.minutes) == ("The Service delivery lead has 2 questions for you", 2)
    web("bella").post(f"{row.url}1/", {"words": "Nobody can sign in."})
    with cast.inside():
        assert Answer.objects.filter(words="Nobody can sign in.").exists()


def test_a_playback_waits_on_today_and_opens_without_a_door(web, cast, played) -> None:
    row = owed(cast, cast.bella)["listen.playback"]
    assert "Handlers stand idle until eight" in web("bella").get(row.url).content.decode()


def test_what_was_answered_by_link_waits_no_more(web, cast, asked) -> None:
    bella = web()
    for step in ("1", "2"):
        bella.post(asked.step(step), {"words": "So it is."})
    assert "listen.question" not in owed(cast, cast.bella)


@pytest.mark.parametrize("who", ["fiona", "ian", "petra"])
def test_nobody_opens_what_waits_for_somebody_else(web, cast, asked, who) -> None:
    assert web(who).get(owed(cast, cast.bella)["listen.question"].url).status_code == 404


def test_a_kind_of_page_that_is_not_there_is_not_there(web, cast, asked) -> None:
    url = owed(cast, cast.bella)["listen.question"].url.replace("/question/", "/brief/")
    assert web("bella").get(url).status_code == 404


def test_a_correction_waits_for_the_facilitator_with_the_words_in_it(web, cast, played) -> None:
    from accord.ideas.listen import actions
    from accord.ideas.listen.models import Playback

    with cast.inside():
        back = load(Playback.objects.all())[0]
        said = [actions.Word(one.sentence.id, False, "On named storms only.") for one in back.asked]
        actions.say_to_sentences(by=cast.bella, playback_id=back.playback.id, said=said)
        assert Verdict.objects.count() == 2
    row = owed(cast, cast.fiona)["listen.corrected"]
    assert row.title == "The Head of Claims corrected 2 sentences of what you heard" and "On named storms only." in row.detail


def test_a_request_nobody_has_followed_up_waits_for_the_facilitator(cast, storm) -> None:
    assert owed(cast, cast.fiona)["listen.say_back"].title == "The Head of Claims asked for something: ask why"


def test_what_was_to_be_found_out_comes_back_when_the_day_has_passed(cast, storm) -> None:
    from datetime import timedelta

    from accord.base import clock
    from accord.ideas.listen import actions

    with cast.inside():
        who, day = cast.ian.person_id, clock.today()
        actions.not_known(by=cast.fiona, initiative_id=storm.initiative_id, aspect="goal", person_id=who, by_date=day, what="The target")
    assert "listen.not_known" not in owed(cast, cast.fiona)
    with clock.at(clock.now() + timedelta(days=2)):
        assert owed(cast, cast.fiona)["listen.not_known"].title == "The Identity engineer was to find out: The target"


def test_a_silent_question_can_wait_and_says_a_call_is_kinder(cast, asked) -> None:
    from datetime import timedelta

    from accord.base import clock

    with clock.at(clock.now() + timedelta(days=6)):
        row = owed(cast, cast.fiona)["listen.unanswered"]
    assert row.can_wait and "a call may be kinder" in row.title


def test_what_waits_for_the_facilitator_waits_for_nobody_else(cast, storm) -> None:
    for who in (cast.bella, cast.ian, cast.petra):
        assert "listen.say_back" not in owed(cast, who)
