"""A weighed case as figures for programs: every figure with its simulation error, and nothing else."""

from __future__ import annotations

from typing import Any

from accord.base.estimate import Figure, Weighed


def figures(weighed: Weighed) -> dict[str, Any]:
    """One entry of the JSON that `--json` prints. evppi: each input by itself, then each group."""
    return {
        "id": weighed.case_id,
        "expected_value": {option.name: _rounded(option.alone) for option in weighed.options},
        "p_best": {option.name: _rounded(option.chance_best) for option in weighed.options},
        "evpi": _rounded(weighed.evpi),
        "evppi": [{"inputs": [known.name], **_rounded(known.worth)} for known in weighed.quantities]
        + [{"inputs": list(group.names), **_rounded(group.worth)} for group in weighed.groups],
    }


def _rounded(figure: Figure) -> dict[str, float]:
    """To the digits that are the same on every machine."""
    return {"value": float(f"{figure.value:.9g}") + 0.0, "se": float(f"{figure.se:.3g}")}
