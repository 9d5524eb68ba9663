"""Reads about resets. What each side wrote is read by nobody before both have, or a facilitator opened it: not by a page, not by a door."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.db.models import Q
from pydantic import Field

from accord.base import registry, scope
from accord.base.people.rules import Actor

from ..models import GoalVersion, Picture, Reset, ResetGoal, ResetItem, ResetNote, ResetPart, ResetPoint
from ..rules.resetting import Step, step
from .contributors import LinkNow, links

UNDER_WAY = Q(closed_at=None, stopped_at=None)


@dataclass(frozen=True)
class Part:
    """Somebody who takes part, and whether they wrote. picture: only once all are opened."""

    row: ResetPart
    wrote: bool
    picture: Picture | None

    @property
    def called(self) -> str:
        return self.row.person.called


@dataclass(frozen=True)
class ResetNow:
    """A reset with everything about it that may be seen now."""

    row: Reset
    goals: tuple[ResetGoal, ...]
    titles: dict[UUID, GoalVersion]  # as each goal stands now
    parts: tuple[Part, ...]
    agenda: tuple[ResetItem, ...]
    points: tuple[ResetPoint, ...]
    note: ResetNote | None
    links: tuple[LinkNow, ...]

    @property
    def step(self) -> Step:
        row = self.row
        settled = all(one.after_id for one in self.goals)
        return step(opened=bool(row.opened_at), met=settled, closed=bool(row.closed_at), stopped=bool(row.stopped_at))

    @property
    def wrote(self) -> int:
        return sum(one.wrote for one in self.parts)

    @property
    def current(self) -> int:
        return sum(one.is_current for one in self.links)

    def side(self, side: str) -> list[Part]:
        return [one for one in self.parts if one.row.side == side]

    @property
    def called(self) -> str:
        return ", ".join(self.titles[one.goal_id].title for one in self.goals)


@dataclass(frozen=True)
class PartShown:
    """Somebody who takes part. picture: what they wrote, empty until all is opened."""

    person: str
    side: str
    picture: str


@dataclass(frozen=True)
class ResetShown:
    """A reset as doors show it."""

    id: UUID
    step: str
    why: str
    goal_ids: list[UUID]
    goals: list[str]
    called_at: datetime
    picture_on: date
    answer_by: date
    look_again: date | None
    asked: int
    wrote: int
    people: list[PartShown]
    links: int
    current: int
    closed_at: datetime | None

    @staticmethod
    def of(row: Reset) -> "ResetShown":
        return ResetShown.told(reset(row.id))

    @staticmethod
    def told(now: ResetNow) -> "ResetShown":
        row = now.row
        people = [PartShown(one.called, one.row.side, one.picture.words if one.picture else "") for one in now.parts]
        return ResetShown(
            row.id, now.step.value, row.why, [one.goal_id for one in now.goals], [now.titles[one.goal_id].title for one in now.goals], row.called_at,
            row.picture_on, row.answer_by, row.look_again, len(now.parts), now.wrote, people, len(now.links), now.current, row.closed_at,
        )  # fmt: skip


def load(rows: Iterable[Reset]) -> list[ResetNow]:
    """Resets in a constant number of queries."""
    found = list(rows)
    ids = [row.id for row in found]
    goals = list(ResetGoal.objects.select_related("before", "after__changed_by", "goal").filter(reset__in=ids).order_by("id"))
    stand = GoalVersion.objects.select_related("goal", "owner").filter(goal__in={one.goal_id for one in goals})
    titles = {one.goal_id: one for one in stand if one.number == one.goal.newest}
    parts = _parts({row.id: row for row in found})
    agenda, points = list(ResetItem.objects.filter(reset__in=ids)), list(ResetPoint.objects.filter(reset__in=ids))
    notes = {one.reset_id: one for one in ResetNote.objects.select_related("by").filter(reset__in=ids)}
    open_ = links(sorted({one.goal_id for one in goals})) if goals else []
    return [
        ResetNow(
            row,
            mine := tuple(one for one in goals if one.reset_id == row.id),
            titles,
            tuple(parts.get(row.id, [])),
            tuple(one for one in agenda if one.reset_id == row.id),
            tuple(one for one in points if one.reset_id == row.id),
            notes.get(row.id),
            tuple(one for one in open_ if one.row.goal_id in {goal.goal_id for goal in mine} and _was_there(one, row)),
        )
        for row in found
    ]


def _was_there(link: LinkNow, row: Reset) -> bool:
    """What began to serve a goal after its reset was over had no part in it."""
    return row.closed_at is None or link.row.since <= row.closed_at


def _parts(resets: dict[UUID, Reset]) -> dict[UUID, list[Part]]:
    """The words of a picture are not even read while it is sealed."""
    rows = list(ResetPart.objects.select_related("person__team").filter(reset__in=list(resets)).order_by("asked_at", "id"))
    wrote = set(Picture.objects.filter(part__in=[row.id for row in rows]).order_by().values_list("part_id", flat=True))
    opened = [row.id for row in rows if resets[row.reset_id].opened_at is not None]
    newest = {one.part_id: one for one in Picture.objects.filter(part__in=opened).order_by("at", "id")} if opened else {}
    found: dict[UUID, list[Part]] = {}
    for row in rows:
        found.setdefault(row.reset_id, []).append(Part(row, row.id in wrote, newest.get(row.id)))
    return found


def reset(reset_id: UUID) -> ResetNow:
    """One reset of the scope, or NotThere."""
    found = load(Reset.objects.select_related("called_by", "client").filter(id=reset_id))
    if not found:
        raise registry.NotThere(str(reset_id))
    return found[0]


@scope.once
def under_way() -> tuple[ResetNow, ...]:
    """Resets that are not over."""
    return tuple(load(Reset.objects.select_related("called_by", "client").filter(UNDER_WAY)))


def lately(since: datetime) -> list[ResetNow]:
    """Resets that were called or ended since a moment."""
    return load(Reset.objects.select_related("called_by", "client").filter(Q(called_at__gte=since) | Q(closed_at__gte=since)))


def ahead(day: date) -> list[ResetNow]:
    """Resets with a day ahead: of their meeting, or to look again."""
    return load(Reset.objects.select_related("called_by", "client").filter(Q(meets_on__gte=day) | Q(look_again__gte=day), stopped_at=None))


def part(reset_id: UUID, person_id: UUID | None) -> ResetPart:
    """Somebody's part in a reset, or NotThere."""
    found = ResetPart.objects.select_related("reset__called_by", "reset__client", "person__team").filter(reset=reset_id, person=person_id).first()
    if found is None:
        raise registry.NotThere(str(reset_id))
    return found


def own_picture(part: ResetPart) -> Picture | None:
    """What somebody wrote themselves, for them to change."""
    return Picture.objects.filter(part=part).order_by("-at", "-id").first()


@registry.query("goals.list_resets", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def list_resets(*, by: Actor) -> list[ResetShown]:
    """The resets of this client, newest first."""
    return [ResetShown.told(one) for one in load(Reset.objects.select_related("called_by", "client"))]


@registry.query("goals.show_reset", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def show_reset(*, by: Actor, reset_id: Annotated[UUID, Field(description="The reset.")]) -> ResetShown:
    """One reset: how far it has come, and, once opened, what each side wrote before seeing the other."""
    return ResetShown.told(reset(reset_id))
