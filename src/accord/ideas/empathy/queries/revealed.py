"""What came out of a closed round, from what was counted and from nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry, scope
from accord.base.people.rules import Actor

from ..models import Critical, Named, RoundItem, Tally
from ..rules import Estimate, Picture, Standing
from ..rules.counts import PICTURE
from . import rounds
from .rounds import RoundNow


@dataclass(frozen=True)
class Revealed:
    """A closed round with everything that may be shown of it."""

    now: RoundNow
    tallies: tuple[Tally, ...]
    criticals: tuple[Critical, ...]
    named: tuple[Named, ...]

    def side(self, side: str) -> Tally | None:
        return next((one for one in self.tallies if one.side == side and not one.team_id and not one.group), None)

    def teams(self) -> Iterator[Tally]:
        return (one for one in self.tallies if one.team_id or one.group)

    @cached_property
    def picture(self) -> Picture:
        """How both sides stand to each other, item by item; a is the business."""
        return PICTURE.validate_python(self.now.row.outcome.picture)

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return {one.item: one for one in self.picture.items}

    def standing(self, item: RoundItem) -> Standing | None:
        """None where a side is too small to be shown, or left it out."""
        return self._standings.get(str(item.id))


@scope.once
def revealed(round_id: UUID) -> Revealed:
    """NotThere for a round that is not there; a Conflict for one that is not closed."""
    now = rounds.now(round_id)
    if now.row.closed_at is None:
        raise registry.Conflict(_("This round is not closed yet. Until then nobody sees what anybody said."))
    tallies = Tally.objects.select_related("team").filter(round=round_id)
    criticals = Critical.objects.select_related("person__team", "team", "item").filter(item__round=round_id)
    return Revealed(now, tuple(tallies), tuple(criticals), tuple(Named.objects.select_related("person").filter(round=round_id)))


@dataclass(frozen=True)
class Ranged:
    """A mean on the five-step scale with its 90 % interval. None for an end that is not known."""

    mean: float
    low: float | None
    high: float | None

    @staticmethod
    def of(one: Estimate) -> "Ranged":
        return Ranged(one.value, one.low, one.high)


@dataclass(frozen=True)
class StandingShown:
    """How both sides stand on one item. state: consensus, false_conflict, false_consensus, open_disagreement, or not_clear where the intervals
    leave it open, or hidden where a side has fewer than five answers."""

    item: str
    state: str
    business: Ranged | None
    it_guesses: Ranged | None
    it: Ranged | None
    business_guesses: Ranged | None


@dataclass(frozen=True)
class CriticalShown:
    """Critical to one person, who said so with their name."""

    item: str
    who: str
    side: str
    because: str


@dataclass(frozen=True)
class RoundRevealed:
    """What came out of a round, by side. Marks are 1 to 5; insight is the guessing skill above what a lazy guess would have."""

    id: UUID
    title: str
    answered_business: int | None
    answered_it: int | None
    items: list[StandingShown]
    critical: list[CriticalShown]
    must_be_asked: list[str]


@registry.query("empathy.show_round", may="perspectives.read", doors={registry.API, registry.CLI, registry.MCP})
def show_round(*, by: Actor, round_id: Annotated[UUID, Field(description="The round; it must be closed.")]) -> RoundRevealed:
    """What came out of a closed round: how each side marked each item, and how it guessed the other."""
    found = revealed(round_id)
    business, it = found.side("business"), found.side("it")
    critical = [CriticalShown(one.item.title, one.person.called, one.side, one.words) for one in found.criticals]
    return RoundRevealed(
        round_id, found.now.row.title, business.answered if business else None, it.answered if it else None,
        [standing_shown(item.title, found.standing(item)) for item in found.now.items], critical, [one.words for one in found.named],
    )  # fmt: skip


def standing_shown(title: str, one: Standing | None) -> StandingShown:
    if one is None:
        return StandingShown(title, "hidden", None, None, None, None)
    state = one.state if one.clear else "not_clear"
    return StandingShown(title, state, Ranged.of(one.own_a), Ranged.of(one.guess_b), Ranged.of(one.own_b), Ranged.of(one.guess_a))
