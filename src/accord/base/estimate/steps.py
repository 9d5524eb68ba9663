"""What the steps of a case come out at, such as the loss a year: the range of each, in the unit its author wrote."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from accord.base.estimate import units
from accord.base.estimate.case import Case
from accord.base.estimate.distributions import Values
from accord.base.estimate.evaluate import evaluate
from accord.base.estimate.runs import RESTING, Effort, drawn, must_be_finite, placed


@dataclass(frozen=True)
class Span:
    """low, typical, high: 5 %, 50 % and 95 % of a step, in `unit` (text, empty for a bare number)."""

    name: str
    unit: str
    note: str
    low: float
    typical: float
    high: float


def spans(case: Case, effort: Effort = RESTING) -> tuple[Span, ...]:
    """Every step, in the order of the case. Raises NotFinite."""
    rank = placed(case, effort)
    known: dict[str, Values | float] = {constant.name: constant.value * case.scales.get(constant.name, 1.0) for constant in case.constants}
    found = drawn(case, effort, rank, slice(0, effort.replicates))
    known |= {name: values * case.scales.get(name, 1.0) for name, values in zip(case.names, found, strict=True)}
    out = []
    for step in case.derived:
        values = np.asarray(evaluate(step.tree, known, case.factors))
        must_be_finite(values, step.where, step.name, dict(zip(case.names, found, strict=True)), found.shape[1:])
        known[step.name] = values
        low, typical, high = (float(mark) / units.read(step.unit).factor for mark in np.quantile(values, [0.05, 0.5, 0.95]))
        out.append(Span(step.name, step.unit, step.note, low, typical, high))
    return tuple(out)


def loss_a_year(case: Case, effort: Effort = RESTING) -> Span | None:
    """What the problem costs while it lasts: the first step that is worked out in the case's money a year."""
    if not case.unit:
        return None
    yearly = units.read(f"{case.unit} a year").dimension
    return next((span for span in spans(case, effort) if span.unit and units.read(span.unit).dimension == yearly), None)
