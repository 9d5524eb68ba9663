"""Choosing together: what a budget allows out of a closed round, what was decided, and who hears of it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, transaction

from accord.base import clock, registry
from accord.base.journal.models import Entry
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import Choice
from accord.ideas.empathy.queries import choosing
from accord.ideas.empathy.queries.choosing import CostGiven

from . import crowd

pytestmark = pytest.mark.django_db
WHY = "Forty calls a day ask why the letter looks like a scam"
PRICES = (90_000, 100_000, 80_000, 10_000, 40_000, 20_000)  # in the order of crowd.WORK
ASKED = ["Quote tool on tablets", "Move to the new data centre", "January audit", "Renewal letters", "Broker portal speed", "Access reviews"]


def told(cast) -> SimpleNamespace:
    """The business wants the tablets and the portal, IT the move and the audit; one person calls the letters critical."""
    made = crowd.gather(cast)
    made.round = crowd.start(made, shares="hundred", guesses=False)
    made.ids = [str(item.id) for item in made.round.items.order_by("place")]
    for n, one in enumerate(made.business):
        crowd.shares(one, made.round, 70, 0, 0, 0, 30, 0, own=[4, 1, 1, 5, 3, 1] if n == 0 else (), because=WHY)
    for one in made.it:
        crowd.shares(one, made.round, 0, 40, 30, 0, 0, 30)
    empathy.close_round(by=cast.fiona, round_id=made.round.id)
    made.costs = {id: CostGiven(price * 0.95, price * 1.05) for id, price in zip(made.ids, PRICES, strict=True)}
    return made


@pytest.fixture
def closed(at_alder) -> SimpleNamespace:
    return told(at_alder)


def test_each_side_gets_something_where_ranking_by_points_gives_all_to_one(closed) -> None:
    shown = choosing.choose_fairly(by=closed.cast.bella, round_id=closed.round.id, budget=150_000, costs=closed.costs)
    assert shown.ranking.items[0] == closed.ids[0]
    assert shown.equal.left_with_nothing == [] and {one.side for one in shown.groups} == {"business", "it"}
    assert all(one.people == 5 and one.points[id].low <= one.points[id].value <= one.points[id].high for one in shown.groups for id in closed.ids)


def test_what_is_critical_to_somebody_and_not_taken_is_on_the_hearing_list(closed) -> None:
    shown = choosing.choose_fairly(by=closed.cast.bella, round_id=closed.round.id, budget=150_000, costs=closed.costs)
    assert shown.hearing == [closed.ids[3]]


def test_nothing_is_chosen_before_a_round_is_closed(at_alder) -> None:
    made = crowd.gather(at_alder)
    row = crowd.start(made, shares="hundred")
    with pytest.raises(registry.Conflict):
        choosing.choose_fairly(by=at_alder.fiona, round_id=row.id, budget=1000)


def test_an_item_without_a_cost_is_not_chosen_among_and_is_named(closed) -> None:
    costs = {id: cost for id, cost in closed.costs.items() if id != closed.ids[0]}
    shown = choosing.choose_fairly(by=closed.cast.bella, round_id=closed.round.id, budget=150_000, costs=costs)
    assert shown.without_cost == [closed.ids[0]] and closed.ids[0] not in [*shown.equal.items, *shown.ranking.items, *shown.per_cost.items]


@pytest.mark.parametrize("cost", [CostGiven(0, 10), CostGiven(20, 10), CostGiven(10, 20, 30)])
def test_a_cost_that_makes_no_sense_is_refused_by_name(closed, cost) -> None:
    with pytest.raises(registry.Mistake) as refused:
        choosing.choose_fairly(by=closed.cast.bella, round_id=closed.round.id, budget=1000, costs={closed.ids[2]: cost})
    assert refused.value.field == "costs" and ASKED[2] in refused.value.message


def test_where_nobody_may_be_shown_nothing_is_chosen(at_alder) -> None:
    made = crowd.gather(at_alder, business=4, it=4)
    row = crowd.start(made, shares="hundred", guesses=False)
    for one in (*made.business, *made.it):
        crowd.shares(one, row, 50, 50)
    empathy.close_round(by=at_alder.fiona, round_id=row.id)
    ids = [str(item.id) for item in row.items.all()]
    with pytest.raises(registry.Mistake):
        choosing.choose_fairly(by=at_alder.fiona, round_id=row.id, budget=1000, costs={ids[0]: CostGiven(1, 2)})


def test_the_cost_of_a_value_case_counts_with_its_range(at_alder) -> None:
    from accord.ideas.worth.tests import road

    made = crowd.gather(at_alder)
    initiative = road.filed(at_alder)
    road.weighed(at_alder, initiative.id)
    row = crowd.start(made, shares="hundred", guesses=False, initiative_ids=[initiative.id, made.work[0].id])
    for one in (*made.business, *made.it):
        crowd.shares(one, row, 50, 50)
    empathy.close_round(by=at_alder.fiona, round_id=row.id)
    item = str(row.items.get(initiative=initiative).id)
    known = choosing.known_costs(row.id, "EUR")
    assert set(known) == {item} and known[item].option in (road.DESK, road.SIGN_ON)
    assert round(known[item].cost.low) == 20_000 and known[item].cost.low < known[item].cost.typical < known[item].cost.high


def record(made, **given) -> Choice:
    said = {"budget": 150_000, "costs": made.costs, "taken": "equal", "why": "Each side gets what it wants most.", "decided_by_id": made.cast.bella.person_id}
    return empathy.record_choice(by=made.cast.fiona, round_id=made.round.id, **said | given)


def test_a_choice_keeps_what_was_taken_the_costs_and_why(closed) -> None:
    row = record(closed)
    assert row.items == choosing.choose_fairly(by=closed.cast.bella, round_id=closed.round.id, budget=150_000, costs=closed.costs).equal.items
    assert set(row.costs) == set(closed.ids) and row.found["ranking"][0] == closed.ids[0]
    (shown,) = choosing.list_choices(by=closed.cast.bella, round_id=closed.round.id)
    assert shown.why == "Each side gets what it wants most." and closed.ids[3] in shown.left_out
    assert Entry.objects.filter(event="empathy.chosen").count() == 1


def test_the_newest_choice_counts_and_the_first_stays(closed) -> None:
    record(closed)
    with clock.at(clock.now() + timedelta(days=3)):
        second = record(closed, taken="by_hand", item_ids=[closed.ids[3], closed.ids[0]], why="The letters first.")
    assert choosing.standing(closed.round.id) == second
    assert [one.taken for one in choosing.list_choices(by=closed.cast.bella, round_id=closed.round.id)] == ["by_hand", "equal"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"why": "  "}, "why"),
        ({"taken": "by_hand"}, "item_ids"),
        ({"taken": "ranking", "item_ids": "dear"}, "item_ids"),
        ({"taken": "by_hand", "item_ids": "dear"}, "item_ids"),
        ({"taken": "by_hand", "item_ids": "uncosted"}, "item_ids"),
        ({"decided_on": "tomorrow"}, "decided_on"),
    ],
)
def test_a_choice_that_says_too_little_or_costs_too_much_is_refused(closed, given, field) -> None:
    costs = {id: cost for id, cost in closed.costs.items() if id != closed.ids[5]}
    lists = {"dear": closed.ids[:3], "uncosted": [closed.ids[5]]}
    said = {name: lists.get(value, value) for name, value in given.items() if name != "decided_on"}
    said |= {"decided_on": clock.today() + timedelta(days=1)} if "decided_on" in given else {}
    with pytest.raises(registry.Mistake) as refused:
        record(closed, **{"costs": costs} | said)
    assert refused.value.field == field and not Choice.objects.exists()


def test_nothing_is_taken_twice(closed) -> None:
    assert record(closed, taken="by_hand", item_ids=[closed.ids[3]] * 3).items == [closed.ids[3]]


def test_a_choice_is_never_changed(closed) -> None:
    row = record(closed)
    with pytest.raises(DatabaseError), transaction.atomic():
        Choice.objects.filter(id=row.id).update(why="Another reason")


def test_whoever_signed_what_is_left_out_hears_why_once(closed, mailoutbox, django_capture_on_commit_callbacks) -> None:
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        record(closed)
    letters = [one for one in mailoutbox if "Renewal letters" in one.subject]
    assert len(letters) == 1 and "Each side gets what it wants most." in letters[0].body
    with django_capture_on_commit_callbacks(execute=True), clock.at(clock.now() + timedelta(days=1)):
        record(closed, why="Said better.")
    assert len([one for one in mailoutbox if "Renewal letters" in one.subject]) == 1


def test_whoever_looks_on_cannot_record(closed) -> None:
    with pytest.raises(registry.Refused):
        empathy.record_choice(
            by=closed.cast.ian, round_id=closed.round.id, budget=1, taken="equal", why="x", decided_by_id=closed.cast.ian.person_id, costs=closed.costs
        )
