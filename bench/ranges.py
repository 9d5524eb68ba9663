"""How often ranges hold, and how narrow they are, on real estimates and what became of them.

    .venv/bin/python bench/ranges.py --data DIR     about a minute; nothing is copied, nothing is kept

DIR holds `estimates_tasks`, `projects_huijgens` and `ranges_replicats`; what is not there is left out, and said. Every band is nine in ten and is
made by the product's own functions from what was finished before the estimate was given. “Rival”: the best band without a record, which is told
how often ours held and then given, from the answers themselves, the width at which it holds as often.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from accord.base.estimate import Kind, Range, pooled
from accord.base.estimate.distributions import Values
from accord.base.estimate.record import Finished, Outlook
from accord.base.estimate.references import others
from accord.base.estimate.scoring import chances

Rows = list[dict[str, str]]
STEP = 60           # days between two looks at the record
ORDERS = 5          # in which a firm's own projects become known
AGAIN = 1000        # resamples behind each interval


@dataclass(frozen=True)
class Task:
    """day: of the estimate; piece: how it ended, with the day it did."""

    day: int
    piece: Finished


@dataclass(frozen=True)
class Band:
    """Ours, and the rivals' (low, high) as logs: the usual multiple of what was foreseen whatever its size, and what such work came to in all,
    both nine in ten of the same past."""

    low: float
    high: float
    size: float
    actual: float
    usual: tuple[float, float]
    whole: tuple[float, float]

    @property
    def held(self) -> bool:
        return self.low * (1 - 1e-9) <= self.actual <= self.high * (1 + 1e-9)

    @property
    def width(self) -> float:
        return float(np.log(self.high / self.low))


def banded(outlook: Outlook, pieces: Sequence[Finished], past: Sequence[tuple[float, float]]) -> list[Band]:
    """past: (foreseen, actual) of everything the rivals may look at."""
    size, came = np.log(np.array(past)).T
    usual, whole = np.quantile(came - size, [0.05, 0.95]), np.quantile(came, [0.05, 0.95])
    made = []
    for piece in pieces:
        about = float(np.log(piece.foreseen))
        made.append(Band(*outlook.band(piece.foreseen, piece.kind), piece.foreseen, piece.actual, (usual[0] + about, usual[1] + about), (whole[0], whole[1])))
    return made


def read(path: Path) -> Rows:
    with gzip.open(path) as packed:
        return list(csv.DictReader(io.TextIOWrapper(packed, encoding="utf-8", errors="replace")))


def number(text: str) -> float:
    """0 where there is none."""
    try:
        return float(text)
    except ValueError:
        return 0.0


# --- tasks inside a firm, split by time


def firm_tasks(folder: Path) -> list[Task]:
    """A software house: one row a task, hours."""
    dates = {row["TaskNumber"]: row for row in read(folder / "sip_dates.csv.gz")}
    found: dict[str, Task] = {}
    for row in read(folder / "sip_tasks.csv.gz"):
        when = dates.get(row["TaskNumber"], {})
        foreseen, actual = number(row["HoursEstimate"]), number(row["HoursActual"])
        if row["StatusCode"] in ("TEMPLATE", "CANCELLED") or not when.get("EstimateOn") or not when.get("CompletedOn") or min(foreseen, actual) <= 0:
            continue
        begun, done = (datetime.strptime(when[key], "%d-%b-%y").toordinal() for key in ("EstimateOn", "CompletedOn"))
        found[row["TaskNumber"]] = Task(begun, Finished(foreseen, actual, done, row["SubCategory"]))
    return sorted(found.values(), key=lambda task: task.day)


def own_tasks(folder: Path) -> list[Task]:
    """One person's ten years of days, in half hours; what was never begun has no actual."""
    rows = [(row["date"], number(row["estimate"]), number(row["actual"])) for row in read(folder / "renzo_pomodoro.csv.gz")]
    told = [(datetime.strptime(day, "%Y-%m-%d").toordinal(), foreseen, actual) for day, foreseen, actual in rows if min(foreseen, actual) > 0]
    return sorted((Task(day, Finished(foreseen, actual, day)) for day, foreseen, actual in told), key=lambda task: task.day)


