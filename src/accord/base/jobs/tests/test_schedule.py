"""Jobs that come back."""

from datetime import UTC, datetime, time
from uuid import UUID

import pytest

from accord.base import clock
from accord.base.jobs import every, schedule
from accord.base.jobs.schedule import Plan
from accord.base.jobs.tests import sample
from accord.base.jobs.worker import Worker


@pytest.fixture(autouse=True)
def _only_ours(monkeypatch: pytest.MonkeyPatch, settings) -> None:
    monkeypatch.setattr(schedule, "_plans", {})
    settings.TIME_ZONE = "Europe/Dublin"
    sample.seen.clear()


@pytest.mark.django_db
def test_a_daily_job_is_queued_once_a_day_at_its_time_however_often_it_is_looked_at() -> None:
    sample.plan_daily()
    queued = []
    with clock.at(datetime(2026, 11, 2, 5, 50, tzinfo=UTC)):
        for _ in range(300):
            if schedule.queue_due():
                queued.append(f"{clock.now():%d %H:%M}")
            clock.tick(minutes=10)
    assert queued == ["02 06:00", "03 06:00", "04 06:00"]


@pytest.mark.django_db
def test_what_was_missed_while_nobody_worked_is_done_once() -> None:
    sample.plan_daily()
    with clock.at(datetime(2026, 11, 2, 5, tzinfo=UTC)):
        schedule.queue_due()
        clock.tick(days=9)
        assert [schedule.queue_due(), schedule.queue_due()] == [1, 0]
        worker = Worker("w")
        assert [worker.do_one(), worker.do_one()] == [True, False]


def test_six_in_the_morning_stays_six_when_the_clocks_change() -> None:
    plan = Plan(sample.daily, 24, time(6), False)
    friday = datetime(2026, 10, 23, 5, tzinfo=UTC)  # six in summer time
    saturday = plan.following(friday, friday)
    sunday = plan.following(saturday, saturday)
    assert (saturday, sunday) == (datetime(2026, 10, 24, 5, tzinfo=UTC), datetime(2026, 10, 25, 6, tzinfo=UTC))


def test_a_weekly_job_stays_on_its_day() -> None:
    plan = Plan(sample.daily, 168, time(6), False)
    monday = datetime(2026, 11, 2, 6, tzinfo=UTC)
    assert plan.following(monday, datetime(2026, 11, 18, tzinfo=UTC)) == datetime(2026, 11, 23, 6, tzinfo=UTC)


def test_an_hourly_job_starts_at_once() -> None:
    plan = Plan(sample.daily, 1, None, False)
    now = datetime(2026, 11, 2, 5, 17, tzinfo=UTC)
    assert plan.first(now) == now and plan.following(now, now) == datetime(2026, 11, 2, 6, 17, tzinfo=UTC)


def test_a_time_of_day_needs_whole_days() -> None:
    with pytest.raises(ValueError):
        every(hours=5, at="06:00")


@pytest.mark.django_db
def test_a_job_for_each_client_runs_once_in_the_scope_of_each() -> None:
    from accord.base.people.actions import NOBODY_YET, begin

    begun = begin(
        by=NOBODY_YET, provider="Fernhill", client="Alder Mutual", business_team="Claims", it_team="Delivery",
        name="Fiona", email="fiona@fernhill.example", job="Service delivery lead", password=None,
    )
    every(hours=1, each_client=True)(sample.whose)
    schedule.queue_due()
    worker = Worker("w")
    while worker.do_one():
        pass
    assert sample.seen == [UUID(str(begun.client.id))]
