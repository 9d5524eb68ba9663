"""When the truth arrives: it is written down with its source and its day, told to each person alone, and counts for everybody together."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from accord.base import clock, registry
from accord.ideas.worth import actions, queries
from accord.ideas.worth.models import Fact, Quantity
from accord.ideas.worth.queries.loading import load
from accord.ideas.worth.rules.shape import Kind


def quantity(case, name: str) -> Quantity:
    return Quantity.objects.get(case=case, name=name)


def come_true(cast, case, truths: dict[str, float], ranges: dict[str, tuple[float, float]] | None = None) -> None:
    """Bella, Ian and Fiona give a range each; then the truth is noted."""
    given = ranges or {"people affected": (30, 60), "times a week": (1, 3), "minutes lost": (20, 40)}
    for name, (low, high) in given.items():
        for by in (cast.bella, cast.ian, cast.fiona):
            actions.give_range(by=by, quantity_id=quantity(case, name).id, low=low, high=high, basis="a count")
    for name, value in truths.items():
        actions.note_fact(by=cast.fiona, quantity_id=quantity(case, name).id, value=value, basis="bill of April")


def test_a_fact_needs_its_source(at_alder, case) -> None:
    with pytest.raises(registry.Mistake, match="how we know") as wrong:
        actions.note_fact(by=at_alder.fiona, quantity_id=quantity(case, "minutes lost").id, value=31, basis=" ")
    assert wrong.value.field == "basis"


def test_a_fact_keeps_the_day_since_when_it_is_so(at_alder, case) -> None:
    day = clock.now().date() - timedelta(days=20)
    actions.note_fact(by=at_alder.fiona, quantity_id=quantity(case, "minutes lost").id, value=31, basis="stopwatch", came_on=day)
    assert Fact.objects.get().day == day


def test_a_day_that_has_not_come_is_refused(at_alder, case) -> None:
    with pytest.raises(registry.Mistake) as wrong:
        actions.note_fact(by=at_alder.fiona, quantity_id=quantity(case, "minutes lost").id, value=31, basis="x", came_on=date(2999, 1, 1))
    assert wrong.value.field == "came_on"


@pytest.mark.parametrize(("name", "value"), [("asked chance of cancellation", 40), ("asked part removed", 120)])
def test_a_chance_happened_or_did_not_and_a_share_lies_within_its_whole(at_alder, case, name, value) -> None:
    with pytest.raises(registry.Mistake) as wrong:
        actions.note_fact(by=at_alder.fiona, quantity_id=quantity(case, name).id, value=value, basis="x")
    assert wrong.value.field == "value"


def test_everybody_sees_how_their_own_ranges_did(at_alder, case) -> None:
    come_true(at_alder, case, {"people affected": 45, "minutes lost": 90})
    found = queries.my_ranges(by=at_alder.bella)
    assert [(one.quantity, one.held) for one in found.ranges] == [("Minutes lost each time", False), ("People affected", True)]
    assert found.held == 1


def test_nobody_sees_how_somebody_elses_ranges_did(at_alder, case) -> None:
    actions.give_range(by=at_alder.bella, quantity_id=quantity(case, "minutes lost").id, low=20, high=40, basis="a count")
    actions.note_fact(by=at_alder.fiona, quantity_id=quantity(case, "minutes lost").id, value=90, basis="stopwatch")
    assert queries.my_ranges(by=at_alder.ian).ranges == []
    assert queries.my_ranges(by=at_alder.fiona).ranges == []


def test_each_person_gets_a_private_link_and_the_mail_says_nothing_of_how_it_went(at_alder, case) -> None:
    come_true(at_alder, case, {"minutes lost": 90})
    told = [letter for letter in mail.outbox if "turned out" in letter.body]
    assert {letter.to[0] for letter in told} == {at_alder.people["bella"].email, at_alder.people["ian"].email}
    assert not any("90" in letter.body.split("http")[0] for letter in told)


def test_a_record_of_few_people_is_not_told(at_alder, case) -> None:
    for name in ("people affected", "times a week", "minutes lost", "cost of an hour", "asked delay", "asked ramp"):
        actions.give_range(by=at_alder.bella, quantity_id=quantity(case, name).id, low=1, high=2, basis="a guess")
        actions.note_fact(by=at_alder.fiona, quantity_id=quantity(case, name).id, value=9, basis="a count")
    assert queries.our_ranges(by=at_alder.fiona).record is None
    assert load(case).draft.record is None


def test_the_record_of_everybody_widens_what_is_said_next(at_alder, case) -> None:
    before = queries.weighed(initiative_id=case.initiative_id).weighed.quantity("cost of an hour")
    come_true(at_alder, case, {"people affected": 500, "times a week": 2, "minutes lost": 90})
    found = queries.our_ranges(by=at_alder.bella).record
    after = queries.weighed(initiative_id=case.initiative_id).weighed.quantity("cost of an hour")
    assert (found.held, found.due, found.people) == (3, 9, 3)
    assert found.by > 1
    assert after.high / after.low > before.high / before.low


def test_nobody_is_named_in_the_record_of_everybody(at_alder, case) -> None:
    come_true(at_alder, case, {"minutes lost": 90})
    told = str(queries.our_ranges(by=at_alder.fiona))
    assert not any(person.name in told or person.job in told for person in at_alder.people.values() if person.job)


def test_finished_work_of_ones_own_counts_in_the_next_overrun(at_alder, case) -> None:
    before = queries.weighed(initiative_id=case.initiative_id).weighed.quantity("asked cost overrun")
    come_true(at_alder, case, {"asked one-time cost": 90_000}, {"asked one-time cost": (40_000, 60_000)})
    found = queries.our_ranges(by=at_alder.fiona)
    after = queries.weighed(initiative_id=case.initiative_id).weighed.quantity("asked cost overrun")
    assert found.finished == [(pytest.approx(48_990, rel=1e-3), 90_000)]
    assert 0 < found.own_share < 0.5
    assert after.typical > before.typical


@pytest.mark.parametrize(("kind", "low"), [(Kind.COUNT, 0), (Kind.NUMBER, -5)])
def test_a_cost_foreseen_from_nothing_on_counts_in_no_overrun(at_alder, case, kind, low) -> None:
    said = {"initiative_id": case.initiative_id, "label": "Licence one-time cost", "low": 1, "high": 3, "kind": kind}
    line = actions.add_quantity(by=at_alder.fiona, **said)
    actions.give_range(by=at_alder.bella, quantity_id=line.id, low=low, high=9_000, basis="a guess")
    actions.note_fact(by=at_alder.fiona, quantity_id=line.id, value=5_000, basis="bill of April")
    assert queries.our_ranges(by=at_alder.fiona).finished == []
    assert queries.weighed(initiative_id=case.initiative_id) is not None


def test_a_range_given_after_the_truth_was_known_does_not_count(at_alder, case) -> None:
    actions.note_fact(by=at_alder.fiona, quantity_id=quantity(case, "minutes lost").id, value=31, basis="stopwatch")
    actions.give_range(by=at_alder.bella, quantity_id=quantity(case, "minutes lost").id, low=30, high=32, basis="I heard")
    assert queries.my_ranges(by=at_alder.bella).ranges == []


def test_the_page_of_a_quantity_does_not_say_whose_range_missed(at_alder, case, client) -> None:
    come_true(at_alder, case, {"minutes lost": 90})
    client.force_login(at_alder.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    kwargs = {"client": at_alder.alder.slug, "initiative_id": case.initiative_id, "quantity_id": quantity(case, "minutes lost").id}
    page = client.get(reverse("worth:quantity", kwargs=kwargs)).content.decode()
    assert "outside" not in page
    assert "bill of April" in page
