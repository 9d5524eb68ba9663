"""What drifts among the goals of a client, counted where the rows are: light tuples, and a constant number of queries at any size.

Links that are not current stand in one of three kinds, each in one only: nobody was *told* of a change; they were told and have not *agreed* since; and
they never agreed at all. A link made after the last change cannot have missed it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from accord.base import clock, scope

from ..models import Goal, GoalVersion, Initiative, Serves
from ..rules import HALF_LIVES, Stage
from ..rules.serving import LIVE

NAMED = 3  # of what is affected; the rest is counted

TOLD = Q(told=F("goal__asks"))
MISSED = Q(agreed__isnull=False) | Q(since__lt=F("goal__asks_since"))  # the goal moved while they worked for it
BEHIND = {
    "silent": ~TOLD & MISSED,
    "suspect": TOLD & Q(agreed__isnull=False),
    "never": Q(agreed__isnull=True) & (TOLD | ~MISSED),
}


@dataclass(frozen=True)
class Behind:
    """One goal with links that are not current. links: how many of the kind; since: when it began."""

    goal_id: UUID
    since: datetime
    links: int


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
    """By kind, the goals whose links are behind, longest first: one query."""
    counts = {f"{kind}_links": Count("id", filter=which) for kind, which in BEHIND.items()}
    rows = (
        _open().filter(~Q(agreed=F("goal__asks"))).order_by().values("goal_id")
        .annotate(changed=Min("goal__asks_since"), begun=Min("since", filter=BEHIND["never"]), **counts)
        .values_list("goal_id", "changed", "begun", *counts)
    )  # fmt: skip
    found: dict[str, list[Behind]] = {kind: [] for kind in BEHIND}
    for goal_id, changed, begun, *links in rows:
        for kind, n in zip(BEHIND, links, strict=True):
            if n:
                found[kind].append(Behind(goal_id, begun if kind == "never" else changed, n))
    return {kind: tuple(sorted(some, key=lambda one: (one.since, one.goal_id))) for kind, some in found.items()}


def behind(kind: str) -> tuple[Behind, ...]:
    """Goals with links of a kind: silent, suspect or never."""
    return _behind()[kind]


@scope.once
def link_counts() -> tuple[int, int]:
    """How many links of live goals there are, and how many of them are current."""
    found = _open().aggregate(every=Count("id"), current=Count("id", filter=Q(agreed=F("goal__asks"))))
    return found["every"], found["current"]


def titles(goal_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What goals say now."""
    return dict(GoalVersion.objects.filter(goal__in=set(goal_ids), number=F("goal__newest")).values_list("goal_id", "title"))


def affected(goal_ids: Iterable[UUID], kind: str) -> dict[UUID, list[str]]:
    """The first few teams and pieces of work behind each goal, by name."""
    first = (
        _open().filter(~Q(agreed=F("goal__asks")), BEHIND[kind], goal__in=list(goal_ids))
        .annotate(nth=Window(RowNumber(), partition_by=["goal_id"], order_by=["since", "id"])).filter(nth__lte=NAMED)
        .order_by("goal_id", "nth").values_list("goal_id", "initiative__title", "team__name", "role", "below_id")
    )  # fmt: skip
    rows = list(first)
    below = titles(row[-1] for row in rows if row[-1])
    found: dict[UUID, list[str]] = {}
    for goal_id, work, team, role, below_id in rows:
        found.setdefault(goal_id, []).append(work or team or role or below.get(below_id, ""))
    return found


def orphans(start: int, size: int) -> Page:
    """Initiatives under way that serve no live goal; nothing where no goal is live."""
    leads = Exists(_open().filter(initiative=OuterRef("pk")))
    every = Initiative.objects.exclude(stages__stage=Stage.CLOSED).filter(~leads).order_by("opened_at", "id")
    if not Goal.objects.filter(state=LIVE).exists():
        every = every.none()
    return Page(every.count(), tuple(Dated(*row) for row in every.values_list("id", "title", "opened_at")[start : start + size]))


def stranded(start: int, size: int) -> Page:
    """Live goals that serve goals, none of which is live."""
    up = Serves.objects.filter(ended_at=None, below=OuterRef("pk"))
    every = Goal.objects.filter(Exists(up), ~Exists(up.filter(goal__state=LIVE)), state=LIVE).order_by("made_at", "id")
    return _named(every.count(), list(every.values_list("id", "made_at")[start : start + size]))


def stale(start: int, size: int) -> Page:
    """Live goals nobody has said to be right for longer than a goal's half-life."""
    every = Goal.objects.filter(state=LIVE, confirmed_at__lt=clock.now() - timedelta(days=HALF_LIVES["goal"])).order_by("confirmed_at", "id")
    return _named(every.count(), list(every.values_list("id", "confirmed_at")[start : start + size]))


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
    idle = Exists(Goal.objects.filter(~Exists(own), pk=OuterRef("goal_id"), state=LIVE))
    up: dict[UUID, list[UUID]] = {}
    served = set[UUID]()
    for lower, upper in Serves.objects.filter(idle, ended_at=None, below__state=LIVE).values_list("below_id", "goal_id"):
        if lower in without:
            up.setdefault(lower, []).append(upper)
        else:
            served.add(upper)
    ahead = list(served)
    while ahead:
        for upper in up.get(ahead.pop(), ()):
            if upper not in served:
                served.add(upper)
                ahead.append(upper)
    return tuple((id, made) for id, made in without.items() if id not in served)


def _named(count: int, rows: list[tuple[UUID, datetime]]) -> Page:
    called = titles(id for id, _ in rows) if rows else {}
    return Page(count, tuple(Dated(id, called.get(id, ""), since) for id, since in rows))
