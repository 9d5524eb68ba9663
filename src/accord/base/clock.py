"""What time it is. Everything asks here, so a story of a year can be told in a test and in the demo."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta

_held: ContextVar[datetime | None] = ContextVar("held", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _held.get() or datetime.now(UTC)


def today() -> date:
    """The present day in UTC."""
    return now().date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Hold the clock at a moment (aware) until the block ends; `tick` moves it on."""
    token = _held.set(moment)
    try:
        yield
    finally:
        _held.reset(token)


def tick(**by: float) -> None:
    """Move a held clock on, with the arguments of `timedelta`. A running clock cannot be moved."""
    held = _held.get()
    if held is None:
        raise RuntimeError("Only a held clock can be moved: use clock.at(...) first.")
    _held.set(held + timedelta(**by))
