"""How far goals had drifted, week by week, and how far they have this week."""

from datetime import date, timedelta

from accord.base import clock, scope

from ..models import DriftWeek, Goal, Reset
from ..rules import Record, drift, freshness
from ..rules.serving import LIVE
from . import drifting, effort
from .resets import UNDER_WAY

KEPT = 104  # weeks looked at: the usual range is known from the first of them


@scope.once
def recent() -> tuple[DriftWeek, ...]:
    """The weeks written down, oldest first."""
    return tuple(DriftWeek.objects.order_by("-week")[:KEPT][::-1])


@scope.once
def in_reset() -> bool:
    """Whether a reset is under way."""
    return Reset.objects.filter(UNDER_WAY).exists()


def monday() -> date:
    """Of this week."""
    return clock.today() - timedelta(days=clock.today().weekday())


def is_kept() -> bool:
    """Whether this week is written down."""
    return DriftWeek.objects.filter(week=monday()).exists()


def of_this_week() -> DriftWeek:
    """This week's drift, not written down yet. Nothing known where no goal is live."""
    every, current = drifting.link_counts()
    now = clock.now()
    ages = [(now - at).total_seconds() / 86_400 for at in Goal.objects.filter(state=LIVE).values_list("confirmed_at", flat=True)]
    mean = freshness(Record(str(place), "goal", age) for place, age in enumerate(ages)).mean
    unagreed = 1 - current / every if every else None
    stale = None if mean is None else 1 - mean
    month = effort.now()
    orphans = month.picture.orphans if month else None
    out_of_step = month.picture.found.tv if month and month.picture.found else None
    parts = {"unagreed": unagreed, "orphans": orphans, "out_of_step": out_of_step, "stale": stale}
    return DriftWeek(week=monday(), drift=drift(*parts.values()), **parts)
