"""How the engine does, as ratios and shares side by side: no seconds to compare with another machine's.

    .venv/bin/python bench/estimate.py                  everything; makes an environment for the rivals in a temporary folder (some minutes)
    .venv/bin/python bench/estimate.py --quick          one seed each, no rivals
    .venv/bin/python bench/estimate.py --rivals PYTHON  rivals from an environment that has squigglepy 0.30 and voiage 0.2.1 already

Work: CPU time of the whole loop on a case of 40 quantities and 5 options (read, draw, weigh, every quantity, six people), against plain NumPy that only
draws the same number of runs and works out the options, and against drawing as many uniform numbers. Truth: the error on cases whose answers are
known, as a share of what knowing everything is worth.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}        # CPU time of one thread, for all alike

import numpy as np

from accord.base.estimate import REPORT, RESTING, TYPING, Case, Effort, weigh
from accord.base.estimate.knowing import learn, singles
from accord.base.estimate.reading import read_document, read_json
from accord.base.estimate.runs import run
from accord.base.estimate.tests.closed_forms import ALL, Known

ROOT = Path(__file__).parents[1]
PEOPLE = 6
RIVALS = ("squigglepy==0.30", "voiage==0.2.1")


def forty(times: int = 1) -> dict[str, Any]:
    """Eight teams (or `times` as many): each loses hours at a rate; five ways to win back a part of them for a price."""
    inputs: list[dict[str, Any]] = []
    for k in range(8 * times):
        inputs += [{"name": f"people {k}", "dist": "lognormal", "mu": 4 + k % 8 / 10, "sigma": 0.3},
                   {"name": f"hours {k}", "dist": "lognormal", "mu": 0.5, "sigma": 0.5}, {"name": f"rate {k}", "dist": "lognormal", "mu": 3.8, "sigma": 0.15},
                   {"name": f"part {k}", "dist": "beta", "a": 4 + k % 8, "b": 5},
                   {"name": f"price {k}", "dist": "lognormal", "mu": 7.9 + k % 4 * 0.35, "sigma": 0.5}]
    won = [{"name": f"won {k}", "expr": f"people {k} * hours {k} * rate {k} * part {k}"} for k in range(8 * times)]
    options = [{"name": "nothing", "expr": "0"}]
    for d in range(4):
        saved = " + ".join(f"won {k}" for k in range(8 * times) if k % 4 <= d)
        paid = " - ".join(f"price {k}" for k in range(8 * times) if k % 4 == d)
        options.append({"name": f"way {d}", "expr": f"{saved} - {paid}"})
    return {"schema": "accord-voi-cases/1", "cases": [{"id": "forty", "inputs": inputs, "derived": won, "options": options}]}


def cpu(jobs: dict[str, Callable[[], object]], times: int = 9) -> dict[str, float]:
    """The best of several of each, in CPU seconds of this process, taken in turns so that all meet the same machine."""
    found: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(times):
        for name, job in jobs.items():
            begun = time.process_time()
            job()
            found[name].append(time.process_time() - begun)
    return {name: min(taken) for name, taken in found.items()}


def plain(runs: int, times: int = 1) -> None:
    """What anybody would write: draw, and work out the options."""
    bits, teams = np.random.default_rng(1), range(8 * times)
    people, hours = [bits.lognormal(4 + k % 8 / 10, 0.3, runs) for k in teams], [bits.lognormal(0.5, 0.5, runs) for _ in teams]
    rate, part = [bits.lognormal(3.8, 0.15, runs) for _ in teams], [bits.beta(4 + k % 8, 5, runs) for k in teams]
    price = [bits.lognormal(7.9 + k % 4 * 0.35, 0.5, runs) for k in teams]
    won = [people[k] * hours[k] * rate[k] * part[k] for k in teams]
    ways = [sum(won[k] for k in teams if k % 4 <= d) - sum(price[k] for k in teams if k % 4 == d) for d in range(4)]
    np.maximum(np.stack(ways).max(axis=0), 0).mean()


def uniform(runs: int) -> None:
    """As many random numbers, and nothing done with them."""
    bits = np.random.default_rng(1)
    for _ in range(40):
        bits.random(runs)


def whole(effort: Effort) -> None:
    from accord.base.estimate.case import Person

    (case,) = read_document(forty())
    people = tuple(Person(f"person {p}", case.names[6 * p:6 * p + 6], "has the figures") for p in range(PEOPLE))
    weigh(replace(case, people=people), effort)


def every_quantity(effort: Effort, times: int = 1) -> dict[str, float]:
    (case,) = read_document(forty(times))
    runs = run(case, effort)
    return dict(zip(case.names, (one.value for one in singles(runs, learn(runs))), strict=True))


def told_work() -> None:
    print("Work on 40 quantities and 5 options, as multiples of plain NumPy drawing and working out the same runs")
    for name, effort in (("while typing, 8 × 1,024", TYPING), ("at rest, 8 × 4,096", RESTING)):
        runs = effort.runs * effort.replicates
        begun = time.process_time()
        every_quantity(effort)
        first = time.process_time() - begun
        took = cpu({"plain": lambda runs=runs: plain(runs), "uniform": lambda runs=runs: uniform(runs), "every": lambda job=effort: every_quantity(job),
                    "whole": lambda job=effort: whole(job)})
        base = took["plain"]
        print(f"  {name:26} every quantity {took['every'] / base:5.1f} × (first time {first / base:5.1f} ×), "
              f"with {PEOPLE} people {took['whole'] / base:5.1f} ×; drawing as many uniform numbers {took['uniform'] / base:4.2f} ×")
        if effort is TYPING:
            print(f"  {'':26} in CPU milliseconds of this machine: plain {1e3 * base:.0f}, every quantity {1e3 * took['every']:.0f}, "
                  f"whole loop {1e3 * took['whole']:.0f}")


def told_growth() -> None:
    print("\nGrowth, every quantity: how many times as long, and how much memory a process of its own takes")
    took = cpu({"once": lambda: every_quantity(TYPING), "draws": lambda: every_quantity(replace(TYPING, replicates=80)),
                "quantities": lambda: every_quantity(TYPING, 10), "plain": lambda: plain(8192), "plain 10": lambda: plain(8192, 10)}, 3)
    print(f"  10 × the draws {took['draws'] / took['once']:5.1f} ×      10 × the quantities {took['quantities'] / took['once']:5.1f} × "
          f"(plain NumPy {took['plain 10'] / took['plain']:.1f} ×)")
    told = "; ".join(f"{name} {memory(job)} MB" for name, job in (
        ("NumPy and SciPy alone", "import scipy.special, numpy.random"), ("while typing", "b.whole(TYPING)"), ("at rest", "b.whole(RESTING)"),
        ("for a report", "b.whole(REPORT)"), ("10 × the draws", "b.every_quantity(replace(TYPING, replicates=80))"),
        ("10 × the quantities", "b.every_quantity(TYPING, 10)")))
    print(f"  memory at most: {told}")
    alone = "import time, numpy; a = time.process_time(); import accord.base.estimate; b = time.process_time(); import accord.doors.cli.app; " \
            "c = time.process_time(); import sys; print((b - a) / max(c - b, 1e-9), sorted(set(sys.modules) & {'django', 'scipy.special', 'scipy.stats'}))"
    ratio, loaded = python(alone).split(" ", 1)
    print(f"  start: importing the engine takes {float(ratio):.1f} × what the command line's own import takes; "
          f"of Django and SciPy's parts it loads {loaded.strip()}")


def memory(job: str) -> int:
    """Resident at most, in megabytes, of a process that does nothing else."""
    begin = "import sys; from dataclasses import replace; sys.path.insert(0, 'bench')\n"
    begin += "from accord.base.estimate import REPORT, RESTING, TYPING\nimport estimate as b\n" if "b." in job else ""
    return int(python(f"{begin}{job}\nprint(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])")) // 1024


def python(text: str) -> str:
    return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True, cwd=ROOT).stdout


def told_rivals(interpreter: str) -> None:
    print("\nOthers on the same 40 quantities, 8,192 runs, as multiples of plain NumPy in their own environment")
    with tempfile.TemporaryDirectory() as folder:
        found = interpreter or environment(Path(folder))
        if not found:
            return
        done = subprocess.run([found, str(ROOT / "bench" / "rivals.py")], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"  They do not run: {done.stderr.strip().splitlines()[-1]}")
        return
    said, base = json.loads(done.stdout), cpu({"plain": lambda: plain(8192), "ours": lambda: every_quantity(TYPING)})
    truth = every_quantity(replace(REPORT, replicates=64))
    ours = every_quantity(TYPING)
    everything = weigh(read_document(forty())[0], REPORT).evpi.value
    print(f"  accord, drawing and every quantity              {base['ours'] / base['plain']:6.1f} ×   error {off(ours, truth, everything)}")
    drawing = said["squigglepy"]
    print(f"  squigglepy 0.30, drawing and options only       {drawing / said['plain']:6.1f} ×"
          if isinstance(drawing, float) else f"  squigglepy 0.30: {drawing}")
    if isinstance(said["voiage"], str):
        print(f"  voiage 0.2.1: {said['voiage']}")
        return
    seconds, values = said["voiage"]
    print(f"  voiage 0.2.1, every quantity of a given sample  {seconds / said['plain']:6.1f} ×   error {off(values, truth, everything)}")


def off(found: dict[str, float], truth: dict[str, float], everything: float) -> str:
    """Against 64 × 8,192 runs of our own."""
    errors_ = [100 * (found[name] - truth[name]) / everything for name in truth]
    return f"{rms(errors_):.3f} % of what knowing everything is worth, {max(map(abs, errors_)):.3f} % at most"


def environment(folder: Path) -> str:
    """An environment with the rivals; empty where it cannot be made, and why is said."""
    made = subprocess.run([sys.executable, "-m", "venv", str(folder / "rivals")], capture_output=True, text=True, check=False)
    interpreter = str(folder / "rivals" / "bin" / "python")
    if made.returncode == 0:
        made = subprocess.run([interpreter, "-m", "pip", "install", "--quiet", *RIVALS], capture_output=True, text=True, check=False)
    if made.returncode:
        print(f"  {' and '.join(RIVALS)} cannot be installed here: {(made.stderr or made.stdout).strip().splitlines()[-1]}")
        return ""
    return interpreter


def published() -> list[Known]:
    text = (ROOT / "tests" / "vectors" / "estimate.json").read_text()
    truths = {entry["id"]: entry["truth"] for entry in json.loads(text)["cases"]}
    return [Known(case, truths[case.id]["evpi"]["value"], {tuple(one["inputs"]): one["value"] for one in truths[case.id]["evppi"]}) for case in read_json(text)]


def told_truth(seeds: range) -> None:
    known = [*published(), *(make() for make in ALL)]
    print(f"\nError on {len(known)} cases whose answers are known, per cent of what knowing everything is worth; {len(seeds)} seeds")
    print(f"  {'':26} {'EVPI':>17}   {'EVPPI, one':>17}   {'EVPPI, groups':>17}   within 3 errors   worthless shown")
    print(f"  {'':26} {'median':>8} {'most':>8}   {'median':>8} {'most':>8}   {'median':>8} {'most':>8}   + 0.5 %           above 1 %")
    for name, effort in (("8 × 1,024", TYPING), ("8 × 2,048", replace(TYPING, runs=2048)),
                         ("8 × 2,048, groups 1,024²", replace(TYPING, runs=2048, outer=1024, inner=1024)),
                         ("8 × 4,096", RESTING), ("32 × 8,192", REPORT)):
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
    asked = sys.argv[1:]
    told_work()
    told_growth()
    if "--quick" not in asked:
        told_rivals(asked[asked.index("--rivals") + 1] if "--rivals" in asked else "")
    told_truth(range(1, 2) if "--quick" in asked else range(1, 5))
