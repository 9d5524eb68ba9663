"""What drifts: each signal appears when it is so, says since when, who is affected and what clears it, and goes when it is cleared."""

from datetime import timedelta

import pytest

from accord.base import clock, registry
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries, signals
from accord.ideas.goals.actions.drift import keep_week
from accord.ideas.goals.models import DriftWeek, Goal

from . import drifting as story

pytestmark = pytest.mark.django_db


def kinds(cast) -> dict:
    return {one.kind: one for one in queries.list_drift(by=cast.bella)}


def test_nothing_drifts_where_everybody_agreed(at_alder) -> None:
    story.claims(at_alder)
    assert kinds(at_alder) == {}


def test_a_goal_that_changed_without_telling_says_since_when_who_and_what_clears_it(at_alder) -> None:
    made = story.claims(at_alder)
    story.silently(at_alder, made.goal_id)
    (one,) = kinds(at_alder)["goals.silent"].signals
    assert one.affected == ["Identity"]
    assert one.since == Goal.objects.get().asks_since
    assert "told" in one.clears and str(made.goal_id) in one.url


def test_no_signal_names_the_person_who_did_not_answer(at_alder) -> None:
    made = story.claims(at_alder)
    story.silently(at_alder, made.goal_id)
    assert "Ian" not in str(kinds(at_alder)) and "engineer" not in str(kinds(at_alder))


def test_once_told_it_waits_for_words_and_once_agreed_it_is_gone(at_alder) -> None:
    made = story.claims(at_alder)
    story.silently(at_alder, made.goal_id)
    goals.tell(by=at_alder.fiona, goal_id=made.goal_id)
    assert set(kinds(at_alder)) == {"goals.suspect"}
    story.agree(at_alder, made.link_id, "Our on-call shift begins two days earlier now")
    assert kinds(at_alder) == {}


def test_what_was_tied_after_the_last_change_never_agreed_but_missed_nothing(at_alder) -> None:
    made = story.claims(at_alder)
    with clock.at(clock.now() + timedelta(days=1)):
        goals.contribute(by=at_alder.fiona, goal_id=made.goal_id, role="Letters", speaker_id=at_alder.ian.person_id)
    assert set(kinds(at_alder)) == {"goals.never"}


def test_work_that_leads_to_no_live_goal_is_an_orphan(at_alder) -> None:
    made = story.claims(at_alder)
    with registry.acting(at_alder.fiona, "test"):
        initiative = goals.open_initiative(by=at_alder.fiona, title="Intranet refresh")
    assert kinds(at_alder)["goals.orphans"].signals[0].headline == "“Intranet refresh” leads to no live goal"
    goals.serve(by=at_alder.fiona, initiative_id=initiative.id, goal_id=made.goal_id)
    assert "goals.orphans" not in kinds(at_alder)


def test_a_goal_is_served_through_a_live_goal_below_it_and_through_no_other(at_alder) -> None:
    made = story.claims(at_alder)
    top = goals.set_goal(by=at_alder.fiona, title="Customers stay", why="They leave", owner_id=at_alder.bella.person_id)
    assert kinds(at_alder)["goals.unserved"].count == 1
    goals.contribute(by=at_alder.fiona, goal_id=top.goal_id, below_id=made.goal_id)
    assert "goals.unserved" not in kinds(at_alder)
    goals.turn_goal(by=at_alder.fiona, goal_id=made.goal_id, state="retired", reason="Over")
    assert kinds(at_alder)["goals.unserved"].signals[0].goal_id == top.goal_id


def test_a_ring_of_goals_nobody_works_for_is_unserved(at_alder) -> None:
    from accord.ideas.goals.models import Serves

    ids = [goals.set_goal(by=at_alder.fiona, title=f"Goal {n}", why="Because", owner_id=at_alder.bella.person_id).goal_id for n in range(2)]
    for below, above in (ids, ids[::-1]):
        Serves.objects.create(below_id=below, goal_id=above)
    assert kinds(at_alder)["goals.unserved"].count == 2


def test_a_goal_that_serves_only_ended_goals_is_left_behind(at_alder) -> None:
    made = story.claims(at_alder)
    top = goals.set_goal(by=at_alder.fiona, title="Customers stay", why="They leave", owner_id=at_alder.bella.person_id)
    goals.contribute(by=at_alder.fiona, goal_id=top.goal_id, below_id=made.goal_id)
    goals.turn_goal(by=at_alder.fiona, goal_id=top.goal_id, state="met", reason="Reached")
    assert kinds(at_alder)["goals.stranded"].signals[0].goal_id == made.goal_id


