"""How a budget is shared out by those who are asked: a hundred points, or most and least of small sets."""

import re

import pytest

from accord.base import registry
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import queries, walk
from accord.ideas.empathy.models import Round, Tally
from accord.ideas.empathy.rules.said import NO_PICK, Said
from accord.ideas.empathy.rules.sets import MOST_ITEMS, sets_for
from accord.ideas.empathy.rules.tally import Answered, tally

from . import crowd

pytestmark = pytest.mark.django_db
NOTHING_SAID = Said()


@pytest.fixture
def sets(at_alder):
    """Five of each side are asked for most and least of six things."""
    made = crowd.gather(at_alder)
    made.round = crowd.start(made, shares="best_worst", guesses=False)
    made.part = queries.part(made.round.id, made.business[0].person_id)
    return made


def test_most_and_least_need_five_things_and_at_most_twenty(at_alder) -> None:
    made = crowd.gather(at_alder)
    for work in (made.work[:4], [*made.work, *(crowd.open_work(at_alder, f"Work {n}") for n in range(MOST_ITEMS - 5))]):
        with pytest.raises(registry.Mistake) as refused:
            crowd.start(made, shares="best_worst", initiative_ids=[one.id for one in work])
        assert refused.value.field == "initiative_ids"


def test_each_set_is_a_page_of_its_own(sets) -> None:
    keys = [one.key for one in walk.pages(sets.round, Said())]
    assert keys == ["marks", "most-1", "most-2", "most-3", "most-4", "others"]
    assert len(queries.sets_of(sets.part, 6)) == sets_for(6) == 4


def form(sets, number: int, said: Said = NOTHING_SAID, **given: str):
    page = next(one for one in walk.pages(sets.round, said) if one.key == f"most-{number}")
    return page.form(given or None, part=sets.part, items=list(sets.round.items.order_by("place")), said=said)


def test_a_set_that_is_left_out_keeps_its_place(sets) -> None:
    shown = queries.sets_of(sets.part, 6)
    second = form(sets, 2, most=str(shown[1][0]), least=str(shown[1][4]))
    assert second.is_valid()
    assert second.changes() == {"picks": (NO_PICK, (shown[1][0], shown[1][4]), NO_PICK, NO_PICK)}


def test_one_thing_cannot_be_both_and_half_an_answer_is_asked_again(sets) -> None:
    first, second, *_rest = queries.sets_of(sets.part, 6)[0]
    assert "Choose two" in str(form(sets, 1, most=str(first), least=str(first)).errors)
    assert "Choose both" in str(form(sets, 1, most=str(first)).errors)
    assert form(sets, 1, most=str(first), least=str(second)).is_valid()
    outside = next(place for place in range(6) if place not in queries.sets_of(sets.part, 6)[0])
    assert not form(sets, 1, most=str(first), least=str(outside)).is_valid()


def test_what_was_picked_stands_there_when_somebody_comes_back(sets) -> None:
    first, second, *_rest = queries.sets_of(sets.part, 6)[0]
    again = form(sets, 1, said=Said(picks=((first, second), NO_PICK, NO_PICK, NO_PICK)))
    assert (again.initial["most"], again.initial["least"]) == (str(first), str(second))


def test_a_set_without_a_word_counts_as_not_shown() -> None:
    rows = [Answered("it", "", Said(picks=(NO_PICK, (0, 1))), ((2, 3), (0, 1, 2))) for _person in range(5)]
    (counted,) = tally(rows, 4)
    assert counted.counts["picks"] == [[5, 0, 5, 5], [0, 5, 5, 5], [0, 0, 5, 5], None]


def test_most_and_least_are_counted_by_side_once_it_is_closed(sets) -> None:
    for one in sets.business:
        part = queries.part(sets.round.id, one.person_id)
        picks = tuple((min(shown), max(shown)) for shown in queries.sets_of(part, 6))
        empathy.take_step(by=one, round_id=sets.round.id, changes={"picks": picks}, done=True)
    empathy.close_round(by=sets.cast.fiona, round_id=sets.round.id)
    first, *_between, last = Tally.objects.get(side="business", team=None).counts["picks"]
    assert first[0] == first[2] >= 15 and last[1] == last[2] >= 15 and first[3] == 5


def test_a_phone_gets_one_set_of_five_rows(sets) -> None:
    from accord.base.people.actions import make_link

    link = make_link(by=sets.cast.fiona, person=sets.part.person, purpose="empathy.round", subject_id=sets.round.id)
    browser = sets.cast.browser()
    address = link.url.split("/", 3)[-1]
    page = browser.get(f"/{address.rstrip('/')}/most-1/", follow=True).content.decode()
    assert len(re.findall(r'type="radio"', page)) == 10 and "which matters most to you" in page


@pytest.fixture
def points(at_alder) -> Round:
    made = crowd.gather(at_alder)
    made.round = crowd.start(made, shares="hundred", guesses=False)
    made.ids = [str(item.id) for item in made.round.items.order_by("place")]
    return made


def test_points_that_are_not_a_hundred_are_sent_back_with_what_is_left(points) -> None:
    page = next(one for one in walk.pages(points.round, Said()) if one.key == "points")
    part = queries.part(points.round.id, points.it[0].person_id)
    items = list(points.round.items.order_by("place"))
    for given, said in (({"p0": "60"}, "Give out 40 more"), ({"p0": "60", "p1": "55"}, "Take 15 away")):
        form = page.form(given, part=part, items=items, said=Said())
        assert said in str(form.errors) and form.given == sum(map(int, given.values()))
    assert page.form({"p0": "60", "p3": "40"}, part=part, items=items, said=Said()).is_valid()


def test_a_program_shares_points_out_by_the_items_ids(points) -> None:
    me = points.it[0]
    empathy.share_points(by=me, round_id=points.round.id, points={points.ids[1]: 70, points.ids[4]: 30})
    assert queries.said(queries.part(points.round.id, me.person_id)).points == (0, 70, 0, 0, 30, 0)


@pytest.mark.parametrize("given", [{0: 99}, {0: 100, 1: 1}, {}])
def test_other_sums_are_refused(points, given) -> None:
    with pytest.raises(registry.Mistake) as refused:
        empathy.share_points(by=points.it[0], round_id=points.round.id, points={points.ids[n]: value for n, value in given.items()})
    assert refused.value.field == "points"


def test_points_for_something_else_and_in_another_round_are_refused(points) -> None:
    with pytest.raises(registry.Mistake):
        empathy.share_points(by=points.it[0], round_id=points.round.id, points={str(points.round.id): 100})
    other = crowd.start(points)
    with pytest.raises(registry.Mistake):
        empathy.share_points(by=points.it[0], round_id=other.id, points={str(other.items.first().id): 100})
