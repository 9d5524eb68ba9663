"""From figures to advice: what to ask, when to stop asking, where the choice turns, and what the headline may say."""

from __future__ import annotations

from typing import Any

import pytest

from accord.base.estimate import DEFAULTS, RESTING, Case, Doubt, Finding, Weighed, weigh
from accord.base.estimate.asking import narrowing


def case(*people: dict[str, Any], day_costs: float = 0.0, **quantity: Any) -> Case:
    """A desk against nothing: the hours it saves are uncertain, its cost less so. Turns where the hours are 100."""
    return Case.from_data({
        "schema": "accord-case/1", "unit": "EUR", "day_costs": day_costs, "people": list(people),
        "quantities": [{"name": "hours", "unit": "hours", "low": 50, "high": 220, "said_by": "Ian"} | quantity,
                       {"name": "rate", "unit": "€ an hour", "low": 49, "high": 51, "said_by": "Petra"}],
        "options": [{"name": "Do nothing", "role": "nothing", "expr": "0"}, {"name": "Desk", "role": "asked", "expr": "hours * rate - 5000 EUR"}]})


def weighed(*people: dict[str, Any], **more: Any) -> Weighed:
    return weigh(case(*people, **more), RESTING)


def knows(name: str = "Bella", *quantities: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "quantities": list(quantities or ("hours",)), "minutes": 10, "hour_cost": 60, "days": 0, "narrows": 0.3} | more


def test_the_next_question_is_worth_more_than_it_costs() -> None:
    asked = weighed(knows()).verdict.next
    assert asked is not None
    assert asked.worth.value > asked.cost == pytest.approx(10.0)


def test_when_nothing_is_worth_asking_it_says_so() -> None:
    found = weighed(knows("Bella", "rate")).verdict
    assert (found.next, found.nothing_worth_asking) == (None, True)


def test_where_nobody_is_named_it_does_not_say_that_nothing_is_worth_asking() -> None:
    assert weighed().verdict.nothing_worth_asking is None


def test_a_dear_hour_changes_who_is_asked() -> None:
    cheap, dear = knows("Bella"), knows("Petra", narrows=0.25)
    assert weighed(cheap, dear).verdict.next.person == "Petra"  # type: ignore[union-attr]
    assert weighed(cheap, dear | {"hour_cost": 30_000}).verdict.next.person == "Bella"  # type: ignore[union-attr]


def test_a_long_wait_changes_who_is_asked() -> None:
    quick, slow = knows("Bella"), knows("Petra", narrows=0.25, days=20)
    assert weighed(quick, slow).verdict.next.person == "Petra"  # type: ignore[union-attr]
    assert weighed(quick, slow, day_costs=100).verdict.next.person == "Bella"  # type: ignore[union-attr]


def test_a_poor_record_changes_who_is_asked() -> None:
    exact, loose = knows("Bella", narrows=0.5), knows("Petra", narrows=0.4)
    assert weighed(exact, loose).verdict.next.person == "Petra"  # type: ignore[union-attr]
    assert weighed(exact, loose | {"hits": 2, "answered": 12}).verdict.next.person == "Bella"  # type: ignore[union-attr]


def test_a_wait_that_costs_more_than_any_answer_ends_the_asking() -> None:
    assert weighed(knows(days=5), day_costs=1e6).verdict.nothing_worth_asking is True


def test_what_nobody_recorded_is_a_default_and_named_as_assumed() -> None:
    (asked,) = weighed({"name": "Bella", "role": "does the work", "quantities": ["hours"]}).questions
    assert asked.assumed == ("minutes", "hour_cost", "days", "narrows")
    assert asked.minutes == DEFAULTS["does the work"].minutes


def test_what_was_recorded_is_not_assumed() -> None:
    assert weighed(knows()).questions[0].assumed == ()


def test_a_realistic_answer_is_worth_less_than_an_exact_one() -> None:
    found = weighed(knows(narrows=0.6))
    assert 0 < found.questions[0].worth.value < found.quantity("hours").worth.value


def test_an_answer_that_tells_nothing_new_is_worth_nothing() -> None:
    assert weighed(knows(narrows=1)).questions[0].worth.value == pytest.approx(0, abs=1)


def test_what_nobody_can_know_is_not_asked() -> None:
    assert weighed(knows(), askable=False).questions == ()


@pytest.mark.parametrize(("hits", "answered", "wider"), [(0, 0, 1.0), (9, 10, 1.0), (5, 10, 1.59)])
def test_a_record_widens_what_an_answer_leaves_open(hits: int, answered: int, wider: float) -> None:
    assert narrowing(0.3, hits, answered) == pytest.approx(0.3 * wider, rel=0.05)


def test_the_choice_turns_where_the_two_options_are_worth_the_same() -> None:
    (turning,) = weighed().quantity("hours").turnings
    assert (turning.below, turning.above, turning.within) == ("Do nothing", "Desk", True)
    assert turning.at == pytest.approx(100, rel=0.02)


def test_where_the_choice_turns_and_how_far_an_option_reaches_carry_their_simulation_error() -> None:
    found = weighed()
    (turning,) = found.quantity("hours").turnings
    low, typical, high = found.option("Desk").errors
    assert 0 < turning.se < 2
    assert abs(turning.at - 100) <= 4 * turning.se + 0.5
    assert all(0 <= error < 0.02 * (found.option("Desk").high - found.option("Desk").low) for error in (low, typical, high))


def test_a_quantity_that_changes_nothing_turns_nothing() -> None:
    assert weighed().quantity("rate").turnings == ()


def test_a_clear_case_says_what_it_found() -> None:
    found = weighed().verdict
    assert (found.finding, found.best, found.doubts, found.worth_solving) == (Finding.AS_ASKED, "Desk", (), True)


def test_a_loss_on_average_is_not_worth_solving() -> None:
    assert weighed(low=20, high=90).verdict.finding is Finding.NOT_WORTH_SOLVING


def test_a_range_that_nobody_said_and_that_could_turn_it_makes_it_not_clear_yet() -> None:
    found = weighed(assumed=True).verdict
    assert (found.finding, found.doubts, found.assumed) == (Finding.NOT_CLEAR, (Doubt.ASSUMED,), ("hours",))


def test_a_lead_within_the_error_of_the_draws_is_not_clear_yet() -> None:
    tie = Case.from_data({"schema": "accord-case/1", "unit": "EUR", "quantities": [{"name": "x", "unit": "EUR", "kind": "number", "low": -9, "high": 9},
                                                                                 {"name": "y", "unit": "EUR", "kind": "number", "low": -9, "high": 9}],
                          "options": [{"name": "a", "expr": "x * abs(y) / 1 EUR"}, {"name": "b", "expr": "0"}]})
    assert weigh(tie, RESTING).verdict.finding is Finding.NOT_CLEAR


def test_a_matrix_of_one_option_chooses_nothing() -> None:
    alone = Case.from_data(case().to_data() | {"options": [{"name": "Desk", "expr": "hours * rate"}]})
    found = weigh(alone, RESTING)
    assert (found.evpi.value, found.quantity("hours").worth.value) == (0, 0)
