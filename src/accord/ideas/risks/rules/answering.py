"""By when a warning is answered."""

import math
from datetime import date, timedelta


def answer_day(raised_on: date, act_by: date | None, read_days: int, answer_days: int) -> date:
    """The day an answer is due: after `answer_days`, sooner where the last day to act is near, so that half of the time left remains for acting;
    never before the days given for reading it."""
    if act_by is None:
        return raised_on + timedelta(days=answer_days)
    half = math.ceil((act_by - raised_on).days / 2)
    return raised_on + timedelta(days=min(answer_days, max(read_days, half)))
