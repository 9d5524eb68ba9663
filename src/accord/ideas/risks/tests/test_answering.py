"""A warning is answered by a day, or it goes one voice up."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accord.base import clock, registry
from accord.ideas.risks import actions, queries
from accord.ideas.risks.chores import look_after_warnings
from accord.ideas.risks.models import ACCEPTED, ACTING, CONCERN, ENDED, UNCOMFORTABLE, WAITS, Ending, Risk, Turn
from accord.ideas.risks.rules import answer_day

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 12, 1, 10, tzinfo=UTC)  # warnings look after themselves in working hours
SEES = "Sign-in tests end on 8 November. The change freeze starts on the 1st."


@pytest.fixture(autouse=True)
def on_a_tuesday():
    with clock.at(TUESDAY):
        yield


@pytest.fixture
def raised(cast):
    """Ian warns; whoever looks after Alder must answer."""
    with cast.inside():
        figures = {"chance_low": 60, "chance_high": 90, "loss_low": 20_000, "loss_high": 60_000}
        return actions.raise_risk(by=cast.ian, sees=SEES, asks="Start the tests a week earlier.", **figures)


def now(cast, row: Risk) -> Risk:
    with cast.inside():
        return queries.risk(row.id)


def test_who_looks_after_the_client_must_answer_where_nobody_is_closer(cast, raised) -> None:
    assert raised.answerer_id == cast.fiona.person_id
    assert raised.answer_by == clock.today() + timedelta(days=14)
    assert (raised.state, raised.voice, raised.warned_on) == (WAITS, CONCERN, clock.today())


def test_the_words_the_chance_and_the_cost_are_kept_as_said(cast, raised) -> None:
    with cast.inside():
        said = queries.told(raised.id).current
        assert (said.chance_low, said.chance_high, said.loss_low, said.loss_high) == (0.6, 0.9, 20_000, 60_000)
        assert said.person_id == cast.ian.person_id


@pytest.mark.parametrize(("left", "due"), [(None, 14), (60, 14), (10, 5), (5, 3), (1, 2), (-3, 2)])
def test_the_nearer_the_last_day_to_act_the_sooner_an_answer_is_due(left, due) -> None:
    day = date(2026, 10, 13)
    assert answer_day(day, None if left is None else day + timedelta(days=left), 2, 14) == day + timedelta(days=due)


def test_an_answer_says_what_changes_and_that_it_was_read(cast, raised) -> None:
    with cast.inside():
        actions.act(by=cast.fiona, risk_id=raised.id, words="The tests start a week earlier.")
    found = now(cast, raised)
    assert (found.state, found.read_on, found.answered_on) == (ACTING, clock.today(), clock.today())


def test_only_whoever_must_answer_does(cast, raised) -> None:
    with cast.inside(), pytest.raises(registry.Refused):
        actions.decline(by=cast.bella, risk_id=raised.id, words="No.")


def test_an_acceptance_ends_on_its_day_and_the_warning_waits_again(cast, raised) -> None:
    with cast.inside():
        actions.accept(by=cast.fiona, risk_id=raised.id, words="We can bear it until the audit.", until=clock.today() + timedelta(days=20))
    assert now(cast, raised).state == ACCEPTED
    with clock.at(clock.now() + timedelta(days=20)), cast.inside():
        look_after_warnings()
        found = queries.risk(raised.id)
        assert (found.state, found.review_on) == (WAITS, None)
        assert found.answer_by == clock.today() + timedelta(days=14)


def test_what_nobody_answered_goes_one_voice_up_to_the_next_on_the_ladder(cast, raised) -> None:
    with cast.inside():
        actions.set_handling(by=cast.fiona, ladder_ids=[cast.petra.person_id])
    with clock.at(clock.now() + timedelta(days=15)), cast.inside():
        look_after_warnings()
        found = queries.risk(raised.id)
        assert (found.voice, found.answerer_id) == (UNCOMFORTABLE, cast.petra.person_id)
        assert found.answer_by == clock.today() + timedelta(days=2)
        look_after_warnings()
        assert Turn.objects.filter(risk=raised.id).count() == 1, "once for each day that passed"


def test_whoever_must_answer_a_warning_never_closes_it(cast, raised) -> None:
    with cast.inside(), pytest.raises(registry.Mistake, match="somebody else"):
        actions.end_risk(by=cast.fiona, risk_id=raised.id)


def test_what_came_true_ends_the_warnings_that_were_of_it(cast, raised) -> None:
    with cast.inside():
        actions.record_event(by=cast.petra, title="The freeze met the tests", happened_on=clock.today(), risk_ids=[raised.id])
        assert Ending.objects.get(risk=raised.id).came_true
        assert queries.risk(raised.id).state == ENDED


def test_a_range_upside_down_is_said_in_one_sentence(cast) -> None:
    with cast.inside(), pytest.raises(registry.Mistake, match="at least") as refused:
        actions.raise_risk(by=cast.ian, sees=SEES, chance_low=80, chance_high=20)
    assert refused.value.field == "chance_high"


def test_the_same_reference_sent_twice_is_one_warning(cast) -> None:
    with cast.inside():
        first = actions.raise_risk(by=cast.ian, sees=SEES, reference="R-7")
        assert actions.raise_risk(by=cast.ian, sees=SEES, reference="R-7").id == first.id


def test_a_note_is_sealed_and_in_no_entry_of_the_journal(cast, raised) -> None:
    with cast.inside():
        made = actions.note(by=cast.fiona, risk_id=raised.id, words="Planted marigold")
        assert "marigold" not in made.sealed
