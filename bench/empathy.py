"""What the rules of empathy find, beside simpler ways, on worlds with a known truth and on real ratings; and what they cost.

    .venv/bin/python bench/empathy.py                  guesses, selection, real ratings, cost
    .venv/bin/python bench/empathy.py --only guesses   one of: guesses, selection, real, cost
    .venv/bin/python bench/empathy.py --data DIR       the folder that holds stakeholders_ralic and perception (or ACCORD_DATA)

guesses: sides whose guesses are made in a known way; a measure is of use when only those who know something score above 0.
selection: equal shares beside points for the money, points alone, and what most people want; the same budget.
real: what is known of real ratings. cost: all figures of a round, its gate included, at 500 and at 5,000 people.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import resource
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from accord.base.people.gate import gate_views
from accord.ideas.empathy import rules
from accord.ideas.empathy.rules.importing import Rating, layout, read

WORLDS, PEOPLE, ITEMS = 300, 20, 20


# --- guesses -----------------------------------------------------------------------------------------------------------------------


def guessers(own: np.ndarray, truth: np.ndarray, chance: np.random.Generator) -> dict[str, np.ndarray]:
    """By how a side guesses, the guesses of its people. own, truth: people by items of this side, and the other side's mean."""
    known = chance.random(own.shape[1]) < 0.5
    noise = chance.normal(0, 0.8, own.shape)
    return {
        "always the middle": np.full(own.shape, 3.0),
        "they think like us": own,
        "by chance": chance.integers(1, 6, own.shape),
        "the middle, a little like us": 3 + 0.5 * (own - 3) + noise / 2,
        "knows half of the items, else like us": np.where(known, truth + noise, own),
        "knows, with noise": truth + noise,
    }


def guesses() -> None:
    """Item marks of both sides are alike to a degree that differs from world to world."""
    chance, seen = np.random.default_rng(7), defaultdict(list)
    items = [str(n) for n in range(ITEMS)]
    for _world in range(WORLDS):
        alike, base = chance.uniform(-0.5, 0.9), chance.normal(0, 1.2, (2, ITEMS))
        means = np.clip(3 + np.array([base[0], alike * base[0] + np.sqrt(1 - alike**2) * base[1]]), 1, 5)
        own = [np.clip(np.rint(chance.normal(one, 0.9, (PEOPLE, ITEMS))), 1, 5) for one in means]
        for name, guess in guessers(own[0], means[1], chance).items():
            told = np.clip(np.rint(guess), 1, 5)
            found = rules.picture(items, rules.Sheets(own[0], told), rules.Sheets(own[1], own[1]), draws=200)
            seen[name].append((found.found.a.accuracy, found.found.a.insight, found.overall.insight_a.low > 0))
    print(f"{WORLDS} worlds, two sides of {PEOPLE} people, {ITEMS} items: mean (lowest to highest twentieth)")
    print(f"{'how they guess':<42}{'accuracy':>24}{'insight':>26}{'surely above 0':>16}")
    for name, rows in seen.items():
        accuracy, insight, surely = np.array(rows, dtype=float).T
        print(f"{name:<42}{_spread(accuracy):>24}{_spread(insight):>26}{surely.mean():>15.0%}")


def _spread(values: np.ndarray) -> str:
    return f"{values.mean():.2f} ({np.quantile(values, 0.05):.2f} to {np.quantile(values, 0.95):.2f})"


# --- selection ---------------------------------------------------------------------------------------------------------------------


WAYS = ("shares", "per cost", "ranking", "by heads")


def selection(folder: Path | None) -> None:
    """By heads: ranking by what all people gave together, so that a group weighs by its size (its money, for Regnell); the other three give
    each group a hundred points."""
    print(f"\n{'':<40}{'least satisfied group':>44}{'groups left with nothing':>44}{'satisfaction, mean':>44}")
    print(f"{'the same budget':<40}" + 3 * "".join(f"{way:>11}" for way in WAYS))
    chance = np.random.default_rng(7)
    for bloc in (0, 4, 6, 8):
        for share in (0.1, 0.2):
            worlds = [_world(bloc, share, chance) for _each in range(WORLDS)]
            name = f"random, {bloc} of 10 want alike" if bloc else "random, all apart"
            _line(f"{name}, {share:.0%} of all", worlds)
    for name, costs, raw in real_groups(folder) if folder else ():
        for share in (0.05, 0.1, 0.2, 0.4):
            _line(f"{name}, {share:.0%} of all", [(sum(costs.values()) * share, costs, raw)])


World = tuple[float, dict[str, float], dict[str, dict[str, float]]]


