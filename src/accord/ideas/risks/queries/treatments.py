"""What could be done about a warning, and what each of it is worth."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry
from accord.base.people.rules import Actor

from ..models import Estimate, Treatment
from ..rules import Treated, Treating, treating
from .exposure import BandShown
from .risks import risk
from .said import told


def treatment(treatment_id: UUID) -> Treatment:
    """One thing that could be done, or NotThere."""
    found = Treatment.objects.select_related("risk").filter(id=treatment_id).first()
    if found is None:
        raise registry.NotThere(str(treatment_id))
    return found


def treatments_of(risk_id: UUID) -> list[Treatment]:
    """What could be done about a warning, first said first; what is no option any more is left out."""
    return list(Treatment.objects.select_related("by").filter(risk=risk_id, ended_at=None))


def worth_of(risk_id: UUID, rows: list[Treatment]) -> Treating | None:
    """What they are worth against accepting it as it is; None where nobody said how likely and how dear it is, or nothing could be done."""
    now = told(risk_id).current
    ends = ends_of(now)
    if ends is None or not rows:
        return None
    return treating(*ends, tuple(_treated(one, *ends) for one in rows))


def ends_of(said: Estimate | None) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Chance and loss, each from and to, where both were said."""
    if said is None or said.chance_low is None or said.chance_high is None or said.loss_low is None or said.loss_high is None:
        return None
    return (said.chance_low, said.chance_high), (said.loss_low, said.loss_high)


def _treated(one: Treatment, chance: tuple[float, float], loss: tuple[float, float]) -> Treated:
    """What was not said stays as it is."""
    cost = (one.cost_low, one.cost_high) if one.cost_low is not None and one.cost_high is not None else None
    return Treated(str(one.id), cost, with_it(one.chance_low, one.chance_high, chance), with_it(one.loss_low, one.loss_high, loss))


def with_it(low: float | None, high: float | None, now: tuple[float, float]) -> tuple[float, float]:
    return now if low is None or high is None else (low, high)


@dataclass(frozen=True)
class TreatmentShown:
    """Something that could be done, as doors show it: chances in 100, money in the client's currency, each from and to nine times in ten; None where
    nobody said. still_lost and gain: on average, where what the warning is like today is known; best: in 100, how likely it is the best option."""

    id: UUID
    title: str
    cost_low: float | None
    cost_high: float | None
    chance_low: float | None
    chance_high: float | None
    loss_low: float | None
    loss_high: float | None
    basis: str
    due: date | None
    taken: bool
    still_lost: BandShown | None
    gain: BandShown | None
    best: float | None

    @staticmethod
    def of(row: Treatment) -> "TreatmentShown":
        rows = treatments_of(row.risk_id)
        return _shown(row, worth_of(row.risk_id, rows))


def _shown(row: Treatment, worth: Treating | None) -> TreatmentShown:
    found = next((one for one in worth.options if one.key == str(row.id)), None) if worth else None
    low, high = (None if one is None else one * 100 for one in (row.chance_low, row.chance_high))
    return TreatmentShown(
        row.id, row.title, row.cost_low, row.cost_high, low, high, row.loss_low, row.loss_high, row.basis, row.due, row.taken_at is not None,
        BandShown.of(found.left) if found else None, BandShown.of(found.gain) if found else None, round(100 * found.best, 1) if found else None,
    )  # fmt: skip


@registry.query("risks.treatments", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def list_treatments(*, by: Actor, risk_id: Annotated[UUID, Field(description="The warning.")]) -> list[TreatmentShown]:
    """What could be done about a warning: what it costs, what would still be lost on average, and what that gains against accepting it as it is."""
    rows = treatments_of(risk(risk_id).id)
    worth = worth_of(risk_id, rows)
    return [_shown(row, worth) for row in rows]
