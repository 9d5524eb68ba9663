"""Warnings feed the value case of their work, and a chance of the case can become a warning."""

import pytest

from accord.ideas.risks import actions, queries
from accord.ideas.risks.models import Estimate, Risk
from accord.ideas.risks.value_case import what_warnings_cost
from accord.ideas.worth import actions as worth
from accord.ideas.worth.models import Case, Quantity, Voice
from accord.ideas.worth.tests import road

pytestmark = pytest.mark.django_db


@pytest.fixture
def work(cast):
    """A piece of work with a value case that nobody said anything about yet."""
    with cast.inside():
        initiative = road.filed(cast)
        worth.open_case(by=cast.fiona, initiative_id=initiative.id, asked=road.DESK, better=road.SIGN_ON)
        return initiative


def warn(cast, work, **more):
    figures = {"chance_low": 60, "chance_high": 90, "loss_low": 20_000, "loss_high": 60_000, "basis": "Both calendars"}
    with cast.inside():
        return actions.raise_risk(by=cast.ian, sees="The tests end after the freeze.", **({"initiative_id": work.id} | figures | more))


def offered(cast, work):
    with cast.inside():
        return list(what_warnings_cost(by=cast.fiona, initiative_id=work.id))


def test_the_chance_and_the_loss_of_a_warning_are_offered_to_the_value_case(cast, work) -> None:
    warn(cast, work)
    chance, loss = offered(cast, work)
    assert (chance.low, chance.high, chance.unit) == (60, 90, "of 100")
    assert (loss.low, loss.high, loss.unit) == (20_000, 60_000, "€")
    assert {one.person.id for one in (chance, loss)} == {cast.ian.person_id}
    assert chance.basis == "Both calendars"
    assert "The tests end after the freeze." in chance.words


def test_it_counts_in_the_case_once_somebody_says_which_number_it_is(cast, work) -> None:
    warn(cast, work)
    chance, _loss = offered(cast, work)
    with cast.inside():
        quantity = Quantity.objects.get(case__initiative=work.id, name="asked chance of cancellation")
        worth.use_heard(by=cast.fiona, quantity_id=quantity.id, source_id=chance.source_id)
        kept = Voice.objects.filter(quantity=quantity).last()
    assert (kept.low, kept.high, kept.person_id, kept.basis) == (60, 90, cast.ian.person_id, "Both calendars")


def test_a_new_estimate_is_offered_anew(cast, work) -> None:
    row = warn(cast, work)
    before = {one.source_id for one in offered(cast, work)}
    with cast.inside():
        actions.estimate(by=cast.fiona, risk_id=row.id, chance_low=5, chance_high=10)
    assert before.isdisjoint({one.source_id for one in offered(cast, work)})


def test_what_is_over_or_about_other_work_is_not_offered(cast, work) -> None:
    row = warn(cast, work)
    warn(cast, work, initiative_id=None)
    with cast.inside():
        actions.end_risk(by=cast.ian, risk_id=row.id)
    assert offered(cast, work) == []


def test_what_was_said_without_a_name_comes_through_whoever_listens(cast, work) -> None:
    with cast.inside():
        actions.set_handling(by=cast.fiona, listener_ids=[cast.petra.person_id])
    row = warn(cast, work)
    with cast.inside():
        week = row.warned_on
        Risk.objects.filter(id=row.id).update(how="unnamed", raised_by=None, week=week, crowd=12)
    assert {one.person.id for one in offered(cast, work)} == {cast.petra.person_id}


def chance(cast, work, low: float = 5, high: float = 20):
    with cast.inside():
        quantity = Quantity.objects.get(case__initiative=work.id, name="asked chance of cancellation")
        worth.give_range(by=cast.ian, quantity_id=quantity.id, low=low, high=high, basis="Three of the last twenty")
    return quantity


def test_a_chance_of_the_case_can_be_raised_once(cast, work) -> None:
    with cast.inside():
        assert queries.from_value_case(work.id) == [], "nobody said it yet"
    quantity = chance(cast, work)
    with cast.inside():
        (made_of,) = queries.from_value_case(work.id)
    assert (made_of.chance_low, made_of.chance_high) == (5, 20)
    assert "Three of the last twenty" in made_of.basis
    browser = cast.browser("fiona")
    form = browser.get(f"/alder-mutual/warnings/new/?quantity={quantity.id}").content.decode()
    assert 'value="5' in form
    said = {"sees": "Three of the last twenty such projects were cancelled.", "chance_low": "5", "chance_high": "20", "how": "open"}
    made = {"quantity": str(quantity.id), "initiative_id": str(work.id), "step": "send"}
    assert browser.post("/alder-mutual/warnings/new/", said | made).status_code == 302
    with cast.inside():
        assert queries.from_value_case(work.id) == []
        assert Estimate.objects.get().chance_high == 0.2
    assert offered(cast, work) == [], "what came from the case is not offered back to it"


def test_the_panel_of_the_work_offers_it(cast, work) -> None:
    chance(cast, work)
    shown = cast.browser("fiona").get(f"/alder-mutual/initiatives/{work.id}/").content.decode()
    assert "The value case has a chance nobody warned of" in shown
    assert "5 to 20 in 100" in shown


def test_nobody_from_elsewhere_is_offered_anything(cast, work) -> None:
    warn(cast, work)
    with cast.inside(cast.brightwell):
        assert list(what_warnings_cost(by=cast.sam, initiative_id=work.id)) == []
        assert queries.from_value_case(work.id) == []
        assert not Case.objects.exists()
