"""Whether warnings are answered: of those that are due, the share read and answered in time, of all of them together and never of one person."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Func, IntegerField, Q
from django.db.models.lookups import LessThanOrEqual

from accord.base import clock, registry, scope
from accord.base.estimate.shares import wilson
from accord.base.people.rules import Actor

from ..models import Risk
from .handling import handling
from .record import YEAR

ENOUGH = 5  # due, before a share is shown


@dataclass(frozen=True)
class Share:
    """Of so many that are due, how many were in time, within how many days."""

    due: int
    in_time: int
    days: int

    @property
    def share(self) -> float | None:
        return self.in_time / self.due if self.due else None

    @property
    def between(self) -> tuple[float, float]:
        return wilson(self.in_time, self.due)

    @property
    def enough(self) -> bool:
        return self.due >= ENOUGH


@dataclass(frozen=True)
class Answered:
    """Read and answered in time. What is not due yet is left out, what is overdue and open counts as not in time."""

    read: Share
    answered: Share


@scope.once
def answered() -> Answered:
    """Of the warnings of the last twelve months: counted in the database, as `rules.response` counts them."""
    now, days = clock.today(), handling()
    found = Risk.objects.filter(warned_on__gte=now - YEAR).order_by().aggregate(
        **_counted("read", "read_on", days.read_days, now), **_counted("answered", "answered_on", days.answer_days, now)
    )
    return Answered(*(Share(found[f"{name}_due"], found[f"{name}_in_time"], n) for name, n in (("read", days.read_days), ("answered", days.answer_days))))


class DaysTaken(Func):
    """From one day to a later one, counted by the database itself: a sum of days by Django calls Python for each row on SQLite."""

    output_field = IntegerField()
    arity = 2
    template = "(%(expressions)s)"
    arg_joiner = " - "

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        later, earlier = self.get_source_expressions()
        days = Func(later, function="julianday"), Func(earlier, function="julianday")
        return DaysTaken(*days).as_sql(compiler, connection, **more)


def _counted(name: str, field: str, days: int, now: date) -> dict[str, Count]:
    done = {f"{field}__isnull": False}
    return {
        f"{name}_due": Count("id", filter=Q(**done) | Q(warned_on__lt=now - timedelta(days=days))),
        f"{name}_in_time": Count("id", filter=LessThanOrEqual(DaysTaken(F(field), F("warned_on")), days)),
    }


@dataclass(frozen=True)
class AnsweredShown:
    """Of warnings that are due, the shares read and answered in time, each with its 90 % interval; None while fewer than five are due."""

    read_within_days: int
    read: float | None
    read_between: list[float]
    answered_within_days: int
    answered: float | None
    answered_between: list[float]


@registry.query("risks.show_answered", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def show_answered(*, by: Actor) -> AnsweredShown:
    """Whether warnings of the last twelve months were read and answered in time, of all of them together and of nobody in particular."""
    found = answered()

    def told(one: Share) -> tuple[float | None, list[float]]:
        return (one.share, list(one.between)) if one.enough else (None, [0.0, 1.0])

    return AnsweredShown(found.read.days, *told(found.read), found.answered.days, *told(found.answered))
