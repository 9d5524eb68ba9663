"""Who stands alone is asked to tell more: about work through listening, about a goal with one question of its own."""

import re

import pytest
from django.conf import settings
from django.test import Client

from accord.base import registry
from accord.base.people import actions as people
from accord.base.people.guests import own_address
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import hearing_today
from accord.ideas.empathy.models import Critical, Hearing, HearingAnswer
from accord.ideas.empathy.queries import hearings
from accord.ideas.goals import actions as goals
from accord.ideas.listen import actions as listen
from accord.ideas.listen.models import Question

from . import crowd

pytestmark = pytest.mark.django_db
WHY = "Forty calls a day ask why the letter looks like a scam"
MORE = "It is one font. They ring us, and we read the letter out to them."


@pytest.fixture
def closed(at_alder):
    """One person called a goal critical, another a piece of work."""
    made = crowd.gather(at_alder)
    made.goal = goals.set_goal(by=at_alder.fiona, title="Letters people trust", why="They ring", owner_id=at_alder.bella.person_id)
    made.round = crowd.start(made, goal_ids=[made.goal.goal_id], looks_only_ids=[at_alder.fiona.person_id])
    for one in (*made.business, *made.it):
        crowd.says(one, made.round, [2] * 7, [2] * 7)
    crowd.says(made.business[0], made.round, [5, 2, 2, 2, 2, 2, 2], because=WHY)
    crowd.says(made.it[0], made.round, [2, 2, 2, 5, 2, 2, 2], because="Two findings again and the regulator comes")
    empathy.close_round(by=at_alder.fiona, round_id=made.round.id)
    made.about_goal = Critical.objects.get(item__goal__isnull=False)
    made.about_work = Critical.objects.get(item__initiative__isnull=False)
    return made


def link_in(letter) -> str:
    return re.search(rf"{re.escape(settings.ADDRESS)}(/l/\S+)", letter.body)[1]


@pytest.fixture
def letter(closed, django_capture_on_commit_callbacks, mailoutbox):
    with django_capture_on_commit_callbacks(execute=True):
        closed.hearing = empathy.ask_more(by=closed.cast.fiona, critical_id=closed.about_goal.id)
    return mailoutbox[-1]


def test_about_work_listening_asks_how_it_is_for_them(closed) -> None:
    row = empathy.ask_more(by=closed.cast.fiona, critical_id=closed.about_work.id)
    asked = Question.objects.filter(asking=row.asking_id).order_by("place")
    assert [one.aspect for one in asked] == ["day_to_day", "if_not", "new_risk_or_effort"]
    assert "Two findings again" in row.asking.note and row.asking.person_id == closed.it[0].person_id


def test_their_answer_to_listening_is_known_here_too(closed) -> None:
    row = empathy.ask_more(by=closed.cast.fiona, critical_id=closed.about_work.id)
    assert hearings.hearing(row.id).state == "waits"
    listen.answer(by=closed.it[0], question_id=Question.objects.filter(asking=row.asking_id).first().id, words="We lose the week before every audit.")
    now = hearings.hearing(row.id)
    assert now.state == "answered" and not now.unread


def test_whoever_stands_alone_is_asked_once(closed) -> None:
    first = empathy.ask_more(by=closed.cast.fiona, critical_id=closed.about_work.id)
    assert empathy.ask_more(by=closed.cast.fiona, critical_id=closed.about_work.id) == first
    assert Question.objects.filter(asking__person=closed.it[0].person_id).count() == 3


def test_about_a_goal_there_is_one_question_kept_word_for_word(closed, letter) -> None:
    assert letter.to == ["business0@alder.example"] and WHY in letter.body
    assert closed.hearing.asking_id is None
    empathy.tell_more(by=closed.business[0], hearing_id=closed.hearing.id, words=f"  {MORE}\n")
    assert HearingAnswer.objects.get().words == MORE


