"""Choosing together: what each group said as shares of a hundred, the three selections a budget allows, and how sure they are.

A group is a team, or the rest of a side whose other teams are shown: a side less its shown teams is five people or more, or nobody, because
the gate hides teams until it is so. Points are averaged within the group, so a large group has no louder voice than a small one.

Of most and least a group's points are how much more often it chose an item most than least, of the times it was shown, nothing below zero,
brought to a hundred: an item chosen as often most as least gets none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from accord.base.estimate.shares import Z90
from accord.base.people.gate import K

from .equal_shares import Choice, FairSelection, fair_selection
from .estimates import Estimate, Numbers, half_width
from .headlines import Headline, selection_headline

ALL = 100.0
FUTURES = 20  # equally likely readings of points and costs
STEADY = 15  # of them in which the finding has to be the same
READINGS = 400  # of the points, for the interval of what a group gets
LARGE = 2000  # groups times items; the futures of more would take seconds
GAINS = frozenset({"all_get_something", "fewer_get_nothing", "least_rises"})  # keys of a finding that speaks for equal shares
UNMOVED = frozenset({"not_clear", "nothing_fits"})
WAYS = ("equal", "ranking", "per_cost")

Counts = Sequence[Sequence[int] | None]


@dataclass(frozen=True)
class Cost:
    """Nine in ten between low and high."""

    low: float
    typical: float
    high: float


@dataclass(frozen=True)
class Said:
    """What one group said, as it was counted: `key` names it, `rest` is set for the rest of a side. points or picks: by the item's place."""

    side: str
    key: str = ""  # empty: the side as a whole
    points: Counts | None = None
    picks: Counts | None = None


@dataclass(frozen=True)
class Voter:
    """A group with its points, of a hundred together, by item. rest: those of the side who are in no team that is shown."""

    side: str
    key: str
    rest: bool
    n: int
    points: dict[str, Estimate]

    @property
    def name(self) -> str:
        return f"{self.side}:{self.key}"


@dataclass(frozen=True)
class Together:
    """selection: at the typical costs; dear: at their high ends, None where that is the same costs. gets: by way and voter, the share of its
    points. sure: of 20 equally likely readings, in how many equal shares take an item; empty where that was not reckoned."""

    voters: tuple[Voter, ...]
    costs: dict[str, Cost]
    budget: float
    selection: FairSelection
    dear: FairSelection | None
    gets: dict[str, dict[str, Estimate]]
    sure: dict[str, int]
    finding: Headline
    without_cost: tuple[str, ...] = field(default=())

    def way(self, name: str) -> Choice:
        found: Choice = getattr(self.selection, name)
        return found


def voters(said: Iterable[Said], items: Sequence[str], *, k: int = K) -> tuple[Voter, ...]:
    """Everybody who may be shown, each in one group. Whose counts are not whole speaks with the rest of their side."""
    rows, found = list(said), list[Voter]()
    for whole in (row for row in rows if not row.key):
        teams = [row for row in rows if row.side == whole.side and row.key]
        for read in (_points, _picks):
            all_of = read(whole, items)
            if all_of is None:
                continue
            parts = [(team, voter) for team in teams if (voter := read(team, items))]
            rest = read(_less(whole, [team for team, _voter in parts]), items)
            found += [voter for _team, voter in parts]
            if not parts:
                found.append(all_of)
            elif rest and rest.n >= k:
                found.append(Voter(rest.side, "", True, rest.n, rest.points))
            break
    return tuple(sorted(found, key=lambda one: (one.side, one.rest, one.key)))


def _less(whole: Said, teams: Sequence[Said]) -> Said:
    """The side without these teams."""

    def without(name: str) -> Counts | None:
        counts: Counts | None = getattr(whole, name)
        if counts is None:
            return None
        taken = [getattr(team, name) for team in teams]
        return [None if one is None else [n - sum(team[place][at] for team in taken) for at, n in enumerate(one)] for place, one in enumerate(counts)]

    return Said(whole.side, "", without("points"), without("picks"))


def _points(said: Said, items: Sequence[str]) -> Voter | None:
    """Means of a hundred points. counts: the sum, the sum of squares, and of how many."""
    counts = _whole(said.points, items, of=2)
    if counts is None or not counts[:, 0].any():
        return None
    n = counts[:, 2]
    value = counts[:, 0] / n
    half = half_width(np.maximum(counts[:, 1] - n * value**2, 0.0), n.astype(np.int64), (0, ALL))
    return _voter(said, items, value, half, int(n.min()))


def _picks(said: Said, items: Sequence[str]) -> Voter | None:
    """Most less least of the times shown, as shares. counts: most, least, shown, and to how many people. Each person counts once in the
    interval, however many sets they saw: the picks of one are not independent."""
    counts = _whole(said.picks, items, of=3)
    if counts is None:
        return None
    most, least, shown, n = counts.T
    score = (most - least) / shown
    every = np.maximum(score, 0.0).sum()
    if not every:
        return None
    half = half_width((most + least - shown * score**2) * n / shown, n.astype(np.int64), (-1, 1))
    return _voter(said, items, np.maximum(score, 0.0) / every * ALL, half / every * ALL, int(n.min()))