def _world(bloc: int, share: float, chance: np.random.Generator) -> World:
    """Ten groups of 5 to 100 people mark five of 40 items that cost 1 to 10; those of the bloc want nearly the same."""
    items, together = [f"i{n}" for n in range(40)], chance.gamma(0.3, 1, 40)
    costs, groups = chance.integers(1, 11, 40), {}
    for n in range(10):
        own = chance.gamma(0.3, 1, 40)
        wants = together + own / 5 if n < bloc else own
        most = np.argsort(-wants)[:5]
        heads = float(np.exp(chance.uniform(np.log(5), np.log(100))))
        groups[f"g{n}"] = {items[one]: float(heads * wants[one] / wants[most].sum()) for one in most}
    return float(costs.sum()) * share, dict(zip(items, costs.tolist(), strict=True)), groups


def _line(name: str, worlds: list[World]) -> None:
    found = np.mean([_figures(*world) for world in worlds], axis=0)
    print(f"{name:<40}" + "".join(f"{figure[way]:>11.2f}" for figure in found.T for way in range(len(WAYS))))


def _figures(budget: float, costs: dict[str, float], raw: dict[str, dict[str, float]]) -> list[list[float]]:
    """A row for each way: the least satisfied group, the share of groups with nothing, the mean; by each group's own hundred points."""
    points = {group: shares for group, given in raw.items() if (shares := rules.hundred(given, exactly=False).shares)}
    found, heads = rules.fair_selection(budget, costs, points), rules.fair_selection(budget, costs, raw).ranking
    rows = []
    for choice in (found.equal, found.per_cost, found.ranking, heads):
        got = [sum(given.get(item, 0) for item in choice.items) / 100 for given in points.values()]
        rows.append([min(got), float(np.mean([not one for one in got])), float(np.mean(got))])
    return rows


def real_groups(folder: Path) -> Iterator[tuple[str, dict[str, float], dict[str, dict[str, float]]]]:
    """Regnell: ten market units and their money for requirements, costs alike, and drawn from those of Karlsson. RALIC: roles and whom they
    recommend to be heard, a seat costs the same for all."""
    ralic = folder / "stakeholders_ralic"
    units = _sums((one.team, one.item, one.value) for one in ratings(ralic / "regnell_detailed.csv", "market_units"))
    items = sorted({item for given in units.values() for item in given})
    yield "Regnell, costs alike", dict.fromkeys(items, 1.0), units
    costs = [float(row["cost"]) for row in rows(ralic / "karlsson_cost_value.csv")]
    yield "Regnell, costs of Karlsson", dict(zip(items, np.random.default_rng(7).choice(costs, len(items)).tolist(), strict=True)), units
    role = {row["Stakeholder"]: row["Stakeholder Role"] for row in rows(ralic / "roles.csv")}
    roles = _sums((role.get(one.person, one.person), one.item, one.value) for one in ratings(ralic / "recommendations_closed.csv", "ralic"))
    yield "RALIC, roles and seats", dict.fromkeys(sorted({item for given in roles.values() for item in given}), 1.0), roles


