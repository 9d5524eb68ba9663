"""By when a warning would bite, and whether acting still helps then."""

from datetime import date, timedelta
from enum import StrEnum

SOON, NEXT = 30, 90


class When(StrEnum):
    """Its day has passed; within 30 days; within 90; later; nobody said a day."""

    PASSED = "passed"
    SOON = "soon"
    NEXT = "next"
    LATER = "later"
    UNSAID = "unsaid"


def when(bites_on: date | None, today: date) -> When:
    """Which group of the register it stands in."""
    if bites_on is None:
        return When.UNSAID
    ahead = (bites_on - today).days
    if ahead < 0:
        return When.PASSED
    return When.SOON if ahead <= SOON else When.NEXT if ahead <= NEXT else When.LATER


def last_day(bites_on: date | None, needs: int | None) -> date | None:
    """The last day on which to begin, so that what takes so many days is done when it would bite. None where either is unknown."""
    return bites_on - timedelta(days=needs) if bites_on is not None and needs is not None else None
