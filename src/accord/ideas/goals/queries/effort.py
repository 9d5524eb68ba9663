"""Where the work went, month by month: hours are added up in the database, and a month is read in a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, cast
from uuid import UUID

from django.db.models import Case, Count, FloatField, Max, Q, Sum, When
from django.db.models.functions import Coalesce
from pydantic import Field

from accord.base import clock, registry, scope
from accord.base.people.rules import Actor

from ..models import COUNTED, ESTIMATE, Attention, Effort, Initiative, Serves, WorkName
from ..rules import Stage
from ..rules.effort import NOTHING, Hours, Picture, picture
from ..rules.serving import LIVE
from . import drifting
from .initiatives import stages

LATELY = 3  # months: what is older says nothing of how the work goes now
NOTHING_LEFT = 1e-6  # hours: what was taken back whole, in the sum of numbers as computers add them
KEPT = 24  # months that can be looked at
MOST_ASKED, MOST_OFFERED = 40, 500  # initiatives or goals in one form, and in one list to choose from


@dataclass(frozen=True)
class Spent:
    """What went into one initiative in a month. counted: from entries; otherwise as the newest estimate says."""

    hours: Hours
    counted: bool


@dataclass(frozen=True)
class Name:
    """A name of work nobody matched, or one that was set aside, with its hours."""

    id: UUID
    hours: Hours


@dataclass(frozen=True)
class Month:
    """One month: its picture, and what it is made of. serves: the live goals of each initiative."""

    month: date
    work: dict[UUID, Spent]
    serves: dict[UUID, list[UUID]]
    unmatched: tuple[Name, ...]
    aside: tuple[Name, ...]
    picture: Picture


@dataclass(frozen=True)
class Source:
    """Where hours of a month come from: a file, a tool, or an estimate. rows: how many entries."""

    kind: str
    name: str
    rows: int
    at: datetime


def first_day(day: date) -> date:
    return day.replace(day=1)


def back(month: date, months: int) -> date:
    """The first day of the month so many months before."""
    year, place = divmod(month.year * 12 + month.month - 1 - months, 12)
    return date(year, place + 1, 1)


@scope.once
def newest() -> date | None:
    """The last month that is over and of which something is known, if it is not long ago."""
    now = first_day(clock.today())
    found = Effort.objects.filter(month__lt=now, month__gte=back(now, LATELY)).order_by("-month").values_list("month", flat=True)
    return cast("date | None", found.first())


@scope.once
def months() -> tuple[date, ...]:
    """The months of which something is known, newest first; the one that is not over is among them."""
    return tuple(Effort.objects.order_by("-month").values_list("month", flat=True).distinct()[:KEPT])


@scope.once
def attention() -> dict[UUID, int]:
    """How much of the work each live goal was to get, in per cent; goals of which it is not said are not in it."""
    said = dict(Attention.objects.filter(goal__state=LIVE).order_by("at", "id").values_list("goal_id", "share"))
    return {goal: share for goal, share in said.items() if share is not None}


@scope.once
def of_month(month: date) -> Month:
    work, unmatched, aside = _counted(month)
    for id, spent in _estimated(month).items():
        work.setdefault(id, spent)
    served = _served(work)
    asked = attention()
    seen = picture(
        {str(id): one.hours for id, one in work.items()}, _texts(served), {str(goal): float(share) for goal, share in asked.items()},
        _texts(_above()) if asked and any(goal not in asked for goals in served.values() for goal in goals) else {},
        sum((one.hours for one in unmatched), Hours()),
    )  # fmt: skip
    return Month(month, work, served, unmatched, aside, seen)


@scope.once
def now() -> Month | None:
    """The month drift is read from."""
    month = newest()
    return of_month(month) if month else None


def _texts(found: dict[UUID, list[UUID]]) -> dict[str, list[str]]:
    return {str(one): [str(other) for other in others] for one, others in found.items()}


def _counted(month: date) -> tuple[dict[UUID, Spent], tuple[Name, ...], tuple[Name, ...]]:
    """One row for each initiative, and one for each name that is none."""
    to = Coalesce("initiative_id", "work__initiative_id")
    rows = (
        Effort.objects.filter(month=month, kind=COUNTED).order_by().annotate(to=to, name=Case(When(to=None, then="work_id"), default=None))
        .values_list("to", "name", "work__aside").annotate(hours=Sum("low", output_field=FloatField()))
    )  # fmt: skip
    work: dict[UUID, Spent] = {}
    unmatched: list[Name] = []
    aside: list[Name] = []
    for id, name, set_aside, hours in rows:
        if id is not None:
            before = work[id].hours.low if id in work else 0.0  # of rows of its own and rows under a name
            work[id] = Spent(Hours(before + hours, before + hours), True)
        elif hours > NOTHING_LEFT:
            (aside if set_aside else unmatched).append(Name(name, Hours(hours, hours)))
    heaviest = sorted(unmatched, key=lambda name: (-name.hours.mid, name.id))
    return {id: spent for id, spent in work.items() if spent.hours.high > NOTHING_LEFT}, tuple(heaviest), tuple(aside)


def _estimated(month: date) -> dict[UUID, Spent]:
    rows = Effort.objects.filter(month=month, kind=ESTIMATE).order_by("at", "id").values_list("initiative_id", "low", "high")
    newest_ones = {id: Spent(Hours(float(low), float(high)), False) for id, low, high in rows if id}
    return {id: spent for id, spent in newest_ones.items() if spent.hours.high > 0}


def last_said(month: date, initiative_ids: Iterable[UUID], *, counted: bool) -> dict[UUID, datetime]:
    """When hours of initiatives were counted, or estimated, last."""
    ids = list(initiative_ids)
    to = Coalesce("initiative_id", "work__initiative_id")
    rows = Effort.objects.filter(month=month, kind=COUNTED if counted else ESTIMATE).order_by().annotate(to=to).filter(to__in=ids)
    return dict(rows.values_list("to").annotate(last=Max("at"))) if ids else {}


def _served(work: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    ties = Serves.objects.filter(ended_at=None, goal__state=LIVE, initiative__in=list(work)).order_by("id").values_list("initiative_id", "goal_id")
    found: dict[UUID, list[UUID]] = {}
    for id, goal in ties:
        if id is not None:
            found.setdefault(id, []).append(goal)
    return found


def _above() -> dict[UUID, list[UUID]]:
    """The live goals above each live goal."""
    ties = Serves.objects.filter(ended_at=None, below__state=LIVE, goal__state=LIVE).order_by("id").values_list("below_id", "goal_id")
    found: dict[UUID, list[UUID]] = {}
    for lower, upper in ties:
        if lower is not None:
            found.setdefault(lower, []).append(upper)
    return found


def sources(month: date) -> list[Source]:
    """Newest first."""
    counted = (
        Effort.objects.filter(month=month, kind=COUNTED).order_by().values_list("sheet__name", "source").annotate(rows=Count("id"), last=Max("at"))
    )
    found = [Source(COUNTED, sheet or source, rows, last) for sheet, source, rows, last in counted]
    said = Effort.objects.filter(month=month, kind=ESTIMATE).aggregate(rows=Count("id"), last=Max("at"))
    if said["rows"]:
        found.append(Source(ESTIMATE, "", said["rows"], said["last"]))
    return sorted(found, key=lambda one: one.at, reverse=True)


def titles(initiative_ids: Iterable[UUID]) -> dict[UUID, str]:
    return dict(Initiative.objects.filter(id__in=list(initiative_ids)).values_list("id", "title"))


def heaviest(month: Month, goals: Iterable[str]) -> dict[str, list[str]]:
    """By goal, the work that gives it most hours first, by its title."""
    wanted = set(goals)
    parts = [(goal, share * month.work[UUID(work)].hours.mid, UUID(work)) for work, landed in month.picture.landed.items()
             for goal, share in landed if goal in wanted]  # fmt: skip
    called, found = titles(work for _goal, _hours, work in parts), dict[str, list[str]]()
    for goal, _hours, work in sorted(parts, key=lambda one: (-one[1], one[2])):
        found.setdefault(goal, []).append(called.get(work, ""))
    return found


def names(name_ids: Iterable[UUID]) -> dict[UUID, str]:
    return {one.id: one.name for one in WorkName.objects.filter(id__in=list(name_ids))}


def any_names() -> bool:
    return WorkName.objects.exists()


def open_work() -> list[tuple[UUID, str]]:
    """Initiatives an estimate asks for: those furthest on the road first, closed ones not at all."""
    rows = list(Initiative.objects.exclude(stages__stage=Stage.CLOSED).order_by("-opened_at").values_list("id", "title")[:MOST_ASKED * 4])
    reached, order = stages([id for id, _title in rows]), list(Stage)
    return sorted(rows, key=lambda row: -order.index(reached[row[0]]))[:MOST_ASKED]


def all_work() -> list[tuple[UUID, str]]:
    """What a name can be matched to, by title."""
    return list(Initiative.objects.order_by("title", "id").values_list("id", "title")[:MOST_OFFERED])


@dataclass(frozen=True)
class NameNow:
    """A name of work with all its hours, and what it was matched to. months: of how many months."""

    row: WorkName
    hours: float


def names_of_work() -> list[NameNow]:
    """What nobody matched first, each by its hours."""
    rows = WorkName.objects.select_related("initiative").annotate(hours=Sum("effort__low", filter=Q(effort__kind=COUNTED)))
    found = [NameNow(row, float(row.hours or 0)) for row in rows]
    return sorted(found, key=lambda one: (one.row.initiative_id is not None or one.row.aside, -one.hours, one.row.name))


def work_name(work_id: UUID) -> WorkName:
    """One name of the scope, or NotThere."""
    found = WorkName.objects.select_related("initiative").filter(id=work_id).first()
    if found is None:
        raise registry.NotThere(str(work_id))
    return found


@dataclass(frozen=True)
class WorkNameShown:
    """What other tools call a piece of work, and what it is here. aside: no work on anything both sides planned."""

    work_id: UUID
    name: str
    initiative_id: UUID | None
    aside: bool


def name_shown(row: WorkName) -> WorkNameShown:
    return WorkNameShown(row.id, row.name, row.initiative_id, row.aside)


@registry.query("goals.list_work_names", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def list_work_names(*, by: Actor) -> list[WorkNameShown]:
    """What other tools call our work: names nobody matched first, those with most hours before others."""
    return [name_shown(one.row) for one in names_of_work()]


@dataclass(frozen=True)
class WorkShown:
    """Hours of one initiative. goal_ids: the live goals between which they are split equally; none where it leads to no goal."""

    initiative_id: UUID
    title: str
    low: float
    high: float
    kind: str
    goal_ids: list[UUID]


@dataclass(frozen=True)
class GoalEffort:
    """Hours of a goal, and their share of all hours, beside the share of attention it was to get (both 0 to 1)."""

    goal_id: UUID
    title: str
    low: float
    high: float
    share_low: float
    share_high: float
    wanted: float


@dataclass(frozen=True)
class UnmatchedShown:
    """Hours under a name nobody matched to an initiative."""

    work_id: UUID
    name: str
    hours: float


@dataclass(frozen=True)
class EffortShown:
    """Where the work of a month went. orphan_share: of the matched hours, what leads to no live goal. out_of_step: 0 to 1, None where `why_not` says
    why it is not shown: `nothing`, `unmatched`, `no_shares` or `not_tied`. hours_to_move: what would have to go elsewhere, about."""

    month: date | None
    low: float
    high: float
    goals: list[GoalEffort]
    work: list[WorkShown]
    unmatched: list[UnmatchedShown]
    orphan_share: float | None
    out_of_step: float | None
    hours_to_move: float | None
    why_not: str


@registry.query("goals.list_effort", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def list_effort(
    *, by: Actor, month: Annotated[date | None, Field(description="Any day of the month; left out, the last month of which something is known.")] = None
) -> EffortShown:
    """Where the work of a month went: hours by initiative and by goal, against the share of attention each goal was to get. Never by person."""
    which = first_day(month) if month else newest()
    if which is None:
        return EffortShown(None, 0, 0, [], [], [], None, None, None, NOTHING)
    return _shown(of_month(which))


def _shown(found: Month) -> EffortShown:
    seen, called = found.picture, titles(found.work)
    goals = drifting.titles(UUID(goal) for goal in seen.goals)
    unmatched = names(one.id for one in found.unmatched)
    return EffortShown(
        found.month, seen.total.low, seen.total.high,
        [_goal(UUID(goal), goals.get(UUID(goal), ""), hours, seen) for goal, hours in seen.goals.items()],
        [WorkShown(id, called.get(id, ""), one.hours.low, one.hours.high, COUNTED if one.counted else ESTIMATE, found.serves.get(id, []))
         for id, one in found.work.items()],
        [UnmatchedShown(one.id, unmatched.get(one.id, ""), one.hours.mid) for one in found.unmatched],
        seen.orphans, seen.found.tv if seen.found else None, seen.found.to_move if seen.found else None, seen.why_not,
    )  # fmt: skip


def _goal(id: UUID, title: str, hours: Hours, seen: Picture) -> GoalEffort:
    share = seen.share(str(id)) or Hours()
    return GoalEffort(id, title, hours.low, hours.high, share.low, share.high, seen.wants.get(str(id), 0.0))
