"""How well facts that are known early tell what goes wrong later, on real projects, beside the published rating and the data's own plain figures.

    .venv/bin/python bench/warnings.py                 everything
    .venv/bin/python bench/warnings.py --only gmpp     one of: gmpp, sprints, issues
    .venv/bin/python bench/warnings.py --carry         also which facts carry it: each kind alone, and all without it
    .venv/bin/python bench/warnings.py --data DIR      the folder that holds gov_uk_gmpp and sprints_delays (or ACCORD_DATA; else ../shared/data)

Accord's chances come from base/estimate/foresight.py as it stands. It learns from earlier rows only: at each cut it is given what had been told by
that day and says the chance of what was so from then on, until the next cut; so are the plain ways beside it. Nothing was tuned on rows that are
tested: how firmly facts are held, and how chances are mended, is chosen by the rule itself among earlier rows.

gmpp: yearly returns of the UK government's major projects. Known at a return: its own figures and earlier returns'. Comes true: in the next
return the end is 90 days later or more; the whole-life cost is a tenth higher or more; either; or the rating is amber/red or red. Tested: the
returns of September 2015, 2016 and 2017, each by what earlier pairs of returns came to. Texts and names are not read; a name only joins returns.
sprints: of Apache, JBoss and Spring, seen at 0, 30, 50 and 80 % of their time. Comes true: less is delivered than is planned at that moment. The
data have no dates: sprints follow each other by their number, within a firm. Tested: the last 40 % of each firm's, in four steps. Known: the
sprint's own figures at that moment, and how earlier ones went that are over even if a few run side by side.
issues: with a due day, of four firms, at creation, after some discussion, and when the day is set. Comes true: done after the due day. Tested:
2013 on, year by year. Known: what is counted up to that moment, and the share of issues with earlier due days that were late. What cannot be
known to have been so at that moment is not read: figures that are the same at all three moments (links, versions, reputation), and the share of
delayed issues of its developer, of which nobody says when it was counted.

AUC: how often one that came true has the higher chance than one that did not (0.5: by chance). Brier: mean square of what was missing, 0 is best.
Days ahead: each way warns at the level at which one in five of what did not come true is warned of; of what did come true, how much was warned
of, and how long before, counted from the first of warnings that did not stop (the mean, with 0 for those not warned of). Intervals are 90 %,
from drawing projects, sprints or issues again with replacement; differences are paired.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np

from accord.base.estimate.foresight import Fact, Foresight, Record

DRAWS, FALSE, UNKNOWN = 1000, 0.2, float("nan")
DATA = Path(os.environ.get("ACCORD_DATA", Path(__file__).parents[2] / "shared" / "data"))


@dataclass(frozen=True)
class Kind:
    """Facts that belong together, so that one can see what they carry."""

    title: str
    facts: tuple[Fact, ...]


@dataclass
class Table:
    """Rows of facts, what came of each, and the days: on, told, by which rows are earlier or later. at: the day number of the row; bites: that on which
    it comes true (of sprints: counted from their first day). event: rows whose coming true is one event; thing: what rows follow each other about;
    about: what is drawn again for intervals, and counts as one outcome together if `shares`."""

    title: str
    kinds: tuple[Kind, ...]
    rows: list[dict[str, float]]
    came: np.ndarray
    on: np.ndarray
    told: np.ndarray
    about: np.ndarray
    thing: np.ndarray
    event: np.ndarray
    at: np.ndarray
    bites: np.ndarray
    cuts: Sequence[float]
    shares: bool
    plain: Mapping[str, Callable[[Table, np.ndarray, np.ndarray], np.ndarray]]
    rival: str
    groups: Mapping[str, np.ndarray] = field(default_factory=dict)

    def facts(self, kinds: Sequence[Kind]) -> list[Fact]:
        return [fact for kind in kinds for fact in kind.facts]

    def seen(self, facts: Sequence[Fact]) -> np.ndarray:
        return np.array([[row[fact.name] for fact in facts] for row in self.rows], dtype=float).reshape(len(self.rows), -1)


def steps(table: Table) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """By cut, the rows told by then, and those that were so from then until the next."""
    for start, end in zip(table.cuts, [*table.cuts[1:], np.inf], strict=True):
        yield table.told <= start, (table.on >= start) & (table.on < end)


def accord(table: Table, kinds: Sequence[Kind]) -> np.ndarray:
    facts, chances = table.facts(kinds), np.full(len(table.rows), UNKNOWN)
    seen = table.seen(facts)
    for past, now in steps(table):
        about = table.about[past] if table.shares else None
        record = Record(facts, seen[past], table.came[past], table.on[past], table.told[past], about)
        chances[now] = Foresight(record).chances(seen[now])[0]
    return chances


def plainly(table: Table, way: Callable[[Table, np.ndarray, np.ndarray], np.ndarray]) -> np.ndarray:
    chances = np.full(len(table.rows), UNKNOWN)
    for past, now in steps(table):
        chances[now] = way(table, past, now)
    return chances


# --- measures --------------------------------------------------------------------------------------------------------------------


def measured(chances: np.ndarray, came: np.ndarray, weights: Sequence[np.ndarray]) -> np.ndarray:
    """By measure (AUC, where ties count half; Brier) and by weights."""
    _values, which = np.unique(chances, return_inverse=True)
    found, missed = [], (chances - came) ** 2
    for weight in weights:
        hits, rest = np.bincount(which, weight * came), np.bincount(which, weight * (1 - came))
        found.append((hits @ (np.cumsum(rest) - rest / 2) / max(hits.sum() * rest.sum(), 1e-12), weight @ missed / weight.sum()))
    return np.array(found).T


def drawn(table: Table, tested: np.ndarray, draws: int) -> np.ndarray:
    """By draw and row, how often it is in it."""
    _things, which = np.unique(table.about[tested], return_inverse=True)
    chance, many = np.random.default_rng(7), which.max() + 1
    return np.array([np.bincount(chance.integers(0, many, many), minlength=many)[which] for _draw in range(draws)], dtype=float)


def ahead(table: Table, tested: np.ndarray, chances: np.ndarray) -> tuple[float, float]:
    """Of what came true, the share warned of at the last moment, and the mean days ahead. Equal chances are put in order by lot, ten times."""
    lot, said = np.random.default_rng(11), chances[tested]
    order = np.lexsort((table.on[tested], table.thing[tested]))
    thing, at, came, bites = (values[tested][order] for values in (table.thing, table.at, table.came, table.bites))
    said, ends = said[order], table.event[tested][order] & (came == 1)
    begins = np.r_[True, thing[1:] != thing[:-1]]
    warned_of, days = [], []
    for _draw in range(10):
        place = np.empty(len(said))
        place[np.lexsort((lot.random(len(said)), said))] = np.arange(len(said))
        warns = place > np.quantile(place[came == 0], 1 - FALSE)
        first: float | None = None
        for row in range(len(said)):
            first = None if not warns[row] else at[row] if begins[row] or first is None else first
            if ends[row]:
                warned_of.append(first is not None)
                days.append(0.0 if first is None else bites[row] - first)
                first = None
    return float(np.mean(warned_of)), float(np.mean(days))


@dataclass(frozen=True)
class Line:
    """What was measured of one way: the two measures, each with its interval, and how far it is from the rival, paired."""

    name: str
    values: tuple[float, float]
    between: tuple[tuple[float, float], tuple[float, float]]
    beside: tuple[tuple[float, float, float], tuple[float, float, float]]
    warned: float
    days: float


def compare(table: Table, ways: Mapping[str, np.ndarray], *, draws: int = DRAWS, among: np.ndarray | None = None, days: bool = True) -> list[Line]:
    tested = ~np.isnan(ways[table.rival]) & (True if among is None else among)
    came, weights = table.came[tested], drawn(table, tested, draws)
    once = np.ones(len(came))
    told = {name: measured(chances[tested], came, [once, *weights]) for name, chances in ways.items()}
    lines = []
    for name, values in told.items():
        here, there = values, told[table.rival]
        between = tuple((float(low), float(high)) for low, high in zip(*np.quantile(here[:, 1:], [0.05, 0.95], axis=1), strict=True))
        apart = here - there
        beside = tuple((float(one[0]), *map(float, np.quantile(one[1:], [0.05, 0.95]))) for one in apart)
        lines.append(Line(name, (float(here[0, 0]), float(here[1, 0])), between, beside, *(ahead(table, tested, ways[name]) if days else (UNKNOWN, UNKNOWN))))
    return lines


# --- gmpp ------------------------------------------------------------------------------------------------------------------------

RATINGS = {"green": 0, "amber/green": 1, "amber": 2, "amber/red": 3, "red": 4}
LATER, DEARER, POOR = 90, 1.1, 3

RATING = Kind("the rating, and how it went", (Fact("rating", raises=True), Fact("rating worse by", raises=True), Fact("worst rating so far", raises=True)))
PUT_OFF = Kind("how often and how far it was put off", (
    Fact("days put off so far", raises=True), Fact("put off last year", raises=True), Fact("times put off", raises=True)))
CALENDAR = Kind("days to go, days planned, share of the time gone", (
    Fact("days to go"), Fact("days planned"), Fact("share of the time gone"), Fact("returns so far")))
MONEY = Kind("cost: growth, size, the year beside its budget", (
    Fact("cost grown", raises=True), Fact("whole-life cost"), Fact("year over budget"), Fact("year off budget", raises=True),
    Fact("share of the cost this year")))
RETURNS = (PUT_OFF, CALENDAR, MONEY)
OUTCOMES = {"later": "the end is 90 days later or more", "dearer": "the whole-life cost is a tenth higher or more", "either": "later or dearer",
            "poor": "rated amber/red or red"}  # fmt: skip


@dataclass
class Return:
    """What one return says, and what it is beside those before."""

    project: str
    year: int
    end: date | None
    start: date | None
    cost: float | None
    rating: int | None
    facts: dict[str, float] = field(default_factory=dict)

    @property
    def day(self) -> int:
        return date(self.year - 1, 9, 30).toordinal()  # as the texts say: those published in a summer are as of the September before


def day(text: str) -> date | None:
    parts = re.fullmatch(r"\s*(\d\d)[./](\d\d)[./](\d{2}|\d{4})\s*", text)
    if not parts:
        return None
    days, months, years = map(int, parts.groups())
    try:
        return date(years if years > 99 else years + (2000 if years < 70 else 1900), months, days)
    except ValueError:
        return None


def money(text: str) -> float | None:
    parts = re.fullmatch(r"\s*(-?)£?\s*(-?[\d,]+(?:\.\d+)?)\s*m?\s*", text)
    return None if not parts else float(parts[2].replace(",", "")) * (-1 if parts[1] else 1)


def returns(folder: Path) -> Iterator[list[Return]]:
    """By project, its returns in order. A project is what has the same name but for brackets, case, stops, and “the”, “project”, “programme”."""
    found: dict[str, dict[int, dict[str, str]]] = defaultdict(dict)
    with gzip.open(folder / "gov_uk_gmpp" / "project_years.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"\(.*?\)", " ", row["project"].casefold())).split()
            name = " ".join(word for word in words if word not in {"the", "programme", "project", "program", "and", "of"})
            found[name].setdefault(int(row["year"]), row)
    for name, years in sorted(found.items()):
        said: list[Return] = []
        for year, row in sorted(years.items()):
            cost = money(row["whole_life_cost_m"])
            one = Return(name, year, day(row["end_date"]), day(row["start_date"]), cost if cost and cost > 0 else None,
                         RATINGS.get(re.sub(r"\s+", "", row["ipa_rating"].casefold())))  # fmt: skip
            one.facts = _known(one, said, money(row["year_budget_m"]), money(row["year_forecast_m"]))
            said.append(one)
        yield said


def _known(one: Return, before: list[Return], budget: float | None, forecast: float | None) -> dict[str, float]:
    last = before[-1] if before else None
    ends = [each.end for each in [*before, one] if each.end]
    moved = [(later - earlier).days for earlier, later in pairwise(ends)]
    planned = (one.end - one.start).days if one.end and one.start else None
    ratings = [each.rating for each in before if each.rating is not None]
    return {
        "days put off so far": sum(moved) if moved else UNKNOWN,
        "put off last year": moved[-1] >= LATER if moved and last and last.end and one.end else UNKNOWN,
        "times put off": sum(days >= 30 for days in moved) if moved else UNKNOWN,
        "days to go": one.end.toordinal() - one.day if one.end else UNKNOWN,
        "days planned": planned if planned is not None else UNKNOWN,
        "share of the time gone": min(max((one.day - one.start.toordinal()) / max(planned, 1), 0), 1.5) if planned is not None else UNKNOWN,
        "returns so far": len(before),
        "rating": one.rating if one.rating is not None else UNKNOWN,
        "rating worse by": one.rating - last.rating if one.rating is not None and last and last.rating is not None else UNKNOWN,
        "worst rating so far": max([*ratings, one.rating]) if one.rating is not None else UNKNOWN,
        "cost grown": float(np.log(one.cost / last.cost)) if one.cost and last and last.cost else UNKNOWN,
        "whole-life cost": one.cost or UNKNOWN,
        "year over budget": (forecast - budget) / abs(budget) if budget and forecast is not None else UNKNOWN,
        "year off budget": abs((forecast - budget) / budget) if budget and forecast is not None else UNKNOWN,
        "share of the cost this year": forecast / one.cost if forecast is not None and one.cost else UNKNOWN,
    }


def came_of(one: Return, after: Return, outcome: str) -> bool | None:
    """None where it cannot be told."""
    later = (after.end - one.end).days >= LATER if one.end and after.end else None
    dearer = after.cost >= DEARER * one.cost if one.cost and after.cost else None
    if outcome == "either":
        return None if later is None and dearer is None else bool(later) or bool(dearer)
    return {"later": later, "dearer": dearer, "poor": None if after.rating is None else after.rating >= POOR}[outcome]


def gmpp(folder: Path, outcome: str) -> Table:
    pairs = [(one, after) for said in returns(folder) for one, after in pairwise(said) if after.year == one.year + 1]
    told = [(one, after, came) for one, after in pairs if (came := came_of(one, after, outcome)) is not None]
    names = {name: number for number, name in enumerate(sorted({one.project for one, *_rest in told}))}
    about = np.array([names[one.project] for one, *_rest in told], dtype=float)
    ends = np.array([after.day for _one, after, _came in told], dtype=float)
    return Table(
        f"gmpp: in the next return, {OUTCOMES[outcome]}", (PUT_OFF, CALENDAR, MONEY, RATING), [one.facts for one, *_rest in told],
        np.array([came for *_rest, came in told], dtype=float), np.array([one.day for one, *_rest in told], dtype=float), ends, about, about,
        np.ones(len(told), dtype=bool), np.array([one.day for one, *_rest in told], dtype=float), ends,
        [date(year, 9, 30).toordinal() for year in (2015, 2016, 2017)], shares=False,
        plain={"what was so in earlier returns": rate, "the published rating": by_rating}, rival="the published rating",
    )  # fmt: skip


def rate(table: Table, past: np.ndarray, now: np.ndarray) -> np.ndarray:
    return np.full(now.sum(), table.came[past].mean())


def by_rating(table: Table, past: np.ndarray, now: np.ndarray) -> np.ndarray:
    """How often it came true under each rating so far, held near how often at all by four more returns."""
    rating, usual = table.seen([Fact("rating")])[:, 0], table.came[past].mean()
    chances = np.full(len(rating), usual)
    for value in RATINGS.values():
        its = table.came[past & (rating == value)]
        chances[rating == value] = (its.sum() + 4 * usual) / (len(its) + 4)
    return chances[now]


# --- sprints ---------------------------------------------------------------------------------------------------------------------

SPRINTS_APART = 3  # of a firm: an earlier one is over when so many have followed it

PROGRESS = Kind("share done beside the time gone", (
    Fact("share of the time gone"), Fact("behind", raises=True), Fact("pace needed", raises=True), Fact("share done", raises=False),
    Fact("share not begun", raises=True)))
PLAN = Kind("the plan: size, days, people, what was added and removed", (
    Fact("points planned"), Fact("issues"), Fact("days planned"), Fact("people"), Fact("points for each day and person"), Fact("share added"),
    Fact("share removed")))
BEFORE = Kind("how earlier sprints went, here and in the firm", (
    Fact("short before, here", raises=True), Fact("short before, in the firm", raises=True), Fact("share delivered before", raises=False),
    Fact("planned beside delivered before", raises=True)))


@dataclass(frozen=True)
class Sprint:
    """One sprint on one board, by its moments (percent of its time), each with its figures."""

    firm: str
    board: str
    number: int
    moments: dict[int, dict[str, float]]

    @staticmethod
    def planned(row: dict[str, float]) -> float:
        return row["vel_starttime"] + row["vel_added"] - row["vel_removed"]


def sprints_of(folder: Path) -> list[Sprint]:
    found: dict[tuple[str, str, int], dict[int, dict[str, float]]] = defaultdict(dict)
    with gzip.open(folder / "sprints_delays" / "sprints.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            figures = {name: float(value) for name, value in row.items() if name not in ("boardid", "sprintid", "name", "project")}
            found[row["project"], row["boardid"], int(row["sprintid"])][int(row["pct_elapsed"])] = figures
    return [Sprint(*key, moments) for key, moments in sorted(found.items())]


def sprints(folder: Path) -> Table:
    every, numbers = sprints_of(folder), defaultdict(set)
    for one in every:
        numbers[one.firm].add(one.number)
    order = {its: {number: place for place, number in enumerate(sorted(found))} for its, found in numbers.items()}
    short = _shortfalls(every)
    rows, came, on, told, thing, about, bites, event, firms, at = [], [], [], [], [], [], [], [], [], []
    for place, one in enumerate(every):
        many, mine = len(order[one.firm]), order[one.firm][one.number]
        before = _before(one, short, order[one.firm])
        for percent, row in sorted(one.moments.items()):
            if Sprint.planned(row) <= 0:
                continue  # nothing that could be missed
            rows.append(_sprint_facts(percent, row, before))
            came.append(row["vel_diff"] < 0)
            on.append(100 * mine / many)
            told.append(100 * (mine + SPRINTS_APART) / many)
            thing.append(place)
            about.append(sorted(order).index(one.firm) * 1e6 + one.number)
            at.append(percent)
            bites.append(row["planday"])
            event.append(percent == 80)
            firms.append(one.firm)
    firm, moment = np.array(firms), np.array(at)
    return Table(
        "sprints: less delivered than planned", (PROGRESS, PLAN, BEFORE), rows, np.array(came, dtype=float), np.array(on), np.array(told), np.array(about),
        np.array(thing, dtype=float), np.array(event), moment / 100 * np.array(bites), np.array(bites), (60, 70, 80, 90), shares=True,
        plain={"how often in the firm so far": by_firm(firm), "share done beside the time gone": alone("behind"),
               "how often on this board so far": fact_itself("short before, here")},
        rival="how often on this board so far",
        groups={f"at {percent} %": moment == percent for percent in (0, 30, 50, 80)} | {name: firm == name for name in sorted(order)},
    )  # fmt: skip


def _shortfalls(every: Sequence[Sprint]) -> dict[tuple[str, str, int], tuple[bool, float, float]]:
    """By sprint that planned something at its start: whether it fell short, the share delivered, and how much was."""
    found = {}
    for one in every:
        planned = Sprint.planned(one.moments[0])
        if planned > 0:
            delivered = planned + one.moments[0]["vel_diff"]
            found[one.firm, one.board, one.number] = delivered < planned, min(delivered / planned, 2.0), delivered
    return found


Short = Mapping[tuple[str, str, int], tuple[bool, float, float]]


def _before(one: Sprint, short: Short, order: Mapping[int, int]) -> dict[str, float]:
    """How the last ones went that are over. On a board the one just before may still run, and is left out."""
    firm = defaultdict(list)
    for (its, _board, number), (fell, _share, _much) in short.items():
        if its == one.firm and order[number] + SPRINTS_APART <= order[one.number]:
            firm[number].append(fell)
    firmly = [float(np.mean(firm[number])) for number in sorted(firm)][-40:]
    usual = (sum(firmly) + 2) / (len(firmly) + 4)
    here = [short[key] for key in sorted(key for key in short if key[:2] == (one.firm, one.board) and key[2] < one.number)][:-1]
    last = here[-5:]
    delivered = float(np.mean([much for _fell, _share, much in last])) if last else 0.0
    planned = Sprint.planned(one.moments[0])
    return {
        "short before, in the firm": usual,
        "short before, here": (sum(fell for fell, _share, _much in here[-15:]) + 4 * usual) / (len(here[-15:]) + 4),
        "share delivered before": float(np.mean([share for _fell, share, _much in last])) if last else UNKNOWN,
        "planned beside delivered before": planned / delivered if delivered > 0 else UNKNOWN,
    }


def _sprint_facts(percent: int, row: dict[str, float], before: dict[str, float]) -> dict[str, float]:
    planned, gone = Sprint.planned(row), percent / 100
    done = row["vel_done"] / planned
    return before | {
        "share of the time gone": gone,
        "share done": done,
        "behind": gone - done,
        "pace needed": (1 - done) / (1 - gone),
        "share not begun": row["vel_todo"] / planned,
        "points planned": planned,
        "issues": row["no_issuetodo"] + row["no_issueinprogress"] + row["no_issuedone"],
        "days planned": row["planday"],
        "people": row["no_teammember"],
        "points for each day and person": planned / max(row["planday"], 1) / max(row["no_teammember"], 1),
        "share added": row["vel_added"] / planned,
        "share removed": row["vel_removed"] / planned,
    }


def by_firm(firm: np.ndarray) -> Callable[[Table, np.ndarray, np.ndarray], np.ndarray]:
    def way(table: Table, past: np.ndarray, now: np.ndarray) -> np.ndarray:
        usual = table.came[past].mean()
        its = {name: (table.came[past & (firm == name)].sum() + 4 * usual) / ((past & (firm == name)).sum() + 4) for name in set(firm)}
        return np.array([its[name] for name in firm[now]])

    return way


def alone(fact: str) -> Callable[[Table, np.ndarray, np.ndarray], np.ndarray]:
    """One figure by itself, turned into a chance by the same rule."""

    def way(table: Table, past: np.ndarray, now: np.ndarray) -> np.ndarray:
        facts = [one for one in table.facts(table.kinds) if one.name == fact]
        seen = table.seen(facts)
        about = table.about[past] if table.shares else None
        return Foresight(Record(facts, seen[past], table.came[past], table.on[past], table.told[past], about)).chances(seen[now])[0]

    return way


def fact_itself(fact: str) -> Callable[[Table, np.ndarray, np.ndarray], np.ndarray]:
    return lambda table, past, now: table.seen([Fact(fact)])[now, 0]


# --- issues ----------------------------------------------------------------------------------------------------------------------

DAYS = Kind("the days: to go, gone", (Fact("days to go"), Fact("days gone"), Fact("share of the time gone")))
TALK = Kind("comments and talk so far", (Fact("comments"), Fact("days of talk")))
CHANGES = Kind("what changed so far: version, priority, text; reopened", (
    Fact("version changes"), Fact("priority changes"), Fact("text changes"), Fact("reopened", raises=True)))
ITSELF = Kind("what it is: bug or not, priority, how much its person has to do, the moment", (Fact("bug"), Fact("priority"), Fact("workload"), Fact("moment")))
LATE = Kind("how many of the firm's were late, in a year and in two months", (Fact("late in a year", raises=True), Fact("late lately", raises=True)))
PRIORITIES = {"Blocker": 4, "Critical": 3, "Major": 2, "Minor": 1, "Trivial": 0}
MOMENTS = ("creation", "discussion", "due")


def issues(folder: Path) -> Table:
    with gzip.open(folder / "sprints_delays" / "delayed_issues.csv.gz", "rt", encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    firm, when = np.array([row["project"] for row in found]), np.array([MOMENTS.index(row["when"]) for row in found])
    opened = np.array([date.fromisoformat(row["openeddate"][:10]).toordinal() for row in found], dtype=float)
    figures = {name: np.array([float(row[name] or 0) for row in found]) for name in (
        "ProgressTime", "RemainingDay", "delaydays", "no_comment", "discussion", "no_fixversion_change", "no_priority_change", "no_des_change",
        "repetition", "workload")}  # fmt: skip
    on = opened + figures["ProgressTime"]
    due = on + figures["RemainingDay"]
    came = (figures["delaydays"] > 0).astype(float)
    year, lately = _late(firm, when, on, due, came, 365), _late(firm, when, on, due, came, 60)
    columns = {
        "days to go": figures["RemainingDay"], "days gone": figures["ProgressTime"],
        "share of the time gone": figures["ProgressTime"] / np.maximum(due - opened, 1), "comments": figures["no_comment"],
        "days of talk": figures["discussion"], "version changes": figures["no_fixversion_change"], "priority changes": figures["no_priority_change"],
        "text changes": figures["no_des_change"], "reopened": figures["repetition"], "workload": figures["workload"], "moment": when,
        "bug": np.array([row["type"] == "Bug" for row in found]), "priority": np.array([PRIORITIES.get(row["priority"], UNKNOWN) for row in found]),
        "late in a year": year, "late lately": lately,
    }  # fmt: skip
    rows = [dict(zip(columns, map(float, values), strict=True)) for values in zip(*columns.values(), strict=True)]
    keys = {key: float(number) for number, key in enumerate(sorted({(row["project"], row["issuekey"]) for row in found}))}
    thing = np.array([keys[row["project"], row["issuekey"]] for row in found])
    return Table(
        "issues: done after the due day", (DAYS, TALK, CHANGES, ITSELF, LATE), rows, came, on, due + 1, thing, thing, when == 2, on, due,
        [date(year, 1, 1).toordinal() for year in (2013, 2014, 2015)], shares=True,
        plain={"how often so far": rate, "how often in the firm so far": by_firm(firm),
               "how often in the firm, in the last year": fact_itself("late in a year"), "days to go alone": alone("days to go")},
        rival="how often so far",
        groups={f"at {name}": when == place for place, name in enumerate(MOMENTS)} | {name: firm == name for name in sorted(set(firm))},
    )  # fmt: skip


def _late(firm: np.ndarray, when: np.ndarray, on: np.ndarray, due: np.ndarray, came: np.ndarray, days: int) -> np.ndarray:
    """The share of the firm's issues that were late, of those whose due day was over by that moment and not longer ago than so many days."""
    found = np.zeros(len(on))
    for name in set(firm):
        its = np.flatnonzero((firm == name) & (when == 0))
        its = its[np.argsort(due[its], kind="stable")]
        over, late = due[its] + 1, np.r_[0, np.cumsum(came[its])]
        here = firm == name
        high, low = np.searchsorted(over, on[here], "right"), np.searchsorted(over, on[here] - days, "left")
        found[here] = (late[high] - late[low] + 1) / (high - low + 4)
    return found


