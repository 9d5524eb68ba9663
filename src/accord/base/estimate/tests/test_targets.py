"""How near the engine comes to the truth, over all cases whose answers are known and several seeds. The shares are of what knowing everything
is worth (EVPI); the bounds are those the engine was built for, and most are kept with room to spare."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from accord.base.estimate import RESTING, TYPING, Effort, Figure, weigh
from accord.base.estimate.knowing import learn
from accord.base.estimate.reading import read_json
from accord.base.estimate.runs import run
from accord.base.estimate.tests.closed_forms import ALL, Known
from accord.base.estimate.tests.test_published import FILE, TRUTHS
from accord.base.estimate.together import group

PUBLISHED = [Known(case, TRUTHS[case.id]["evpi"]["value"], {tuple(one["inputs"]): one["value"] for one in TRUTHS[case.id]["evppi"]})
             for case in read_json(FILE.read_text())]
CASES = [*PUBLISHED, *(make() for make in ALL)]
SEEDS = (11, 12, 13)
EIGHT = Effort(2048, 8, outer=256, inner=64)

Told = dict[tuple[str, ...], Figure]


@cache
def told(place: int, seed: int) -> Told:
    found = weigh(CASES[place].case, replace(EIGHT, seed=seed))
    return {(one.name,): one.worth for one in found.quantities} | {one.names: one.worth for one in found.groups} | {(): found.evpi}


def errors(place: int, names: tuple[str, ...], truth: float) -> list[float]:
    """In per cent, one for each seed."""
    return [100 * abs(told(place, seed)[names].value - truth) / CASES[place].evpi for seed in SEEDS]


def rms(values: list[float]) -> float:
    return float(np.sqrt(np.mean(np.square(values))))


def singles() -> list[tuple[int, tuple[str, ...], float]]:
    return [(place, names, truth) for place, known in enumerate(CASES) for names, truth in known.evppi.items() if len(names) == 1]


def test_what_knowing_everything_is_worth_is_known_to_a_thousandth() -> None:
    off = [rms(errors(place, (), known.evpi)) for place, known in enumerate(CASES)]
    assert float(np.median(off)) <= 0.1
    assert max(off) <= 1.0


def test_what_one_answer_is_worth_is_known_to_a_quarter_of_a_hundredth() -> None:
    off = [rms(errors(*one)) for one in singles()]
    assert float(np.median(off)) <= 0.25
    assert max(off) <= 2.0


def test_no_single_figure_is_off_by_more_than_its_band() -> None:
    assert max(max(errors(*one)) for one in singles()) <= 2.0


def test_the_bars_hold_the_truth() -> None:
    """Within three errors and half a hundredth."""
    held = [abs(told(place, seed)[names].value - truth) <= 3 * told(place, seed)[names].se + 0.005 * known.evpi
            for place, known in enumerate(CASES) for names, truth in (known.evppi | {(): known.evpi}).items() for seed in SEEDS]
    assert float(np.mean(held)) >= 0.98


def test_what_is_worth_nothing_is_not_shown_as_worth_something() -> None:
    shown = [off > 1 for place, names, truth in singles() if truth == 0 for off in errors(place, names, truth)]
    assert len(shown) > 30
    assert sum(shown) <= 0.01 * len(shown)


def test_the_question_put_first_is_the_best_or_as_good() -> None:
    for place, known in enumerate(CASES):
        truths = {names: truth for names, truth in known.evppi.items() if len(names) == 1}
        for seed in SEEDS:
            first = max(truths, key=lambda names: told(place, seed)[names].value)
            assert max(truths.values()) - truths[first] <= 0.01 * known.evpi


@pytest.mark.parametrize("known", [known for known in CASES if any(len(names) > 1 for names in known.evppi)], ids=lambda known: known.case.id)
def test_a_group_is_known_to_half_a_hundredth(known: Known) -> None:
    effort = Effort(2048, 8, seed=11, outer=1024, inner=1024)
    learned = learn(run(known.case, effort))
    assert learned is not None
    for names, truth in known.evppi.items():
        if len(names) > 1:
            assert abs(group(known.case, names, learned, effort).value - truth) <= 0.005 * known.evpi, names


@pytest.mark.parametrize("effort", [TYPING, RESTING])
def test_forty_quantities_are_told_apart(effort: Effort) -> None:
    known = next(known for known in CASES if known.case.id == "forty inputs")
    found = weigh(known.case, effort)
    truths = [known.evppi[(quantity.name,)] for quantity in found.quantities]
    shown = [quantity.worth.value for quantity in found.quantities]
    assert max(abs(one - other) for one, other in zip(truths, shown, strict=True)) <= 0.001 * known.evpi
    assert json.dumps(shown) == json.dumps([quantity.worth.value for quantity in weigh(known.case, effort).quantities])
