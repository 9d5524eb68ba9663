"""Where both sides stand on one thing, in the newest closed round that asked about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from accord.base import scope

from ..models import Outcome, RoundItem
from ..rules import Picture, Standing
from ..rules.counts import PICTURE


@dataclass(frozen=True)
class Latest:
    """An item of a closed round, and how both sides stand on it; None where that may not be shown."""

    item: RoundItem
    standing: Standing | None


def of_initiative(initiative_id: UUID) -> Latest | None:
    """None when no round asked about it."""
    return next(iter(_latest(RoundItem.objects.filter(initiative=initiative_id))), None)


@scope.once
def of_goals() -> tuple[Latest, ...]:
    """Each live goal that a closed round asked about."""
    return tuple(_latest(RoundItem.objects.filter(goal__goal__state="live")))


def _latest(items: Iterable[RoundItem]) -> list[Latest]:
    found: dict[UUID, RoundItem] = {}
    rows = items.filter(round__closed_at__isnull=False).select_related("round", "goal")  # type: ignore[attr-defined]
    for item in rows.order_by("round__closed_at"):
        found[item.initiative_id or item.goal.goal_id] = item
    pictures = _pictures({item.round_id for item in found.values()})
    return [Latest(item, pictures.get(item.round_id, {}).get(str(item.id))) for item in found.values()]


def _pictures(round_ids: set[UUID]) -> dict[UUID, dict[str, Standing]]:
    kept: dict[UUID, Picture] = {one.round_id: PICTURE.validate_python(one.picture) for one in Outcome.objects.filter(round__in=round_ids)}
    return {id: {one.item: one for one in picture.items} for id, picture in kept.items()}
