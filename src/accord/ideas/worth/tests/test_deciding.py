"""Decisions in the database: kept beside each other, with what was open, and where they bring the initiative."""

from datetime import date

import pytest
from django.core import mail
from django.db import DatabaseError, transaction

from accord.base import registry
from accord.ideas.goals import queries as goals
from accord.ideas.goals.rules import Stage
from accord.ideas.worth import actions, queries
from accord.ideas.worth.queries import decision as standing
from accord.ideas.worth.rules.decision import Outcome
from accord.ideas.worth.tests import road

NEXT = date(2030, 4, 1)


def decide(cast, initiative, outcome=Outcome.NOT_YET, **changed):
    given = {"reasons": "The storms come first.", "decided_by_id": cast.people["bella"].id, "review_on": NEXT, "open_reason": "It cannot wait."}
    return actions.record_decision(by=cast.fiona, initiative_id=initiative.id, outcome=outcome, **(given | changed))


def test_a_decision_takes_the_option_that_fits(at_alder, ready):
    assert decide(at_alder, ready, Outcome.PROCEED).option == road.DESK
    assert decide(at_alder, ready, Outcome.BETTER_PATH).option == road.SIGN_ON


def test_a_later_decision_stands_beside_the_first(at_alder, ready):
    decide(at_alder, ready, reasons="Too early.")
    decide(at_alder, ready, Outcome.BETTER_PATH, reasons="Now we know.")
    found = queries.show_decisions(by=at_alder.bella, initiative_id=ready.id)
    assert [(one.number, one.reasons) for one in found] == [(2, "Now we know."), (1, "Too early.")]


def test_the_database_refuses_to_change_a_decision(at_alder, decided):
    with pytest.raises(DatabaseError), transaction.atomic():
        type(decided).objects.filter(id=decided.id).update(reasons="Otherwise")


def test_what_is_open_is_kept_with_the_line_of_reason_and_blocks_nothing(at_alder, decided):
    assert decided.open_questions
    assert decided.open_reason == "The storm season starts before an answer can come."


def test_open_questions_without_a_line_of_reason_are_refused(at_alder, ready):
    with pytest.raises(registry.Mistake) as refused:
        decide(at_alder, ready, open_reason=" ")
    assert refused.value.field == "open_reason"


def test_nothing_about_politics_is_among_the_open_questions(at_alder, ready):
    asked = " ".join(standing.open_questions(ready.id, queries.weighed(initiative_id=ready.id)))
    assert asked
    assert "touched" not in asked
    assert road.CANARY not in asked


def test_a_decision_keeps_what_would_have_changed_it(at_alder, decided):
    assert queries.show_decisions(by=at_alder.bella, initiative_id=decided.initiative_id)[0].would_change


def test_a_decision_brings_the_initiative_to_decision(at_alder, ready, decided):
    assert goals.stage_of(ready) is Stage.DECISION


def test_not_worth_solving_closes_and_thanks_whoever_raised_it(at_alder, ready):
    mail.outbox.clear()
    decide(at_alder, ready, Outcome.NOT_WORTH_SOLVING, review_on=None)
    assert goals.stage_of(ready) is Stage.CLOSED
    [letter] = mail.outbox
    assert (letter.to, letter.subject[:21], "The storms come first." in letter.body) == (["bella@alder.example"], "Thank you for raising", True)


def test_what_was_closed_is_taken_up_again_by_a_later_decision(at_alder, ready):
    decide(at_alder, ready, Outcome.NOT_WORTH_SOLVING, review_on=None)
    decide(at_alder, ready, Outcome.BETTER_PATH)
    assert goals.stage_of(ready) is Stage.DECISION
    decide(at_alder, ready, Outcome.NOT_WORTH_SOLVING, review_on=None)
    assert goals.stage_of(ready) is Stage.CLOSED


@pytest.mark.parametrize("who", ["bella", "ian"])
def test_only_those_who_facilitate_record_a_decision(at_alder, ready, who):
    with pytest.raises(registry.Refused):
        actions.record_decision(
            by=getattr(at_alder, who), initiative_id=ready.id, outcome=Outcome.NOT_YET, reasons="No.", decided_by_id=at_alder.people["bella"].id, review_on=NEXT
        )


def test_somebody_of_another_client_finds_no_decision(cast):
    with cast.inside():
        initiative = road.to_the_decision(cast)
        decide(cast, initiative)
    with cast.inside(cast.brightwell):
        assert queries.list_decisions(by=cast.sam) == []
        with pytest.raises(registry.NotThere):
            queries.show_decisions(by=cast.sam, initiative_id=initiative.id)


def test_the_newest_plan_says_who_decides_by_when(at_alder, ready):
    actions.plan_decision(by=at_alder.fiona, initiative_id=ready.id, person_id=at_alder.people["ian"].id, due=NEXT)
    actions.plan_decision(by=at_alder.fiona, initiative_id=ready.id, person_id=at_alder.people["bella"].id, due=NEXT)
    assert standing.planned([ready.id])[ready.id].person == at_alder.people["bella"]


def test_a_plan_for_a_day_that_is_past_is_refused(at_alder, ready):
    with pytest.raises(registry.Mistake):
        actions.plan_decision(by=at_alder.fiona, initiative_id=ready.id, person_id=at_alder.people["bella"].id, due=date(2020, 1, 1))
