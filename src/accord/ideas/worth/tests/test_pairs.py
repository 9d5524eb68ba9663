"""What goes together in plain words, and a second round in which people see each other's ranges."""

import json

import pytest
from django.core import mail
from django.urls import reverse

from accord.base import registry
from accord.ideas.worth import actions, queries
from accord.ideas.worth.models import Pair, Quantity, Voice
from accord.ideas.worth.queries.loading import load
from accord.ideas.worth.rules.shape import How


def quantity(case, name: str) -> Quantity:
    return Quantity.objects.get(case=case, name=name, ended_at=None)


def paired(cast, case, how: How = How.MOSTLY, one: str = "people affected", other: str = "times a week") -> None:
    ids = {"first_id": quantity(case, one).id, "second_id": quantity(case, other).id}
    actions.set_pair(by=cast.fiona, initiative_id=case.initiative_id, how=how, basis="storms", **ids)


def spread(case) -> float:
    option = queries.weighed(initiative_id=case.initiative_id).weighed.options[1]
    return option.high - option.low


def test_two_that_go_together_spread_the_futures(at_alder, case) -> None:
    before = spread(case)
    paired(at_alder, case, How.ALWAYS)
    assert spread(case) > before


def test_a_later_word_about_the_same_two_replaces_the_earlier_whichever_way_round(at_alder, case) -> None:
    paired(at_alder, case)
    paired(at_alder, case, How.OPPOSITE, "times a week", "people affected")
    assert load(case).draft.together == (("times a week", "people affected", "opposite"),)
    assert Pair.objects.count() == 2


def test_a_pair_is_shown_with_who_says_so_and_can_be_taken_out(at_alder, case) -> None:
    paired(at_alder, case)
    (shown,) = queries.show_case(by=at_alder.bella, initiative_id=case.initiative_id).pairs
    assert (shown.first, shown.second, shown.how, shown.said_by, shown.basis) == (
        "people affected", "times a week", "mostly", "Service delivery lead", "storms")
    actions.end_pair(by=at_alder.fiona, pair_id=shown.id)
    assert load(case).draft.together == ()


@pytest.mark.parametrize(("other", "basis", "field"), [("people affected", "storms", "second_id"), ("times a week", " ", "basis")])
def test_a_pair_needs_two_quantities_and_a_reason(at_alder, case, other, basis, field) -> None:
    ids = {"first_id": quantity(case, "people affected").id, "second_id": quantity(case, other).id}
    with pytest.raises(registry.Mistake) as wrong:
        actions.set_pair(by=at_alder.fiona, initiative_id=case.initiative_id, how=How.MOSTLY, basis=basis, **ids)
    assert wrong.value.field == field


def test_only_who_edits_the_case_says_what_goes_together(at_alder, case) -> None:
    with pytest.raises(registry.Refused):
        actions.set_pair(by=at_alder.bella, initiative_id=case.initiative_id, first_id=quantity(case, "people affected").id,
                         second_id=quantity(case, "times a week").id, how=How.MOSTLY, basis="storms")


def test_pairs_leave_with_the_case_and_come_back_with_it(at_alder, case) -> None:
    paired(at_alder, case)
    told = queries.export_case(by=at_alder.fiona, initiative_id=case.initiative_id)
    assert told["together"] == [{"these": ["people affected", "times a week"], "how": "mostly"}]
    actions.take_in(by=at_alder.fiona, initiative_id=case.initiative_id, text=json.dumps(told))
    assert load(case).draft.together == (("people affected", "times a week", "mostly"),)


