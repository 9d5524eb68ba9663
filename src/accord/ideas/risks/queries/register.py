"""The register: warnings by the day they would bite, a page at a time, and how many of each kind there are.

Made for very many: counts come from one grouped query, a page is found along an index from where the last one ended."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from accord.base import clock, scope
from accord.ideas.goals.models import GoalVersion

from ..models import ACCEPTED, ACTING, ANSWERS, CURRENT, DECLINED, ENDED, WAITS, Estimate, Risk, Turn

A_PAGE = 50
OPEN_STATES = (WAITS, ACTING, ACCEPTED, DECLINED)
ROW_PARTS = ("goal", "raised_by__team", "answerer__team", "ending__event")
AHEAD = 50  # how many of the nearest are looked through for one that can still be acted on


@dataclass(frozen=True)
class Counts:
    """How many there are in each state, and of the open ones how many threaten each goal."""

    by_state: Counter[str]
    by_goal: Counter[UUID]

    @property
    def open(self) -> int:
        return sum(self.by_state[one] for one in OPEN_STATES)


@dataclass(frozen=True)
class Found:
    """A page of warnings in their order; more: whether others follow."""

    rows: list[Risk]
    more: bool


@scope.once
def counted() -> Counts:
    """In two queries, however many there are."""
    grouped = list(Risk.objects.values_list("goal", "state").annotate(n=Count("id")).order_by())
    goal_of = dict(GoalVersion.objects.filter(id__in={version for version, *_rest in grouped if version}).values_list("id", "goal"))
    states: Counter[str] = Counter()
    goals: Counter[UUID] = Counter()
    for version, state, n in grouped:
        states[state] += n
        if version and state != ENDED:
            goals[goal_of[version]] += n
    return Counts(states, goals)


def waiting_count() -> int:
    """How many have no answer yet."""
    return Risk.objects.filter(state=WAITS).count()


def overdue_count() -> int:
    """How many should have been answered by now."""
    return Risk.objects.filter(state=WAITS, answer_by__lt=clock.today()).count()


def page(*, states: Iterable[str] = OPEN_STATES, goal_id: UUID | None = None, after: UUID | None = None, size: int = A_PAGE) -> Found:
    """Warnings in these states by the day they would bite, those without a day last; after: the id of the last one shown."""
    rows = _of(goal_id)
    last = Risk.objects.filter(id=after).first() if after else None
    ids = [] if last and last.bites_on is None else _dated(rows, states, last, size + 1)
    if len(ids) <= size:
        ids += _undated(rows, states, last if last and last.bites_on is None else None, size + 1 - len(ids))
    return _found(ids, size)


def over(*, after: UUID | None = None, size: int = A_PAGE) -> Found:
    """Warnings that are over, the newest first."""
    rows = Risk.objects.filter(state=ENDED)
    rows = rows.filter(id__lt=after) if after else rows
    return _found(list(rows.order_by("-id").values_list("id", flat=True)[: size + 1]), size)


def of_work(*, initiative_id: UUID | None = None, goal_id: UUID | None = None, size: int = 3) -> Found:
    """The open warnings about one piece of work, or of one goal, nearest first."""
    if goal_id:
        return page(goal_id=goal_id, size=size)
    rows = Risk.objects.filter(initiative=initiative_id).exclude(state=ENDED)
    return _found(list(rows.order_by(F("bites_on").asc(nulls_last=True), "id").values_list("id", flat=True)[: size + 1]), size)


def _of(goal_id: UUID | None) -> QuerySet[Risk]:
    if goal_id is None:
        return Risk.objects.all()
    versions = list(GoalVersion.objects.filter(goal=goal_id).values_list("id", flat=True))
    return Risk.objects.filter(goal__in=versions)


def _dated(rows: QuerySet[Risk], states: Iterable[str], last: Risk | None, most: int) -> list[UUID]:
    """One state after the other, each along its index, then put together: no sort of everything there is."""
    found: list[tuple[date | None, UUID]] = []
    for state in states:
        some = rows.filter(state=state, bites_on__isnull=False)
        if last is not None:
            some = some.filter(bites_on__gte=last.bites_on).filter(Q(bites_on__gt=last.bites_on) | Q(id__gt=last.id))
        found += some.order_by("bites_on", "id").values_list("bites_on", "id")[:most]
    return [id for _day, id in sorted(found, key=lambda one: (one[0] or date.max, one[1]))[:most]]


def _undated(rows: QuerySet[Risk], states: Iterable[str], last: Risk | None, most: int) -> list[UUID]:
    some = rows.filter(state__in=list(states), bites_on=None)
    some = some.filter(id__gt=last.id) if last is not None else some
    return list(some.order_by("id").values_list("id", flat=True)[:most])


def _found(ids: list[UUID], size: int) -> Found:
    kept = Risk.objects.select_related(*ROW_PARTS).in_bulk(ids[:size])
    return Found([kept[id] for id in ids[:size]], len(ids) > size)


def nearest(goal_id: UUID | None = None) -> list[Risk]:
    """The nearest that are still ahead: those without an answer, or where there are none all that are open."""
    today, rows = clock.today(), _of(goal_id).select_related("answerer")
    waits = list(rows.filter(state=WAITS, bites_on__gte=today).order_by("bites_on", "id")[:AHEAD])
    if waits:
        return waits
    found = [one for state in (ACTING, ACCEPTED, DECLINED) for one in rows.filter(state=state, bites_on__gte=today).order_by("bites_on", "id")[:AHEAD]]
    return sorted(found, key=lambda one: (one.bites_on, one.id))[:AHEAD]


@scope.once_each
def answers_of(risk_ids: Iterable[UUID]) -> dict[UUID, Turn]:
    """The newest answer to each, in one query."""
    found = Turn.objects.select_related("by").filter(risk__in=list(risk_ids), kind__in=ANSWERS)
    return {one.risk_id: one for one in found}  # in the order of time: the newest stands


@scope.once_each
def first_said(risk_ids: Iterable[UUID]) -> dict[UUID, Estimate]:
    """The first chance that was stated of each as it was then, in one query."""
    first: dict[UUID, Estimate] = {}
    for one in Estimate.objects.filter(risk__in=list(risk_ids), level=CURRENT, chance_low__isnull=False):
        first.setdefault(one.risk_id, one)
    return first


def last_over(goal_id: UUID) -> Risk | None:
    """The newest warning of a goal that is over: what is told where nothing is open."""
    return _of(goal_id).filter(state=ENDED).order_by("-id").first()
