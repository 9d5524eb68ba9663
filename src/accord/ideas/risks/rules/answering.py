"""When an answer is due."""

from datetime import date, timedelta
from math import ceil


def answer_day(raised_on: date, act_by: date | None, read_days: int, answer_days: int) -> date:
    """The day by which somebody answers: within `answer_days`, and where there is a last day to act within half the days left until then,
    though never sooner than a warning has to be read."""
    days = answer_days
    if act_by is not None:
        days = min(answer_days, max(read_days, ceil((act_by - raised_on).days / 2)))
    return raised_on + timedelta(days=days)
