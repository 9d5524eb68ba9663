"""Rounds, whom they ask, and how many have answered: all that is known of an open one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.db.models import Count, Q
from pydantic import Field

from accord.base import registry, scope
from accord.base.people.rules import Actor

from ..models import BEST_WORST, ROUND, Round, RoundItem, RoundPart, Sheet
from ..rules import small_sets
from ..rules.said import Said

UNDER_WAY = Q(closed_at=None, stopped_at=None)


@dataclass(frozen=True)
class Side:
    """How many of a side were asked, and how many have answered."""

    side: str
    asked: int
    done: int


@dataclass(frozen=True)
class RoundNow:
    """A round with its items and how many have answered; never who said what."""

    row: Round
    items: tuple[RoundItem, ...]
    sides: tuple[Side, ...]

    @property
    def asked(self) -> int:
        return sum(one.asked for one in self.sides)

    @property
    def done(self) -> int:
        return sum(one.done for one in self.sides)

    @property
    def state(self) -> str:
        return "stopped" if self.row.stopped_at else "closed" if self.row.closed_at else "open"


@dataclass(frozen=True)
class ItemShown:
    """One thing a round asks about."""

    id: UUID
    title: str
    initiative_id: UUID | None
    goal_id: UUID | None


@dataclass(frozen=True)
class RoundShown:
    """A round as doors show it. answered: how many have, of those asked; what they said is told only once it is closed."""

    id: UUID
    title: str
    kind: str
    state: str
    guesses: bool
    shares: str
    opened_at: datetime
    closes_on: date
    closed_at: datetime | None
    asked: int
    answered: int
    items: list[ItemShown]

    @staticmethod
    def of(row: Round) -> "RoundShown":
        return RoundShown.told(now(row.id))

    @staticmethod
    def told(one: RoundNow) -> "RoundShown":
        row = one.row
        items = [ItemShown(item.id, item.title, item.initiative_id, item.goal.goal_id if item.goal else None) for item in one.items]
        return RoundShown(
            row.id, row.title, row.kind, one.state, row.guesses, row.shares, row.opened_at, row.closes_on, row.closed_at, one.asked, one.done, items
        )


@dataclass(frozen=True)
class Mine:
    """One's own part in a round. marks and guesses: by the item's id; only ever shown to whoever gave them."""

    round_id: UUID
    title: str
    closes_on: date
    done: bool
    items: list[ItemShown]
    marks: dict[str, int]
    guesses: dict[str, int]

    @staticmethod
    def of(row: RoundPart) -> "Mine":
        items, mine = list(row.round.items.select_related("goal")), said(row)
        shown = [ItemShown(item.id, item.title, item.initiative_id, item.goal.goal_id if item.goal else None) for item in items]
        return Mine(row.round_id, row.round.title, row.round.closes_on, row.done, shown, _by_id(items, mine.own), _by_id(items, mine.guess))


def _by_id(items: Iterable[RoundItem], marks: tuple[int, ...]) -> dict[str, int]:
    return {str(item.id): mark for item, mark in zip(items, marks, strict=False) if mark}


def load(rows: Iterable[Round]) -> list[RoundNow]:
    """Rounds in a constant number of queries."""
    found = list(rows)
    ids = [row.id for row in found]
    items: dict[UUID, list[RoundItem]] = {}
    for item in RoundItem.objects.select_related("goal", "initiative").filter(round__in=ids).order_by("place"):
        items.setdefault(item.round_id, []).append(item)
    sides: dict[UUID, list[Side]] = {}
    asked = RoundPart.objects.filter(round__in=ids, answers=True).order_by()
    for id, side, n, done in asked.values_list("round_id", "side").annotate(n=Count("id"), done=Count("id", filter=Q(done=True))).order_by("round_id", "side"):
        sides.setdefault(id, []).append(Side(side, n, done))
    return [RoundNow(row, tuple(items.get(row.id, ())), tuple(sides.get(row.id, ()))) for row in found]


@scope.once
def now(round_id: UUID) -> RoundNow:
    """One round of the scope, or NotThere."""
    found = load(Round.objects.select_related("made_by", "client", "goal", "outcome").filter(id=round_id))
    if not found:
        raise registry.NotThere(str(round_id))
    return found[0]


def round_of(round_id: UUID) -> Round:
    return now(round_id).row


@scope.once
def open_rounds() -> tuple[RoundNow, ...]:
    """Rounds that still wait for answers, the oldest first."""
    return tuple(load(Round.objects.select_related("made_by", "client").filter(UNDER_WAY).order_by("opened_at")))


@scope.once
def newest_closed() -> RoundNow | None:
    """The last round that was closed and asked both sides of the same things, check-ins aside."""
    found = load(Round.objects.select_related("made_by", "client", "goal").filter(closed_at__isnull=False, kind=ROUND).order_by("-closed_at")[:1])
    return found[0] if found else None


def part(round_id: UUID, person_id: UUID | None) -> RoundPart:
    """Somebody's part in a round, or NotThere."""
    found = RoundPart.objects.select_related("round__made_by", "round__client", "person__team").filter(round=round_id, person=person_id).first()
    if found is None:
        raise registry.NotThere(str(round_id))
    return found


@scope.once
def asked_ids(round_id: UUID) -> frozenset[UUID]:
    """Who was asked in a round."""
    return frozenset(RoundPart.objects.filter(round=round_id, answers=True).values_list("person_id", flat=True))


def said(part: RoundPart) -> Said:
    """What somebody said so far, for themselves to go on from."""
    sheet = Sheet.objects.filter(part=part).order_by("-at", "-id").first()
    return sheet.opened(part.round_id) if sheet else Said()


def sets_of(part: RoundPart, items: int) -> tuple[tuple[int, ...], ...]:
    """The small sets somebody sees in a round that asks for most and least, as places of items: always the same for the same person."""
    if part.round.shares != BEST_WORST:
        return ()
    return tuple(tuple(map(int, shown)) for shown in small_sets([str(place) for place in range(items)], seed=part.id.int % 2**32))


@registry.query("empathy.list_rounds", may="perspectives.read", doors={registry.API, registry.CLI, registry.MCP})
def list_rounds(*, by: Actor) -> list[RoundShown]:
    """The rounds of this client, newest first."""
    return [RoundShown.told(one) for one in load(Round.objects.select_related("made_by", "client"))]


@registry.query("empathy.my_round", may="perspectives.answer", doors={registry.API, registry.CLI, registry.MCP})
def my_round(*, by: Actor, round_id: Annotated[UUID, Field(description="The round.")]) -> Mine:
    """One's own part in a round: what it asks about, and what one said so far."""
    return Mine.of(part(round_id, by.person_id))
