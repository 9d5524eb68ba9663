"""Who said what: ranges are pooled, replaced by the same person's later one, set aside with a reason, and never lost."""

import pytest

from accord.base import registry
from accord.ideas.worth import actions, queries
from accord.ideas.worth.models import Quantity, Voice


@pytest.fixture
def people(case):
    return Quantity.objects.get(case=case, name="people affected")


def counting(case, name: str) -> list[tuple[float, float, str]]:
    line = queries.weighed(initiative_id=case.initiative_id).draft.line(name)
    return [(said.low, said.high, said.by) for said in line.said]


def test_an_assumption_gives_way_to_the_first_who_speaks(at_alder, case, people) -> None:
    actions.give_range(by=at_alder.bella, quantity_id=people.id, low=30, high=60, basis="rota")
    assert counting(case, "people affected") == [(30, 60, "Head of Claims")]


def test_two_people_are_pooled_and_both_stay_visible(at_alder, case, people) -> None:
    actions.give_range(by=at_alder.bella, quantity_id=people.id, low=30, high=60, basis="rota")
    actions.give_range(by=at_alder.ian, quantity_id=people.id, low=90, high=140, basis="directory")
    known = queries.weighed(initiative_id=case.initiative_id).weighed.quantity("people affected")
    assert known.low < 45
    assert known.high > 110
    assert len(counting(case, "people affected")) == 2


def test_a_later_range_of_the_same_person_counts_instead(at_alder, case, people) -> None:
    for low in (30, 40):
        actions.give_range(by=at_alder.bella, quantity_id=people.id, low=low, high=60, basis="rota")
    assert counting(case, "people affected") == [(40, 60, "Head of Claims")]
    assert Voice.objects.filter(quantity=people).count() == 3


def test_a_range_that_was_set_aside_does_not_count_until_it_is_counted_again(at_alder, case, people) -> None:
    voice = actions.give_range(by=at_alder.bella, quantity_id=people.id, low=30, high=60, basis="rota")
    actions.set_aside(by=at_alder.fiona, voice_id=voice.id, reason="Counted the wrong team")
    assert counting(case, "people affected") == [(10, 200, "")]
    actions.count_again(by=at_alder.fiona, voice_id=voice.id)
    assert counting(case, "people affected") == [(30, 60, "Head of Claims")]


def test_setting_aside_needs_a_reason(at_alder, case, people) -> None:
    voice = actions.give_range(by=at_alder.bella, quantity_id=people.id, low=30, high=60, basis="rota")
    with pytest.raises(registry.Mistake, match="why"):
        actions.set_aside(by=at_alder.fiona, voice_id=voice.id, reason="  ")


def test_a_range_without_a_basis_is_not_kept(at_alder, people) -> None:
    with pytest.raises(registry.Mistake, match="basis"):
        actions.give_range(by=at_alder.bella, quantity_id=people.id, low=30, high=60)


def test_nobody_speaks_for_others_but_a_facilitator(at_alder, people) -> None:
    with pytest.raises(registry.Refused):
        actions.give_range(by=at_alder.bella, quantity_id=people.id, low=30, high=60, basis="hearsay", person_id=at_alder.ian.person_id)
    voice = actions.give_range(by=at_alder.fiona, quantity_id=people.id, low=30, high=60, basis="on the phone", person_id=at_alder.ian.person_id)
    assert voice.noted_by_id == at_alder.fiona.person_id


@pytest.mark.parametrize(("low", "high", "field"), [(60, 30, "high"), (0, 30, "low"), (-5, 30, "low"), (float("inf"), 30, "low")])
def test_ends_that_are_no_range_say_which_end_to_mend(at_alder, people, low, high, field) -> None:
    with pytest.raises(registry.Mistake) as wrong:
        actions.give_range(by=at_alder.bella, quantity_id=people.id, low=low, high=high, basis="rota")
    assert wrong.value.field == field


def test_what_was_said_can_neither_be_changed_nor_deleted(at_alder, people) -> None:
    from django.db import DatabaseError, transaction

    voice = actions.give_range(by=at_alder.bella, quantity_id=people.id, low=30, high=60, basis="rota")
    with pytest.raises(DatabaseError), transaction.atomic():
        Voice.objects.filter(id=voice.id).update(low=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        Voice.objects.filter(id=voice.id).delete()


def test_every_change_is_in_the_journal_and_in_the_history(at_alder, case, people) -> None:
    from accord.ideas.worth.pages.history import history_page

    actions.give_range(by=at_alder.bella, quantity_id=people.id, low=30, high=60, basis="rota")
    assert history_page(case)[0].what == "A range for “People affected”: 30 to 60 (rota)"
