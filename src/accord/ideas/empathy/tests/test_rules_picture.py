"""What many people say, and how sure it is."""

import numpy as np
import pytest

from accord.ideas.empathy.rules import Sheets, State, picture, sheets
from accord.ideas.empathy.rules.estimates import means


def side(people: int, own: list[int], guess: list[int]) -> Sheets:
    return Sheets(np.tile(np.array(own, dtype=float), (people, 1)), np.tile(np.array(guess, dtype=float), (people, 1)))


def scattered(chance, means_of: np.ndarray, people: int) -> np.ndarray:
    return np.clip(np.rint(chance.normal(means_of, 1.0, (people, len(means_of)))), 1, 5)


def test_false_consensus_comes_first():
    seen = picture(["crm", "payroll"], side(12, [5, 4], [5, 4]), side(12, [5, 1], [5, 2]))
    assert [(one.item, one.state, one.clear) for one in seen.items] == [("payroll", State.FALSE_CONSENSUS, True), ("crm", State.CONSENSUS, True)]


def test_an_item_with_fewer_than_five_answers_has_no_state():
    few = side(4, [5], [5])
    assert picture(["crm"], few, side(12, [5], [5])) == picture(["crm"], side(12, [5], [5]), few)
    assert picture(["crm"], few, side(12, [5], [5])).left_out == ("crm",)


def test_an_item_left_out_does_not_count_overall():
    a, b = side(8, [5, 1], [5, 1]), side(8, [5, 5], [5, 1])
    a.own[:4, 1] = np.nan
    seen = picture(["crm", "vpn"], a, b)
    assert seen.found.n == 1 and seen.found.agreement == 1 and seen.left_out == ("vpn",)


def test_a_gap_near_the_threshold_is_not_clear_with_few_people_and_clear_with_many():
    chance = np.random.default_rng(7)
    few, many = (
        picture(["crm"], *(Sheets(scattered(chance, np.array([own]), people), scattered(chance, np.array([own]), people)) for own in (4.2, 2.6)))
        for people in (6, 400)
    )
    assert not few.items[0].clear and many.items[0].clear and many.items[0].state is State.FALSE_CONSENSUS


def test_swapping_the_sides_turns_the_picture_round():
    chance = np.random.default_rng(3)
    a, b = (Sheets(scattered(chance, np.array([4.5, 2, 3]), 9), scattered(chance, np.array([2, 4.5, 3]), 9)) for _side in "ab")
    one, other = picture(list("xyz"), a, b), picture(list("xyz"), b, a)
    assert {(each.item, each.state, each.clear, each.own_a, each.right_b) for each in one.items} == {
        (each.item, each.state, each.clear, each.own_b, each.right_a) for each in other.items
    }


def test_answers_that_are_all_the_same_are_marked_so_that_no_number_tells_them():
    a = side(6, [5, 4], [5, 4])
    a.own[0, 1] = 3
    standing = {one.item: one for one in picture(["crm", "vpn"], a, side(6, [5, 4], [5, 4])).items}
    assert standing["crm"].own_a.alike and not standing["vpn"].own_a.alike


def test_marks_of_a_side_are_laid_in_a_row_for_each_person():
    laid = sheets(["crm", "vpn"], [("p", "crm", False, 5), ("q", "vpn", True, 2), ("p", "vpn", True, 1)])
    assert np.array_equal(laid.own, [[5, np.nan], [np.nan, np.nan]], equal_nan=True)
    assert np.array_equal(laid.guess, [[np.nan, 1], [np.nan, 2]], equal_nan=True)


def test_a_round_nobody_answered_is_an_empty_picture():
    nobody = sheets(["crm"], [])
    assert picture(["crm"], nobody, nobody).left_out == ("crm",)


def test_a_sheet_of_other_width_is_refused():
    with pytest.raises(ValueError, match="1 columns"):
        picture(["crm"], side(5, [1, 2], [1, 2]), side(5, [1], [1]))


@pytest.mark.parametrize("people", [5, 8, 12, 30, 100])
@pytest.mark.parametrize("alike", [0.15, 0.7, 3.0])
def test_nine_in_ten_intervals_hold_the_truth_however_alike_people_are(people, alike):
    """alike: of Dirichlet's distribution; at 0.15 nearly all mark the same."""
    chance, steps = np.random.default_rng(people), np.arange(1, 6)
    worlds = chance.dirichlet([alike] * 5, 1500)
    answers = np.array([chance.choice(steps, people, p=world) for world in worlds], dtype=float).T
    told = means(answers)
    assert 0.86 <= (abs(told.value - worlds @ steps) <= told.half).mean() <= 0.95


def test_a_state_called_clear_is_seldom_wrong():
    """At the edge of the threshold, where it is hardest: one clear state in ten may be wrong, not more."""
    chance, wrong, clear = np.random.default_rng(7), 0, 0
    for _world in range(300):
        truth = chance.uniform(1.5, 4.5, (4, 6))
        a, b = (Sheets(chance.normal(truth[n], 1.0, (15, 6)), chance.normal(truth[n + 2], 1.0, (15, 6))) for n in (0, 1))
        exact = picture(list("uvwxyz"), *(Sheets(np.tile(truth[n], (5, 1)), np.tile(truth[n + 2], (5, 1))) for n in (0, 1)))
        states = {one.item: one.state for one in exact.items}
        seen = [one for one in picture(list("uvwxyz"), a, b, draws=2).items if one.clear]
        clear += len(seen)
        wrong += sum(one.state is not states[one.item] for one in seen)
    assert clear > 300 and wrong / clear < 0.1


def test_the_overall_interval_holds_the_agreement_of_all_nine_times_in_ten():
    chance, held = np.random.default_rng(11), 0
    for _world in range(200):
        truth = chance.uniform(1, 5, (2, 20))
        sheets = [chance.normal(truth[n], 1.0, (25, 20)) for n in (0, 1)]
        told = picture([str(n) for n in range(20)], *(Sheets(one, one) for one in sheets), draws=200).overall.agreement
        held += told.low <= 1 - abs(truth[0] - truth[1]).mean() / 4 <= told.high
    assert 0.8 <= held / 200 <= 0.99


def test_the_same_sheets_give_the_same_picture():
    a, b = side(6, [5, 2], [4, 2]), side(7, [3, 3], [5, 1])
    assert picture(["x", "y"], a, b) == picture(["x", "y"], a, b)
