"""How much work a case is, so that no file can ask for more time or memory than there is.

A case's effort depends on nothing but the case: its figures do not change with what stands beside it in a file.
"""

from __future__ import annotations

from dataclasses import replace

from accord.base.estimate import tree
from accord.base.estimate.case import Case
from accord.base.estimate.errors import CaseError
from accord.base.estimate.runs import REPORT, Effort

# Operations on one number each; a processor does some hundred million of them a second.
MOST_WORK, MOST_IN_ALL = 1.5e9, 3e10
# Numbers kept at once: strata of all quantities, values of all options, and what each quantity tells about each option.
MOST_DRAWN, MOST_VALUED, MOST_TOLD = 1.2e7, 4e6, 3.2e4
FEWEST, LEAST = 8, 1024


def affordable(case: Case, wanted: Effort = REPORT, where: str = "") -> Effort:
    """`wanted`, or less of it where the case is very large. Raises CaseError when even the least is too much."""
    parts, quantities, options = _size(case)
    effort = wanted
    while not _fits(parts, quantities, options, effort):
        if effort.replicates > FEWEST:
            effort = replace(effort, replicates=effort.replicates // 2)
        elif effort.runs > LEAST:
            effort = replace(effort, runs=effort.runs // 2)
        else:
            raise CaseError(f"This case is too large to weigh: {quantities:,} inputs, {options:,} options and {parts:,} parts of formulas. "
                            "Split it, or take out options that cannot win.", where or case.id)
    while len(case.groups) * _nested(parts, effort) > MOST_WORK and effort.outer > 128:
        effort = replace(effort, outer=effort.outer // 2)
    return effort


def work(case: Case, effort: Effort) -> float:
    """Operations it takes to weigh a case with this effort, roughly."""
    parts, quantities, options = _size(case)
    return _single(parts, quantities, options, effort) + len(case.groups) * _nested(parts, effort)


def _size(case: Case) -> tuple[int, int, int]:
    formulas = [step.tree for step in case.derived] + [option.tree for option in case.options]
    return sum(map(tree.work, formulas)), len(case.quantities), len(case.options)


def _single(parts: int, quantities: int, options: int, effort: Effort) -> float:
    return float(effort.runs * effort.replicates * (parts + 6 * quantities * options))


def _nested(parts: int, effort: Effort) -> float:
    return float(effort.replicates * effort.outer * effort.inner * parts)


def _fits(parts: int, quantities: int, options: int, effort: Effort) -> bool:
    drawn = effort.runs * effort.replicates
    return (_single(parts, quantities, options, effort) <= MOST_WORK and drawn * quantities <= MOST_DRAWN and drawn * options <= MOST_VALUED
            and effort.replicates * quantities * options <= MOST_TOLD)
