"""What drifts among the goals of a client, counted where the rows are: light tuples, and a constant number of queries at any size.

Links that are not current stand in one of three kinds, each in one only: nobody was *told* of a change; they were told and have not *agreed* since; and
they never agreed at all. A link made after the last change cannot have missed it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from accord.base import clock, scope

from ..models import Goal, GoalVersion, Initiative, Serves
from ..rules import HALF_LIVES, Stage
from ..rules.serving import LIVE, reached

FEW = 400  # goals that are asked for by name; more are picked from all
NAMED = 3  # of what is affected; the rest is counted

TOLD = Q(told=F("goal__asks"))
MISSED = Q(agreed__isnull=False) | Q(since__lt=F("goal__asks_since"))  # the goal moved while they worked for it
BEHIND = {
    "silent": ~TOLD & MISSED,
    "suspect": TOLD & Q(agreed__isnull=False),
    "never": Q(agreed__isnull=True) & (TOLD | ~MISSED),
}


Behind = tuple[UUID, int]  # a goal with links that are not current, and how many of one kind


@dataclass(frozen=True)
class Called:
    """A goal with links behind: what it says, since when they are, and the first few of them by name."""

    title: str
    since: datetime
    names: tuple[str, ...]


@dataclass(frozen=True)
class Dated:
    """A goal or an initiative by its name, and since when it is as it is."""

    id: UUID
    title: str
    since: datetime


@dataclass(frozen=True)
class Page:
    """How many there are, and some of them, worst first."""

    count: int
    rows: tuple[Dated, ...]


def _open() -> QuerySet[Serves]:
    return Serves.objects.filter(ended_at=None, goal__state=LIVE)


@scope.once
def _behind() -> dict[str, tuple[Behind, ...]]:
    """By kind, the goals whose links are behind, those that changed longest ago first: one query, and nothing in it that takes time to read."""
    counts = {f"{kind}_links": Count("id", filter=which) for kind, which in BEHIND.items()}
    rows = _open().filter(~Q(agreed=F("goal__asks"))).values("goal_id").annotate(changed=Min("goal__asks_since"), **counts).order_by("changed", "goal_id")
    found = list(rows.values_list("goal_id", *counts))
    return {kind: tuple((row[0], row[place]) for row in found if row[place]) for place, kind in enumerate(BEHIND, start=1)}


def behind(kind: str) -> tuple[Behind, ...]:
    """Goals with links of a kind: silent, suspect or never."""
    return _behind()[kind]


@scope.once
def oldest_silent() -> datetime | None:
    """When the goal changed that somebody has not been told of for longest."""
    first = behind("silent")[:1]
    return Goal.objects.values_list("asks_since", flat=True).get(id=first[0][0]) if first else None


@scope.once
def link_counts() -> tuple[int, int]:
    """How many links of live goals there are, and how many of them are current: what is behind, and what ended goals hold, is counted and taken off."""
    ties = Serves.objects.filter(ended_at=None)
    every = ties.count() - ties.filter(goal__in=Goal.objects.exclude(state=LIVE).values("id")).count()
    return every, every - sum(links for some in _behind().values() for _, links in some)


def titles(goal_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What goals say now."""
    return dict(GoalVersion.objects.filter(goal__in=set(goal_ids), number=F("goal__newest")).values_list("goal_id", "title"))


def called(goal_ids: Iterable[UUID], kind: str) -> dict[UUID, Called]:
    """Goals with links of a kind: the first few teams and pieces of work behind them by name, in two queries."""
    first = (
        _open().filter(~Q(agreed=F("goal__asks")), BEHIND[kind], goal__in=list(goal_ids))
        .annotate(nth=Window(RowNumber(), partition_by=["goal_id"], order_by=["since", "id"])).filter(nth__lte=NAMED)
        .order_by("goal_id", "nth")
        .values_list("goal_id", "goal__asks_since", "since", "initiative__title", "team__name", "role", "below_id")
    )  # fmt: skip
    rows = list(first)
    said = titles({row[0] for row in rows} | {row[-1] for row in rows if row[-1]})
    found: dict[UUID, Called] = {}
    for goal_id, changed, begun, work, team, role, below_id in rows:
        known = found.get(goal_id) or Called(said.get(goal_id, ""), begun if kind == "never" else changed, ())
        found[goal_id] = replace(known, names=(*known.names, work or team or role or said.get(below_id, "")))
    return found


def orphans(start: int, size: int) -> Page:
    """Initiatives under way that serve no live goal; nothing where no goal is live."""
    leads = Exists(_open().filter(initiative=OuterRef("pk")))
    every = Initiative.objects.exclude(stages__stage=Stage.CLOSED).filter(~leads).order_by("opened_at", "id")
    if not Goal.objects.filter(state=LIVE).exists():
        every = every.none()
    count, rows = _part(every, start, size, "id", "title", "opened_at")
    return Page(count, tuple(Dated(*row) for row in rows))


def stranded(start: int, size: int) -> Page:
    """Live goals that serve goals, none of which is live."""
    up = Serves.objects.filter(ended_at=None, below=OuterRef("pk"))
    every = Goal.objects.filter(Exists(up), ~Exists(up.filter(goal__state=LIVE)), state=LIVE).order_by("made_at", "id")
    return _named(*_part(every, start, size, "id", "made_at"))


def stale(start: int, size: int) -> Page:
    """Live goals nobody has said to be right for longer than a goal's half-life."""
    every = Goal.objects.filter(state=LIVE, confirmed_at__lt=clock.now() - timedelta(days=HALF_LIVES["goal"])).order_by("confirmed_at", "id")
    return _named(*_part(every, start, size, "id", "confirmed_at"))


def unserved(start: int, size: int) -> Page:
    """Live goals nobody works for, neither directly nor through a live goal below."""
    every = _unserved()
    return _named(len(every), list(every[start : start + size]))


@scope.once
def _unserved() -> tuple[tuple[UUID, datetime], ...]:
    """Goals without work of their own are few; only among them the work of goals below is looked for."""
    own = Serves.objects.filter(ended_at=None, below=None, goal=OuterRef("pk"))
    without = dict(Goal.objects.filter(~Exists(own), state=LIVE).order_by("made_at", "id").values_list("id", "made_at"))
    if not without:
        return ()
    ties = Serves.objects.filter(ended_at=None, below__state=LIVE)
    if len(without) <= FEW:
        ties = ties.filter(goal__in=list(without))
    up: dict[UUID, list[UUID]] = {}
    served = set[UUID]()
    for lower, upper in ties.values_list("below_id", "goal_id"):
        if upper not in without:
            continue
        if lower in without:
            up.setdefault(lower, []).append(upper)
        else:
            served.add(upper)
    served |= reached(served, up)
    return tuple((id, made) for id, made in without.items() if id not in served)


def _part(every: QuerySet[Any], start: int, size: int, *fields: str) -> tuple[int, list[Any]]:
    """How many rows there are in all, and some of them: one query, unless there are none so far on."""
    rows = [(count, row) for *row, count in every.annotate(every=Window(Count("pk"))).values_list(*fields, "every")[start : start + size]]
    if rows:
        return rows[0][0], [row for _, row in rows]
    return (every.count() if start else 0), []


def _named(count: int, rows: list[tuple[UUID, datetime]]) -> Page:
    called = titles(id for id, _ in rows) if rows else {}
    return Page(count, tuple(Dated(id, called.get(id, ""), since) for id, since in rows))
