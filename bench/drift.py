"""How well material changes of goals are told from the others, on real pages of goals with every edit, beside "any change is material".

    .venv/bin/python bench/drift.py --data DIR     the folder that holds goals_sourcegraph (or ACCORD_DATA)
    .venv/bin/python bench/drift.py --fit          also the weights fitted to all pairs

Labels are in drift_labels.csv: those of the publisher of the data, and ours, made before anything was fitted, by this rule: an edit is material
when somebody who works for the goal, reading only the new text, would be asked to reach, do, avoid or know something else than before, by
another day, by another measure, in another order of importance or for others. Setting, links, pictures, typing mistakes, another name for the
same thing, and ticks for what is done are not. What the subject line of an edit claims does not count; what the text says does.

The score is fitted on the pages of all teams but one and tried on that one, in turn; the fit is held near the weights we believed in beforehand.
Intervals are 90 %, from drawing the pairs again with replacement.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from accord.ideas.goals.rules.difference import INTERCEPT, MATERIAL_FROM, MATTERS, counts, difference

HERE = Path(__file__).parent
BELIEVED = np.array([3.2, 3.0, 0.8, 3.1, 1.5, 1.4, 2.8, -2.2])  # of MATTERS, then the intercept
HELD = 3.0  # how firmly: the weight of one squared step away from what was believed
DRAWS = 4000


@dataclass(frozen=True)
class Pair:
    """Two versions of a page that follow each other. counts: of each kind that matters."""

    team: str
    changed: bool
    counts: list[int]
    material: bool
    ours: bool


def pairs(folder: Path) -> Iterator[Pair]:
    with (HERE / "drift_labels.csv").open(encoding="utf-8") as file:
        labels = {(row["path"], row["after"]): row for row in csv.DictReader(file)}
    last: dict[str, str] = {}
    with gzip.open(folder / "goals_sourcegraph" / "goal_page_versions.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            label = labels.get((row["path"], row["commit"]))
            if row["status"] == "M" and row["path"] in last and label:
                found = counts(difference(last[row["path"]], row["text"]).changes)
                changed, team = last[row["path"]] != row["text"], row["path"].split("/")[-2]
                yield Pair(team, changed, [found[kind] for kind in MATTERS], label["material"] == "yes", label["labelled_by"] == "us")
            last[row["path"]] = row["text"] if row["status"] != "D" else ""


def fitted(rows: list[Pair]) -> np.ndarray:
    """Weights and intercept: the likeliest of a logistic model, held near what was believed (Newton steps)."""
    rows = [row for row in rows if any(row.counts)]
    seen, said, weights = _columns(rows), np.array([row.material for row in rows]), BELIEVED.copy()
    for _step in range(50):
        likely = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (likely - said) + HELD * (weights - BELIEVED)
        curve = seen.T @ (seen * (likely * (1 - likely))[:, None]) + HELD * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def _columns(rows: list[Pair]) -> np.ndarray:
    return np.c_[np.log1p(np.array([row.counts for row in rows], dtype=float)), np.ones(len(rows))]


def scores(rows: list[Pair], weights: np.ndarray) -> np.ndarray:
    any_of = np.array([any(row.counts) for row in rows])
    return np.where(any_of, 1 / (1 + np.exp(-_columns(rows) @ weights)), 0.0)


def left_out(rows: list[Pair]) -> np.ndarray:
    """The score of each pair by a model that has not seen its team."""
    found = np.zeros(len(rows))
    for team in {row.team for row in rows}:
        its = np.array([row.team == team for row in rows])
        found[its] = scores([row for row in rows if row.team == team], fitted([row for row in rows if row.team != team]))
    return found


def told(truth: np.ndarray, said: np.ndarray) -> tuple[float, float, float]:
    """F1, recall, precision."""
    hits = float((truth & said).sum())
    return 2 * hits / max(truth.sum() + said.sum(), 1), hits / max(truth.sum(), 1), hits / max(said.sum(), 1)


def line(name: str, truth: np.ndarray, said: np.ndarray) -> str:
    chance = np.random.default_rng(7)
    drawn = np.array([told(truth[one], said[one]) for one in chance.integers(0, len(truth), (DRAWS, len(truth)))])
    lows, highs = np.quantile(drawn, [0.05, 0.95], axis=0)
    parts = [f"{value:.2f} ({low:.2f} to {high:.2f})" for value, low, high in zip(told(truth, said), lows, highs, strict=True)]
    return f"{name:<44}" + "".join(f"{part:>24}" for part in parts)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=os.environ.get("ACCORD_DATA"), help="the folder that holds goals_sourcegraph")
    asked.add_argument("--fit", action="store_true", help="print the weights fitted to all pairs")
    given = asked.parse_args()
    if not given.data or not (Path(given.data) / "goals_sourcegraph").is_dir():
        asked.error("Say where the data are: --data DIR, with a folder goals_sourcegraph in it.")
    rows = list(pairs(Path(given.data)))
    truth, ours = np.array([row.material for row in rows]), np.array([row.ours for row in rows])
    any_change, found = np.array([row.changed for row in rows]), left_out(rows) >= MATERIAL_FROM
    print(f"{len(rows)} pairs, {truth.sum()} of them material; {(~ours).sum()} labelled by the publisher, {ours.sum()} by us")
    print(f"{'':<44}{'F1':>24}{'recall':>24}{'precision':>24}")
    print(line("any change is material", truth, any_change))
    print(line("Accord, each team left out in turn", truth, found))
    print(line("  on the publisher's labels alone", truth[~ours], found[~ours]))
    print(line("  any change, on those", truth[~ours], any_change[~ours]))
    if given.fit:
        weights = fitted(rows)
        print("fitted to all:", {kind: round(float(value), 2) for kind, value in zip([*MATTERS, "intercept"], weights, strict=True)}, f"(now {INTERCEPT})")


if __name__ == "__main__":
    main()
