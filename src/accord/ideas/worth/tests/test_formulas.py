"""Formulas, options and steps: readable, checked with their units, and following the template until somebody changes them by hand."""

import pytest

from accord.base import registry
from accord.ideas.worth import actions, queries
from accord.ideas.worth.models import Derived, Option, Quantity
from accord.ideas.worth.rules import laying, renaming


def names(case, model=Quantity) -> set[str]:
    return set(model.objects.filter(case=case, ended_at=None).values_list("name", flat=True))


def test_a_better_path_comes_with_its_own_lines(at_alder, case) -> None:
    actions.set_option(by=at_alder.fiona, initiative_id=case.initiative_id, name="Single sign-on")
    assert {"better one-time cost", "better part removed", "better delay"} <= names(case)
    assert len(queries.weighed(initiative_id=case.initiative_id).weighed.options) == 3


def test_a_second_better_path_does_not_share_lines_with_the_first(at_alder, case) -> None:
    for name in ("Single sign-on", "Longer passwords"):
        actions.set_option(by=at_alder.fiona, initiative_id=case.initiative_id, name=name)
    second = Option.objects.get(case=case, name="Longer passwords")
    assert second.prefix == "better 2"
    first = Option.objects.get(case=case, name="Single sign-on")
    actions.end_option(by=at_alder.fiona, initiative_id=case.initiative_id, option_id=first.id)
    assert "better 2 delay" in names(case)
    assert "better delay" not in names(case)


def test_doing_nothing_always_stays(at_alder, case) -> None:
    nothing = Option.objects.get(case=case, role="nothing")
    with pytest.raises(registry.Mistake, match="always stays"):
        actions.end_option(by=at_alder.fiona, initiative_id=case.initiative_id, option_id=nothing.id)


def test_a_line_that_is_taken_out_leaves_the_formulas_too(at_alder, case) -> None:
    ramp = Quantity.objects.get(case=case, name="asked ramp")
    actions.end_quantity(by=at_alder.fiona, quantity_id=ramp.id)
    assert not Derived.objects.filter(case=case, ended_at=None, formula__contains="asked ramp").exists()
    assert queries.weighed(initiative_id=case.initiative_id) is not None


def test_and_comes_back_when_it_is_put_in_again(at_alder, case) -> None:
    actions.end_quantity(by=at_alder.fiona, quantity_id=Quantity.objects.get(case=case, name="asked ramp").id)
    actions.put_in(by=at_alder.fiona, initiative_id=case.initiative_id, name="asked ramp")
    assert Derived.objects.filter(case=case, ended_at=None, formula__contains="asked ramp").exists()


def test_a_formula_changed_by_hand_is_left_alone(at_alder, case) -> None:
    step = Derived.objects.get(case=case, name="asked spent")
    actions.set_step(by=at_alder.fiona, initiative_id=case.initiative_id, step_id=step.id, name=step.name, formula="2 * asked one-time cost", unit="EUR")
    with pytest.raises(registry.Mistake, match="by hand"):
        actions.put_in(by=at_alder.fiona, initiative_id=case.initiative_id, name="revenue lost")


def test_what_a_formula_still_names_cannot_be_taken_out(at_alder, case) -> None:
    step = Derived.objects.get(case=case, name="asked spent")
    actions.set_step(by=at_alder.fiona, initiative_id=case.initiative_id, step_id=step.id, name=step.name, formula="2 * asked one-time cost", unit="EUR")
    with pytest.raises(registry.Mistake, match="asked spent"):
        actions.end_quantity(by=at_alder.fiona, quantity_id=Quantity.objects.get(case=case, name="asked one-time cost").id)
    assert "asked one-time cost" in names(case)


@pytest.mark.parametrize(("formula", "caret"), [
    ("people affected + minutes lost", True), ("people affected *", True), ("peopel affected * 2", True), ("__import__('os')", True), ("1/0 +", True)])
def test_a_formula_that_cannot_be_used_is_refused_with_its_place(at_alder, case, formula, caret) -> None:
    with pytest.raises(registry.Mistake) as wrong:
        actions.set_step(by=at_alder.fiona, initiative_id=case.initiative_id, name="odd", formula=formula)
    assert wrong.value.field == "formula"
    assert ("^" in wrong.value.sketch) is caret
    assert "odd" not in names(case, Derived)


def test_more_years_follow_the_template(at_alder, case) -> None:
    actions.change_settings(by=at_alder.fiona, initiative_id=case.initiative_id, years=5)
    assert "loss in year 5" in names(case, Derived)
    assert queries.weighed(initiative_id=case.initiative_id).years == 5