def _sums(marks: Iterable[tuple[str, str, float]]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for group, item, value in marks:
        found[group][item] += value
    return {group: dict(given) for group, given in found.items() if any(given.values())}


# --- real ratings ------------------------------------------------------------------------------------------------------------------


def rows(path: Path) -> list[Mapping[str, str]]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def ratings(path: Path, how: str) -> tuple[Rating, ...]:
    found = read(rows(path), layout(how))
    for fault in found.faults[:3]:
        print(f"{path.name}, row {fault.row}, column {fault.column}: {fault.code} {fault.told}")
    if found.faults:
        print(f"{path.name}: {len(found.faults)} cells not read, {len(found.told)} read")
    return found.told


def real(folder: Path) -> None:
    """How popular voters believe their choice to be, and how popular it is: the mean place of what they ranked among all projects by the
    points of the other voters, on five steps. Taking the others for like oneself is believing in 5."""
    perception = folder / "perception"
    votes, beliefs = ratings(perception / "zurich_votes.csv.gz", "zurich_points"), ratings(perception / "zurich_voters.csv.gz", "zurich_popularity")
    truth, district = _popular(votes), {one.person: one.team for one in beliefs}
    print(f"\n{'Zurich: how popular is my choice?':<34}{'n':>4}{'believed':>10}{'true':>8}{'bias':>8}{'accuracy':>10}{'insight':>9}{'over self':>11}", end="")
    print(f"{'over middle':>13}{'A of beliefs':>14}")
    for name in [*sorted(set(district.values())), "all"]:
        its = [(one.value, truth[one.person]) for one in beliefs if one.person in truth and name in (one.team, "all")]
        believed, true = (list(part) for part in zip(*its, strict=True))
        seen = rules.coorientation([str(n) for n in range(len(its))], [5] * len(its), true, believed, true).a
        spread = rules.disagreement(believed).agreement
        print(f"{name:<34}{len(its):>4}{np.mean(believed):>10.2f}{np.mean(true):>8.2f}{seen.bias:>8.2f}{seen.accuracy:>10.2f}", end="")
        print(f"{seen.insight:>9.2f}{seen.over_self:>11.2f}{seen.over_middle:>13.2f}{spread:>14.2f}")
    by_item = defaultdict(list)
    for one in votes:
        by_item[one.item].append(one.value)
    told = [rules.disagreement(marks, scale=(0, 5)) for marks in by_item.values()]
    agreed = [one.agreement for one in told]
    print(f"{len(told)} projects ranked by {len({one.person for one in votes})}: A from {min(agreed):.2f} to {max(agreed):.2f}; ", end="")
    print(f"{sum(one.critical_minority for one in told)} are somebody's first and left out by half")
    print(f"alpha of the four districts' mean points: {_alpha(votes, district):.2f}")


def _popular(votes: tuple[Rating, ...]) -> dict[str, float]:
    people, items = sorted({one.person for one in votes}), sorted({one.item for one in votes})
    table = np.zeros((len(people), len(items)))
    for one in votes:
        table[people.index(one.person), items.index(one.item)] = one.value
    found = {}
    for n, person in enumerate(people):
        others = table.sum(axis=0) - table[n]
        place = others.argsort().argsort() / (len(items) - 1)
        found[person] = float(1 + 4 * place[table[n] > 0].mean())
    return found


def _alpha(votes: tuple[Rating, ...], district: Mapping[str, str]) -> float:
    sums = defaultdict(list)
    for one in votes:
        sums[district[one.person], one.item].append(one.value)
    items = sorted({one.item for one in votes})
    return rules.rank_agreement([[float(np.mean(sums[name, item])) for item in items] for name in sorted(set(district.values()))]).alpha


# --- cost --------------------------------------------------------------------------------------------------------------------------


def cost() -> None:
    print(f"\n{'a round of 200 items':<30}{'500 people':>14}{'5,000 people':>14}{'times':>8}")
    few, many = _round(500), _round(5000)
    for name, seconds in many.items():
        print(f"{name:<30}{few[name]:>12.3f} s{seconds:>12.3f} s{seconds / max(few[name], 1e-9):>8.1f}")
    print(f"most memory of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _round(people: int) -> dict[str, float]:
    chance, items = np.random.default_rng(7), [f"i{n}" for n in range(200)]
    half = people // 2
    tables = [chance.integers(1, 6, (half, 200)).astype(float) for _kind in range(4)]
    for table in tables:
        table[chance.random(table.shape) < 0.1] = np.nan
    a, b = rules.Sheets(tables[0], tables[1]), rules.Sheets(tables[2], tables[3])
    team, role = chance.integers(0, people // 100, (2, half)), chance.integers(0, 8, (2, half))
    groups = {f"g{n}": dict(zip(items, chance.integers(0, 20, 200).tolist(), strict=True)) for n in range(50)}
    costs = dict(zip(items, chance.integers(1, 50, 200).tolist(), strict=True))
    everyone = np.vstack([a.own, b.own])
    jobs = {
        "co-orientation, intervals": lambda: rules.picture(items, a, b),
        "disagreement of each item": lambda: [rules.disagreement(marks[~np.isnan(marks)].tolist()) for marks in everyone.T],
        "ranks of both sides": lambda: rules.rank_agreement([np.nanmean(a.own, axis=0).tolist(), np.nanmean(b.own, axis=0).tolist()]),
        "alpha of all people": lambda: rules.rank_agreement(everyone.tolist()),
        "selection for 50 groups": lambda: rules.fair_selection(2000, costs, groups),
        "gate of each item": lambda: [gate_views(_cells(everyone[:, n], team, role)) for n in range(200)],
    }
    return {name: _seconds(job) for name, job in jobs.items()}


def _cells(marks: np.ndarray, team: np.ndarray, role: np.ndarray) -> dict[tuple[str, str, str], int]:
    given = ~np.isnan(marks).reshape(2, -1)
    found: dict[tuple[str, str, str], int] = defaultdict(int)
    for side, name in enumerate(("business", "it")):
        pairs, counts = np.unique(np.c_[team[side][given[side]], role[side][given[side]]], axis=0, return_counts=True)
        found |= {(name, f"t{pair[0]}", f"r{pair[1]}"): int(count) for pair, count in zip(pairs, counts, strict=True)}
    return found


def _seconds(job) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", choices=["guesses", "selection", "real", "cost"], help="one part")
    asked.add_argument("--data", type=Path, default=os.environ.get("ACCORD_DATA"), help="the folder that holds stakeholders_ralic and perception")
    given = asked.parse_args()
    folder = Path(given.data) if given.data else None
    parts = {"guesses": guesses, "selection": lambda: selection(folder), "real": lambda: real(folder) if folder else print("\nreal: no data; --data DIR")}
    for name, part in {**parts, "cost": cost}.items():
        if given.only in (None, name):
            part()


if __name__ == "__main__":
    main()
