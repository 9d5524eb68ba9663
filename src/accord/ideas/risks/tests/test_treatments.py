"""What could be done about a warning, what it is worth, and what is left once it is decided."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.base import registry
from accord.ideas.risks import actions, queries
from accord.ideas.risks.queries.treatments import list_treatments
from accord.ideas.risks.rules import Treated, treating
from accord.ideas.risks.rules.treating import ACCEPT, ALL

CHANCE, LOSS = (0.5, 0.8), (10_000.0, 45_000.0)
GOOD = Treated("good", (1_000.0, 3_000.0), (0.05, 0.15), LOSS)
DEAR = Treated("dear", (60_000.0, 90_000.0), (0.05, 0.15), LOSS)


def test_what_takes_most_of_the_chance_away_for_little_is_best() -> None:
    found = treating(CHANCE, LOSS, (GOOD, DEAR))
    assert (found.best, found.clear) == ("good", True)
    good = next(one for one in found.options if one.key == "good")
    assert good.gain.low < good.gain.mid < good.gain.high
    assert len(good.futures) == 20


def test_what_costs_more_than_could_be_lost_is_not_worth_it() -> None:
    assert treating(CHANCE, LOSS, (DEAR,)).best == ACCEPT


def test_where_ranges_are_wide_it_is_not_clear_what_is_best() -> None:
    assert not treating((0.01, 0.9), LOSS, (Treated("perhaps", (2_000.0, 20_000.0), (0.005, 0.4), LOSS),)).clear


def test_one_by_itself_has_no_all_together_and_several_have() -> None:
    assert [one.key for one in treating(CHANCE, LOSS, (GOOD,)).options] == [ACCEPT, "good"]
    assert [one.key for one in treating(CHANCE, LOSS, (GOOD, DEAR)).options] == [ACCEPT, "good", "dear", ALL]


@given(st.integers(1, 9))
@settings(max_examples=9, deadline=None)
def test_all_together_leave_no_more_than_any_alone(count) -> None:
    some = tuple(Treated(str(n), None, (0.1 + 0.04 * n, 0.3 + 0.05 * n), LOSS) for n in range(count))
    left = {one.key: one.left for one in treating((0.5, 0.9), LOSS, some).options}
    if ALL in left:
        assert all(left[ALL].mid <= other.mid for other in left.values())


def test_the_chances_that_each_is_best_add_up_to_one() -> None:
    assert sum(one.best for one in treating(CHANCE, LOSS, (GOOD, DEAR)).options) == pytest.approx(1)


@pytest.fixture
def raised(cast):
    with cast.inside():
        figures = {"chance_low": 50, "chance_high": 80, "loss_low": 10_000, "loss_high": 45_000}
        return actions.raise_risk(by=cast.ian, sees="The tests end on 8 November, the freeze starts on the 1st.", **figures)


def add(cast, risk, **more):
    said = {"title": "Start a week earlier", "cost_low": 1_000, "cost_high": 3_000, "chance_low": 5, "chance_high": 16}
    with cast.inside():
        return actions.add_treatment(by=cast.fiona, risk_id=risk.id, **(said | more))


pytestmark = pytest.mark.django_db


def test_a_decided_treatment_says_what_is_left(cast, raised) -> None:
    made = add(cast, raised)
    with cast.inside():
        actions.take_treatment(by=cast.fiona, treatment_id=made.id)
        left = queries.told(raised.id).residual
    assert (left.chance_low, left.chance_high, left.loss_low, left.loss_high) == pytest.approx((0.05, 0.16, 10_000, 45_000))
    assert left.basis == "Start a week earlier"


def test_a_second_one_takes_away_the_same_part_of_what_the_first_leaves(cast, raised) -> None:
    first, second = add(cast, raised), add(cast, raised, title="Half the users first", chance_low=None, chance_high=None, loss_low=5_000, loss_high=22_500)
    with cast.inside():
        for one in (first, second):
            actions.take_treatment(by=cast.fiona, treatment_id=one.id)
        left = queries.told(raised.id).residual
    assert (left.chance_low, left.chance_high, left.loss_low, left.loss_high) == pytest.approx((0.05, 0.16, 5_000, 22_500))


def test_it_is_decided_once_and_by_whoever_answers(cast, raised) -> None:
    made = add(cast, raised)
    with cast.inside(), pytest.raises(registry.Refused):
        actions.take_treatment(by=cast.bella, treatment_id=made.id)
    with cast.inside():
        actions.take_treatment(by=cast.fiona, treatment_id=made.id)
    with cast.inside(), pytest.raises(registry.Conflict):
        actions.take_treatment(by=cast.fiona, treatment_id=made.id)


def test_what_is_no_option_any_more_is_not_shown(cast, raised) -> None:
    made = add(cast, raised)
    with cast.inside():
        actions.end_treatment(by=cast.fiona, treatment_id=made.id)
        assert queries.treatments_of(raised.id) == []


def test_a_treatment_says_what_it_changes(cast, raised) -> None:
    with pytest.raises(registry.Mistake, match="what it changes"):
        add(cast, raised, chance_low=None, chance_high=None)


def test_at_the_doors_it_is_shown_with_what_it_gains_as_a_range(cast, raised) -> None:
    add(cast, raised)
    with cast.inside():
        (shown,) = list_treatments(by=cast.bella, risk_id=raised.id)
    assert shown.gain.low < shown.gain.mid < shown.gain.high
    assert shown.best > 95


def test_what_is_proposed_is_in_the_curve_once_answered(cast, raised) -> None:
    add(cast, raised)
    with cast.inside():
        found = queries.at_stake().counted
    assert found.answers == 1
    assert found.later.expected.mid < found.curve.expected.mid / 4


def test_it_is_said_and_decided_on_the_page_of_the_warning(cast, raised) -> None:
    browser, page = cast.browser("fiona"), f"/alder-mutual/warnings/{raised.id}/"
    assert "Say what could be done" in browser.get(page).content.decode()
    said = {"title": "Start a week earlier", "cost_low": "1k", "cost_high": "3k", "chance_low": "5", "chance_high": "16", "basis": "Done so in May"}
    assert browser.post(f"{page}treatments/", said).status_code == 302
    shown = browser.get(page).content.decode()
    assert "“Start a week earlier” is worth its cost" in shown
    assert "Still lost on average" in shown
    with cast.inside():
        (made,) = queries.treatments_of(raised.id)
    assert browser.post(f"/alder-mutual/warnings/treatments/{made.id}/take/").status_code == 302
    assert "Decided on" in browser.get(page).content.decode()
    assert browser.post(f"/alder-mutual/warnings/treatments/{made.id}/end/").status_code == 302
    wrong = browser.post(f"{page}treatments/", said | {"chance_high": ""})
    assert wrong.status_code == 422


def test_whoever_neither_raised_nor_answers_it_proposes_nothing(cast, raised) -> None:
    assert cast.browser("bella").get(f"/alder-mutual/warnings/{raised.id}/treatments/").status_code == 403
