"""Ranges in, decisions out. NumPy and SciPy's special functions (loaded when first needed); no Django, no database.

    from accord.base import estimate

    case = estimate.Case.from_data({
        "schema": "accord-case/1", "title": "Claims handlers locked out", "unit": "EUR", "day_costs": 150,
        "quantities": [
            {"name": "claims waiting", "unit": "claims a working day", "low": 8, "high": 34, "said_by": "Service desk analyst", "basis": "ticket tags"},
            {"name": "minutes lost", "unit": "minutes", "low": 24, "high": 36},
            {"name": "handler hour", "unit": "€ an hour", "low": 38, "high": 46},
            {"name": "sign-on cost", "unit": "€", "low": 90000, "high": 134000},
            {"name": "waits removed", "unit": "of 100", "kind": "share", "low": 66, "high": 80}],
        "steps": [{"name": "loss", "expr": "claims waiting * 220 working days * minutes lost * handler hour", "unit": "€"}],
        "options": [
            {"name": "Do nothing", "role": "nothing", "expr": "-3 * loss"},
            {"name": "Single sign-on", "role": "better", "expr": "-3 * loss * (1 - waits removed) - sign-on cost"}],
        "people": [{"name": "Head of Claims", "role": "has the figures", "quantities": ["claims waiting"]}]})
    weighed = estimate.weigh(case, estimate.TYPING)      # TYPING while somebody types, RESTING at rest, REPORT for a brief
    weighed.options[1].futures                           # 20 equally likely values against doing nothing
    weighed.quantity("claims waiting").turnings          # where the choice turns
    weighed.verdict.next                                 # the question worth asking, or None
    estimate.Case.from_data(case.to_data()) == case      # JSON and back

Errors: CaseError (message, where: a path, sketch: the formula with a caret), RangeError (message, field),
FormulaError (message, at, sketch()), UnitError, NotFinite (where, inputs). One range by itself: `twenty(Range(8, 34))`.
Read in this order: units, formula, measuring, elicit, case, casefile, draws, runs, parts, easing, lattice, even, knowing, together, asking, turning,
verdict, weighed, steps, checking, template; then references, record (what finished work says about the next), foresight (how likely something is,
by facts known early; its curve is held_curve) and scoring (what was said beside what came true).
"""

from accord.base.estimate.asking import DEFAULTS, Question
from accord.base.estimate.case import Case, Constant, Derived, Option, Person, Quantity, Role, Voice
from accord.base.estimate.checking import Checked, check
from accord.base.estimate.elicit import Kind, Range, RangeError, distribution, pooled, twenty
from accord.base.estimate.errors import CaseError
from accord.base.estimate.formula import FormulaError
from accord.base.estimate.record import Finished, Outlook
from accord.base.estimate.runs import REPORT, RESTING, TYPING, Effort, Figure, NotFinite
from accord.base.estimate.template import Slot, slots, value_case
from accord.base.estimate.turning import Turning
from accord.base.estimate.units import UnitError
from accord.base.estimate.verdict import Doubt, Finding, Verdict
from accord.base.estimate.weighed import Group, Known, Outcome, Weighed, weigh

__all__ = [
    "DEFAULTS",
    "REPORT",
    "RESTING",
    "TYPING",
    "Case",
    "CaseError",
    "Checked",
    "Constant",
    "Derived",
    "Doubt",
    "Effort",
    "Figure",
    "Finding",
    "Finished",
    "FormulaError",
    "Group",
    "Kind",
    "Known",
    "NotFinite",
    "Option",
    "Outcome",
    "Outlook",
    "Person",
    "Quantity",
    "Question",
    "Range",
    "RangeError",
    "Role",
    "Slot",
    "Turning",
    "UnitError",
    "Verdict",
    "Voice",
    "Weighed",
    "check",
    "distribution",
    "pooled",
    "slots",
    "twenty",
    "value_case",
    "weigh",
]
