"""What a job is, and how it is asked for."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, ParamSpec
from uuid import UUID

P = ParamSpec("P")
KEPT = timedelta(days=7)


class TryAgain(Exception):
    """It did not work this time. The sentence is kept and shown to the operator: nothing of a client's, no address of a link."""


class GiveUp(Exception):
    """It can never work; no further try. The sentence is kept and shown to the operator, as with TryAgain."""


@dataclass(frozen=True)
class Job(Generic[P]):
    """A function that can be done later. Calling it does it now, for tests and for other jobs."""

    function: Callable[P, None]
    queue: str
    tries: int
    priority: int
    kept: timedelta  # how long the finished job is kept; zero removes it at once

    @property
    def name(self) -> str:
        """Where the worker finds it again."""
        return f"{self.function.__module__}.{self.function.__qualname__}"

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        self.function(*args, **kwargs)

    def later(self, *, client_id: UUID | None = None, after: datetime | None = None, **arguments: Any) -> UUID:
        """Queue it, in the present transaction. `arguments` are the function's own, plain JSON; with `client_id` it runs in that client's scope;
        `after` is the earliest moment (aware). Returns the queued job's id. Raises TypeError for arguments the function does not take."""
        from .entry import run

        inspect.signature(self.function).bind(**arguments)
        wanted = run.using(queue_name=self.queue, priority=self.priority, run_after=after)
        return UUID(wanted.enqueue(job=self.name, client=str(client_id) if client_id else None, arguments=arguments).id)


def job(*, queue: str = "default", tries: int = 5, priority: int = 0, kept: timedelta = KEPT) -> Callable[[Callable[P, None]], Job[P]]:
    """Make a module's function a job. It may run twice, so it looks before it acts."""

    def make(function: Callable[P, None]) -> Job[P]:
        if {"client_id", "after"} & set(inspect.signature(function).parameters):
            raise TypeError(f"{function.__qualname__}: client_id and after are for later(). The client is scope.one().")
        return Job(function, queue, tries, priority, kept)

    return make
