"""The measures agree with the vectors, through the adapter anybody can import as `measures`."""

import importlib
import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent
VECTORS = json.loads((HERE / "vectors" / "measures.json").read_text(encoding="utf-8"))["vectors"]
BUILT = ("listen", "goals", "empathy", "risks")  # packages whose measures exist by now
SINGLY = ("goodwill_blame",)  # and measures of packages that do not


@pytest.fixture
def measures(monkeypatch):
    monkeypatch.syspath_prepend(str(HERE / "adapters"))
    return importlib.import_module("measures")


def close(found, expected, tolerance: float) -> bool:
    """The same shape; numbers within the tolerance, everything else equal."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and found.keys() == expected.keys() and all(close(found[key], expected[key], tolerance) for key in expected)
    if isinstance(expected, list):
        return isinstance(found, list) and len(found) == len(expected) and all(close(*pair, tolerance) for pair in zip(found, expected, strict=True))
    if isinstance(expected, bool) or expected is None or isinstance(expected, str):
        return found == expected and type(found) is type(expected)
    return isinstance(found, int | float) and not isinstance(found, bool) and abs(found - expected) <= tolerance


@pytest.mark.parametrize("vector", [one for one in VECTORS if one["package"] in BUILT or one["measure"] in SINGLY], ids=lambda vector: vector["id"])
def test_the_measure_agrees_with_the_vector(measures, vector) -> None:
    found = getattr(measures, vector["measure"])(vector["input"])
    assert close(found, vector["expected"], vector["abs_tolerance"]), found
