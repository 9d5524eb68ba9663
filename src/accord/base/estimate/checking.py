"""One formula tried against a case, with nothing kept: whether it can be read, what it measures, and what it comes out at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from accord.base.estimate import units
from accord.base.estimate.case import Case, Constant, Derived, Quantity
from accord.base.estimate.formula import FormulaError, Names, parse
from accord.base.estimate.measuring import measure, must_be
from accord.base.estimate.runs import TYPING, Effort, NotFinite
from accord.base.estimate.steps import spans


@dataclass(frozen=True)
class Checked:
    """message: what is wrong, empty where the formula holds; at, length: the place in its text, in characters from 0; sketch: the formula with
    a caret there. unit: what it comes out in; low, typical, high: 5 %, 50 % and 95 % in that unit, None where it cannot be worked out."""

    message: str = ""
    at: int = 0
    length: int = 0
    sketch: str = ""
    unit: str = ""
    low: float | None = None
    typical: float | None = None
    high: float | None = None

    @property
    def holds(self) -> bool:
        return not self.message


def check(case: Case, text: str, unit: str = "", before: str = "", drawn: bool = True, effort: Effort = TYPING) -> Checked:
    """unit: what it must come out in; empty is not checked. before: the step it would stand in for or in front of; it and later ones cannot be
    named. drawn False: the ranges are not to be relied on, so nothing is worked out."""
    earlier = _earlier(case, before)
    try:
        wanted = units.read(unit)
        declared: list[Quantity | Constant] = [*case.quantities, *case.constants]
        known = {one.name: units.read(one.unit).dimension for one in declared}
        for step in earlier:
            known[step.name] = measure(step.tree, step.text, known)
        tree = parse(text, Names(known), units.IN_FORMULAS)
        found = measure(tree, text, known)
        if unit:
            must_be(tree, text, found, wanted.dimension)
    except FormulaError as error:
        return Checked(error.message, error.at, error.length, error.sketch())
    except units.UnitError as error:
        return Checked(str(error))
    comes_out = unit or ("" if found.plain else found.words())
    if not drawn:
        return Checked(unit=comes_out)
    tried = Derived("the formula", text, tree, unit)
    try:
        span = spans(replace(case, derived=(*earlier, tried)), effort)[-1]
    except NotFinite as error:
        return Checked(str(error), 0, len(text), FormulaError("", text, 0, len(text)).sketch())
    return Checked(unit=comes_out, low=span.low, typical=span.typical, high=span.high)


def _earlier(case: Case, before: str) -> tuple[Derived, ...]:
    place = next((k for k, step in enumerate(case.derived) if step.name == before), len(case.derived))
    return case.derived[:place]