def in_time(tasks: list[Task], after: float, following: bool) -> list[Band]:
    """Bands of the tasks after the first `after` of them. following: the record grows as tasks end; else it stays as it was at the split."""
    split = tasks[int(len(tasks) * after)].day
    bands = []
    for look in sorted({(task.day - split) // STEP for task in tasks if task.day >= split}):
        today = split + look * STEP if following else split
        past = [task.piece for task in tasks if task.piece.day < today]
        now = [task.piece for task in tasks if task.day >= split and (task.day - split) // STEP == look]
        bands += banded(Outlook(past, today=today), now, [(piece.foreseen, piece.actual) for piece in past])
    return bands


# --- projects of a firm never seen


def projects(folder: Path, column: str) -> dict[str, list[tuple[float, float]]]:
    """(size in function points, what it came to) of each firm."""
    firms: dict[str, list[tuple[float, float]]] = {}
    for row in read(folder / "projects.csv.gz"):
        size, came = number(row["Functional_size_FP"]), number(row[column])
        if min(size, came) > 0:
            firms.setdefault(row["Organization"], []).append((size, came))
    return firms


def unseen(firms: dict[str, list[tuple[float, float]]], firm: str, known: int = 0, order: int = 0) -> list[Band]:
    """Bands of a firm's projects from the other firms'; and from `known` of its own, picked at random by `order`."""
    own = [Finished(*firms[firm][k]) for k in np.random.default_rng(order).permutation(len(firms[firm]))]
    rest = [pairs for other, pairs in firms.items() if other != firm]
    past = [*(pair for pairs in rest for pair in pairs), *((piece.foreseen, piece.actual) for piece in own[:known])]
    return banded(Outlook(own[:known], others(rest)), own[known:], past)


# --- rivals, and how it is told


def as_often(bands: Sequence[Band], low: Sequence[float], high: Sequence[float]) -> float:
    """Log width of a rival's bands (logs of low and high) once each is stretched about its middle by the one factor with which they hold as often as
    ours. The factor is taken from the answers, which is more than a rival could know."""
    bottom, top, actual = np.array(low), np.array(high), np.log([band.actual for band in bands])
    off = np.abs(actual - (bottom + top) / 2) / ((top - bottom) / 2)
    return float(np.quantile(off, share(bands)) * np.mean(top - bottom))


def share(bands: Sequence[Band]) -> float:
    return float(np.mean([band.held for band in bands]))


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Nine in ten, resampling runs of the data in its order, because neighbours are alike."""
    found, bits = np.array(values, dtype=float), np.random.default_rng(1)
    run = max(1, int(len(found) ** 0.5))
    blocks = max(1, round(len(found) / run))
    starts = bits.integers(0, max(len(found) - run + 1, 1), (AGAIN, blocks))
    means = [np.mean([found[start:start + run].mean() for start in each]) for each in starts]
    low, high = np.quantile(means, [0.05, 0.95])
    return float(low), float(high)


def told(name: str, bands: list[Band]) -> None:
    low, high = interval([band.held for band in bands])
    width, narrow, wide = np.exp([np.mean([band.width for band in bands]), *interval([band.width for band in bands])])
    rivals = [as_often(bands, *zip(*(getattr(band, rival) for band in bands), strict=True)) for rival in ("usual", "whole")]
    print(f"  {name:46}{len(bands):6d}  {100 * share(bands):5.1f} % [{100 * low:4.1f}, {100 * high:5.1f}]  {width:5.1f} × [{narrow:4.1f}, {wide:4.1f}]"
          + "".join(f"{np.exp(rival):12.1f} ×" for rival in rivals))


def head(title: str) -> None:
    print(f"\n{title}\n  {'':46}{'bands':>6}  {'held, nine in ten':21}{'high over low':20}{'usual multiple':>14}{'all such work':>14}")


def told_tasks(folder: Path) -> None:
    head("Tasks inside a firm; the record is what was finished before the estimate. Wanted: 88 to 92 %, narrower than each rival")
    for name, tasks in (("a software house, hours", firm_tasks(folder)), ("one person's half hours", own_tasks(folder))):
        for after in (0.5, 0.7):
            told(f"{name}, after the first {after:.0%}", in_time(tasks, after, True))
        told(f"{name}, record stopped at {0.7:.0%}", in_time(tasks, 0.7, False))


def told_projects(folder: Path) -> None:
    head("Projects of a firm never seen, from size and the other firms. Wanted: at least 85 %, over all firms narrower than each rival")
    for name, column in (("cost", "Actual_cost_EUR"), ("duration", "Actual_duration_months")):
        firms = projects(folder, column)
        if len(firms) < 2:
            print(f"  {name}: only one firm, nothing to hold out")
            continue
        for firm in firms:
            told(f"{name}, {firm} never seen", unseen(firms, firm))
        told(f"{name}, all firms", [band for firm in firms for band in unseen(firms, firm)])
        for known in (5, 20, 40):
            large = [firm for firm, own in firms.items() if len(own) > 2 * known]
            bands = [band for order in range(ORDERS) for firm in large for band in unseen(firms, firm, known, order)]
            if bands:
                told(f"{name}, {known} of their own known, {ORDERS} orders", bands)


# --- several voices


Voices = dict[str, list[tuple[float, float, float]]]


def voices(folder: Path, round_: str) -> tuple[Voices, dict[str, int]]:
    """(low, best, high) in per cent of everybody who spoke about each claim that came to an end, and how it ended."""
    ends = {row["paper_id"]: int(number(row["outcome"])) for row in read(folder / "data_outcomes.csv.gz")}
    said: dict[tuple[str, str], dict[str, float]] = {}
    for row in read(folder / "data_ratings.csv.gz"):
        if row["round"] == round_ and row["paper_id"] in ends and row["element"].startswith("three_point_"):
            said.setdefault((row["paper_id"], row["user_name"]), {})[row["element"].removeprefix("three_point_")] = number(row["value"])
    found: Voices = {}
    for (claim, _), told_ in sorted(said.items()):
        found.setdefault(claim, []).append((told_["lower"], told_["best"], told_["upper"]))
    return found, ends


def as_range(low: float, best: float, high: float) -> Range:
    """As the product asks for it: never quite 0 or 100, and the best left out where it lies at an end."""
    low, best, high = (min(max(x, 0.5), 99.5) for x in (low, best, high))
    inside = min(best - low, high - best) > (high - low) / 1000
    return Range(low, high, best if inside else None, Kind.CHANCE, 100)


def together(said: list[tuple[float, float, float]]) -> float:
    """The middle of the pool of everybody's ranges, as a chance."""
    return float(pooled([as_range(*one) for one in said]).quantile(np.array([0.5]))[0]) / 100


def told_voices(folder: Path) -> None:
    """Squared error of each claim under four ways to make one chance of many voices."""
    (first, ends), (second, _) = voices(folder, "round_1"), voices(folder, "round_2")
    claims = sorted(set(first) & set(second))
    ways: dict[str, Callable[[str], float]] = {
        "each person alone, first round": lambda c: scored([best / 100 for _, best, _ in first[c]], ends[c]),
        "each person alone, second round": lambda c: scored([best / 100 for _, best, _ in second[c]], ends[c]),
        "the mean of their answers, first round": lambda c: scored([float(np.mean([best for _, best, _ in first[c]])) / 100], ends[c]),
        "the mean of their answers, second round": lambda c: scored([float(np.mean([best for _, best, _ in second[c]])) / 100], ends[c]),
        "the pool of their ranges, first round": lambda c: scored([together(first[c])], ends[c]),
        "the pool of their ranges, second round": lambda c: scored([together(second[c])], ends[c]),
    }
    found = {name: np.array([way(claim) for claim in claims]) for name, way in ways.items()}
    best = found["the pool of their ranges, second round"]
    print(f"\nSeveral voices on {len(claims)} claims that came to an end, before and after they talked. Wanted: the pool of the second round beats each row")
    print(f"  {'':46}{'Brier score':24}{'worse than the pool of the second round by':44}claims")
    for name, each in found.items():
        low, high = resampled(each)
        less, more = resampled(each - best)
        worse = "" if each is best else f"{(each - best).mean():+.3f} [{less:+.3f}, {more:+.3f}]"
        print(f"  {name:46}{each.mean():.3f} [{low:.3f}, {high:.3f}]    {worse:44}{'' if each is best else f'{int((each > best).sum())} of {len(claims)}'}")


def scored(said: list[float], came: int) -> float:
    return chances(said, [came] * len(said)).brier


def resampled(values: Values) -> tuple[float, float]:
    """Nine in ten of the mean, claims drawn again."""
    drawn = np.random.default_rng(1).integers(0, len(values), (AGAIN, len(values)))
    low, high = np.quantile(values[drawn].mean(axis=1), [0.05, 0.95])
    return float(low), float(high)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--data", type=Path, required=True, help="the folder that holds the data sets")
    data = asked.parse_args().data
    for folder, tell in (("estimates_tasks", told_tasks), ("projects_huijgens", told_projects), ("ranges_replicats", told_voices)):
        if (data / folder).is_dir():
            tell(data / folder)
        else:
            print(f"\n{folder}: not in {data}, left out")


if __name__ == "__main__":
    main()
