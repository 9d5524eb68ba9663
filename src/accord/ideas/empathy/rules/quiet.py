"""When Accord writes to nobody by itself."""

from datetime import datetime

EVENING, MORNING = 18, 8
SATURDAY = 5


def is_quiet(local: datetime, *, begins: int = EVENING, ends: int = MORNING) -> bool:
    """Whether a moment, on the clocks of those written to, is outside working hours: in the evening, at night, at the weekend.
    begins and ends: whole hours."""
    return local.weekday() >= SATURDAY or not ends <= local.hour < begins