# --- said ------------------------------------------------------------------------------------------------------------------------


def ways(table: Table) -> dict[str, np.ndarray]:
    found = {name: plainly(table, way) for name, way in table.plain.items()}
    if RATING in table.kinds:
        found["Accord, by dates alone"] = accord(table, (PUT_OFF, CALENDAR))
        found["Accord, by the figures, not the rating"] = accord(table, RETURNS)
        return found | {"Accord, with the rating as one more fact": accord(table, table.kinds)}
    return found | {"Accord": accord(table, table.kinds)}


def tell(table: Table, lines: Sequence[Line]) -> None:
    print(f"{'':<46}{'AUC':>24}{'Brier':>25}{'AUC, beside *':>26}{'Brier, beside *':>28}{'warned of':>11}{'days ahead':>12}")
    for line in lines:
        (a, b), ((a_low, a_high), (b_low, b_high)) = line.values, line.between
        text = f"{line.name + (' *' if line.name == table.rival else ''):<46}"
        text += f"{f'{a:.3f} ({a_low:.3f} to {a_high:.3f})':>24}{f'{b:.3f} ({b_low:.3f} to {b_high:.3f})':>25}"
        for (apart, low, high), places in zip(line.beside, (26, 28), strict=True):
            text += f"{'' if line.name == table.rival else f'{apart:+.3f} ({low:+.3f} to {high:+.3f})':>{places}}"
        print(text + ("" if np.isnan(line.days) else f"{line.warned:>10.0%}{line.days:>12.1f}"))


