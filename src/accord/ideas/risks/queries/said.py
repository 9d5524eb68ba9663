"""What was said of warnings: the estimates that count, the turns, and how many see them too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from accord.base import scope

from ..models import CURRENT, INHERENT, RESIDUAL, Estimate, Seen, Turn


@dataclass(frozen=True)
class Told:
    """The newest estimate of each level, None where nobody gave one, and how many others see it too."""

    inherent: Estimate | None = None
    current: Estimate | None = None
    residual: Estimate | None = None
    seen: int = 0


@scope.once_each
def told_of(risk_ids: Iterable[UUID]) -> dict[UUID, Told]:
    """Of several warnings, in two queries."""
    ids = list(risk_ids)
    newest: dict[UUID, dict[str, Estimate]] = {}
    for one in Estimate.objects.select_related("person").filter(risk__in=ids):
        newest.setdefault(one.risk_id, {})[one.level] = one
    seen: Mapping[UUID, int] = dict(Seen.objects.filter(risk__in=ids).values_list("risk").annotate(Count("id")).order_by())
    found = {id: newest.get(id, {}) for id in ids}
    return {id: Told(by.get(INHERENT), by.get(CURRENT), by.get(RESIDUAL), seen.get(id, 0)) for id, by in found.items()}


def told(risk_id: UUID) -> Told:
    """Of one warning."""
    return told_of([risk_id])[risk_id]


def turns_of(risk_id: UUID) -> list[Turn]:
    """What happened to it, one after the other."""
    return list(Turn.objects.select_related("by__team", "to__team").filter(risk=risk_id))
