"""What other packages take for the same 40 quantities: run by bench/estimate.py in an environment of its own. Prints JSON.

squigglepy draws the quantities and works out the options; voiage gets a finished sample and says what knowing each quantity is worth.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

RUNS, TEAMS = 8192, 8


def cpu(job: Callable[[], object], times: int) -> float:
    found = []
    for _ in range(times):
        begun = time.process_time()
        job()
        found.append(time.process_time() - begun)
    return min(found)


def sample() -> dict[str, np.ndarray]:
    bits = np.random.default_rng(1)
    drawn = {}
    for k in range(TEAMS):
        drawn |= {f"people {k}": bits.lognormal(4 + k / 10, 0.3, RUNS), f"hours {k}": bits.lognormal(0.5, 0.5, RUNS),
                  f"rate {k}": bits.lognormal(3.8, 0.15, RUNS), f"part {k}": bits.beta(4 + k, 5, RUNS),
                  f"price {k}": bits.lognormal(7.9 + k % 4 * 0.35, 0.5, RUNS)}
    return drawn


def options(drawn: dict[str, Any]) -> np.ndarray:
    """(RUNS, 5)"""
    won = [drawn[f"people {k}"] * drawn[f"hours {k}"] * drawn[f"rate {k}"] * drawn[f"part {k}"] for k in range(TEAMS)]
    ways = [sum(won[k] for k in range(TEAMS) if k % 4 <= d) - drawn[f"price {d}"] - drawn[f"price {d + 4}"] for d in range(4)]
    return np.stack([np.zeros(RUNS), *ways], axis=1)


def plain() -> None:
    np.max(options(sample()), axis=1).mean()


def squiggle() -> None:
    import squigglepy as sq

    def drawn(distribution: Any) -> np.ndarray:
        return np.asarray(sq.sample(distribution, n=RUNS))

    found = {}
    for k in range(TEAMS):
        found |= {f"people {k}": drawn(sq.lognorm(norm_mean=4 + k / 10, norm_sd=0.3)), f"hours {k}": drawn(sq.lognorm(norm_mean=0.5, norm_sd=0.5)),
                  f"rate {k}": drawn(sq.lognorm(norm_mean=3.8, norm_sd=0.15)), f"part {k}": drawn(sq.beta(4 + k, 5)),
                  f"price {k}": drawn(sq.lognorm(norm_mean=7.9 + k % 4 * 0.35, norm_sd=0.5))}
    options(found)


def told_by_voiage() -> tuple[float, dict[str, float]]:
    """CPU seconds for every quantity, and what it says of each."""
    from voiage.methods.basic import evppi

    drawn = sample()
    values = options(drawn)
    found: dict[str, float] = {}

    def every() -> None:
        for name in drawn:
            found[name] = float(evppi(values, drawn, [name]))

    return cpu(every, 2), found


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    said: dict[str, Any] = {"plain": cpu(plain, 9)}
    for name, job in (("squigglepy", lambda: cpu(squiggle, 3)), ("voiage", told_by_voiage)):
        try:
            said[name] = job()
        except Exception as problem:
            said[name] = f"{type(problem).__name__}: {problem}"[:200]
    json.dump(said, sys.stdout)
