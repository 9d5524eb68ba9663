"""The article's value case: what was said becomes formulas, and what was not said leaves no trace."""

from __future__ import annotations

from typing import Any

import pytest

from accord.base.estimate import TYPING, Case, CaseError, slots, value_case, weigh

LOSS = {"people affected": {"low": 40, "high": 60}, "times a week": {"low": 0.5, "high": 2}, "minutes lost": {"low": 20, "high": 45},
        "cost of an hour": {"low": 38, "high": 52}}
DESK = {"asked one-time cost": {"low": 20_000, "high": 40_000}, "asked part removed": {"low": 30, "high": 50}}
REST = {"yearly growth": {"low": -5, "high": 10}, "revenue lost": {"low": 1000, "high": 9000}, "asked cost overrun": {"reference": "it projects", "stop": 4},
        "asked running cost": {"low": 3000, "high": 5000}, "asked delay": {"low": 2, "high": 9}, "asked ramp": {"low": 1, "high": 4},
        "asked chance of cancellation": {"low": 4, "high": 20}}


def built(said: dict[str, Any], **more: Any) -> Case:
    return Case.from_data(value_case(title="Locked out", said=said, options={"asked": "Password desk"}, **more))


def worth(said: dict[str, Any], **more: Any) -> float:
    return weigh(built(said, **more), TYPING).option("Password desk").expected.value


def exactly(**values: float) -> dict[str, Any]:
    return {name.replace("_", " "): {"low": value, "high": value} for name, value in values.items()}


PLAIN = exactly(people_affected=50, times_a_week=1, minutes_lost=30, cost_of_an_hour=40) | {
    "asked one-time cost": {"low": 10_000, "high": 10_000}, "asked part removed": {"low": 40, "high": 40}}
YEARLY = 50 * 0.5 * 40 * 365 / 7


def test_everything_that_can_be_said_makes_a_case_whose_units_agree() -> None:
    assert weigh(built(LOSS | DESK | REST), TYPING).evpi.value > 0


def test_a_loss_that_goes_on_is_saved_in_part_for_the_cost() -> None:
    assert worth(PLAIN, discount=0.0) == pytest.approx(3 * 0.4 * YEARLY - 10_000)


def test_a_delay_and_a_ramp_take_their_time_out_of_what_is_saved() -> None:
    later = PLAIN | {"asked delay": {"low": 6, "high": 6}, "asked ramp": {"low": 12, "high": 12}}
    assert worth(later, discount=0.0) == pytest.approx((3 - 0.5 - 0.5) * 0.4 * YEARLY - 10_000)


def test_a_running_cost_is_paid_from_the_day_it_starts() -> None:
    later = PLAIN | {"asked running cost": {"low": 1000, "high": 1000}, "asked delay": {"low": 6, "high": 6}}
    assert worth(later, discount=0.0) == pytest.approx(2.5 * (0.4 * YEARLY - 1000) - 10_000)


def test_what_is_cancelled_costs_and_saves_nothing() -> None:
    chance = PLAIN | {"asked chance of cancellation": {"low": 25, "high": 25}}
    assert worth(chance, discount=0.0) == pytest.approx(0.75 * 3 * 0.4 * YEARLY - 10_000, rel=0.01)


def test_doing_nothing_grows_dearer() -> None:
    grown = weigh(built(PLAIN | {"yearly growth": {"low": 10, "high": 10}}, discount=0.0), TYPING)
    assert grown.option("Do nothing").alone.value == pytest.approx(-YEARLY * (1 + 1.1 + 1.21))


def test_money_later_is_worth_less_today() -> None:
    today = weigh(built(PLAIN, discount=4.0), TYPING).option("Do nothing").alone.value
    assert today == pytest.approx(-YEARLY * sum(1.04 ** -(k - 0.5) for k in (1, 2, 3)))


def test_renaming_an_option_changes_no_figure() -> None:
    one = weigh(Case.from_data(value_case(title="a", said=LOSS | DESK, options={"asked": "Desk"})), TYPING)
    other = weigh(Case.from_data(value_case(title="a", said=LOSS | DESK, options={"asked": "Night desk"})), TYPING)
    assert one.evpi == other.evpi


@pytest.mark.parametrize(("missing", "says"), [("asked one-time cost", "What does it cost to build"), ("asked part removed", "how many would it remove"),
                                              ("minutes lost", "How long are they held up")])
def test_what_is_needed_is_asked_for(missing: str, says: str) -> None:
    with pytest.raises(CaseError, match=says):
        built({name: said for name, said in (LOSS | DESK).items() if name != missing})


def test_every_slot_has_a_label_and_a_question() -> None:
    assert all(slot.label and slot.question.endswith("?") for slot in slots())