def test_a_further_word_is_kept_beside_the_first(closed, letter) -> None:
    for words in (MORE, MORE, "And since May it is sixty."):
        empathy.tell_more(by=closed.business[0], hearing_id=closed.hearing.id, words=words)
    assert [one.words for one in hearings.hearing(closed.hearing.id).answers] == [MORE, "And since May it is sixty."]


def test_nobody_tells_in_anothers_name(closed, letter) -> None:
    with pytest.raises(registry.NotThere):
        empathy.tell_more(by=closed.business[1], hearing_id=closed.hearing.id, words=MORE)


def test_it_waits_on_the_days_of_both(closed, letter) -> None:
    (row,) = hearing_today.to_tell(by=closed.business[0])
    assert "Letters people trust" in row.title and not list(hearing_today.to_read(by=closed.cast.fiona))
    empathy.tell_more(by=closed.business[0], hearing_id=closed.hearing.id, words=MORE)
    assert not list(hearing_today.to_tell(by=closed.business[0]))
    (row,) = hearing_today.to_read(by=closed.cast.fiona)
    assert row.detail == MORE and not list(hearing_today.to_read(by=closed.cast.bella))
    empathy.read_hearing(by=closed.cast.fiona, hearing_id=closed.hearing.id)
    assert not list(hearing_today.to_read(by=closed.cast.fiona))
    empathy.tell_more(by=closed.business[0], hearing_id=closed.hearing.id, words="And since May it is sixty.")
    assert len(list(hearing_today.to_read(by=closed.cast.fiona))) == 1


def test_who_has_left_is_not_asked(closed) -> None:
    people.leave(by=closed.cast.fiona, person_id=closed.business[0].person_id)
    with pytest.raises(registry.Mistake):
        empathy.ask_more(by=closed.cast.fiona, critical_id=closed.about_goal.id)
    assert not Hearing.objects.exists()


def test_the_link_leads_to_one_question_and_takes_the_answer(closed, letter) -> None:
    browser, address = Client(), link_in(letter)
    shown = browser.get(address).content.decode()
    assert WHY in shown and "shown with your job beside it" in shown
    assert browser.post(address, {"words": " "}).status_code == 422
    assert browser.post(address, {"words": MORE}).status_code == 302
    assert MORE in browser.get(address).content.decode() and MORE not in Client().get(address).content.decode()


def test_the_card_asks_and_then_says_that_they_were_asked(closed, letter) -> None:
    browser, page = closed.cast.browser("fiona"), f"/alder-mutual/perspectives/rounds/{closed.round.id}/"
    assert browser.get(page).content.decode().count("Ask them to tell us more") == 1
    assert browser.post(f"/alder-mutual/perspectives/critical/{closed.about_work.id}/ask/").status_code == 302
    shown = browser.get(page).content.decode()
    assert "Ask them to tell us more" not in shown and shown.count("not answered yet") == 2


def test_a_reader_is_offered_no_button_and_refused_the_act(closed) -> None:
    browser = closed.cast.browser("bella")
    assert "Ask them to tell us more" not in browser.get(f"/alder-mutual/perspectives/rounds/{closed.round.id}/").content.decode()
    assert browser.post(f"/alder-mutual/perspectives/critical/{closed.about_work.id}/ask/").status_code == 403


def test_whoever_comes_as_one_who_took_part_finds_no_button(closed) -> None:
    """Not even a facilitator, who could press it on the page of the round."""
    shown = closed.cast.browser("fiona").get(own_address("alder-mutual", "round", closed.round.id)).content.decode()
    assert WHY in shown and "Ask them to tell us more" not in shown


def test_what_was_told_is_read_on_its_own_page_and_then_leaves_today(closed, letter) -> None:
    empathy.tell_more(by=closed.business[0], hearing_id=closed.hearing.id, words=MORE)
    browser, page = closed.cast.browser("fiona"), f"/alder-mutual/perspectives/hearings/{closed.hearing.id}/"
    shown = browser.get(page).content.decode()
    assert MORE in shown and "I have read it" in shown
    assert browser.post(page).status_code == 302
    assert "I have read it" not in browser.get(page).content.decode()