def test_a_new_name_goes_into_every_formula(at_alder, case) -> None:
    quantity = Quantity.objects.get(case=case, name="minutes lost")
    actions.change_quantity(by=at_alder.fiona, quantity_id=quantity.id, name="minutes waiting")
    assert Derived.objects.get(case=case, name="loss a year").formula == "people affected * times a week * minutes waiting * cost of an hour"


def test_renaming_reads_longest_names_first() -> None:
    assert renaming.renamed("loss * loss a year", ["loss", "loss a year"], "loss", "cost") == "cost * loss a year"


def test_a_new_label_changes_no_figure(at_alder, case) -> None:
    before = queries.weighed(initiative_id=case.initiative_id).weighed.options
    actions.change_quantity(by=at_alder.fiona, quantity_id=Quantity.objects.get(case=case, name="minutes lost").id, label="Minutes at a locked screen")
    assert queries.weighed(initiative_id=case.initiative_id).weighed.options == before


def test_a_unit_that_the_formulas_do_not_bear_is_refused(at_alder, case) -> None:
    with pytest.raises(registry.Mistake):
        actions.change_quantity(by=at_alder.fiona, quantity_id=Quantity.objects.get(case=case, name="minutes lost").id, unit="€")


def test_two_who_change_the_same_case_do_not_overwrite_each_other(at_alder, case) -> None:
    seen = case.version
    actions.set_option(by=at_alder.fiona, initiative_id=case.initiative_id, name="Single sign-on", seen_version=seen)
    with pytest.raises(registry.Conflict):
        actions.set_option(by=at_alder.petra, initiative_id=case.initiative_id, name="Longer passwords", seen_version=seen)


def test_a_case_in_which_somebody_must_still_speak_says_who_is_silent(at_alder, case) -> None:
    from accord.ideas.worth.queries.loading import load
    from accord.ideas.worth.queries.weighing import Trouble, weigh

    quantity = Quantity.objects.get(case=case, name="minutes lost")
    voice = actions.give_range(by=at_alder.bella, quantity_id=quantity.id, low=5, high=9, basis="clock")
    actions.set_aside(by=at_alder.fiona, voice_id=voice.id, reason="one day only")
    actions.set_aside(by=at_alder.fiona, voice_id=quantity.voices.get(person=None).id, reason="we know better")
    found = weigh(load(case))
    assert isinstance(found, Trouble)
    assert "Minutes lost each time" in found.message


def test_the_template_needs_the_cost_and_the_part_that_is_removed() -> None:
    lines = {line.name: line.stop for line in laying.problem_lines("EUR")}
    assert laying.lay(lines, ["asked"], 3, "EUR") is None


def check(at_alder, case, formula: str, **more: str) -> queries.checking.FormulaChecked:
    return queries.check_formula(by=at_alder.ian, initiative_id=case.initiative_id, formula=formula, **more)


def test_a_formula_is_checked_without_being_kept(at_alder, case) -> None:
    before = names(case, Derived)
    found = check(at_alder, case, "2 * asked one-time cost", unit="EUR")
    assert (found.holds, found.unit, names(case, Derived)) == (True, "EUR", before)


@pytest.mark.parametrize(("formula", "unit", "at"), [
    ("people affected + minutes lost", "", 18), ("2 * peopel affected", "", 4), ("people affected *", "", 17), ("", "", 0), ("asked one-time cost", "hours", 0),
    ("yearly(asked one-time cost, 99)", "", 28), ("x" * 3000, "", 2000)])
def test_a_check_names_the_place_and_draws_it(at_alder, case, formula, unit, at) -> None:
    found = check(at_alder, case, formula, unit=unit)
    assert (found.holds, found.at, "^" in found.sketch, found.message != "") == (False, at, True, True)


def test_a_check_says_what_the_formula_comes_to(at_alder, case) -> None:
    cost = Quantity.objects.get(case=case, name="asked one-time cost")
    actions.give_range(by=at_alder.fiona, quantity_id=cost.id, low=1000, high=2000, basis="An offer")
    found = check(at_alder, case, "2 * asked one-time cost", unit="EUR")
    assert (found.low, found.high) == (pytest.approx(2000, rel=0.01), pytest.approx(4000, rel=0.01))


def test_a_step_cannot_be_checked_by_naming_itself(at_alder, case) -> None:
    assert check(at_alder, case, "asked spent * 2").holds
    assert not check(at_alder, case, "asked spent * 2", before="asked spent").holds
