"""Counting a closed round, by side and by team, so that nothing of fewer than five people is ever written down.

What a side said as a whole is always shown where it may be, so a team's figures are shown only as far as nobody can subtract their way to
the rest (the gate, R6); both sides together are never counted, or the smaller side would follow from the larger.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accord.base.people.gate import K, gate

from .said import STEPS, Said

TEN = 11  # answers from 0 to 10
GOAL = ("yes", "did_not_know", "something_else")

Histogram = list[int]
Values = NDArray[np.int16]  # people x questions, from 0 where `blank` is not one of them
NO_TEAM = ""  # who is in no team is never a group that is shown, but counts towards what is hidden


@dataclass(frozen=True)
class Answered:
    """One person's sheet, with the side and the team they were asked for. sets: the small sets of best-worst they saw, as places of items.
    proxy: somebody else wrote it down."""

    side: str
    team: str
    said: Said
    sets: Sequence[Sequence[int]] = ()
    proxy: bool = False


@dataclass(frozen=True)
class Counted:
    """What may be shown of one group; `team` is empty for the side itself. A count is None wherever it would be of too few people.

    counts: "own" and "guess" give, for each item, how many gave each of the five marks; "points" and "picks" their sums by item with the
    number of people; "standing", "heard" and "goal" are of sides only."""

    side: str
    team: str
    answered: int | None
    proxies: int
    counts: dict[str, Any] = field(default_factory=dict)


def tally(sheets: Iterable[Answered], items: int, *, k: int = K, standing: Sequence[str] = ()) -> list[Counted]:
    """Count the sheets of a round over so many items. k: the smallest group that is shown."""
    rows = list(sheets)
    found: list[Counted] = []
    for side in sorted({row.side for row in rows}):
        found += _side([row for row in rows if row.side == side], side, items, k, standing)
    return found


def _side(rows: list[Answered], side: str, items: int, k: int, standing: Sequence[str]) -> list[Counted]:
    if len(rows) < k:
        return [Counted(side, NO_TEAM, None, 0)]
    teams = sorted({row.team for row in rows})
    member = np.array([teams.index(row.team) for row in rows])
    whole, parts = _of_side(rows, k, standing), {team: dict[str, Any]() for team in teams if team}
    questions: dict[str, tuple[Values, Callable[[Values], Histogram]]] = {
        "own": (_matrix([row.said.own for row in rows], items), _five),
        "guess": (_matrix([row.said.guess for row in rows], items), _five),
        "points": (_matrix([[point + 1 for point in row.said.points] for row in rows], items), _summed),
        "picks": (_picked(rows, items), _picks),
    }
    for name, (values, count) in questions.items():
        if not values.any():
            continue
        seen = [_shown(values[:, place], member, teams, k) for place in range(items)]
        whole[name] = [count(values[:, place]) if shown is not None else None for place, shown in enumerate(seen)]
        for team, counts in parts.items():
            column = values[member == teams.index(team)]
            counts[name] = [count(column[:, place]) if shown and team in shown else None for place, shown in enumerate(seen)]
    sizes = dict(zip(teams, np.bincount(member).tolist(), strict=True))
    large = set(gate(sizes, k=k).shown)
    found = [Counted(side, NO_TEAM, len(rows), sum(row.proxy for row in rows), whole)]
    return found + [Counted(side, team, sizes[team], 0, counts) for team, counts in parts.items() if team in large]


def _shown(values: Values, member: NDArray[Any], teams: list[str], k: int) -> frozenset[str] | None:
    """Of one question: which teams are shown beside their side; None where not even the side is."""
    answered = np.bincount(member[values > 0], minlength=len(teams)).tolist()
    seen = gate(dict(zip(teams, answered, strict=True)), k=k)
    return frozenset(seen.shown) - {NO_TEAM} if seen.total_shown else None


def _five(values: Values) -> Histogram:
    return np.bincount(values, minlength=STEPS + 1)[1 : STEPS + 1].tolist()


def _summed(values: Values) -> Histogram:
    """The sum of the points, the sum of their squares, and of how many people."""
    given = values[values > 0].astype(np.int64) - 1
    return [int(given.sum()), int((given**2).sum()), len(given)]


def _picks(values: Values) -> Histogram:
    """How often most, how often least, how often shown, and to how many people."""
    given = values[values > 0].astype(np.int64)
    return [int((given // 1024).sum()), int((given // 32 % 32).sum()), int((given % 32).sum()), len(given)]


def _matrix(people: Sequence[Sequence[int]], items: int) -> Values:
    found = np.zeros((len(people), items), dtype=np.int16)
    for row, marks in enumerate(people):
        if marks:
            found[row, : len(marks)] = marks
    return found


def _picked(people: Sequence[Answered], items: int) -> Values:
    """Three counts of one person in one number, as digits to the base 32: an item is shown in far fewer sets than that."""
    found = np.zeros((len(people), items), dtype=np.int16)
    for row, one in enumerate(people):
        for shown, (most, least) in zip(one.sets, one.said.picks, strict=False):
            if most == least:  # nothing was said of this set
                continue
            for place in shown:
                found[row, place] += 1
            found[row, most] += 1024
            found[row, least] += 32
    return found


def _of_side(rows: list[Answered], k: int, standing: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    tens = {key: _histogram([row.said.standing[key] for row in rows if key in row.said.standing], TEN, k) for key in standing}
    if any(tens.values()):
        found["standing"] = tens
    if heard := _histogram([row.said.heard - 1 for row in rows if row.said.heard], STEPS, k):
        found["heard"] = heard
    if goal := _histogram([GOAL.index(row.said.goal) for row in rows if row.said.goal in GOAL], len(GOAL), k):
        found["goal"] = goal
    return found


def _histogram(values: Sequence[int], length: int, k: int) -> Histogram | None:
    return np.bincount(values, minlength=length).tolist() if len(values) >= k else None
