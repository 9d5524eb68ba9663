"""`accord weigh FILE --json` on published decision problems: every figure inside the case's own tolerance."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "vectors" / "estimate.json"
TRUTHS = {case["id"]: case["truth"] for case in json.loads(CASES.read_text())["cases"]}


@pytest.fixture(scope="module")
def weighed():
    done = subprocess.run([sys.executable, "-m", "accord", "weigh", str(CASES), "--json"], capture_output=True, text=True, check=True)
    return {case["id"]: case for case in json.loads(done.stdout)["cases"]}


@pytest.mark.parametrize("case", TRUTHS)
def test_each_published_case_is_answered_within_its_tolerance(weighed, case):
    truth, found = TRUTHS[case], weighed[case]
    assert found["evpi"]["value"] == pytest.approx(truth["evpi"]["value"], abs=truth["evpi"]["accept_abs"])
    answers = {frozenset(entry["inputs"]): entry["value"] for entry in found["evppi"]}
    for asked in truth["evppi"]:
        assert answers[frozenset(asked["inputs"])] == pytest.approx(asked["value"], abs=asked["accept_abs"]), asked["inputs"]
    for option, value in truth["expected_value"].items():
        assert found["expected_value"][option]["value"] == pytest.approx(value, abs=truth["evpi"]["accept_abs"])


def test_the_chances_of_being_best_add_up_to_one(weighed):
    for case in weighed.values():
        assert sum(chance["value"] for chance in case["p_best"].values()) == pytest.approx(1)
