"""A formula looked at before anything is kept."""

from dataclasses import dataclass
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import estimate, registry
from accord.base.people.rules import Actor

from .loading import Loaded, load
from .shown import ANYWHERE, InitiativeId
from .weighing import case_of


@dataclass(frozen=True)
class FormulaChecked:
    """holds: it can be used as it is. Else `message` says what is wrong and what to do, `at` and `length` where (characters from 0), and `sketch`
    shows the formula with a caret there. unit: what it comes out in; low to high is nine in ten, null while somebody's range is missing."""

    holds: bool
    message: str
    at: int
    length: int
    sketch: str
    unit: str
    low: float | None
    typical: float | None
    high: float | None


@registry.query("worth.check_formula", may="worth.read", doors=ANYWHERE)
def check_formula(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    formula: Annotated[str, Field(description="The formula, such as “people affected * minutes lost”.", max_length=4000)],
    unit: Annotated[str, Field(description="What it must come out in; left empty, that is not checked.", max_length=80)] = "",
    before: Annotated[str, Field(description="The step it would stand in for, which it cannot name; empty for an option or a new step.", max_length=120)] = "",
) -> FormulaChecked:
    """Check a formula against a value case without keeping anything: its names, units and brackets, and what it comes out at."""
    return checked(load(case_of(initiative_id)), formula, unit, before)


def checked(loaded: Loaded, formula: str, unit: str = "", before: str = "") -> FormulaChecked:
    """The same for a case that is loaded already."""
    try:
        case = loaded.draft.spoken.case()
    except estimate.CaseError as error:
        said = _("The case itself cannot be read yet: %(why)s") % {"why": error.message}
        return FormulaChecked(False, said, 0, 0, error.sketch, "", None, None, None)
    found = estimate.check(case, formula, unit.strip(), before, drawn=not loaded.draft.silent)
    return FormulaChecked(found.holds, found.message, found.at, found.length, found.sketch, found.unit, found.low, found.typical, found.high)
