"""Somebody without an account says by link what they see, whoever must answer answers by link, and the first link shows what came of it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from accord.base import clock, registry
from accord.base.journal.models import Entry
from accord.base.people import actions as people
from accord.base.people.guests import own_address
from accord.ideas.goals import actions as goals
from accord.ideas.risks import actions
from accord.ideas.risks.chores import look_after_warnings
from accord.ideas.risks.models import ACCEPTED, ACTING, OPEN, PROXY, WAITS, Asking, Carried, Risk, Seen
from accord.ideas.risks.views import guest_raise

from .by_link import SEES, TUESDAY, letters, link_in, slots

pytestmark = pytest.mark.django_db
NORA, BELLA, IAN, FIONA = "nora@alder.example", "bella@alder.example", "ian@fernhill.example", "fiona@fernhill.example"


@pytest.fixture(autouse=True)
def on_a_tuesday():
    with clock.at(TUESDAY):
        yield


@pytest.fixture
def asked(cast, mailoutbox):
    """Fiona asks Nora, who has no account, what she sees coming for a goal that Bella owns."""
    with cast.inside():
        nora = people.add_person(by=cast.fiona, name="Nora Dahl", email=NORA, job="Claims handler", team="Claims")
        goal = goals.set_goal(by=cast.fiona, title="Decide nine in ten claims in three days", why="Storms", owner_id=cast.people["bella"].id)
        sent = actions.ask_for_warnings(by=cast.fiona, person_ids=[nora.id], goal_id=goal.goal_id, words="The freeze is near.")
    assert sent == 1
    letter = letters(mailoutbox, NORA)[-1]
    return SimpleNamespace(nora=nora, goal=goal, letter=letter, at=link_in(letter), phone=cast.browser())


def said(asked, **given: str):
    """Nora fills in the screen, reads it back and sends it."""
    form = slots(goal_id=str(asked.goal.goal_id), **given)
    back = asked.phone.post(f"{asked.at}check/", form)
    assert back.status_code == 200, back.content.decode()
    return asked.phone.post(f"{asked.at}check/", form | {"send": "1"})


def the_risk(cast) -> Risk:
    with cast.inside():
        return Risk.objects.select_related("answerer", "raised_by", "goal").get()


def test_the_letter_says_who_asks_about_what(asked) -> None:
    assert "Fiona Byrne asks what you see coming for “Decide nine in ten claims in three days”." in asked.letter
    assert "The freeze is near." in asked.letter


def test_the_screen_says_that_the_link_carries_a_name(asked) -> None:
    page = asked.phone.get(asked.at).content.decode()
    assert "carries your name" in page and "Decide nine in ten claims in three days" in page and "without your name" not in page


def test_where_a_client_can_be_warned_without_a_name_the_screen_says_where(asked, monkeypatch) -> None:
    monkeypatch.setattr(guest_raise, "speak_url", lambda: "https://speak.example/alder")
    assert "https://speak.example/alder" in asked.phone.get(asked.at).content.decode()


def test_it_is_read_back_and_nothing_is_sent_before(asked, cast) -> None:
    form = slots(goal_id=str(asked.goal.goal_id), loss_low="20k", loss_high="60k", chance_low="60", chance_high="90", asks="Start a week earlier.")
    page = asked.phone.post(f"{asked.at}check/", form).content.decode()
    assert "Nothing is sent yet" in page and SEES in page and "€20,000 to €60,000" in page and "60 to 90 in 100" in page
    with cast.inside():
        assert not Risk.objects.exists()


def test_changing_something_brings_back_what_was_typed(asked) -> None:
    page = asked.phone.post(f"{asked.at}check/", slots(asks="Start a week earlier.", change="1")).content.decode()
    assert "Start a week earlier." in page and "Read it before sending" in page


def test_only_what_one_sees_is_needed(asked) -> None:
    answer = asked.phone.post(f"{asked.at}check/", slots(sees=""))
    assert answer.status_code == 422 and "What I see" in answer.content.decode()


def test_once_sent_it_says_who_must_answer_by_when(asked, cast) -> None:
    page = asked.phone.get(said(asked).url).content.decode()
    assert "Sent. Thank you for saying it now." in page and "Head of Claims has a letter." in page and "Tuesday, 15 December" in page
    row = the_risk(cast)
    assert (row.how, row.raised_by_id, row.answerer_id, row.side) == (OPEN, asked.nora.id, cast.people["bella"].id, "business")


def test_a_second_tap_on_send_is_the_same_warning(asked, cast) -> None:
    assert said(asked).url == said(asked).url
    assert the_risk(cast).sees == SEES


def test_a_link_of_somebody_else_shows_nothing_of_it(asked, cast, mailoutbox) -> None:
    path = said(asked).url
    with cast.inside():
        actions.ask_for_warnings(by=cast.fiona, person_ids=[cast.people["ian"].id])
        risk_id = Risk.objects.get().id
    ians = link_in(letters(mailoutbox, IAN)[-1])
    assert cast.browser().get(f"{ians}of/{risk_id}/").status_code == 404
    assert SEES not in cast.browser().get(path).content.decode(), "on another phone her link asks for a code first"


def answering(asked, cast, mailoutbox):
    """Bella at the link of the letter that asks her to answer."""
    said(asked)
    letter = letters(mailoutbox, BELLA)[-1]
    return cast.browser(), link_in(letter), letter


def test_whoever_must_answer_gets_the_words_and_the_day_by_letter(asked, cast, mailoutbox) -> None:
    _phone, _at, letter = answering(asked, cast, mailoutbox)
    assert "A warning waits for your answer, by 15 December" in letter and SEES in letter


def test_one_tap_says_that_it_was_read_and_the_raiser_hears_it(asked, cast, mailoutbox) -> None:
    phone, at, _letter = answering(asked, cast, mailoutbox)
    assert "I have read it" in phone.get(at).content.decode()
    page = phone.post(f"{at}read/", follow=True).content.decode()
    assert "I have read it" not in page and "Something is done about it" in page
    assert "Head of Claims has read your warning. The answer comes by 15 December." in letters(mailoutbox, NORA)[-1]


def test_looking_says_nothing(asked, cast, mailoutbox) -> None:
    phone, at, _letter = answering(asked, cast, mailoutbox)
    for step in ("", "read/", "act/", "accept/", "decline/", "ask/", "hand/"):
        assert phone.get(f"{at}{step}").status_code == 200
    assert the_risk(cast).read_on is None


def test_what_changes_is_seen_at_the_first_link(asked, cast, mailoutbox) -> None:
    phone, at, _letter = answering(asked, cast, mailoutbox)
    assert phone.post(f"{at}act/", {"words": "The Coast tests start a week earlier.", "review_on": ""}).status_code == 302
    row = the_risk(cast)
    assert (row.state, row.answered_on) == (ACTING, clock.today())
    letter = letters(mailoutbox, NORA)[-1]
    assert "Something is done about your warning" in letter and "The Coast tests start a week earlier." in letter
    page = asked.phone.get(f"{asked.at}of/{row.id}/").content.decode()
    assert "You were heard, and something changes" in page and "The Coast tests start a week earlier." in page
    assert asked.phone.get(link_in(letter)).status_code == 200, "the link of the letter shows the same"


def test_accepting_needs_a_day_ahead(asked, cast, mailoutbox) -> None:
    phone, at, _letter = answering(asked, cast, mailoutbox)
    for day in ("", "2026-11-30"):
        assert phone.post(f"{at}accept/", {"words": "We can bear it.", "until": day}).status_code == 422
    assert phone.post(f"{at}accept/", {"words": "We can bear it.", "until": "2027-01-29"}).status_code == 302
    assert the_risk(cast).state == ACCEPTED
    assert "accepted until 29 January 2027" in letters(mailoutbox, NORA)[-1]


def test_a_question_back_waits_for_the_raiser_and_the_answer_goes_to_whoever_asked(asked, cast, mailoutbox) -> None:
    phone, at, _letter = answering(asked, cast, mailoutbox)
    phone.post(f"{at}ask/", {"words": "Only Coast, or all regions?"})
    row = the_risk(cast)
    theirs = f"{asked.at}of/{row.id}/"
    assert "You were asked something" in asked.phone.get(theirs).content.decode()
    asked.phone.post(f"{theirs}more/", {"words": "Only Coast."})
    assert "Only Coast." in letters(mailoutbox, BELLA)[-1]
    assert "Only Coast." in phone.get(at).content.decode()
    assert the_risk(cast).state == WAITS


def test_whoever_it_is_handed_to_has_a_letter_and_the_old_link_ends(asked, cast, mailoutbox) -> None:
    phone, at, _letter = answering(asked, cast, mailoutbox)
    page = phone.post(f"{at}hand/", {"person_id": str(cast.people["ian"].id), "words": "He plans the freeze."}).content.decode()
    assert "It is with Identity engineer now" in page
    assert phone.get(at).status_code == 410
    assert "you are the one to answer it" in letters(mailoutbox, IAN)[-1]
    assert "Your warning is with Identity engineer now" in letters(mailoutbox, NORA)[-1]


def test_said_more_strongly_it_goes_to_whoever_comes_next(asked, cast, mailoutbox) -> None:
    with cast.inside():
        actions.set_handling(by=cast.fiona, ladder_ids=[cast.people["petra"].id])
    said(asked)
    path = f"{asked.at}of/{the_risk(cast).id}/louder/"
    assert "Provider lead must answer it from now on" in asked.phone.get(path).content.decode()
    assert asked.phone.post(path, {"words": "It is closer than it looks."}).status_code == 302
    assert the_risk(cast).answerer_id == cast.people["petra"].id
    assert "It comes one step up, to you." in letters(mailoutbox, "petra@fernhill.example")[-1]


def test_before_the_day_a_reminder_once_and_after_it_one_step_up(asked, cast, mailoutbox) -> None:
    with cast.inside():
        actions.set_handling(by=cast.fiona, ladder_ids=[cast.people["petra"].id])
    answering(asked, cast, mailoutbox)
    before = len(letters(mailoutbox, BELLA))
    with clock.at(TUESDAY + timedelta(days=13)), cast.inside():
        look_after_warnings()
        look_after_warnings()
    assert len(letters(mailoutbox, BELLA)) == before + 1 and "A reminder." in letters(mailoutbox, BELLA)[-1]
    with clock.at(TUESDAY + timedelta(days=15)), cast.inside():
        look_after_warnings()
    assert "The day for an answer has passed" in letters(mailoutbox, NORA)[-1]
    assert "It comes one step up, to you." in letters(mailoutbox, "petra@fernhill.example")[-1]


@pytest.mark.parametrize("hours", [9, 24 * 4])
def test_in_the_evening_and_at_the_weekend_nothing_goes_out(asked, cast, mailoutbox, hours) -> None:
    answering(asked, cast, mailoutbox)
    before = len(letters(mailoutbox, BELLA))
    with clock.at(TUESDAY + timedelta(days=14, hours=hours)), cast.inside():
        look_after_warnings()
    assert len(letters(mailoutbox, BELLA)) == before


def test_when_an_acceptance_ends_both_hear_of_it(asked, cast, mailoutbox) -> None:
    phone, at, _letter = answering(asked, cast, mailoutbox)
    phone.post(f"{at}accept/", {"words": "We can bear it.", "until": "2026-12-08"})
    with clock.at(TUESDAY + timedelta(days=7)), cast.inside():
        look_after_warnings()
    assert "It was accepted until today, and comes back by itself." in letters(mailoutbox, BELLA)[-1]
    assert "Your warning waits for an answer again" in letters(mailoutbox, NORA)[-1]


def test_when_it_comes_true_the_raiser_hears_how_early_they_said_so(asked, cast, mailoutbox) -> None:
    said(asked)
    row = the_risk(cast)
    with clock.at(TUESDAY + timedelta(days=41)), cast.inside():
        actions.record_event(by=cast.fiona, title="The freeze stopped the tests", happened_on=clock.today(), risk_ids=[row.id])
    letter = letters(mailoutbox, NORA)[-1]
    assert "You had said so 41 days ahead." in letter
    page = asked.phone.get(f"{asked.at}of/{row.id}/").content.decode()
    assert "What you saw coming came true" in page and "We were told 41 days ahead" in page


def test_through_the_facilitator_only_they_see_who_it_is(asked, cast, mailoutbox) -> None:
    thanks = said(asked, how="carried")
    assert "It is with Fiona Byrne" in asked.phone.get(thanks.url).content.decode()
    letter = letters(mailoutbox, FIONA)[-1]
    assert "Nora" not in letter and SEES not in letter
    with cast.inside():
        row = Carried.objects.get()
        assert SEES not in row.sealed and not Risk.objects.exists()
        (waits,) = [one for one in registry.owed.collect(by=cast.fiona) if one.kind == "risks.carry"]
        assert "Nora" not in waits.title + waits.detail + waits.person_name
        entries = Entry.objects.filter(event="risks.asked_to_carry")
        assert [one.person_id for one in entries] == [None]
    page = cast.browser("fiona").get(waits.url).content.decode()
    assert "Nora Dahl asks you to pass this on" in page and SEES in page
    assert cast.browser("petra").get(waits.url).status_code == 404


def test_what_was_passed_on_stands_in_the_facilitators_name_and_the_link_shows_what_came_of_it(asked, cast, mailoutbox) -> None:
    said(asked, how="carried")
    with cast.inside():
        carried = Carried.objects.get()
    form = slots(goal_id=str(asked.goal.goal_id)) | {"needs_low": "", "needs_high": "", "band": "somebody on the counter"}
    assert cast.browser("fiona").post(own_address("alder-mutual", "pass-on", carried.id), form).status_code == 302
    row = the_risk(cast)
    assert (row.how, row.raised_by_id, row.side) == (PROXY, cast.people["fiona"].id, "")
    assert "Fiona Byrne passed it on, in their own name." in letters(mailoutbox, NORA)[-1]
    with cast.inside():
        before = Entry.objects.count()
        actions.act(by=cast.fiona, risk_id=row.id, words="The tests start a week earlier.")
        assert str(asked.nora.id) not in str(list(Entry.objects.values_list("payload", "person_id")[before:])), "no new link leads back to her"
    assert "News on what was passed on for you" in letters(mailoutbox, NORA)[-1]
    page = asked.phone.get(f"{asked.at}of/{row.id}/").content.decode()
    assert "The tests start a week earlier." in page and "Fiona Byrne passed it on for you" in page
    assert asked.phone.post(f"{asked.at}of/{row.id}/more/", {"words": "More"}).status_code == 404


def test_somebody_who_sees_it_too_says_so_by_link_and_of_a_no_nothing_is_kept(asked, cast, mailoutbox) -> None:
    said(asked)
    row = the_risk(cast)
    with cast.inside():
        assert actions.ask_who_sees(by=cast.fiona, risk_id=row.id, person_ids=[asked.nora.id, cast.people["ian"].id, cast.people["petra"].id]) == 2
    for to, sent in ((IAN, {"words": "On Coast as well."}), ("petra@fernhill.example", {"words": "", "no": "1"})):
        assert cast.browser().post(link_in(letters(mailoutbox, to)[-1]), sent).status_code == 302
    with cast.inside():
        assert [(one.person_id, one.words) for one in Seen.objects.all()] == [(cast.people["ian"].id, "On Coast as well.")]
    assert "1 other sees this too" in asked.phone.get(f"{asked.at}of/{row.id}/").content.decode()


def test_nobody_who_has_left_is_asked(asked, cast) -> None:
    with cast.inside():
        people.leave(by=cast.fiona, person_id=asked.nora.id)
        with pytest.raises(registry.Mistake, match="has left"):
            actions.ask_for_warnings(by=cast.fiona, person_ids=[asked.nora.id])
        assert Asking.objects.count() == 1


class TestAskingFromThePages:
    def test_a_facilitator_chooses_who_is_asked_about_a_goal(self, cast, asked, mailoutbox) -> None:
        fiona = cast.browser("fiona")
        at = f"/alder-mutual/warnings/ask/?goal={asked.goal.goal_id}"
        assert "Decide nine in ten claims in three days" in fiona.get(at).content.decode()
        assert fiona.post(at, {"words": "Before the freeze.", "person_ids": [str(cast.people["ian"].id)]}).status_code == 302
        assert "Before the freeze." in letters(mailoutbox, IAN)[-1]

    def test_nobody_chosen_is_said_beside_the_field(self, cast) -> None:
        sent = cast.browser("fiona").post("/alder-mutual/warnings/ask/", {"words": ""})
        assert sent.status_code == 422
        assert 'aria-invalid="true"' in sent.content.decode()

    def test_only_who_looks_after_the_client_asks(self, cast) -> None:
        assert cast.browser("bella").get("/alder-mutual/warnings/ask/").status_code == 403

    def test_whoever_raised_or_answers_it_is_not_asked_whether_they_see_it_too(self, cast, asked, mailoutbox) -> None:
        said(asked)
        row = the_risk(cast)
        fiona, at = cast.browser("fiona"), f"/alder-mutual/warnings/{row.id}/ask/"
        offered = fiona.get(at).content.decode()
        assert str(asked.nora.id) not in offered
        assert str(row.answerer_id) not in offered
        assert fiona.post(at, {"person_ids": [str(cast.people["ian"].id)]}).status_code == 302
        assert letters(mailoutbox, IAN)
