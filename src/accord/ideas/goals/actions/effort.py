"""Saying where the work goes: hours that were counted, a two-minute estimate, and how much attention each goal was to get."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from .. import queries
from ..models import COUNTED, DAYS, ESTIMATE, HOURS, SHARES, Attention, Effort, Initiative
from ..models.effort import alone
from ..queries.effort import first_day
from ..queries.taking import PerDay
from .words import GoalId, InitiativeId

Month = Annotated[date, Field(description="Any day of the month.")]
MOST = Decimal(100_000)  # hours of one piece of work in a month


@dataclass(frozen=True)
class Share:
    """One initiative's part of an estimate: at least and at most, in the unit of the estimate."""

    initiative_id: Annotated[UUID, Field(description="The initiative.")]
    low: Annotated[Decimal, Field(description="At least.", ge=0, le=100_000)]
    high: Annotated[Decimal, Field(description="At most.", ge=0, le=100_000)]


@dataclass(frozen=True)
class EffortKept:
    """Hours as they are kept now for one initiative and month: of an entry, all that was said of it."""

    initiative_id: UUID
    month: date
    low: float
    high: float
    kind: str


def _kept(row: Effort) -> EffortKept:
    assert row.initiative_id is not None
    return EffortKept(row.initiative_id, row.month, float(row.said_low * _in_hours(row)), float(row.said_high * _in_hours(row)), row.kind)


def _in_hours(row: Effort) -> Decimal:
    return row.per_day if row.unit == DAYS else (row.whole or Decimal(0)) / 100 if row.unit == SHARES else Decimal(1)


def _month(day: date) -> date:
    month = first_day(day)
    if month.year < 2000 or month > clock.today():
        raise registry.Mistake(_("That month is still to come, or before the year 2000. Choose another."), "month")
    return month


@registry.action("goals.note_effort", may="goals.edit", doors={registry.API, registry.CLI, registry.MCP}, shows=_kept)
def note_effort(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    month: Month,
    amount: Annotated[Decimal, Field(description="How much was counted, of all who worked on it together.", ge=0, le=100_000)],
    unit: Annotated[Literal["hours", "days"], Field(description="`hours`, or `days` for people-days.")] = "hours",
    per_day: PerDay = Decimal(8),
    source: Annotated[str, Field(description="Where it was counted, such as the name of a tool.", min_length=1, max_length=60)],
    reference: Annotated[str, Field(description="What it is called there; sent again, what it says now takes the place of what it said.", max_length=200)] = "",
) -> Effort:
    """Say how many hours or people-days an initiative took in a month, as they were counted. Never of one person: say the sum of all."""
    initiative, month = queries.initiative(initiative_id), _month(month)
    hours, source, reference = amount * (per_day if unit == DAYS else 1), source.strip(), reference.strip()
    if hours > MOST:
        raise registry.Mistake(_("That is more than a month can hold. Look at the unit."), "amount")
    key = hashlib.sha256(f"note\n{source}\n{reference}".encode()).hexdigest() if reference else alone()
    Initiative.objects.select_for_update().get(id=initiative.id)  # the same entry sent twice at once is looked for one after the other
    said = {"kind": COUNTED, "unit": unit, "said_low": amount, "said_high": amount, "per_day": per_day, "source": source, "reference": reference}
    before = list(Effort.objects.filter(key=key).order_by("part")) if reference else []
    if before and before[-1].initiative_id == initiative.id and before[-1].month == month and sum(one.low for one in _of(before, before[-1])) == hours:
        return before[-1]
    row = _instead(before, initiative, month, hours, key, said)
    payload = {"month": month.isoformat(), "hours": str(hours), "source": source, "reference": reference}
    journal.record(by=by, event="goals.effort_noted", subject=initiative, payload=payload)
    return row


def _of(rows: Sequence[Effort], last: Effort) -> list[Effort]:
    return [one for one in rows if (one.initiative_id, one.month) == (last.initiative_id, last.month)]


