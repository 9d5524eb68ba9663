"""The pages of a value case, read and used without a script."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accord.base.journal.acts import act
from accord.ideas.goals import actions as goals
from accord.ideas.worth import actions


@pytest.mark.parametrize("name", ["case", "formulas", "add_quantity", "add_option", "add_step", "settings", "knower", "ask", "history", "take_in", "politics"])
def test_every_page_of_a_case_opens(visit, case, name) -> None:
    assert visit("fiona", name, initiative_id=case.initiative_id).status_code == 200


def test_without_a_case_the_page_asks_whether_it_is_worth_solving(visit, locked_out) -> None:
    assert "Is it worth solving?" in visit("fiona", "case", initiative_id=locked_out.id).content.decode()


def test_a_case_is_opened_from_the_page(visit, locked_out) -> None:
    made = visit("fiona", "case", {"asked": "Password desk", "better": "Single sign-on", "years": "3"}, initiative_id=locked_out.id)
    shown = visit("fiona", "case", initiative_id=locked_out.id).content.decode()
    assert made.status_code == 302
    assert "Single sign-on" in shown


@pytest.mark.parametrize("kind", ["toml", "json", "xlsx", "csv"])
def test_a_case_is_taken_home(visit, case, kind) -> None:
    assert visit("bella", "export", initiative_id=case.initiative_id, kind=kind).status_code == 200


def test_a_range_is_kept_with_who_said_it(visit, case) -> None:
    quantity = case.quantities.get(name="people affected")
    visit("fiona", "say", {"low": "30", "high": "60", "who": "me", "basis": "rota"}, initiative_id=case.initiative_id, quantity_id=quantity.id)
    assert [(voice.low, voice.high, voice.basis) for voice in quantity.voices.exclude(person=None)] == [(30, 60, "rota")]


def test_a_range_the_wrong_way_round_says_what_to_do_and_keeps_what_was_typed(visit, case) -> None:
    quantity = case.quantities.get(name="people affected")
    shown = visit("fiona", "say", {"low": "60", "high": "30", "who": "me", "basis": "rota"}, initiative_id=case.initiative_id, quantity_id=quantity.id)
    assert shown.status_code == 422
    assert "High must be more than low, which is 60" in shown.content.decode()


def test_what_is_typed_is_answered_and_not_kept(visit, case) -> None:
    quantity = case.quantities.get(name="people affected")
    shown = visit("fiona", "try", {"low": "1", "high": "2"}, initiative_id=case.initiative_id, quantity_id=quantity.id).content.decode()
    assert "Not saved yet. If this range were the only one:" in shown
    assert 'value="1"' in shown  # without a script: the page as it would be, with what was typed
    assert quantity.voices.count() == 1


@pytest.fixture
def typed(client, cast, case):
    """What comes back while somebody types two ends."""
    client.force_login(cast.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    ids = {"client": "alder-mutual", "initiative_id": case.initiative_id, "quantity_id": case.quantities.get(name="people affected").id}
    address = reverse("worth:try", kwargs=ids)
    return lambda low, high: client.post(address, {"low": low, "high": high}, headers={"HX-Request": "true"}).content.decode()


def test_the_whole_result_follows_while_somebody_types(typed) -> None:
    shown = typed("1", "2")
    assert "Not saved yet: as if the range typed for" in shown
    assert shown.count('hx-swap-oob="true"') == 2
    assert 'id="opts"' in shown


def test_half_a_range_brings_back_what_is_saved(typed) -> None:
    shown = typed("1", "")
    assert "Not saved yet" not in shown
    assert 'id="opts"' in shown


def test_typing_writes_nothing(typed, case) -> None:
    with CaptureQueriesContext(connection) as asked:
        typed("1", "2")
    assert [one["sql"] for one in asked if one["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE") and "session" not in one["sql"]] == []


def test_a_formula_that_does_not_fit_is_shown_with_a_caret(visit, case) -> None:
    shown = visit("fiona", "add_step", {"name": "odd", "formula": "people affected + minutes lost", "unit": ""}, initiative_id=case.initiative_id)
    assert shown.status_code == 422
    assert "^" in shown.content.decode()


@pytest.mark.parametrize(("formula", "says"), [("peopel affected * 2", "Did you mean"), ("people affected * 2", "It can be used")])
def test_a_formula_is_checked_from_the_form_and_nothing_is_kept(visit, case, formula, says) -> None:
    shown = visit("fiona", "add_step", {"name": "", "formula": formula, "unit": "", "check": "1"}, initiative_id=case.initiative_id)
    assert (shown.status_code, case.derived.filter(formula=formula).exists()) == (200, False)
    assert says in shown.content.decode() and formula in shown.content.decode()


def test_the_formula_of_a_path_is_checked_from_its_form_too(visit, case) -> None:
    shown = visit("fiona", "add_option", {"name": "", "formula": "people affected * 2", "role": "better", "check": "1"}, initiative_id=case.initiative_id)
    assert "it should be" in shown.content.decode()


def test_a_case_somebody_changed_meanwhile_is_not_overwritten(visit, case) -> None:
    shown = visit("fiona", "add_step", {"name": "odd", "formula": "minutes lost", "seen_version": case.version + 1}, initiative_id=case.initiative_id)
    assert shown.status_code == 409


def test_a_business_lead_reads_and_has_nothing_to_press(visit, case) -> None:
    shown = visit("bella", "case", initiative_id=case.initiative_id).content.decode()
    assert "Send the question" not in shown
    assert "Save range" not in shown


def test_a_business_lead_does_not_see_that_there_are_politics(visit, case, at_alder) -> None:
    actions.note_stakeholder(by=at_alder.fiona, initiative_id=case.initiative_id, name="Head of Audit")
    assert "olitics" not in visit("bella", "case", initiative_id=case.initiative_id).content.decode()
    assert visit("bella", "politics", initiative_id=case.initiative_id).status_code == 403


def test_a_stranger_finds_nothing(client, cast) -> None:
    with cast.inside(), act(cast.bella, "told by a test"):
        initiative = goals.open_initiative(by=cast.bella, title="Locked out")
    client.force_login(cast.accounts["sam"], backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("worth:case", kwargs={"client": cast.alder.slug, "initiative_id": initiative.id})
    assert client.get(address).status_code == 404
