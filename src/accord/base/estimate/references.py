"""Reference classes: how such projects have gone before, so that an estimate is never taken at its word."""

from __future__ import annotations

from dataclasses import dataclass

from accord.base.estimate.curves import HeavyTail
from accord.base.estimate.distributions import Lognormal


@dataclass(frozen=True)
class ReferenceClass:
    """Cost as a multiple of the estimate. Below `turn` a lognormal body (mu, sigma of the log); beyond it, with chance
    `beyond`, a power law with tail index `alpha`."""

    title: str
    source: str
    mu: float
    sigma: float
    turn: float
    beyond: float
    alpha: float


# 18 % of IT projects cost more than half as much again; of 23 kinds of project only IT has a tail index of at most 1,
# which has no average of its own. The body is set so that it meets the tail at 1.5 times the estimate.
CLASSES: dict[str, ReferenceClass] = {
    "it projects": ReferenceClass(
        "IT projects, whole", "Flyvbjerg and Gardner 2023; Flyvbjerg and others 2022 and 2025 (power-law overruns, tail index at most 1)",
        mu=0.05, sigma=0.388, turn=1.5, beyond=0.18, alpha=1.0),
}


def overrun(found: ReferenceClass, stop: float) -> HeavyTail:
    """Cost as a multiple of the estimate, cut at `stop` (1 or more), where one would stop spending."""
    return HeavyTail(Lognormal(found.mu, found.sigma), found.turn, stop, found.beyond, found.alpha)