def test_a_goal_nobody_confirmed_for_half_a_year_is_stale_until_its_owner_says_so(at_alder) -> None:
    made = story.claims(at_alder)
    with clock.at(clock.now() + timedelta(days=181)):
        assert set(kinds(at_alder)) == {"goals.stale"}
        goals.still_right(by=at_alder.bella, goal_id=made.goal_id)
        assert kinds(at_alder) == {}


def test_the_owner_is_asked_on_today_and_nobody_else_is(at_alder) -> None:
    story.claims(at_alder)
    with clock.at(clock.now() + timedelta(days=181)):
        asked = [one.kind for one in registry.owed.collect(by=at_alder.bella)]
        others = [one.kind for one in registry.owed.collect(by=at_alder.ian)]
    assert "goals.stale" in asked and "goals.stale" not in others


def test_a_silent_change_of_more_than_two_weeks_calls_for_a_reset(at_alder) -> None:
    made = story.claims(at_alder)
    story.silently(at_alder, made.goal_id)
    assert "goals.reset" not in kinds(at_alder)
    with clock.at(clock.now() + timedelta(days=15)):
        (one,) = kinds(at_alder)["goals.reset"].signals
        assert one.goal_id == made.goal_id and "not everybody was told" in one.affected[0]
        story.call(at_alder, made.goal_id)
        assert "goals.reset" not in kinds(at_alder)


def test_drift_that_leaves_its_usual_range_calls_for_a_reset(at_alder) -> None:
    story.claims(at_alder)
    monday = clock.today() - timedelta(days=clock.today().weekday())
    for n in range(13):
        drift = 0.9 if n == 12 else 0.1 + 0.01 * (n % 2)
        DriftWeek.objects.create(week=monday - timedelta(weeks=13 - n), drift=drift)
    assert signals.called_for(at_alder.fiona)[0].why == ("drift_trend",)


def test_each_week_is_written_down_once_however_often_it_is_asked(at_alder) -> None:
    made = story.claims(at_alder)
    story.silently(at_alder, made.goal_id)
    keep_week()
    keep_week()
    (week,) = DriftWeek.objects.all()
    assert week.unagreed == 1 and week.drift is not None and 0.49 < week.drift < 0.51


def test_a_client_without_goals_has_no_week(at_alder) -> None:
    keep_week()
    assert not DriftWeek.objects.exists()


def test_signals_stay_inside_their_client(cast) -> None:
    with cast.inside():
        made = story.claims(cast)
        story.silently(cast, made.goal_id)
    with cast.inside(cast.brightwell):
        assert queries.list_drift(by=cast.sam) == []


def test_a_long_kind_is_shown_a_part_at_a_time_with_the_count_of_all(at_alder) -> None:
    for n in range(7):
        goals.set_goal(by=at_alder.fiona, title=f"Goal {n}", why="Because", owner_id=at_alder.bella.person_id)
    (first,) = queries.list_drift(by=at_alder.bella, kind="goals.unserved", size=3)
    (rest,) = queries.list_drift(by=at_alder.bella, kind="goals.unserved", start=6, size=3)
    assert (first.count, len(first.signals), len(rest.signals)) == (7, 3, 1)


def test_the_page_costs_the_same_questions_however_much_drifts(cast) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked() -> int:
        browser.get("/alder-mutual/goals/drift/")
        with CaptureQueriesContext(connection) as found:
            assert browser.get("/alder-mutual/goals/drift/").status_code == 200
        return len(found)

    browser = cast.browser("bella")
    counts = []
    for _round in range(2):
        with cast.inside():
            for _n in range(3):
                story.silently(cast, story.claims(cast).goal_id)
        counts.append(asked())
    assert counts[0] == counts[1]


def test_the_page_says_when_nothing_drifts_and_when_it_is_not_clear_yet(cast) -> None:
    browser = cast.browser("fiona")
    assert "Not clear yet" in browser.get("/alder-mutual/goals/drift/").content.decode()
    with cast.inside():
        story.claims(cast)
    assert "<h1>Nothing drifts</h1>" in browser.get("/alder-mutual/goals/drift/").content.decode()


def test_a_kind_nobody_knows_is_not_there(cast) -> None:
    assert cast.browser("fiona").get("/alder-mutual/goals/drift/goals.luck/").status_code == 404


