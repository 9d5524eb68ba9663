"""What came true, and how early it was told: the earliest warning sealed before the day, whether it was answered, and what it had said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from accord.base import clock, registry, scope
from accord.base.people.rules import Actor

from ..models import CURRENT, UNNAMED, Ending, Estimate, Event, Risk
from ..rules.leadtime import Came, LeadTime, Warned, lead_time

YEAR = timedelta(days=365)
WEEK = timedelta(days=6)  # from its Monday to its last day
MOST = 200


def sealed_on(row: Risk) -> date:
    """The day from which a warning counts as told. Of one without a name no day is said that its week does not say: it counts from the last
    day of its week on, so that how early it was can be told to everybody."""
    return max(row.warned_on, row.week + WEEK) if row.week else row.warned_on


@dataclass(frozen=True)
class CameTrue:
    """Something that came true, with the warnings of it that were sealed before the day, the earliest first, and what each of them had said."""

    event: Event
    warnings: tuple[Risk, ...]
    said: dict[UUID, Estimate]

    @property
    def first(self) -> Risk | None:
        return self.warnings[0] if self.warnings else None

    @property
    def told_on(self) -> date | None:
        return sealed_on(self.first) if self.first else None

    @property
    def ahead(self) -> int:
        """Days before it came true that it was told; 0 where nobody had said so."""
        return (self.event.happened_on - self.told_on).days if self.told_on else 0

    @property
    def at_least(self) -> bool:
        """It was told without a name, so only its week is known."""
        return self.first is not None and self.first.how == UNNAMED

    @cached_property
    def answered_on(self) -> date | None:
        """When one of them was first answered, in time to count: not after the day itself."""
        return min((one.answered_on for one in self.warnings if one.answered_on and one.answered_on <= self.event.happened_on), default=None)

    @property
    def needs(self) -> int | None:
        """Days it takes to act: as is known now, or else as was said at most before."""
        return self.event.needs if self.event.needs is not None else next((one.needs_high for one in self.warnings if one.needs_high is not None), None)

    @property
    def had_said(self) -> Estimate | None:
        """What it would cost, in the earliest words about it."""
        return next((found for one in self.warnings if (found := self.said.get(one.id)) and found.loss_low is not None), None)


@dataclass(frozen=True)
class Recorded:
    """What came true from a day on, the latest first, and the figures of all of it."""

    since: date | None
    rows: tuple[CameTrue, ...]
    leads: LeadTime


def _since() -> date:
    return clock.today() - YEAR


def recorded(since: date | None = None) -> Recorded:
    """Everything that came true from a day on; all of it without one."""
    events = Event.objects.filter(happened_on__gte=since) if since else Event.objects.all()
    within = Q(event__happened_on__gte=since) | Q(event=None, on__gte=since) if since else Q()
    every = list(Ending.objects.select_related("risk").filter(within).order_by("id"))
    said = last_said(every)
    rows = tuple(_came_true(list(events), every, said))
    return Recorded(since, rows, lead_time([_came(row) for row in rows], list(_warned(rows, every, said))))


@scope.once
def lately() -> Recorded:
    """The last twelve months."""
    return recorded(_since())


@scope.once
def of_work(initiative_id: UUID) -> tuple[CameTrue, ...]:
    """What came true of one piece of work, the latest first: of itself, or of a warning about it."""
    of_it = Q(initiative=initiative_id) | Q(id__in=Ending.objects.filter(risk__initiative=initiative_id).exclude(event=None).values("event"))
    events = list(Event.objects.filter(of_it)[:MOST])
    endings = list(Ending.objects.select_related("risk").filter(event__in=[one.id for one in events]).order_by("id"))
    return tuple(_came_true(events, endings, last_said(endings)))


def _came_true(events: Iterable[Event], endings: Iterable[Ending], said: dict[UUID, Estimate]) -> Iterator[CameTrue]:
    of: dict[UUID, list[Risk]] = {}
    for ending in endings:
        if ending.event_id:
            of.setdefault(ending.event_id, []).append(ending.risk)
    for event in events:
        before = sorted((one for one in of.get(event.id, ()) if sealed_on(one) < event.happened_on), key=lambda one: (sealed_on(one), one.id))
        yield CameTrue(event, tuple(before), {one.id: said[one.id] for one in before if one.id in said})


def last_said(endings: Iterable[Ending]) -> dict[UUID, Estimate]:
    """By warning, how likely and how dear it was said to be, as last said before it came true or was over. What was said on the day or later is hindsight."""
    until = {one.risk_id: one.event.happened_on if one.event else one.on for one in _with_events(endings)}
    found: dict[UUID, Estimate] = {}
    for one in Estimate.objects.filter(risk__in=list(until), level=CURRENT):
        if one.at.date() < until[one.risk_id]:
            found[one.risk_id] = one
    return found


def _with_events(endings: Iterable[Ending]) -> list[Ending]:
    rows = list(endings)
    events = Event.objects.in_bulk({one.event_id for one in rows if one.event_id})
    for one in rows:
        one.event = events[one.event_id] if one.event_id else None
    return rows


def chance_of(said: Estimate | None) -> float | None:
    """One chance for a range: its middle."""
    if said is None or said.chance_low is None or said.chance_high is None:
        return None
    return (said.chance_low + said.chance_high) / 2


def _came(row: CameTrue) -> Came:
    return Came(str(row.event.id), row.event.happened_on.toordinal(), row.needs or 0)


def _warned(rows: Iterable[CameTrue], endings: Iterable[Ending], said: dict[UUID, Estimate]) -> Iterator[Warned]:
    for row in rows:
        for one in row.warnings:
            yield Warned(str(row.event.id), sealed_on(one).toordinal(), chance_of(said.get(one.id)), True)
    for ending in endings:
        if not ending.came_true:
            yield Warned(str(ending.risk_id), sealed_on(ending.risk).toordinal(), chance_of(said.get(ending.risk_id)), False)


@dataclass(frozen=True)
class CameTrueShown:
    """Something that came true, as doors show it. days_ahead: 0 where nobody had said; at_least: it was said without a name, so only its week is known.
    answered_on_day: days from the warning to its answer, None without an answer or where the day is not known."""

    id: UUID
    title: str
    happened_on: date
    days_ahead: int
    at_least: bool
    answered: bool
    answered_on_day: int | None
    days_to_act: int | None
    in_time: bool
    cost_low: float | None
    cost_high: float | None
    learned: str
    warning_ids: list[UUID]

    @staticmethod
    def of(row: CameTrue) -> "CameTrueShown":
        event = row.event
        day = (row.answered_on - row.told_on).days if row.answered_on and row.told_on and not row.at_least else None
        return CameTrueShown(
            event.id, event.title, event.happened_on, row.ahead, row.at_least, row.answered_on is not None, day, row.needs,
            0 < row.ahead >= (row.needs or 0), event.cost_low, event.cost_high, event.learned, [one.id for one in row.warnings],
        )  # fmt: skip


@dataclass(frozen=True)
class RecordShown:
    """How early we were told of what came true within twelve months. Shares with their 90 % intervals; None where nothing is known.
    mean_days_ahead counts 0 where nobody had said; typical_days_ahead is of those that were said. false_alarms: of warnings stated at
    50 in 100 or more that are over, the share that did not come true."""

    came_true: list[CameTrueShown]
    said_beforehand: float | None
    said_between: list[float]
    in_time: float | None
    in_time_between: list[float]
    mean_days_ahead: float | None
    typical_days_ahead: float | None
    false_alarms: float | None
    stated_high: int


@registry.query("risks.show_record", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def show_record(*, by: Actor) -> RecordShown:
    """How early we were told: what came true in the last twelve months, how many days ahead somebody had said so, and whether it was answered."""
    found = lately()
    leads = found.leads
    return RecordShown(
        [CameTrueShown.of(row) for row in found.rows[:MOST]], leads.told, list(leads.told_between), leads.timely, list(leads.timely_between),
        leads.mean_lead, leads.median_lead, leads.false_alarms, leads.stated,
    )  # fmt: skip