def _whole(counts: Counts | None, items: Sequence[str], of: int) -> Numbers | None:
    """The counts as a table; None where not every item was answered by somebody. of: the column that says by how many."""
    if not counts or len(counts) != len(items) or any(one is None or not one[of] for one in counts):
        return None
    return np.array(counts, dtype=float)


def _voter(said: Said, items: Sequence[str], value: Numbers, half: Numbers, n: int) -> Voter:
    told = {
        item: Estimate(float(mean), max(0.0, float(mean - wide)), min(ALL, float(mean + wide)), n)
        for item, mean, wide in zip(items, value, half, strict=True)
    }
    return Voter(said.side, said.key, False, n, told)


def together(
    budget: float, costs: Mapping[str, Cost], speak: Sequence[Voter], critical: Mapping[str, Iterable[str]], *, waiting: int = 0, left: Sequence[str] = ()
) -> Together:
    """critical: by anybody, the items they called so. waiting: groups that were asked and cannot be shown. left: items without a cost, which
    are not chosen among."""
    typical = {item: cost.typical for item, cost in costs.items()}
    points = {voter.name: {item: voter.points[item].value for item in costs} for voter in speak}
    found = fair_selection(budget, typical, points, critical)
    high = {item: cost.high for item, cost in costs.items()}
    dear = None if high == typical else fair_selection(budget, high, points, critical)
    futures = _futures(budget, costs, speak) if len(costs) * len(speak) <= LARGE else []
    finding = selection_headline(found, waiting=waiting)
    sure = {item: sum(item in one.equal.items for one in futures) for item in costs} if futures else {}
    firm = all((n if item in found.equal.items else FUTURES - n) >= STEADY for item, n in sure.items())
    finding = steadied(finding, [selection_headline(one, waiting=waiting).key for one in futures], firm=firm)
    readings = _readings(speak, list(costs), READINGS)
    gets = {way: _gets(getattr(found, way), list(costs), speak, readings) for way in WAYS}
    return Together(tuple(speak), dict(costs), budget, found, dear, gets, sure, finding, tuple(left))


def steadied(finding: Headline, keys: Sequence[str], *, firm: bool) -> Headline:
    """What can be said whatever points and costs turn out to be. keys: of the futures. Where only the kind of gain is not sure, `fairer`:
    shared fairly, whoever gets least or nothing gets more. Where that is not sure either: `gain_unsteady` if what is fair is (firm), else
    `unsteady`; with in how many futures it was the same."""
    same = sum(key == finding.key for key in keys)
    if not keys or finding.key in UNMOVED or same >= STEADY:
        return finding
    gains = sum(key in GAINS for key in keys)
    if finding.key in GAINS and gains >= STEADY:
        return Headline("fairer", finding.then, finding.numbers | {"same": float(gains)})
    return Headline("gain_unsteady" if firm else "unsteady", finding.then, finding.numbers | {"same": float(gains if finding.key in GAINS else same)})


def _readings(speak: Sequence[Voter], items: Sequence[str], count: int) -> Numbers:
    """So many times what the groups may mean, by their intervals: readings x groups x items. The same groups give the same readings."""
    value = np.array([[voter.points[item].value for item in items] for voter in speak], dtype=float).reshape(len(speak), len(items))
    high = np.array([[voter.points[item].high for item in items] for voter in speak], dtype=float).reshape(value.shape)
    shaken = np.random.default_rng(0).normal(size=(count, *value.shape)) * (high - value) / Z90
    # What nobody gave a point stays without: a reading is of what was said.
    return np.where(value > 0, np.maximum(value + shaken, 0.0), 0.0)


def _futures(budget: float, costs: Mapping[str, Cost], speak: Sequence[Voter]) -> list[FairSelection]:
    """The selections if points and costs turn out elsewhere in their ranges."""
    items = list(costs)
    readings = _readings(speak, items, FUTURES)
    low, typical, high = (np.array([getattr(cost, end) for cost in costs.values()], dtype=float) for end in ("low", "typical", "high"))
    shaken = np.random.default_rng(1).normal(size=(FUTURES, len(items))) / Z90
    prices = typical * np.exp(np.where(shaken < 0, np.log(typical / low), np.log(high / typical)) * shaken)

    def of(points: Numbers, price: Numbers) -> FairSelection:
        given = {voter.name: dict(zip(items, row, strict=True)) for voter, row in zip(speak, points.tolist(), strict=True)}
        return fair_selection(budget, dict(zip(items, price.tolist(), strict=True)), given)

    return [of(points, price) for points, price in zip(readings, prices, strict=True)]


def _gets(choice: Choice, items: Sequence[str], speak: Sequence[Voter], readings: Numbers) -> dict[str, Estimate]:
    """The share of its points that each group gets, 0 to 1, with its interval."""
    taken = np.array([item in choice.items for item in items])
    every = readings.sum(axis=2)
    shares = np.where(every > 0, readings[:, :, taken].sum(axis=2) / np.where(every > 0, every, 1), 1.0)
    ends = np.quantile(shares, [0.05, 0.95], axis=0)
    return {
        voter.name: Estimate(value, min(value, float(low)), max(value, float(high)), voter.n)
        for voter, low, high in zip(speak, *ends, strict=True)
        for value in (choice.satisfaction[voter.name],)
    }

