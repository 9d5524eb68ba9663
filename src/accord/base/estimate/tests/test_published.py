"""Published decision problems: every stored answer, over several seeds."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from accord.base.estimate import RESTING, Effort, weigh
from accord.base.estimate.knowing import answer, learn
from accord.base.estimate.reading import read_json
from accord.base.estimate.runs import run

FILE = Path(__file__).parents[5] / "tests" / "vectors" / "estimate.json"
CASES = {case.id: case for case in read_json(FILE.read_text())}
TRUTHS: dict[str, Any] = {case["id"]: case["truth"] for case in json.loads(FILE.read_text())["cases"]}
STUDIES = [(case, study) for case, truth in TRUTHS.items() for study in truth.get("evsi", [])]


@pytest.mark.parametrize("seed", (1, 2, 3, 4))
@pytest.mark.parametrize("name", CASES)
def test_every_published_answer_is_inside_its_band(name: str, seed: int) -> None:
    truth, weighed = TRUTHS[name], weigh(CASES[name], replace(RESTING, seed=seed))
    found = {frozenset((known.name,)): known.worth.value for known in weighed.quantities} | {frozenset(g.names): g.worth.value for g in weighed.groups}
    assert weighed.evpi.value == pytest.approx(truth["evpi"]["value"], abs=truth["evpi"]["accept_abs"])
    for asked in truth["evppi"]:
        assert found[frozenset(asked["inputs"])] == pytest.approx(asked["value"], abs=asked["accept_abs"]), asked["inputs"]


@pytest.mark.parametrize("name", CASES)
def test_the_expected_values_are_those_stored(name: str) -> None:
    weighed = weigh(CASES[name], RESTING)
    for option, value in TRUTHS[name]["expected_value"].items():
        assert weighed.option(option).alone.value == pytest.approx(value, abs=0.02 * weighed.evpi.value)


@pytest.mark.parametrize(("name", "study"), STUDIES, ids=lambda one: one if isinstance(one, str) else f"n={one['n']}")
def test_a_noisy_answer_is_worth_what_the_study_is(name: str, study: dict[str, Any]) -> None:
    """n observations of a normal input are one answer whose score correlates with the truth by what they leave open."""
    case = CASES[name]
    place = case.names.index(study["input"])
    sd = case.quantities[place].distribution.sd  # type: ignore[attr-defined]
    rho = math.sqrt(study["n"] * sd**2 / (study["n"] * sd**2 + study["obs_sd"] ** 2))
    learned = learn(run(case, Effort(4096, 8)))
    assert learned is not None
    assert answer(learned, place, rho).value == pytest.approx(study["value"], abs=0.002 * TRUTHS[name]["evpi"]["value"])
