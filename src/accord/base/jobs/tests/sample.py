"""Jobs for the tests. What they did is kept in `seen`; `trouble` is raised by the next ones."""

import os
import signal
from pathlib import Path

from accord.base import scope
from accord.base.jobs import every, job

seen: list[object] = []
trouble: list[BaseException] = []


@job(tries=3)
def note(word: str) -> None:
    if trouble:
        raise trouble[0]
    seen.append(word)


@job()
def whose() -> None:
    seen.append(scope.one())


@job(tries=2)
def die_once(marker: str) -> None:
    """Kills its own process the first time, as a power cut would."""
    path = Path(marker)
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    path.write_text("done")


def come_back() -> None:
    seen.append("came back")


daily = job()(come_back)


def plan_daily() -> None:
    every(hours=24, at="06:00")(daily)
