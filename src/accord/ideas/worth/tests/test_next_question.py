"""What to ask next, of whom: it follows who knows what, their record, their wage and the price of waiting; and it knows when to stop."""

import pytest

from accord.base.journal.acts import act
from accord.ideas.goals import actions as goals
from accord.ideas.listen import actions as listen
from accord.ideas.worth import actions, queries, wording
from accord.ideas.worth.models import Quantity


@pytest.fixture
def asked(at_alder, case):
    """The question most worth asking, as it stands."""
    return lambda: queries.weighed(initiative_id=case.initiative_id).weighed.verdict.next


def ids(case, *names) -> list:
    return [Quantity.objects.get(case=case, name=name).id for name in names]


def knows(cast, case, person, *names, **costs) -> None:
    actions.set_knower(by=cast.fiona, initiative_id=case.initiative_id, person_id=person.person_id, quantity_ids=ids(case, *names), **costs)


def test_at_first_whoever_asked_is_taken_to_know_the_problem_and_that_is_called_an_assumption(at_alder, case, asked) -> None:
    assert asked().person == "Head of Claims"
    assert "hour_cost" in asked().assumed


def test_a_wage_can_change_whom_to_ask(at_alder, case, asked) -> None:
    for person in (at_alder.bella, at_alder.ian):
        knows(at_alder, case, person, "times a week", minutes=30, hour_cost=50, days=0)
    knows(at_alder, case, at_alder.bella, "times a week", minutes=30, hour_cost=2_000, days=0)
    assert asked().person == "Identity engineer"
    knows(at_alder, case, at_alder.ian, "times a week", minutes=30, hour_cost=4_000, days=0)
    assert asked().person == "Head of Claims"


def test_the_price_of_waiting_can_change_whom_to_ask(at_alder, case, asked) -> None:
    knows(at_alder, case, at_alder.bella, "times a week", role="has the figures", minutes=5, hour_cost=50, days=20)
    knows(at_alder, case, at_alder.ian, "times a week", role="leads", minutes=5, hour_cost=50, days=0)
    assert asked().person == "Head of Claims"
    actions.change_settings(by=at_alder.fiona, initiative_id=case.initiative_id, day_costs=20_000)
    assert asked().person == "Identity engineer"


def test_a_record_of_misses_can_change_whom_to_ask(at_alder, case, asked) -> None:
    for person in (at_alder.bella, at_alder.ian):
        knows(at_alder, case, person, "times a week", minutes=5, hour_cost=50, days=0)
    first = asked().person
    actor = at_alder.bella if first == "Head of Claims" else at_alder.ian
    for place in range(8):
        quantity = actions.add_quantity(by=at_alder.fiona, initiative_id=case.initiative_id, label=f"tickets {place}", low=1, high=2)
        actions.give_range(by=actor, quantity_id=quantity.id, low=1, high=2, basis="guess")
        actions.note_fact(by=at_alder.fiona, quantity_id=quantity.id, value=50, basis="counted")
    assert asked().person != first


def test_when_every_answer_costs_more_than_it_is_worth_it_says_decide(at_alder, case) -> None:
    actions.change_settings(by=at_alder.fiona, initiative_id=case.initiative_id, day_costs=1e9, days_to_answer=1)
    found = queries.weighed(initiative_id=case.initiative_id)
    assert found.weighed.verdict.next is None
    assert found.weighed.verdict.nothing_worth_asking is True


def test_nobody_is_asked_again_for_what_they_have_said(at_alder, case, asked) -> None:
    knows(at_alder, case, at_alder.bella, "times a week")
    quantity = Quantity.objects.get(case=case, name="times a week")
    actions.give_range(by=at_alder.bella, quantity_id=quantity.id, low=1, high=2, basis="count")
    assert asked() is None


def test_a_record_is_in_nothing_that_leaves_the_house(at_alder, case) -> None:
    quantity = Quantity.objects.get(case=case, name="times a week")
    actions.give_range(by=at_alder.bella, quantity_id=quantity.id, low=1, high=2, basis="count")
    actions.note_fact(by=at_alder.fiona, quantity_id=quantity.id, value=50, basis="counted")
    told = queries.export_case(by=at_alder.fiona, initiative_id=case.initiative_id)
    assert not any({"hits", "answered"} & set(person) for person in told["people"])
    assert "hits" not in str(queries.weigh_case(by=at_alder.fiona, initiative_id=case.initiative_id))


def test_today_is_offered_the_best_question_of_all_cases(at_alder, case) -> None:
    from accord.base import registry

    card = registry.next_question.collect(by=at_alder.fiona)[0]
    assert card.person_job == "Head of Claims"
    assert card.gain > 0
    assert registry.next_question.collect(by=at_alder.bella) == []


def test_a_facilitator_is_not_taken_to_know_what_she_is_to_ask(at_alder, asked) -> None:

    with act(at_alder.fiona, "told by a test"):
        mine = goals.open_initiative(by=at_alder.fiona, title="Review papers come late")
    actions.open_case(by=at_alder.fiona, initiative_id=mine.id, asked="An archive")
    verdict = queries.weighed(initiative_id=mine.id).weighed.verdict
    assert verdict.next is None
    assert not verdict.nothing_worth_asking


def test_of_her_own_request_whoever_was_heard_is_taken_to_know(at_alder):
    with act(at_alder.fiona, "told by a test"):
        mine = goals.open_initiative(by=at_alder.fiona, title="Review papers come late")
    listen.note_answer(by=at_alder.fiona, initiative_id=mine.id, person_id=at_alder.bella.person_id, words="We wait two days.", aspect="goal")
    actions.open_case(by=at_alder.fiona, initiative_id=mine.id, asked="An archive")
    assert queries.weighed(initiative_id=mine.id).weighed.verdict.next.person == "Head of Claims"


def test_of_a_request_filed_for_somebody_the_one_with_the_problem_is_asked(at_alder) -> None:
    filed = listen.file_request(by=at_alder.fiona, problem="The review papers come late.", on_behalf_of=at_alder.bella.person_id).request
    actions.open_case(by=at_alder.fiona, initiative_id=filed.initiative_id, asked="An archive")
    assert queries.weighed(initiative_id=filed.initiative_id).weighed.verdict.next.person == "Head of Claims"


@pytest.mark.parametrize(("words", "unit", "asked_as"), [
    ("How many wait?", "claims", "How many wait?"),
    ("Young customers who leave", "€ a year", "Young customers who leave: how much is it, in € a year?"),
    ("Part of the loss it removes", "of 100", "Part of the loss it removes: how many out of 100?"),
])
def test_every_quantity_is_asked_for_in_a_question(words, unit, asked_as) -> None:
    assert wording.question(words, unit) == asked_as
