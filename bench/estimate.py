"""How the engine does, as ratios and shares side by side: no seconds to compare with another machine's.

    .venv/bin/python bench/estimate.py             everything, about a minute
    .venv/bin/python bench/estimate.py --quick     one seed each

Work: CPU time of the whole loop on a case of 40 quantities and 5 options (read, draw, weigh, every quantity, six people), against plain NumPy that only
draws the same number of runs and works out the options. Truth: the error on cases whose answers are known, as a share of what knowing
everything is worth.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from accord.base.estimate import REPORT, RESTING, TYPING, Case, Effort, weigh
from accord.base.estimate.knowing import learn, singles
from accord.base.estimate.reading import read_document, read_json
from accord.base.estimate.runs import run
from accord.base.estimate.tests.closed_forms import ALL, Known

ROOT = Path(__file__).parents[1]
PEOPLE = 6


def forty() -> dict[str, Any]:
    """Eight teams: each loses hours at a rate; five ways to win back a part of them for a price."""
    inputs, options = [], [{"name": "nothing", "expr": "0"}]
    for k in range(8):
        inputs += [{"name": f"people {k}", "dist": "lognormal", "mu": 4 + k / 10, "sigma": 0.3},
                   {"name": f"hours {k}", "dist": "lognormal", "mu": 0.5, "sigma": 0.5},
                   {"name": f"rate {k}", "dist": "lognormal", "mu": 3.8, "sigma": 0.15}, {"name": f"part {k}", "dist": "beta", "a": 4 + k, "b": 5}]
    inputs += [{"name": f"price {k}", "dist": "lognormal", "mu": 10.3 + k / 10, "sigma": 0.5} for k in range(8)]
    for d in range(4):
        saved = " + ".join(f"people {k} * hours {k} * rate {k} * part {k}" for k in range(8) if k % 4 <= d)
        options.append({"name": f"way {d}", "expr": f"{saved} - price {d} - price {d + 4}"})
    return {"schema": "accord-voi-cases/1", "cases": [{"id": "forty", "inputs": inputs, "options": options}]}


def cpu(job: Callable[[], object], times: int = 5) -> float:
    """The best of several, in CPU seconds of this process."""
    found = []
    for _ in range(times):
        begun = time.process_time()
        job()
        found.append(time.process_time() - begun)
    return min(found)


def plain(runs: int) -> None:
    """What anybody would write: draw, and work out the options."""
    bits = np.random.default_rng(1)
    people, hours = [bits.lognormal(4 + k / 10, 0.3, runs) for k in range(8)], [bits.lognormal(0.5, 0.5, runs) for _ in range(8)]
    rate, part = [bits.lognormal(3.8, 0.15, runs) for _ in range(8)], [bits.beta(4 + k, 5, runs) for k in range(8)]
    price = [bits.lognormal(10.3 + k / 10, 0.5, runs) for k in range(8)]
    ways = [sum(people[k] * hours[k] * rate[k] * part[k] for k in range(8) if k % 4 <= d) - price[d] - price[d + 4] for d in range(4)]
    np.maximum(np.stack(ways).max(axis=0), 0).mean()


def whole(effort: Effort) -> None:
    from accord.base.estimate.case import Person

    (case,) = read_document(forty())
    people = tuple(Person(f"person {p}", case.names[6 * p:6 * p + 6], "has the figures") for p in range(PEOPLE))
    weigh(replace(case, people=people), effort)


def every_quantity(effort: Effort) -> None:
    (case,) = read_document(forty())
    runs = run(case, effort)
    singles(runs, learn(runs))


def told_work() -> None:
    print("Work on 40 quantities and 5 options, as multiples of plain NumPy drawing and working out the same runs")
    for name, effort in (("while typing, 8 × 1,024", TYPING), ("at rest, 8 × 4,096", RESTING)):
        base = cpu(lambda runs=effort.runs * effort.replicates: plain(runs))
        first = cpu(lambda job=effort: every_quantity(job), 1)
        print(f"  {name:26} every quantity {cpu(lambda job=effort: every_quantity(job)) / base:5.1f} × (first time {first / base:5.1f} ×)"
              f"   with {PEOPLE} people {cpu(lambda job=effort: whole(job), 2) / base:6.1f} ×")
    print(f"  memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB resident at most")
    alone = "import time; a = time.process_time(); import accord.base.estimate; b = time.process_time(); import accord.doors.cli.app; " \
            "c = time.process_time(); import sys; print((b - a) / max(c - b, 1e-9), sorted(set(sys.modules) & {'django', 'scipy.stats'}))"
    ratio, loaded = subprocess.run([sys.executable, "-c", alone], capture_output=True, text=True, check=True).stdout.split(" ", 1)
    print(f"  start: importing the engine takes {float(ratio):.1f} × what the command line's own import takes; "
          f"of Django and scipy.stats it loads {loaded.strip()}")


def published() -> list[Known]:
    text = (ROOT / "tests" / "vectors" / "estimate.json").read_text()
    truths = {entry["id"]: entry["truth"] for entry in json.loads(text)["cases"]}
    return [Known(case, truths[case.id]["evpi"]["value"], {tuple(one["inputs"]): one["value"] for one in truths[case.id]["evppi"]}) for case in read_json(text)]


def told_truth(seeds: range) -> None:
    known = [*published(), *(make() for make in ALL)]
    print(f"\nError on {len(known)} cases whose answers are known, per cent of what knowing everything is worth; {len(seeds)} seeds")
    print(f"  {'':26} {'EVPI':>17}   {'EVPPI, one':>17}   {'EVPPI, groups':>17}   within 3 errors   worthless shown")
    print(f"  {'':26} {'median':>8} {'most':>8}   {'median':>8} {'most':>8}   {'median':>8} {'most':>8}   + 0.5 %           above 1 %")
    for name, effort in (("8 × 1,024", TYPING), ("8 × 2,048", replace(TYPING, runs=2048)), ("8 × 4,096", RESTING), ("32 × 8,192", REPORT)):
        line(name, effort, known, seeds)


def line(name: str, effort: Effort, known: list[Known], seeds: range) -> None:
    everything, one, several, held, worthless = [], [], [], [], []
    for truth in known:
        off = [errors(truth, truth.case, replace(effort, seed=seed)) for seed in seeds]
        everything.append(rms([found[()][0] for found in off]))
        for names, value in truth.evppi.items():
            (one if len(names) == 1 else several).append(rms([found[names][0] for found in off]))
            held += [abs(error) <= 3 * se + 0.5 for error, se in (found[names] for found in off)]
            worthless += [found[names][0] > 1 for found in off] if value == 0 else []
    spread = "   ".join(f"{np.median(column):8.3f} {max(column):8.3f}" for column in (everything, one, several))
    print(f"  {name:26} {spread}   {100 * np.mean(held):11.1f} %   {sum(worthless):6d} of {len(worthless)}")


def errors(truth: Known, case: Case, effort: Effort) -> dict[tuple[str, ...], tuple[float, float]]:
    """Error and standard error of every known answer, in per cent of what knowing everything is worth."""
    found = weigh(case, effort)
    told = {(quantity.name,): quantity.worth for quantity in found.quantities} | {group.names: group.worth for group in found.groups} | {(): found.evpi}
    wanted = truth.evppi | {(): truth.evpi}
    return {names: (100 * (told[names].value - value) / truth.evpi, 100 * told[names].se / truth.evpi) for names, value in wanted.items()}


def rms(errors_: list[float]) -> float:
    return float(np.sqrt(np.mean(np.square(errors_))))


if __name__ == "__main__":
    told_work()
    told_truth(range(1, 2) if "--quick" in sys.argv else range(1, 5))
