"""A case as data and as text: out and in again it is the same case, and what is wrong is named where it is."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from accord.base.estimate import TYPING, Case, CaseError, NotFinite, weigh
from accord.base.estimate.reading import read, read_json, read_toml
from accord.base.estimate.steps import spans
from accord.base.estimate.writing import write_json, write_toml

DATA: dict[str, Any] = {
    "schema": "accord-case/1", "id": "locked-out", "title": "Claims handlers “locked out”", "unit": "EUR", "day_costs": 150,
    "quantities": [
        {"name": "claims waiting", "unit": "claims a working day", "low": 8, "high": 34, "said_by": "Service desk analyst", "basis": "tags",
         "when": "2026-10-02"},
        {"name": "minutes lost", "unit": "minutes", "voices": [{"low": 24, "high": 36, "said_by": "Ian"},
         {"low": 20, "typical": 30, "high": 60, "said_by": "Bella"}]},
        {"name": "hour", "label": "Cost of an hour", "unit": "€ an hour", "low": 38, "high": 46, "assumed": True},
        {"name": "cost", "unit": "€", "kind": "cost", "low": 90_000, "high": 134_000, "stop": 400_000},
        {"name": "overrun", "reference": "it projects", "stop": 3},
        {"name": "removed", "unit": "of 100", "kind": "share", "low": 66, "high": 80},
        {"name": "luck", "dist": "uniform", "low": 0, "high": 1, "askable": False}],
    "constants": [{"name": "years", "value": 3, "unit": "years"}],
    "steps": [{"name": "loss", "expr": "claims waiting * 220 working days / 1 year * minutes lost * hour", "unit": "€ a year", "note": "What it costs."}],
    "options": [{"name": "Do nothing", "role": "nothing", "expr": "-loss * years"},
                {"name": "Sign-on", "role": "better", "expr": "-loss * years * (1 - removed) - cost * overrun", "note": "One sign-in."}],
    "people": [{"name": "Head of Claims", "role": "has the figures", "quantities": ["claims waiting"], "minutes": 10, "hits": 3, "answered": 4}],
    "correlation": {"inputs": ["claims waiting", "minutes lost"], "matrix": [[1, 0.3], [0.3, 1]]},
    "groups": [["claims waiting", "cost"]],
}


def changed(path: str, value: object) -> dict[str, Any]:
    """DATA with one field replaced; path such as quantities.0.low."""
    import copy

    data = copy.deepcopy(DATA)
    *way, last = path.split(".")
    place: Any = data
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    place[int(last) if last.isdigit() else last] = value
    return data


def refused(data: object) -> CaseError:
    with pytest.raises(CaseError) as caught:
        Case.from_data(data)
    return caught.value


def test_data_gives_the_same_case_back() -> None:
    case = Case.from_data(DATA)
    assert Case.from_data(case.to_data()) == case


def test_toml_gives_the_same_case_back() -> None:
    case = Case.from_data(DATA)
    assert read_toml(write_toml(case)) == [case]


def test_json_gives_the_same_case_back() -> None:
    case = Case.from_data(DATA)
    assert read_json(write_json(case)) == [case]


def test_the_toml_is_what_a_person_would_write() -> None:
    assert tomllib.loads(write_toml(Case.from_data(DATA)))["quantities"][0] == DATA["quantities"][0]


def test_the_unit_a_quantity_is_written_in_does_not_change_the_answer() -> None:
    hours = changed("quantities.1", {"name": "minutes lost", "unit": "hours", "voices": [{"low": 0.4, "high": 0.6}, {"low": 1 / 3, "typical": 0.5, "high": 1}]})
    one, other = weigh(Case.from_data(DATA), TYPING), weigh(Case.from_data(hours), TYPING)
    assert one.evpi.value == pytest.approx(other.evpi.value, rel=1e-9)


@pytest.mark.parametrize(("path", "value", "where", "says"), [
    ("schema", "accord-case/2", "schema", "accord-case/1"), ("colour", "red", "colour", "There is no field “colour”"),
    ("quantities.0.low", "eight", "quantities[0].low", "a number is expected"), ("quantities.0.low", 40, "quantities[0].high", "High must be more than low"),
    ("quantities.0.low", True, "quantities[0].low", "a number"), ("quantities.0.low", float("nan"), "quantities[0].low", "finite"),
    ("quantities.0.unit", "claims per", "quantities[0].unit", "unit"), ("quantities.0.kind", "guess", "quantities[0].kind", "Known are"),
    ("quantities.0.name", "minutes_lost", "quantities[1].name", "used twice"), ("quantities.0.name", "9 lives", "quantities[0].name", "Start with a letter"),
    ("quantities.3.stop", 100, "quantities[3].stop", "at least high"), ("quantities.4.reference", "bridges", "quantities[4].reference", "it projects"),
    ("quantities.0.when", [1], "quantities[0].when", "a date"), ("options.1.role", "nothing", "options[1].role", "Only one"),
    ("options.1.name", "Do nothing", "options[1].name", "Rename one"), ("options", [], "options", "at least one"), ("options", 3, "options", "list"),
    ("people.0.quantities", ["moon"], "people[0].quantities[0]", "not a quantity"), ("people.0.narrows", 2, "people[0].narrows", "between 0"),
    ("people.0.hits", 9, "people[0].hits", "more hits"), ("correlation.matrix", [[1, 2], [2, 1]], "correlation.matrix", "nothing beyond"),
    ("groups", [["moon"]], "groups[0]", "not an input"), ("day_costs", -1, "day_costs", "0 or more"), ("title", "\ud800", "title", "half a letter"),
    ("options.1.expr", "-loss * years + hour", "options[1].expr", "You add"), ("options.1.expr", "-loss", "options[1].expr", "should be €"),
    ("steps.0.expr", "claims wating * hour", "steps[0].expr", "Did you mean “claims waiting”?"), ("steps.0.unit", "hours", "steps[0].expr", "comes out in")])
def test_a_refusal_names_the_path_and_the_fix(path: str, value: object, where: str, says: str) -> None:
    found = refused(changed(path, value))
    assert (found.where, says in found.message) == (where, True), found


@pytest.mark.parametrize("data", [None, 3, "x", [], {}, {"schema": ["accord-case/1"]}])
def test_what_is_no_case_at_all_is_refused(data: object) -> None:
    assert refused(data).message


def test_a_formula_that_blows_up_names_itself_and_the_values_that_did_it() -> None:
    case = Case.from_data(changed("options.1.expr", "-loss * years / (removed - removed)"))
    with pytest.raises(NotFinite) as caught:
        weigh(case, TYPING)
    assert caught.value.where == "options[1].expr"
    assert caught.value.inputs["removed"] > 0


def test_a_wrong_line_of_toml_is_shown_with_a_caret() -> None:
    with pytest.raises(CaseError) as caught:
        read('schema = "accord-case/1"\nunit = = 3\n', "case.toml")
    assert caught.value.where == "line 2, column 8"
    assert caught.value.sketch.split("\n")[1] == "       ^"


def test_a_wrong_line_of_json_is_shown_with_a_caret() -> None:
    with pytest.raises(CaseError) as caught:
        read('{"schema": "accord-case/1",\n "unit": }', "case.json")
    assert caught.value.where == "line 2, column 10"


def test_a_field_given_twice_is_not_taken_twice() -> None:
    with pytest.raises(CaseError) as caught:
        read('{"schema": "x",\n "id": {"schema": 1},\n "schema": "y"}', "case.json")
    assert caught.value.where == "line 3, column 2"


def test_without_a_name_the_text_says_what_it_is() -> None:
    text = write_toml(Case.from_data(DATA))
    assert read(text) == read(write_json(Case.from_data(DATA)))


def test_a_matrix_that_cannot_exist_is_moved_and_says_so() -> None:
    data = changed("correlation", {"inputs": ["claims waiting", "hour", "cost"], "matrix": [[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]]})
    found = Case.from_data(data).correlation
    assert found is not None
    assert found.moved


def test_a_sum_over_years_takes_an_amount_a_year_and_comes_out_as_money() -> None:
    more = [*DATA["steps"], {"name": "in all", "expr": "yearly(loss * ramp(50%, 100%, 2), 3 year, 4%)", "unit": "€"}]
    spans_ = {span.name: span for span in spans(Case.from_data(changed("steps", more)))}
    assert spans_["in all"].typical == pytest.approx(spans_["loss"].typical * (0.5 / 1.04 + 1 / 1.04**2 + 1 / 1.04**3))


def test_a_sum_over_years_goes_into_toml_and_out_again() -> None:
    case = Case.from_data(changed("options.0.expr", "-yearly(loss, 3 year, 4%)"))
    assert read_toml(write_toml(case)) == read_json(write_json(case)) == [case]


def test_a_sum_over_years_of_what_is_no_amount_a_year_says_so() -> None:
    assert "€ × day" in str(refused(changed("options.0.expr", "-yearly(cost, 3 year)")))


def test_a_discount_that_is_money_is_refused_at_its_place() -> None:
    found = refused(changed("options.0.expr", "-yearly(loss, 3 year, cost)"))
    text, caret = found.sketch.split("\n")
    assert text[caret.index("^"):].startswith("cost")
