"""Pages about what came of ranges: private ones, the record of everybody, and ten questions that leave no trace."""

import re

import pytest
from django.core import mail

from accord.base.estimate.template import gettext_noop
from accord.base.journal import queries as journal
from accord.ideas.worth import actions
from accord.ideas.worth.models import Quantity
from accord.ideas.worth.rules.exercise import QUESTIONS

from .test_due import come_true, quantity


def answers(miss: int = 0) -> dict[str, str]:
    """Ranges about the right answers; of the first `miss`, beside them."""
    ends = [(asked.key, asked.answer * (2 if k < miss else 0.9), asked.answer * (3 if k < miss else 1.1)) for k, asked in enumerate(QUESTIONS)]
    return {f"{key}_{end}": f"{value:.1f}" for key, low, high in ends for end, value in (("low", low), ("high", high))}


@pytest.mark.parametrize("name", ["our_ranges", "my_ranges", "practise"])
def test_every_page_about_ranges_opens_with_nothing_to_tell(visit, case, name) -> None:
    assert visit("bella", name).status_code == 200


def test_ones_own_page_says_how_many_held_and_nothing_of_others(visit, at_alder, case) -> None:
    come_true(at_alder, case, {"people affected": 45, "minutes lost": 90})
    page = visit("bella", "my_ranges").content.decode()
    assert "1 of your 2 ranges held" in page
    assert "Ian" not in page


def test_private_pages_are_kept_by_no_cache(visit, case) -> None:
    assert visit("bella", "my_ranges")["Cache-Control"] == "no-store"


def test_the_private_link_opens_without_an_account(client, at_alder, case) -> None:
    come_true(at_alder, case, {"minutes lost": 90})
    letter = next(one for one in mail.outbox if one.to == [at_alder.people["bella"].email] and "turned out" in one.body)
    path = re.search(r"/l/\S+", letter.body)[0]
    client.logout()
    assert "0 of your one range held" in client.get(path).content.decode()
    assert client.get(f"{path.rstrip('/')}/practise/").status_code == 200


def test_the_record_of_everybody_is_a_finding(visit, at_alder, case) -> None:
    come_true(at_alder, case, {"people affected": 500, "times a week": 2, "minutes lost": 90})
    page = visit("bella", "our_ranges").content.decode()
    assert "3 of 9 ranges held; nine in ten should" in page
    assert "Ian" not in page


def test_the_worth_page_says_how_far_ranges_are_trusted(visit, at_alder, case) -> None:
    come_true(at_alder, case, {"people affected": 500, "times a week": 2, "minutes lost": 90})
    assert "times as wide" in visit("bella", "case", initiative_id=case.initiative_id).content.decode()


def test_what_came_true_is_written_down_on_the_page(visit, case) -> None:
    minutes = quantity(case, "minutes lost")
    sent = {"value": "31", "basis": "stopwatch", "came_on": "2020-05-04"}
    visit("fiona", "fact", sent, initiative_id=case.initiative_id, quantity_id=minutes.id)
    assert [(fact.value, fact.basis, fact.day.isoformat()) for fact in minutes.facts.all()] == [(31, "stopwatch", "2020-05-04")]


def test_ten_questions_say_how_many_held(visit, case) -> None:
    page = visit("bella", "practise", answers(miss=4)).content.decode()
    assert "6 of your 10 ranges held" in page
    assert "too narrow" in page


def test_nothing_of_the_ten_questions_is_kept(visit, at_alder, case) -> None:
    before = (Quantity.objects.count(), len(journal.of_subject(case.id)))
    visit("bella", "practise", answers())
    assert (Quantity.objects.count(), len(journal.of_subject(case.id))) == before
    assert "0 of" not in visit("bella", "my_ranges").content.decode()


@pytest.mark.parametrize(("sent", "says"), [
    ({}, "Answer one question at least"), ({"bones_low": "100"}, "Write both ends"), ({"bones_low": "300", "bones_high": "100"}, "must not be below"),
    ({"bones_low": "many", "bones_high": "100"}, "number")])
def test_what_cannot_be_scored_says_what_to_do(visit, case, sent, says) -> None:
    answer = visit("bella", "practise", sent)
    assert (answer.status_code, says in answer.content.decode()) == (422, True)


def test_a_second_range_of_the_same_person_stands_beside_their_first(visit, at_alder, case) -> None:
    minutes = quantity(case, "minutes lost")
    for by in (at_alder.bella, at_alder.ian):
        actions.give_range(by=by, quantity_id=minutes.id, low=20, high=60, basis="a count")
    asked = actions.second_round(by=at_alder.fiona, quantity_id=minutes.id)
    mine = next(one for one in asked if one.asking.person_id == at_alder.bella.person_id)
    actions.reply_range(by=at_alder.bella, question_id=mine.asking.questions.get().id, low=30, high=40, basis="saw the log")
    page = visit("fiona", "quantity", initiative_id=case.initiative_id, quantity_id=minutes.id).content.decode()
    assert "second round" in page
    assert "Everybody’s range, as twenty equally likely values" in page
    assert gettext_noop("replaced by a later one") in page
