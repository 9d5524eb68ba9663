"""When Accord writes to nobody by itself: in the evening, at night, at the weekend, on the clocks of those written to."""

from datetime import datetime

from django.utils.timezone import localtime

from accord.base import clock, registry

EVENING, MORNING = 18, 8
SATURDAY = 5


def is_quiet(local: datetime, *, begins: int = EVENING, ends: int = MORNING) -> bool:
    """Whether a moment, on the clocks of those written to, is outside working hours. begins and ends: whole hours."""
    return local.weekday() >= SATURDAY or not ends <= local.hour < begins


def local_now() -> datetime:
    """This moment on the clocks of those who are written to."""
    return localtime(clock.now())


def quiet_now() -> bool:
    """Whether this is outside the hours in which the client in scope wants to be written to; an idea in which they are chosen says which."""
    ends, begins = registry.letter_hours.first() or (MORNING, EVENING)
    return is_quiet(local_now(), begins=begins, ends=ends)
