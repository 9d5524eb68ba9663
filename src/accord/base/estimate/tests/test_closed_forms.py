"""What can be worked out by hand comes out as worked out, for whatever seed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accord.base.estimate import REPORT, RESTING, Weighed, weigh
from accord.base.estimate.tests.closed_forms import ALL, Known

KNOWN = {known.case.id: known for known in (make() for make in ALL)}
SEEDS = (1, 2, 3)


def told(weighed: Weighed) -> dict[tuple[str, ...], float]:
    return {(known.name,): known.worth.value for known in weighed.quantities} | {group.names: group.worth.value for group in weighed.groups}


def off(known: Known, weighed: Weighed) -> dict[tuple[str, ...], float]:
    """How far every answer is from the truth, as a share of what knowing everything is worth."""
    found = told(weighed) | {(): weighed.evpi.value}
    return {names: abs(found[names] - truth) / known.evpi for names, truth in (known.evppi | {(): known.evpi}).items()}


@pytest.mark.parametrize("name", KNOWN)
def test_at_rest_every_answer_is_within_a_few_hundredths(name: str) -> None:
    for seed in SEEDS:
        assert max(off(KNOWN[name], weigh(KNOWN[name].case, replace(RESTING, seed=seed))).values()) < 2 * KNOWN[name].tight


@pytest.mark.parametrize("name", KNOWN)
def test_for_a_report_every_answer_is_within_one_hundredth(name: str) -> None:
    assert max(off(KNOWN[name], weigh(KNOWN[name].case, REPORT)).values()) < KNOWN[name].tight / 2


@pytest.mark.parametrize("name", KNOWN)
def test_the_truth_lies_within_three_errors_of_the_answer(name: str) -> None:
    known, weighed = KNOWN[name], weigh(KNOWN[name].case, RESTING)
    for quantity in weighed.quantities:
        truth = known.evppi.get((quantity.name,))
        assert truth is None or abs(quantity.worth.value - truth) <= 3 * quantity.worth.se + 0.005 * known.evpi


@pytest.mark.parametrize("name", KNOWN)
def test_the_most_useful_quantity_is_put_first(name: str) -> None:
    singles = {names[0]: truth for names, truth in KNOWN[name].evppi.items() if len(names) == 1}
    first = max(weigh(KNOWN[name].case, RESTING).quantities, key=lambda known: known.worth.value)
    assert max(singles.values()) - singles.get(first.name, 0.0) <= 0.01 * KNOWN[name].evpi
