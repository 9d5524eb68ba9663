"""A range by link: asked, answered on a phone, handed on or not known; it counts at once, and the page tells what it changed."""

import re

import pytest
from django.core import mail

from accord.base import registry
from accord.ideas.worth import actions, queries
from accord.ideas.worth.models import Quantity, RangeReply, Weighing
from accord.ideas.worth.pages.case import case_page


@pytest.fixture
def asked(at_alder, case):
    quantity = Quantity.objects.get(case=case, name="times a week")
    return actions.ask_range(
        by=at_alder.fiona, initiative_id=case.initiative_id, person_id=at_alder.bella.person_id, quantity_ids=[quantity.id],
        reason="It decides between two paths.")


@pytest.fixture
def question(asked):
    return asked.asking.questions.get()


def path_of(asked) -> str:
    return re.sub(r"^https?://[^/]+", "", asked.link.url)


def test_the_mail_holds_the_question_and_one_link(at_alder, asked) -> None:
    body = mail.outbox[-1].body
    assert "How often does it happen to one of them?" in body
    assert asked.link.url in body


def test_the_answer_counts_at_once_and_the_case_is_weighed_anew(at_alder, case, question) -> None:
    before = Weighing.objects.filter(case=case).count()
    actions.reply_range(by=at_alder.bella, question_id=question.id, low=1, high=2, basis="ticket tags")
    line = queries.weighed(initiative_id=case.initiative_id).draft.line("times a week")
    assert [(said.low, said.high, said.by) for said in line.said] == [(1, 2, "Head of Claims")]
    assert Weighing.objects.filter(case=case).count() == before + 1


def test_the_same_answer_twice_is_one(at_alder, question) -> None:
    for _ in range(2):
        actions.reply_range(by=at_alder.bella, question_id=question.id, low=1, high=2, basis="ticket tags")
    assert RangeReply.objects.filter(question=question).count() == 1


def test_the_page_tells_before_and_after_until_somebody_has_looked(at_alder, case, question) -> None:
    actions.reply_range(by=at_alder.bella, question_id=question.id, low=4, high=4.5, basis="ticket tags")
    change = case_page(by=at_alder.fiona, initiative_id=case.initiative_id).changes[0]
    assert change.said == "Times a week, each: 4 to 4.5 times a week"
    assert change.rows[0].before != change.rows[0].after
    actions.look_again(by=at_alder.fiona, initiative_id=case.initiative_id)
    assert case_page(by=at_alder.fiona, initiative_id=case.initiative_id).changes == ()


def test_today_asks_the_facilitator_to_look_again_and_bella_to_answer(at_alder, case, question) -> None:
    assert [row.kind for row in registry.owed.collect(by=at_alder.bella) if row.kind.startswith("worth")] == ["worth.range"]
    actions.reply_range(by=at_alder.bella, question_id=question.id, low=1, high=2, basis="ticket tags")
    assert [row.kind for row in registry.owed.collect(by=at_alder.bella) if row.kind.startswith("worth")] == []
    assert "worth.look" in [row.kind for row in registry.owed.collect(by=at_alder.fiona)]


def test_not_known_is_an_answer_and_is_not_asked_again(at_alder, case, question) -> None:
    actions.reply_unknown(by=at_alder.bella, question_id=question.id)
    assert not [row for row in registry.owed.collect(by=at_alder.bella) if row.kind == "worth.range"]


def test_handed_on_it_reaches_the_other_with_a_link_of_their_own(at_alder, case, question) -> None:
    reply = actions.hand_on_range(by=at_alder.bella, question_id=question.id, name="Dev Rao", email="dev@alder.example")
    assert reply.to.person.name == "Dev Rao"
    assert mail.outbox[-1].to == ["dev@alder.example"]


def test_nobody_answers_a_question_put_to_somebody_else(at_alder, question) -> None:
    with pytest.raises(registry.NotThere):
        actions.reply_range(by=at_alder.ian, question_id=question.id, low=1, high=2, basis="guess")


def test_a_question_that_was_taken_back_leads_nowhere(at_alder, asked, question) -> None:
    actions.take_back_range(by=at_alder.fiona, asking_id=asked.asking.id)
    with pytest.raises(registry.NotThere):
        actions.reply_range(by=at_alder.bella, question_id=question.id, low=1, high=2, basis="guess")


def test_looking_at_the_link_changes_nothing(client, at_alder, asked, question) -> None:
    for _ in range(3):
        assert client.get(path_of(asked)).status_code == 200
    assert not RangeReply.objects.filter(question=question).exists()


def test_the_page_has_no_number_in_it_before_somebody_types_one(client, at_alder, asked) -> None:
    page = client.get(path_of(asked)).content.decode()
    assert re.findall(r'name="(?:low|high|typical)"[^>]*value=', page) == []


def test_a_range_is_sent_from_the_page_without_a_script(client, at_alder, asked, question) -> None:
    sent = client.post(path_of(asked) + "1/", {"low": "1", "high": "2.5", "basis": "ticket tags"})
    assert sent.status_code == 302
    assert RangeReply.objects.get(question=question).voice.high == 2.5


def test_a_second_device_does_not_see_what_was_said(client, at_alder, asked, question) -> None:
    client.post(path_of(asked) + "1/", {"low": "1", "high": "2.5", "basis": "ticket tags"})
    client.cookies.clear()
    assert "ticket tags" not in client.get(path_of(asked) + "thanks/").content.decode()


def test_ends_the_wrong_way_round_are_told_beside_the_field(client, at_alder, asked) -> None:
    shown = client.post(path_of(asked) + "1/", {"low": "5", "high": "2", "basis": "x"})
    assert shown.status_code == 422
    assert "High must be more than low, which is 5" in shown.content.decode()


def test_looking_first_draws_it_and_keeps_nothing(client, at_alder, asked, question) -> None:
    shown = client.post(path_of(asked) + "1/", {"low": "1", "high": "2.5", "look": "1"}).content.decode()
    assert "Twenty equally likely values" in shown
    assert not RangeReply.objects.filter(question=question).exists()
