"""What somebody gives: points, best and worst, critical marks, and ratings from a table."""

import csv
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.empathy import rules
from accord.ideas.empathy.rules import Fault, Pick
from accord.ideas.empathy.rules.importing import Misread, Rating, layout, read


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.floats(0, 1e6), min_size=1))
def test_points_brought_to_a_hundred_add_up_to_it(points):
    found = rules.hundred(points, exactly=False)
    assert found.faults == (Fault("none"),) if not sum(points.values()) else sum(found.shares.values()) == pytest.approx(100)


def test_points_that_are_left_or_too_many_are_told():
    assert rules.hundred({"A": 60, "B": 33}).faults == (Fault("too_few", number=7),)
    assert rules.hundred({"A": 60, "B": 43}).faults == (Fault("too_many", number=3),)


def test_three_thirds_are_a_hundred():
    assert rules.hundred(dict.fromkeys("ABC", 33.33)).faults == ()


def test_a_negative_or_endless_number_of_points_is_named():
    assert rules.hundred({"A": -5, "B": float("inf")}).faults == (Fault("no_number", "B"), Fault("below", "A", -5))


@pytest.mark.parametrize(("count", "allowed"), [(0, 0), (1, 1), (4, 1), (5, 1), (9, 1), (10, 2), (200, 40)])
def test_one_item_in_five_may_be_critical(count, allowed):
    assert rules.allowance(count) == allowed


def test_a_critical_mark_needs_a_reason_that_says_something():
    reasons = {"A": "Payroll stops without it", "B": " .......... ", "C": "it is"}
    assert rules.critical_faults(reasons, count=15) == (Fault("no_reason", "B"), Fault("short_reason", "C", 10))


def test_more_critical_marks_than_allowed_are_told_with_how_many_are():
    assert rules.critical_faults(dict.fromkeys("AB", "Payroll stops without it"), count=9) == (Fault("too_many", number=1),)


@given(st.integers(5, 40), st.integers(4, 5), st.integers(1, 4), st.integers(0, 5))
def test_every_item_is_shown_as_often_as_every_other(count, size, shows, seed):
    items = [str(n) for n in range(count)]
    sets = rules.small_sets(items, size=size, shows=shows, seed=seed)
    shown = [sum(item in some for some in sets) for item in items]
    assert min(shown) >= shows and max(shown) <= min(shown) + 1
    assert all(len(set(some)) == size for some in sets)


def test_pairs_meet_about_as_often_as_each_other():
    sets = rules.small_sets([str(n) for n in range(13)], size=4, shows=8, seed=3)
    met = [sum(one in some and other in some for some in sets) for one, other in combinations(map(str, range(13)), 2)]
    assert max(met) - min(met) <= 2  # two meetings each would be perfect


def test_the_same_seed_gives_the_same_sets_and_another_one_others():
    items = [str(n) for n in range(12)]
    assert rules.small_sets(items, seed=4) == rules.small_sets(items, seed=4) != rules.small_sets(items, seed=5)


def test_too_few_items_for_a_set_are_refused():
    with pytest.raises(ValueError, match="at least as many"):
        rules.small_sets(["A", "B"], size=4)


def test_best_less_worst_is_counted_by_how_often_an_item_was_shown():
    found = rules.best_worst([Pick(("A", "B", "C"), "A", "C"), Pick(("A", "B", "D"), "A", "B")])
    assert [(item, one.score) for item, one in found.items()] == [("A", 1), ("D", 0), ("B", -0.5), ("C", -1)]
    assert found["C"].low == -1 < found["C"].high


def test_whoever_matters_most_in_truth_is_found_from_noisy_picks():
    chance, items = np.random.default_rng(7), [str(n) for n in range(15)]
    picks = []
    for person in range(40):
        for some in rules.small_sets(items, seed=person):
            felt = sorted(some, key=lambda item: int(item) / 5 + chance.gumbel())
            picks.append(Pick(some, felt[-1], felt[0]))
    ranks = [int(item) for item in rules.best_worst(picks)]
    assert rules.rank_agreement([ranks, list(range(14, -1, -1))]).tau_b > 0.75


def test_a_pick_of_one_item_for_best_and_worst_has_a_fault():
    assert rules.pick_fault(Pick(("A", "B"), "A", "A")) == Fault("same", "A")
    assert rules.pick_fault(Pick(("A", "B"), "C", "A")) == Fault("not_shown", "C")
    assert rules.pick_fault(Pick(("A", "B"), "B", "A")) is None


def table(text: str):
    return csv.DictReader(text.splitlines())


def test_ratings_are_read_from_a_long_table():
    found = read(table("person,side,team,item,kind,value\np1,Business,Claims,CRM,own,5\np1,Business,Claims,CRM,Prediction,2"), layout("long"))
    assert found.faults == ()
    assert found.told == (Rating("p1", "business", "Claims", "CRM", "own", 5), Rating("p1", "business", "Claims", "CRM", "guess", 2))


def test_every_fault_names_its_row_and_column():
    rows = ["person,side,team,item,kind,value", "p1,business,Claims,CRM,own,9", "p1,legal,Claims,VPN,own,high", "p1,it,Desk,,own,4"]
    assert read(table("\n".join(rows)), layout("long")).faults == (
        Misread(2, "value", "off_scale", "9"),
        Misread(3, "side", "unknown_word", "legal"),
        Misread(3, "value", "no_number", "high"),
        Misread(4, "item", "empty"),
    )


def test_the_same_mark_given_twice_is_a_fault():
    row = "p1,business,Claims,CRM,own,5"
    assert [one.code for one in read(table(f"person,side,team,item,kind,value\n{row}\n{row}"), layout("long")).faults] == ["twice"]


def test_a_column_that_is_not_there_is_named_once():
    assert read(table("person,item\np1,CRM\np2,CRM"), layout("ralic")).faults == (
        Misread(1, "Source", "no_column"),
        Misread(1, "Stakeholder", "no_column"),
        Misread(1, "Priority", "no_column"),
    )


def test_a_wide_table_is_a_mark_for_each_column():
    found = read(table("Req,M1,M2,Note\nA1,500,,x\nA2,0,20,y"), layout("market_units"))
    assert [(one.team, one.item, one.value) for one in found.told] == [("M1", "A1", 500), ("M1", "A2", 0), ("M2", "A2", 20)]


def test_words_are_read_as_the_steps_they_stand_for():
    found = read(table("voter,district,howPopular\nv1,Nord,Very popular"), layout("zurich_popularity"))
    assert found.told[0].value == 4
