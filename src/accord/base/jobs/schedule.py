"""Jobs that come back: every so many hours or minutes, or every day (week) at a time of day in the installation's time zone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, ParamSpec
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from accord.base import clock

from .job import Job

P = ParamSpec("P")


@dataclass(frozen=True)
class Plan:
    """How often a job comes back, and whether once or once for each client."""

    job: Job[Any]
    hours: int
    at: time | None
    each_client: bool
    minutes: int = 0

    def first(self, now: datetime) -> datetime:
        """Without a time of day at once, else the next time the clock shows it."""
        return now if self.at is None else self._next_day(now, now, 1)

    def following(self, last: datetime, now: datetime) -> datetime:
        """The next time after `now`; what was missed meanwhile is not made up for."""
        if self.at is None:
            return now + timedelta(hours=self.hours, minutes=self.minutes)
        return self._next_day(last, now, self.hours // 24)

    def _next_day(self, start: datetime, now: datetime, days: int) -> datetime:
        zone = ZoneInfo(settings.TIME_ZONE)
        day = start.astimezone(zone).date()
        assert self.at is not None
        while (moment := datetime.combine(day, self.at, zone)) <= now:
            day += timedelta(days=days)
        return moment.astimezone(UTC)


_plans: dict[str, Plan] = {}


def every(*, hours: int = 0, minutes: int = 0, at: str = "", each_client: bool = False) -> Callable[[Job[P]], Job[P]]:
    """Have a job (without arguments) come back. With `at`, such as "06:00", `hours` are whole days."""
    if (hours < 1) == (minutes < 1) or (at and (minutes or hours % 24)):
        raise ValueError("Say hours from 1 on, or minutes; with a time of day, whole days: 24, 48, 168.")

    def plan(job: Job[P]) -> Job[P]:
        _plans[job.name] = Plan(job, hours, time.fromisoformat(at) if at else None, each_client, minutes)
        return job

    return plan


def queue_due() -> int:
    """Queue what is due, each once however many workers ask. Returns how many plans were due."""
    from .models import Schedule

    now = clock.now()
    known = set(Schedule.objects.values_list("name", flat=True))
    for name in _plans.keys() - known:
        Schedule.objects.get_or_create(name=name, defaults={"next_at": _plans[name].first(now)})
    ripe = list(Schedule.objects.filter(name__in=_plans, next_at__lte=now).values_list("name", flat=True))
    return sum(_queue(name, now) for name in ripe)


def _queue(name: str, now: datetime) -> int:
    from accord.base.people.access import each_client

    from .models import Schedule

    plan = _plans[name]
    with transaction.atomic():
        row = Schedule.objects.select_for_update().filter(name=name, next_at__lte=now).first()
        if row is None:
            return 0
        if plan.each_client:
            for client in each_client("a job of the schedule is done for each client"):
                plan.job.later(client_id=client.id)
        else:
            plan.job.later()
        row.next_at = plan.following(row.next_at, now)
        row.save(update_fields=["next_at"])
    return 1
