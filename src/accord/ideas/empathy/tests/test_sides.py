"""What is said of one side, or of both without guesses: from counts alone, and not clear yet where they leave it open."""

from html import unescape

import numpy as np
import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.empathy import actions
from accord.ideas.empathy.pages.sentences_sides import both_found, one_found
from accord.ideas.empathy.rules.counts import estimates, ratings
from accord.ideas.empathy.rules.estimates import means
from accord.ideas.empathy.rules.importing import GUESS, OWN
from accord.ideas.empathy.rules.sides import Camps, Distance, apart_key, first_key, furthest, pairs, same_order, singles

from . import crowd
from .real_tables import long, sent

HIGH, LOW, MIDDLE, CAMPS = [0, 0, 0, 10, 30], [30, 10, 0, 0, 0], [0, 8, 16, 8, 0], [12, 0, 0, 0, 12]
ALIKE = [0, 0, 0, 7, 0]
BINS = st.lists(st.integers(0, 12), min_size=5, max_size=5).filter(lambda bins: sum(bins) >= 5)


def test_what_is_wide_apart_comes_first_and_in_accord_last() -> None:
    found, alike = pairs([MIDDLE, HIGH, [1, 1, 1, 1, 1]], [MIDDLE, LOW, [2, 1, 1, 1, 2]])
    assert [(one.place, one.distance) for one in found] == [(1, Distance.APART), (2, Distance.NOT_CLEAR), (0, Distance.IN_ACCORD)] and not alike


def test_where_all_of_a_side_said_the_same_no_figure_is_given() -> None:
    found, alike = pairs([ALIKE, HIGH], [MIDDLE, LOW])
    assert [one.place for one in found] == [1] and alike == [0]
    (one,) = singles([ALIKE])
    assert one.estimate is None and one.n == 7


def test_what_has_no_spread_stands_last_so_that_its_place_tells_nothing() -> None:
    assert [one.place for one in singles([ALIKE, LOW, None, HIGH])] == [3, 1, 0]


@given(BINS)
def test_a_mean_from_counts_is_that_of_the_answers(bins) -> None:
    (found,) = estimates([bins])
    plain = means(np.array(ratings(bins), dtype=float)[:, None]).at(0, (1, 5))
    assert (found.n, found.alike) == (plain.n, plain.alike)
    assert (found.value, found.low, found.high) == pytest.approx((plain.value, plain.low, plain.high))


@given(st.lists(st.tuples(BINS, BINS), min_size=1, max_size=6))
def test_turning_the_sides_round_changes_no_distance(both) -> None:
    a, b = [one for one, _other in both], [other for _one, other in both]
    (one, alike), (other, same) = pairs(a, b), pairs(b, a)
    assert {(each.place, each.distance) for each in one} == {(each.place, each.distance) for each in other} and alike == same


@pytest.mark.parametrize(
    ("a", "b", "key"),
    [
        ([HIGH, HIGH], [LOW, LOW], "most_apart"),
        ([HIGH, MIDDLE], [LOW, MIDDLE], "some_apart"),
        ([MIDDLE, HIGH], [MIDDLE, HIGH], "all_in_accord"),
        ([MIDDLE, HIGH, [1, 1, 1, 1, 1]], [MIDDLE, HIGH, [2, 1, 1, 1, 2]], "mostly_in_accord"),
        ([[1, 1, 1, 1, 1]], [[2, 1, 1, 1, 2]], "not_clear"),
        ([None], [HIGH], "too_few_answers"),
    ],
)
def test_the_headline_of_both_sides(a, b, key) -> None:
    assert apart_key(pairs(a, b)[0]) == key


@pytest.mark.parametrize(
    ("marks", "key"),
    [
        ([HIGH, LOW, MIDDLE], ("first", 0)),
        ([HIGH, [0, 0, 1, 9, 30], LOW, LOW], ("first_few", 1)),
        ([[1, 1, 1, 1, 1], [1, 1, 1, 2, 0], [1, 2, 1, 1, 0]], ("not_clear", 2)),
        ([HIGH], ("high", 0)),
        ([LOW], ("low", 0)),
        ([MIDDLE], ("not_clear_one", 0)),
        ([ALIKE, ALIKE], ("no_spread", 0)),
        ([None], ("too_few_answers", 0)),
    ],
)
def test_the_headline_of_one_side(marks, key) -> None:
    assert first_key(singles(marks)) == key


def test_two_camps_are_named_where_an_average_would_hide_them() -> None:
    found = singles([MIDDLE, CAMPS])
    assert {one.place: one.camps for one in found} == {0: Camps.ONE, 1: Camps.TWO}
    assert "On “Desk” they are two camps." in one_found("it", OWN, found, ["Quote tool", "Desk"])[1]


def test_every_headline_has_its_sentence() -> None:
    for side in ("business", "it"):
        for kind in (OWN, GUESS):
            for marks in ([HIGH, LOW], [HIGH, HIGH, LOW, LOW], [MIDDLE, MIDDLE], [HIGH], [LOW], [MIDDLE], [ALIKE]):
                assert all(one_found(side, kind, singles(marks), list("abcd")))
    assert both_found(pairs([HIGH], [LOW])[0], ["Desk"])[1].startswith("The widest gap is on “Desk”. Of 1 things")


def test_the_groups_furthest_apart_are_named_and_at_most_ten_things() -> None:
    first, *rest = furthest({"Sales": [HIGH] * 12, "HR": [LOW] * 11 + [MIDDLE], "Desk": [MIDDLE] * 12}, 12)
    assert (first.low, first.high, first.surely) == ("HR", "Sales", True) and len(rest) == 9


