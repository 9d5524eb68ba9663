"""The queue's rows: taking a job, and saying what became of it. The one place that knows how django-tasks-db stores them."""

import random
import traceback
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django_tasks.base import TaskResultStatus as Status
from django_tasks_db.models import DBTaskResult, get_date_max

from accord.base import clock

from .job import GiveUp, Job, TryAgain
from .models import Beat

Row = DBTaskResult[Any, None]
FIRST_PAUSE, GROWTH, LONGEST_PAUSE = timedelta(seconds=30), 4, timedelta(hours=6)
DEAD_AFTER = timedelta(seconds=60)
FINISHED_KEPT, FAILED_KEPT, BEATS_KEPT = timedelta(days=7), timedelta(days=90), timedelta(days=1)
LATE = timedelta(minutes=10)


@dataclass(frozen=True)
class Failed:
    """A job that used up its tries."""

    id: UUID
    job: str
    tries: int
    reason: str
    at: datetime | None


def _in(status: Status) -> "QuerySet[Row]":
    return DBTaskResult.objects.filter(status=status)


def _ready() -> "QuerySet[Row]":
    return _in(Status.READY).filter(Q(run_after=get_date_max()) | Q(run_after__lte=clock.now()))


def name_of(row: Row) -> str:
    """The job's name, such as accord.base.jobs.mail.deliver."""
    return str(row.args_kwargs["kwargs"].get("job", row.task_path))


def claim(worker: str) -> Row | None:
    """Take the next job that is due. An empty queue is found out by reading alone, so a waiting worker never takes SQLite's write lock."""
    if not _ready().exists():
        return None
    with transaction.atomic():
        row = _ready().select_for_update(skip_locked=True).first()
        if row is not None:
            row.claim(worker)
        return row


def _mine(row: Row) -> "QuerySet[Row]":
    """The row as long as nobody else was given the job meanwhile."""
    return _in(Status.RUNNING).filter(id=row.id, worker_ids=row.worker_ids)


def done(row: Row, job: Job[Any]) -> None:
    if not job.kept:
        _mine(row).delete()
    else:
        _mine(row).update(status=Status.SUCCESSFUL, finished_at=clock.now(), exception_class_path="", traceback="")


def pause(tries_made: int, chance: float) -> timedelta:
    """How long to wait after so many tries: four times as long each time, up to six hours, and up to a fifth more or less by `chance` (0 to 1)."""
    return min(FIRST_PAUSE * GROWTH ** min(tries_made - 1, 20), LONGEST_PAUSE) * (0.8 + 0.4 * chance)


def went_wrong(row: Row, error: BaseException, tries: int) -> bool:
    """Give the job another try later, or leave it failed. Returns whether it gets one."""
    again = len(row.worker_ids) < tries and not isinstance(error, GiveUp)
    told = {"exception_class_path": f"{type(error).__module__}.{type(error).__qualname__}", "traceback": reason(error)}
    if again:
        _mine(row).update(status=Status.READY, run_after=clock.now() + pause(len(row.worker_ids), random.random()), **told)
    else:
        _mine(row).update(status=Status.FAILED, finished_at=clock.now(), **told)
    return again


def reason(error: BaseException) -> str:
    """What may be kept of an error: our own sentence, or its kind and place. Other messages can quote a client, and the queue is everybody's."""
    if isinstance(error, TryAgain | GiveUp):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__qualname__}{where}"


def sweep(tries_of: Any) -> int:
    """Give back the jobs of workers without a sign of life; those that used up their tries fail. `tries_of(name)` says how many a job has."""
    alive = set(Beat.objects.filter(seen_at__gt=clock.now() - DEAD_AFTER).values_list("worker", flat=True))
    swept = 0
    for row in _in(Status.RUNNING):
        if row.worker_ids and row.worker_ids[-1] in alive:
            continue
        if len(row.worker_ids) < tries_of(name_of(row)):
            swept += _mine(row).update(status=Status.READY, run_after=get_date_max())
        else:
            swept += _mine(row).update(status=Status.FAILED, finished_at=clock.now(), exception_class_path="", traceback="The worker died doing it.")
    return swept


def prune() -> None:
    """Remove what finished a week ago, what failed three months ago, and the beats of workers long gone."""
    now = clock.now()
    _in(Status.SUCCESSFUL).filter(finished_at__lt=now - FINISHED_KEPT).delete()
    _in(Status.FAILED).filter(finished_at__lt=now - FAILED_KEPT).delete()
    Beat.objects.filter(seen_at__lt=now - BEATS_KEPT).delete()


def failed() -> list[Failed]:
    """Jobs that used up their tries, oldest first."""
    rows = _in(Status.FAILED).order_by("finished_at")
    return [Failed(row.id, name_of(row), len(row.worker_ids), row.traceback, row.finished_at) for row in rows]


def retry_failed() -> int:
    """Give every failed job its tries again, at once."""
    return _in(Status.FAILED).update(status=Status.READY, run_after=get_date_max(), worker_ids=[], finished_at=None)


def late() -> int:
    """How many jobs have been due for ten minutes and nobody took them."""
    since = clock.now() - LATE
    return _ready().filter(Q(run_after__lt=since) | Q(run_after=get_date_max(), enqueued_at__lt=since)).count()
