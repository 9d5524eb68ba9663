"""When an answer is due, and when a warning would bite, in words the page groups them by."""

from datetime import date, timedelta
from math import ceil

SOON, LATER = 30, 90
NEXT_30, TO_90, BEYOND, NO_DAY = "next_30_days", "31_to_90_days", "later", "no_day"
GROUPS = (NEXT_30, TO_90, BEYOND, NO_DAY)


def answer_day(raised_on: date, act_by: date | None, read_days: int, answer_days: int) -> date:
    """The day by which somebody answers: within `answer_days`, and where there is a last day to act within half the days left until then,
    though never sooner than a warning has to be read."""
    days = answer_days
    if act_by is not None:
        days = min(answer_days, max(read_days, ceil((act_by - raised_on).days / 2)))
    return raised_on + timedelta(days=days)


def bites(bites_on: date | None, today: date) -> str:
    """In which group of the register a warning stands. One whose day has passed stands first: it is over, or it is wrong."""
    if bites_on is None:
        return NO_DAY
    days = (bites_on - today).days
    return NEXT_30 if days <= SOON else TO_90 if days <= LATER else BEYOND


def still_in_time(bites_on: date | None, needs: int | None) -> date | None:
    """The last day on which starting to act still helps; None where the day or the days it takes are not known."""
    if bites_on is None or needs is None:
        return None
    return bites_on - timedelta(days=needs)