def test_a_group_without_spread_is_not_laid_beside_another() -> None:
    assert furthest({"Sales": [ALIKE], "HR": [LOW]}, 1) == []


def test_the_same_order_is_sure_only_with_enough_items_and_people() -> None:
    assert same_order([HIGH, MIDDLE, LOW], [HIGH, MIDDLE, LOW]) is None
    steps = [[20, 4, 0, 0, 0], [4, 20, 4, 0, 0], [0, 0, 4, 20, 4], [0, 0, 0, 4, 20]]
    same, turned = same_order(steps, steps), same_order(steps, steps[::-1])
    assert (same.value, turned.value) == (1, -1) and same.low > 0 > turned.high and same.n == 4


# --- pages -------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def told_of(at_alder):
    """What a round without guesses says: each side's marks of three things, a list for each person."""

    def read(business, it=(), teams=("", "")) -> str:
        titles = ("Quote tool on tablets", "Blue folders", "January audit")
        rows = [(f"{side}{n}", side, teams[n % 2], titles[place], "own", mark)
                for side, people in (("business", business), ("it", it)) for n, marks in enumerate(people) for place, mark in enumerate(marks) if mark]
        row = actions.take_in_ratings(by=at_alder.fiona, name="may.csv", content=sent(long(rows)), title="Survey of May")
        answer = at_alder.browser("bella").get(reverse("empathy:round", kwargs={"client": at_alder.alder.slug, "round_id": row.id}))
        return " ".join(unescape(answer.content.decode()).split())

    return read


@pytest.mark.django_db
def test_both_sides_without_guesses_are_drawn_on_one_line(told_of) -> None:
    told = told_of([[5, 2, 3], [5, 3, 3], [4, 2, 3], [5, 2, 3], [5, 1, 4], [4, 3, 2]], [[1, 2, 3], [1, 3, 3], [2, 2, 3], [1, 2, 4], [1, 3, 3], [2, 2, 2]])
    assert "<h1>On one thing of 3 the sides are apart</h1>" in told
    assert "The widest gap is on “Quote tool on tablets”." in told and "Apart by 8.3 points" in told


@pytest.mark.django_db
def test_one_side_stands_in_a_table_with_how_many_people_and_how_far_apart(told_of) -> None:
    told = told_of([[5, 2, 1], [5, 3, 5], [4, 2, 1], [5, 2, 5], [5, 1, 1], [4, 3, 5]])
    assert "<h1>Not clear yet what matters most to the business</h1>" in told
    assert "On “January audit” they are two camps." in told and "6 people of the business." in told and "critical 10" not in told


@pytest.mark.django_db
def test_the_marks_of_a_side_that_all_said_the_same_are_not_on_the_page(told_of) -> None:
    told = told_of([[5, 2, 4], [5, 3, 4], [4, 2, 4], [5, 2, 4], [5, 1, 4], [4, 3, 4]])
    assert 'January audit</th><td></td><td class="num"></td><td class="num"></td><td class="num" data-l="People">6</td>' in told and "no spread" in told


@pytest.mark.django_db
def test_what_fewer_than_five_marked_is_named_without_a_figure(told_of) -> None:
    told = told_of([[5, 2, 4], [5, 3, 1], [4, 2, 2], [5, 2, 3], [5, 1, 0], [4, 3, 0]])
    assert "Not shown, because fewer than five answered: January audit" in told


@pytest.mark.django_db
def test_groups_large_enough_are_laid_beside_each_other(told_of) -> None:
    told = told_of([[5 - 3 * (n % 2) - n // 6, 2 + n // 2 % 2, 3 + n // 4 % 2] for n in range(12)], teams=["Sales", "HR"])
    assert "By team: where they are furthest apart" in told
    assert 'Quote tool on tablets</th><td data-l="Lowest"><span>HR (business) <span class="meta">' in told and "Sales (business)" in told


@pytest.mark.django_db
def test_a_round_of_one_side_that_is_asked_says_what_it_said(at_alder) -> None:
    made = crowd.gather(at_alder)
    row = crowd.start(made, guesses=False, person_ids=[one.person_id for one in made.it])
    for n, one in enumerate(made.it):
        crowd.says(one, row, [4, 3 + n % 2, 2, 2 + n % 2, 1, 1])
    actions.close_round(by=at_alder.fiona, round_id=row.id)
    told = at_alder.browser("fiona").get(reverse("empathy:round", kwargs={"client": at_alder.alder.slug, "round_id": row.id})).content.decode()
    assert "How much it matters to IT" in told and "5 people of IT." in told and "Ask again" in told


@pytest.mark.django_db
def test_how_we_guess_says_what_each_figure_means_and_what_would_change_it(at_alder) -> None:
    made = crowd.gather(at_alder)
    row = crowd.start(made)
    for n, one in enumerate((*made.business, *made.it)):
        crowd.says(one, row, [4, 1 + n % 3, 2, 2 + n % 2, 3, 1], [3, 2, 4, 1 + n % 2, 3, 2])
    actions.close_round(by=at_alder.fiona, round_id=row.id)
    told = at_alder.browser("bella").get(reverse("empathy:round", kwargs={"client": at_alder.alder.slug, "round_id": row.id})).content.decode()
    for name in ("The same order", "How near IT’s guesses are", "What IT knows of the business", "What would change it:"):
        assert name in told