def test_a_pair_is_made_and_taken_out_on_its_page(client, at_alder, case) -> None:
    client.force_login(at_alder.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("worth:pairs", kwargs={"client": at_alder.alder.slug, "initiative_id": case.initiative_id})
    sent = {"first_id": quantity(case, "people affected").id, "second_id": quantity(case, "times a week").id, "how": "somewhat", "basis": "storms"}
    assert "each number is drawn by itself" in client.get(address).content.decode()
    assert client.post(address, sent | {"second_id": ""}).status_code == 422
    assert client.post(address, sent).status_code == 302
    assert "storms" in client.get(address).content.decode()
    end = reverse("worth:end_pair", kwargs={"client": at_alder.alder.slug, "initiative_id": case.initiative_id, "pair_id": Pair.objects.get().id})
    client.post(end)
    assert Pair.objects.filter(ended_at=None).count() == 0


# A second round


@pytest.fixture
def disagreed(at_alder, case):
    """Bella and Ian lie far apart about the minutes."""
    minutes = quantity(case, "minutes lost")
    actions.give_range(by=at_alder.bella, quantity_id=minutes.id, low=10, high=20, basis="my own desk")
    actions.give_range(by=at_alder.ian, quantity_id=minutes.id, low=50, high=90, basis="the log of the sign-on server")
    return minutes


def test_everybody_who_gave_a_range_is_asked_again(at_alder, disagreed) -> None:
    asked = actions.second_round(by=at_alder.fiona, quantity_id=disagreed.id, reason="You lie far apart.")
    assert {one.asking.person_id for one in asked} == {at_alder.bella.person_id, at_alder.ian.person_id}
    assert all(one.asking.round == 2 for one in asked)
    assert {letter.to[0] for letter in mail.outbox[-2:]} == {at_alder.people["bella"].email, at_alder.people["ian"].email}


def test_they_see_each_others_ranges_and_reasons_before_they_answer(client, at_alder, disagreed) -> None:
    asked = actions.second_round(by=at_alder.fiona, quantity_id=disagreed.id)
    link = next(one.link.url for one in asked if one.asking.person_id == at_alder.bella.person_id)
    page = client.get(link[link.index("/l/"):]).content.decode()
    assert "the log of the sign-on server" in page
    assert "Together" in page
    assert "You said 10 to 20" in page


def test_in_the_first_round_nobody_sees_anothers_range(client, at_alder, case, disagreed) -> None:
    asked = actions.ask_range(by=at_alder.fiona, initiative_id=case.initiative_id, person_id=at_alder.people["petra"].id, quantity_ids=[disagreed.id])
    page = client.get(asked.link.url[asked.link.url.index("/l/"):]).content.decode()
    assert "the log of the sign-on server" not in page


def test_the_second_range_counts_and_the_first_stays_readable(at_alder, case, disagreed) -> None:
    asked = actions.second_round(by=at_alder.fiona, quantity_id=disagreed.id)
    mine = next(one for one in asked if one.asking.person_id == at_alder.bella.person_id)
    actions.reply_range(by=at_alder.bella, question_id=mine.asking.questions.get().id, low=30, high=60, basis="saw the log")
    line = queries.weighed(initiative_id=case.initiative_id).draft.line("minutes lost")
    assert (30, 60) in [(said.low, said.high) for said in line.said]
    assert [(voice.low, voice.round) for voice in Voice.objects.filter(quantity=disagreed, person_id=at_alder.bella.person_id)] == [(10, None), (30, 2)]


def test_a_second_round_needs_two_people_and_everybodys_answer(at_alder, case, disagreed) -> None:
    with pytest.raises(registry.Mistake, match="two people"):
        actions.second_round(by=at_alder.fiona, quantity_id=quantity(case, "people affected").id)
    actions.second_round(by=at_alder.fiona, quantity_id=disagreed.id)
    with pytest.raises(registry.Mistake, match="not answered yet"):
        actions.second_round(by=at_alder.fiona, quantity_id=disagreed.id)


def test_a_second_round_is_started_on_the_page_of_the_quantity(client, at_alder, case, disagreed) -> None:
    client.force_login(at_alder.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    kwargs = {"client": at_alder.alder.slug, "initiative_id": case.initiative_id, "quantity_id": disagreed.id}
    assert "Let them look again together" in client.get(reverse("worth:quantity", kwargs=kwargs)).content.decode()
    client.post(reverse("worth:again", kwargs=kwargs), {"reason": "You lie far apart."})
    assert disagreed.asked.count() == 2
