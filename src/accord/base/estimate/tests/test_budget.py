"""No case asks for more time or memory than there is, and its effort depends on nothing but itself."""

from __future__ import annotations

import pytest

from accord.base.estimate import REPORT, Case, CaseError
from accord.base.estimate.budget import MOST_DRAWN, MOST_WORK, affordable, work
from accord.base.estimate.reading import read_document


def sized(quantities: int, options: int, parts: int = 1, groups: int = 0) -> Case:
    names = [f"x{k}" for k in range(quantities)]
    (case,) = read_document({"schema": "accord-voi-cases/1", "cases": [{
        "id": "a", "inputs": [{"name": name, "dist": "normal", "mean": 0, "sd": 1} for name in names],
        "options": [{"name": f"o{k}", "expr": " + ".join([names[k]] * parts)} for k in range(options)],
        "groups": [[names[k], names[k + 1]] for k in range(groups)]}]})
    return case


def test_an_ordinary_case_gets_all_it_wants() -> None:
    assert affordable(sized(40, 5, 10)) == REPORT


@pytest.mark.parametrize(("quantities", "options"), [(400, 5), (60, 50), (100, 30)])
def test_a_large_case_gets_less(quantities: int, options: int) -> None:
    case = sized(quantities, options, 50)
    effort = affordable(case)
    assert work(case, effort) <= MOST_WORK
    assert effort.runs * effort.replicates * quantities <= MOST_DRAWN


def test_many_groups_get_less_each() -> None:
    assert affordable(sized(60, 5, 100, groups=50)).outer < REPORT.outer


def test_what_is_too_large_is_refused_with_its_size() -> None:
    with pytest.raises(CaseError, match="500 inputs, 50 options"):
        affordable(sized(500, 50))