def carried(table: Table, draws: int) -> None:
    every = accord(table, table.kinds)
    found = {table.rival: plainly(table, table.plain[table.rival]), "all": every}
    for kind in table.kinds:
        found[f"only {kind.title}"[:45]] = accord(table, (kind,))
        found[f"not {kind.title}"[:45]] = accord(table, [other for other in table.kinds if other is not kind])
    print("what carries it:")
    tell(table, compare(table, found, draws=draws, days=False))


def run(table: Table, *, draws: int = DRAWS, carry: bool = False) -> list[Line]:
    said = ways(table)
    tested = ~np.isnan(said[table.rival])
    print(f"\n{table.title}\n{(table.told <= table.cuts[0]).sum()} rows before the first cut, {tested.sum()} tested, ", end="")
    print(f"{table.came[tested].mean():.0%} of them came true")
    lines = compare(table, said, draws=draws)
    tell(table, lines)
    for name, among in table.groups.items():
        last = list(said)[-1]
        told = {line.name: line for line in compare(table, {key: said[key] for key in (*table.plain, last)}, draws=draws, among=among, days=False)}
        print(f"  {name:<14}" + ", ".join(f"{key}: {line.values[0]:.3f} and {line.values[1]:.3f}" for key, line in told.items()))
    if carry:
        carried(table, draws)
    return lines


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=DATA, help="the folder that holds gov_uk_gmpp and sprints_delays")
    asked.add_argument("--only", choices=("gmpp", "sprints", "issues"))
    asked.add_argument("--draws", type=int, default=DRAWS, help="for the intervals")
    asked.add_argument("--carry", action="store_true", help="also which facts carry it")
    given = asked.parse_args()
    for name, folder in (("gmpp", "gov_uk_gmpp"), ("sprints", "sprints_delays"), ("issues", "sprints_delays")):
        if given.only not in (None, name):
            continue
        if not (given.data / folder).is_dir():
            print(f"{name}: left out, {given.data / folder} is not here; say where the data are with --data or ACCORD_DATA")
            continue
        tables = [gmpp(given.data, outcome) for outcome in OUTCOMES] if name == "gmpp" else [{"sprints": sprints, "issues": issues}[name](given.data)]
        for table in tables:
            run(table, draws=min(given.draws, 300) if name == "issues" else given.draws, carry=given.carry)


if __name__ == "__main__":
    main()
