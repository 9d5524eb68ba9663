"""What both sides talk about, and why: told from the figures of the round it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import registry, scope
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Reset
from accord.ideas.goals.queries.resets import under_way

from ..models import AgendaItem, RoundItem
from ..rules import Standing, State
from ..rules.agenda import misread
from ..sentences import reading
from .minorities import Minority, minorities
from .revealed import Revealed, StandingShown, revealed, standing_shown

PARTS = ("item__round", "item__initiative", "item__goal", "put_by__team", "settled_by__team", "reset")


@dataclass(frozen=True)
class Topic:
    """One item with what its round says about it. alone: to whom it is critical, where it is not to most."""

    row: AgendaItem
    found: Revealed
    standing: Standing | None
    alone: Minority | None

    @property
    def item(self) -> RoundItem:
        return self.row.item

    @property
    def why(self) -> str:
        """Why it is talked about; what somebody put there for their own reasons says how both sides stand."""
        told = [_critical(self.alone)] if self.alone else []
        if self.standing and not (self.alone and self.standing.state is State.CONSENSUS):
            told.append(reading(self.standing))
        return " ".join(told) or _("Too few answered to show anything.")


def _critical(alone: Minority) -> str:
    if alone.rest is None:
        return _("Critical for %(who)s.") % {"who": alone.who}
    return _("Critical for %(who)s, and not for most of us.") % {"who": alone.who}


@dataclass(frozen=True)
class AgendaItemShown:
    """Something both sides talk about, as doors show it. standing: the figures it is there for."""

    id: UUID
    round_id: UUID
    round: str
    item: str
    initiative_id: UUID | None
    goal_id: UUID | None
    why: str
    standing: StandingShown
    put_by: str
    put_at: datetime
    reset_id: UUID | None
    settled_at: datetime | None
    outcome: str

    @staticmethod
    def of(row: AgendaItem) -> "AgendaItemShown":
        return AgendaItemShown.told(topic(row.id))

    @staticmethod
    def all(rows: Iterable[AgendaItem]) -> list["AgendaItemShown"]:
        ids = {row.id for row in rows}
        return [AgendaItemShown.told(one) for one in topics() if one.row.id in ids]

    @staticmethod
    def told(one: Topic) -> "AgendaItemShown":
        row, item = one.row, one.item
        return AgendaItemShown(
            row.id, item.round_id, item.round.title, item.title, item.initiative_id, item.goal.goal_id if item.goal else None, one.why,
            standing_shown(item.title, one.standing), row.put_by.called, row.at, row.reset_id, row.settled_at, row.outcome,
        )  # fmt: skip


@scope.once
def topics() -> tuple[Topic, ...]:
    """Everything that was ever put there, the oldest first."""
    return tuple(load(AgendaItem.objects.all()))


def load(rows: Iterable[AgendaItem]) -> list[Topic]:
    """rows: a query. A few reads for each round they come from."""
    found = list(rows.select_related(*PARTS).order_by("at", "id"))  # type: ignore[attr-defined]
    rounds = {id: revealed(id) for id in dict.fromkeys(row.item.round_id for row in found)}
    alone = {one.item.id: one for told in rounds.values() for one in minorities(told)}
    return [Topic(row, told := rounds[row.item.round_id], told.standing(row.item), alone.get(row.item_id)) for row in found]


def topic(agenda_item_id: UUID) -> Topic:
    """One of them, or NotThere."""
    found = load(AgendaItem.objects.filter(id=agenda_item_id))
    if not found:
        raise registry.NotThere(str(agenda_item_id))
    return found[0]


def offered(found: Revealed) -> list[RoundItem]:
    """What of a round is worth talking about: what is critical to a few, and the worst misreadings, three at most."""
    ids = {one.item.id for one in minorities(found)} | {UUID(id) for id in misread(found.picture)}
    return [item for item in found.now.items if item.id in ids]


def on_agenda(round_id: UUID) -> frozenset[UUID]:
    """The items of a round that were put there."""
    return frozenset(AgendaItem.objects.filter(item__round=round_id).values_list("item_id", flat=True))


def resets_about(items: Iterable[RoundItem]) -> dict[UUID, Reset]:
    """For each item the reset under way that could take it over: of its goal, or of a goal its work serves."""
    wanted, going = list(items), under_way()
    if not going:
        return {}
    serves: dict[UUID, set[UUID]] = {}
    for link in goals.links():
        if link.row.initiative_id:
            serves.setdefault(link.row.initiative_id, set()).add(link.row.goal_id)
    found: dict[UUID, Reset] = {}
    for item in wanted:
        about = {item.goal.goal_id} if item.goal else serves.get(item.initiative_id, set()) if item.initiative_id else set()
        for reset in going:
            if about & {one.goal_id for one in reset.goals}:
                found.setdefault(item.id, reset.row)
    return found


@registry.query("empathy.list_agenda", may="perspectives.read", doors={registry.API, registry.CLI, registry.MCP})
def list_agenda(*, by: Actor) -> list[AgendaItemShown]:
    """What both sides talk about, the oldest first: open, taken over by a reset, or settled with what came out."""
    return [AgendaItemShown.told(one) for one in topics()]
