"""Setting what can be borne."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from ..models import Tolerance
from .words import BOTH

MOST = 12  # points


@dataclass(frozen=True)
class Point:
    """At most this chance of losing more than an amount within twelve months."""

    amount: Annotated[float, Field(description="In the client's currency.", gt=0, le=1e15)]
    chance: Annotated[float, Field(description="In 100, at most.", gt=0, le=100)]


@dataclass(frozen=True)
class ToleranceShown:
    """What can be borne, as doors show it."""

    points: list[Point]
    agreed_by: str
    agreed_on: date

    @staticmethod
    def of(row: Tolerance) -> "ToleranceShown":
        return ToleranceShown([Point(amount, chance * 100) for amount, chance in row.points], row.agreed_by, row.agreed_on)


@registry.action("risks.set_tolerance", may="risks.edit", doors=BOTH, shows=ToleranceShown.of)
def set_tolerance(
    *,
    by: Actor,
    points: Annotated[list[Point], Field(description="Two or more, the more dear the less likely.", min_length=1, max_length=MOST)],
    agreed_by: Annotated[str, Field(description="Who agreed to it, as it is printed.", min_length=1, max_length=200)],
    agreed_on: Annotated[date | None, Field(description="When; left out, today.")] = None,
) -> Tolerance:
    """Set what can be borne within twelve months: at most this chance of losing more than this amount. What was agreed before stays written down."""
    ordered = sorted(points, key=lambda point: point.amount)
    if len(ordered) < 2:
        raise registry.Mistake(_("Give two amounts at least, each with its chance: one point is no line."), "points")
    for less, more in pairwise(ordered):
        if less.amount == more.amount:
            raise registry.Mistake(_("An amount is there twice. Give each its own chance."), "points")
        if more.chance >= less.chance:
            raise registry.Mistake(_("Losing more must be less likely: the chance for the larger amount is not lower."), "points")
    if not agreed_by.strip():
        raise registry.Mistake(_("Say who agreed to it: the page prints it."), "agreed_by")
    day = agreed_on or clock.today()
    if day > clock.today():
        raise registry.Mistake(_("Choose the day on which it was agreed, today or before."), "agreed_on")
    kept = [[point.amount, point.chance / 100] for point in ordered]
    row = Tolerance.objects.create(points=kept, agreed_by=agreed_by.strip(), agreed_on=day, set_by_id=by.person_id)
    payload = {"points": kept, "agreed_by": row.agreed_by, "agreed_on": day.isoformat()}
    journal.record(by=by, event="risks.tolerance_set", subject=row, payload=payload)
    return row
