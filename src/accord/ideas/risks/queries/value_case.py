"""Chances of a value case that could be raised as warnings."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from accord.base import estimate
from accord.ideas.worth.models import Quantity
from accord.ideas.worth.queries.loading import called, lines
from accord.ideas.worth.rules.draft import Line
from accord.ideas.worth.rules.shape import Kind

from ..models import Risk

QUANTITY = "quantity:"
_ENDS = np.array([0.05, 0.95])


@dataclass(frozen=True)
class FromCase:
    """A chance of the case as the start of a warning: what it is called, from and to in 100, and who said so on what basis."""

    quantity_id: UUID
    initiative_id: UUID
    label: str
    chance_low: float
    chance_high: float
    basis: str

    @property
    def reference(self) -> str:
        return reference(self.quantity_id)


def reference(quantity_id: UUID) -> str:
    """What a warning made of it is called where it comes from, so that it is made once."""
    return f"{QUANTITY}{quantity_id}"


def from_value_case(initiative_id: UUID) -> list[FromCase]:
    """The chances people gave in the value case of this work that nobody has raised as a warning yet."""
    return _made_of(Quantity.objects.filter(case__initiative=initiative_id, kind=Kind.CHANCE, ended_at=None).select_related("case"))


def from_quantity(quantity_id: UUID) -> FromCase | None:
    """One of them; None where it is none, or was raised already."""
    return next(iter(_made_of(Quantity.objects.filter(id=quantity_id, kind=Kind.CHANCE, ended_at=None).select_related("case"))), None)


def _made_of(quantities: Iterable[Quantity]) -> list[FromCase]:
    rows = list(quantities)
    if not rows:
        return []
    raised = set(Risk.objects.filter(reference__in=[reference(row.id) for row in rows]).values_list("reference", flat=True))
    said, names = lines(rows), {case.id: called(case) for case in {row.case_id: row.case for row in rows}.values()}
    found = [_made(row, names[row.case_id][row.name], said[row.id]) for row in rows if reference(row.id) not in raised]
    return [one for one in found if one is not None]


def _made(row: Quantity, name: str, line: Line) -> FromCase | None:
    """All voices that count as one, so that where they disagree it is the wider. What nobody said is no warning."""
    if line.given or not any(one.by for one in line.said):
        return None
    whole = 1.0 if max(one.high for one in line.said) <= 1 and line.unit in ("", "1") else 100.0
    try:
        pool = estimate.pooled([estimate.Range(one.low, one.high, one.typical, estimate.Kind.CHANCE, whole) for one in line.said])
    except estimate.RangeError:
        return None
    low, high = (float(end) * 100 / whole for end in pool.quantile(_ENDS))
    basis = "; ".join(dict.fromkeys(f"{one.by}: {one.basis}".strip(": ") for one in line.said if one.by or one.basis))
    return FromCase(row.id, row.case.initiative_id, name, round(low, 1), round(high, 1), basis[:500])
