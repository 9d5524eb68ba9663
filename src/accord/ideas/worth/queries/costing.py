"""What work costs once, and whom it touches, as its value case says: for those who choose between several pieces of work."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from accord.base import estimate

from ..models import Case, Option, Quantity
from ..rules.draft import Line
from . import decision, weighing
from .due import COST
from .loading import lines

TOUCHES = "people affected"  # the template's line for whom the problem touches


@dataclass(frozen=True)
class Ranged:
    """One quantity of a case: nine in ten between low and high. option: whose cost it is, empty for the problem's own. people: who said so."""

    low: float
    typical: float
    high: float
    unit: str
    option: str = ""
    people: int = 0


@dataclass(frozen=True)
class Costing:
    """What the value case of one initiative knows. once: of the option decided on, else of the best one; None where nobody said, or where
    the option has no such line. day_costs: of a day without a decision."""

    initiative_id: UUID
    currency: str
    once: Ranged | None
    touches: Ranged | None
    day_costs: float


def costings(initiative_ids: Iterable[UUID]) -> dict[UUID, Costing]:
    """For several initiatives, in a constant number of queries. Initiatives without a case are left out."""
    ids = [id for id in initiative_ids if id]
    cases = {case.id: case for case in Case.objects.filter(initiative__in=ids)}
    taken = {row.initiative_id: row.option for row in decision.newest() if row.initiative_id in ids and row.decided.does_something}
    best = {id: row.best for id, row in weighing.rows(ids).items()} | taken
    options = list(Option.objects.filter(case__in=list(cases), ended_at=None).exclude(prefix=""))
    wanted = {(one.case_id, f"{one.prefix} {COST}"): one.name for one in options if one.name == best.get(cases[one.case_id].initiative_id)}
    found = Quantity.objects.filter(case__in=list(cases), ended_at=None, name__in=[TOUCHES, *{name for _case, name in wanted}])
    rows = [one for one in found if one.name == TOUCHES or (one.case_id, one.name) in wanted]
    said = lines(rows)
    told = {(one.case_id, one.name): _ranged(said[one.id], wanted.get((one.case_id, one.name), "")) for one in rows}
    costs = {case: told.get((case, name)) for case, name in wanted}
    return {
        case.initiative_id: Costing(case.initiative_id, case.currency, costs.get(case.id), told.get((case.id, TOUCHES)), float(case.day_costs))
        for case in cases.values()
    }


def _ranged(line: Line, option: str) -> Ranged | None:
    """Everybody's ranges as one; None where nobody gave one, or they cannot be read together."""
    try:
        curve = estimate.pooled([estimate.Range(one.low, one.high, one.typical, line.kind) for one in line.said]) if line.said else None
    except estimate.RangeError:
        curve = None
    if curve is None:
        return None
    low, typical, high = (float(mark) for mark in curve.quantile(np.array([0.05, 0.5, 0.95])))
    return Ranged(low, typical, high, line.unit, option, len({one.by for one in line.said if one.by}))
