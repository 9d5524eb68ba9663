"""A case goes home as a file and comes back; what people wrote can never become a formula of a spreadsheet."""

import pytest

from accord.base import estimate, registry
from accord.base.estimate import reading
from accord.ideas.worth import actions, queries
from accord.ideas.worth.models import Case, Quantity
from accord.ideas.worth.queries import exporting
from accord.ideas.worth.queries.loading import load


def test_a_case_comes_back_as_it_went(at_alder, case) -> None:
    quantity = Quantity.objects.get(case=case, name="people affected")
    actions.give_range(by=at_alder.bella, quantity_id=quantity.id, low=30, high=60, typical=40, basis="rota")
    actions.give_range(by=at_alder.ian, quantity_id=quantity.id, low=90, high=140, basis="directory")
    text = exporting.as_toml(by=at_alder.fiona, initiative_id=case.initiative_id)
    before = queries.weighed(initiative_id=case.initiative_id).weighed.options
    actions.take_in(by=at_alder.fiona, initiative_id=case.initiative_id, text=text)
    assert exporting.as_toml(by=at_alder.fiona, initiative_id=case.initiative_id) == text
    assert [option.expected for option in queries.weighed(initiative_id=case.initiative_id).weighed.options] == [option.expected for option in before]


def test_the_file_is_one_that_weigh_reads(at_alder, case) -> None:
    text = exporting.as_json(by=at_alder.fiona, initiative_id=case.initiative_id)
    found = reading.read_json(text)[0]
    assert estimate.weigh(found, estimate.TYPING).options[0].name == "Do nothing"


def test_who_said_it_is_found_again_by_name(at_alder, case) -> None:
    quantity = Quantity.objects.get(case=case, name="people affected")
    actions.give_range(by=at_alder.bella, quantity_id=quantity.id, low=30, high=60, basis="rota")
    actions.take_in(by=at_alder.fiona, initiative_id=case.initiative_id, text=exporting.as_toml(by=at_alder.fiona, initiative_id=case.initiative_id))
    fresh = Quantity.objects.get(case=case, name="people affected", ended_at=None)
    assert fresh.voices.get().person_id == at_alder.bella.person_id


def test_what_the_case_had_before_is_not_lost(at_alder, case) -> None:
    count = Quantity.objects.filter(case=case).count()
    actions.take_in(by=at_alder.fiona, initiative_id=case.initiative_id, text=exporting.as_toml(by=at_alder.fiona, initiative_id=case.initiative_id))
    assert Quantity.objects.filter(case=case).count() == 2 * count


@pytest.mark.parametrize("text", [
    "", "{", "[[[", "schema = 3", '{"schema": "accord-case/1"}', '{"schema": "accord-case/1", "options": []}', "x" * 1000, "[" * 5000,
    '{"schema": "accord-case/1", "quantities": 7}',
    '{"schema": "accord-case/1", "options": [{"name": "a", "role": "nothing", "expr": "__class__"}]}'])
def test_a_file_that_is_no_case_is_refused_with_its_place_and_changes_nothing(at_alder, case, text) -> None:
    version = Case.objects.get(id=case.id).version
    with pytest.raises(registry.Mistake):
        actions.take_in(by=at_alder.fiona, initiative_id=case.initiative_id, text=text)
    assert Case.objects.get(id=case.id).version == version


def test_words_that_look_like_a_formula_stay_words_in_a_sheet(at_alder, case) -> None:
    quantity = Quantity.objects.get(case=case, name="people affected")
    actions.give_range(by=at_alder.bella, quantity_id=quantity.id, low=30, high=60, basis='=HYPERLINK("http://evil.example","rota")')
    text = exporting.as_csv(by=at_alder.fiona, initiative_id=case.initiative_id).decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert ",=HYPERLINK" not in text


def test_nothing_of_politics_is_in_any_file(at_alder, case) -> None:
    actions.note_stakeholder(by=at_alder.fiona, initiative_id=case.initiative_id, name="Head of Audit", notes="was against the last one")
    everything = exporting.as_toml(by=at_alder.fiona, initiative_id=case.initiative_id)
    everything += exporting.as_csv(by=at_alder.fiona, initiative_id=case.initiative_id).decode()
    assert "Audit" not in everything
    assert "against" not in everything


def test_a_draft_says_the_same_as_its_rows(at_alder, case) -> None:
    draft = load(Case.objects.select_related("initiative__opened_by").get(id=case.id)).draft
    assert draft.case().names[:3] == ("people affected", "times a week", "minutes lost")
    assert draft.case().unit == "EUR"