def _instead(before: Sequence[Effort], initiative: Initiative, month: date, hours: Decimal, key: str, said: dict[str, object]) -> Effort:
    """The row that makes the sum right, after rows that take back what stood elsewhere."""
    sums: dict[tuple[UUID | None, date], Decimal] = {}
    for one in before:
        sums[one.initiative_id, one.month] = sums.get((one.initiative_id, one.month), Decimal(0)) + one.low
    part = len(before)
    for (elsewhere, then), kept in sums.items():
        if kept and (elsewhere, then) != (initiative.id, month):
            Effort.objects.create(initiative_id=elsewhere, month=then, low=-kept, high=-kept, key=key, part=part, **said)
            part += 1
    more = hours - sums.get((initiative.id, month), Decimal(0))
    return Effort.objects.create(initiative=initiative, month=month, low=more, high=more, key=key, part=part, **said)


def _shown(rows: list[Effort]) -> list[EffortKept]:
    return [_kept(one) for one in rows]


@registry.action("goals.estimate_effort", may="goals.edit", doors={registry.API, registry.CLI, registry.MCP}, shows=_shown)
def estimate_effort(
    *,
    by: Actor,
    month: Month,
    parts: Annotated[list[Share], Field(description="What went into each initiative, at least and at most.", min_length=1, max_length=200)],
    unit: Annotated[
        Literal["hours", "days", "shares"], Field(description="`hours`, `days` for people-days, or `shares` for per cent of the whole.")
    ] = "hours",
    per_day: PerDay = Decimal(8),
    whole: Annotated[Decimal | None, Field(description="All hours of the month together; needed for shares.", gt=0, le=100_000)] = None,
) -> list[Effort]:
    """Estimate in two minutes how the work of a month was shared out. A newer estimate of the same initiative and month takes the place of the older one;
    where hours were counted, they hold."""
    month = _month(month)
    _refuse_unclear(parts, unit, whole)
    times = {HOURS: Decimal(1), DAYS: per_day, SHARES: (whole or Decimal(0)) / 100}[unit]
    work = {one.initiative_id: queries.initiative(one.initiative_id) for one in parts}
    rows = []
    for one in parts:
        low, high = one.low * times, one.high * times
        row = Effort.objects.create(initiative=work[one.initiative_id], month=month, kind=ESTIMATE, low=low, high=high, unit=unit, said_low=one.low,
                                    said_high=one.high, per_day=per_day, whole=whole if unit == SHARES else None)  # fmt: skip
        payload = {"month": month.isoformat(), "low": str(one.low), "high": str(one.high), "unit": unit}
        journal.record(by=by, event="goals.effort_estimated", subject=work[one.initiative_id], payload=payload)
        rows.append(row)
    return rows


def _refuse_unclear(parts: Sequence[Share], unit: str, whole: Decimal | None) -> None:
    if len({one.initiative_id for one in parts}) < len(parts):
        raise registry.Mistake(_("An initiative is named twice. Say each one once."), "parts")
    if any(one.low > one.high for one in parts):
        raise registry.Mistake(_("“At least” is more than “at most”. Turn them round."), "parts")
    if any(max(one.low, one.high) > MOST / 24 for one in parts) and unit == DAYS:
        raise registry.Mistake(_("That is more than a month can hold. Look at the unit."), "parts")
    if unit == SHARES and whole is None:
        raise registry.Mistake(_("Say how many hours the whole month was."), "whole")
    if unit == SHARES and (any(one.high > 100 for one in parts) or sum(one.low for one in parts) > 100):
        raise registry.Mistake(_("The shares make more than 100 per cent, even where each is least. Make them smaller."), "parts")


@dataclass(frozen=True)
class AttentionShown:
    """How much of the work a goal was to get, in per cent; None where it is not said."""

    goal_id: UUID
    share: int | None


def _attention(row: Attention) -> AttentionShown:
    return AttentionShown(row.goal_id, row.share)


@registry.action("goals.set_attention", may="goals.edit", doors={registry.API, registry.CLI, registry.MCP}, shows=_attention)
def set_attention(
    *,
    by: Actor,
    goal_id: GoalId,
    share: Annotated[int | None, Field(description="Of all the work, in per cent; left out, it is not said any more.", ge=0, le=100)] = None,
) -> Attention:
    """Say how much of all the work a goal is to get. It makes no new version of the goal: it is how the year is shared out, not what the goal means."""
    goal = queries.goal(goal_id)
    last = Attention.objects.filter(goal=goal).last()
    if last is not None and last.share == share:
        return last
    row = Attention.objects.create(goal=goal, share=share, by_id=by.person_id)
    journal.record(by=by, event="goals.attention_set", subject=goal, payload={"share": share, "before": last.share if last else None})
    return row
