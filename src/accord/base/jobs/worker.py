"""The loop that does the jobs, one at a time, with a sign of life from a thread beside it."""

import logging
import os
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import InterfaceError, OperationalError, close_old_connections, connections

from accord.base import clock

from . import entry, queue
from .job import GiveUp
from .models import Beat
from .schedule import queue_due

log = logging.getLogger("accord.jobs")
LOOK_EVERY, BEAT_EVERY, TIDY_EVERY, DATABASE_AWAY = 1.0, 10.0, 60.0, 5.0  # seconds
AWAY = (OperationalError, InterfaceError)


def tries_of(name: str) -> int:
    """How many tries a job has; one when the code no longer knows it."""
    try:
        return entry.find(name).tries
    except GiveUp:
        return 1


class Worker:
    """Does jobs until `stop` is set. `name` tells it from every other worker, on this machine and elsewhere."""

    def __init__(self, name: str = "") -> None:
        self.name = (name or f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}")[:64]
        self.stop = threading.Event()

    def run(self) -> None:
        """Until told to stop; the job in hand is finished first. A database that is away for a while is waited for."""
        with self._alive():
            while not self.stop.is_set():
                self.stop.wait(self._turn())

    def run_once(self) -> int:
        """Everything that is due now, as for a cron entry. Returns how many jobs were tried."""
        tried = 0
        self.beat()
        self.tidy()
        with self._alive():
            while not self.stop.is_set() and self.do_one():
                tried += 1
        return tried

    def do_one(self) -> bool:
        """Take one job and do it. False when none is due."""
        row = queue.claim(self.name)
        if row is None:
            return False
        name = queue.name_of(row)
        try:
            job = entry.find(name)
            row.task.call(**row.args_kwargs["kwargs"])
        except (Exception, SystemExit) as error:
            again = queue.went_wrong(row, error, tries_of(name))
            (log.warning if again else log.error)("%s, try %d: %s", name, len(row.worker_ids), queue.reason(error))
        else:
            queue.done(row, job)
        return True

    def tidy(self) -> None:
        """Queue what the schedule asks for, take jobs back from dead workers, remove what is old."""
        queue_due()
        swept = queue.sweep(tries_of)
        if swept:
            log.warning("%d jobs of workers that died were taken back", swept)
        queue.prune()

    def beat(self) -> None:
        """Say that this worker is alive."""
        Beat.objects.update_or_create(worker=self.name, defaults={"seen_at": clock.now()})

    def _turn(self) -> float:
        """One look at the queue; returns how many seconds to wait before the next."""
        try:
            close_old_connections()
            return 0.0 if self.do_one() else LOOK_EVERY
        except AWAY as error:
            log.error("The database does not answer (%s)", type(error).__qualname__)
            connections.close_all()
            return DATABASE_AWAY

    @contextmanager
    def _alive(self) -> Iterator[None]:
        """Signs of life, and tidying, for as long as the block lasts; gone from the list of the living after a clean end."""
        over = threading.Event()
        beside = threading.Thread(target=self._beside, args=(over,), name="accord-beat", daemon=True)
        self.beat()
        beside.start()
        try:
            yield
        finally:
            over.set()
            beside.join()
        Beat.objects.filter(worker=self.name).delete()

    def _beside(self, over: threading.Event) -> None:
        tidied = float("-inf")
        try:
            while not over.is_set():
                try:
                    self.beat()
                    if time.monotonic() - tidied >= TIDY_EVERY:
                        self.tidy()
                        tidied = time.monotonic()
                except AWAY:
                    connections.close_all()
                over.wait(BEAT_EVERY)
        finally:
            connections.close_all()
