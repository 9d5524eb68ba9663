"""Whether the work goes where the priorities are.

Hours are a range: from low to high, the same where they were counted. An initiative's hours are split equally between the live goals it serves.
A goal nobody said a share of attention for passes what it gets on to the live goals above it, split equally again; what arrives nowhere with a
share is held `elsewhere`. So every hour counts once, wherever in the tree of goals the shares were said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

SHOWN_FROM = 0.8  # the share of effort that must be tied to goals before the comparison says anything
NOISE = 0.1  # of the whole; a smaller gap is none
NONE = ""  # stands for whatever leads to no goal with a share
NOTHING, UNMATCHED, NO_SHARES, NOT_TIED = "nothing", "unmatched", "no_shares", "not_tied"


@dataclass(frozen=True)
class Mismatch:
    """tv: half the sum of the gaps, from 0 (in step) to 1 (nothing in common). to_move: effort in its own unit that would have to go elsewhere.
    gap: share of effort less share of priority. over and under: where most goes too much and too little."""

    tv: float
    to_move: float
    gap: dict[str, float]
    over: str
    under: str


def mismatch(effort: Mapping[str, float], priority: Mapping[str, float]) -> Mismatch | None:
    """By goal; effort that serves none stands under a name of its own. None while either side is empty."""
    spent, wanted = sum(effort.values()), sum(priority.values())
    if not spent or not wanted:
        return None
    gap = {name: effort.get(name, 0) / spent - priority.get(name, 0) / wanted for name in sorted({*effort, *priority})}
    tv = sum(map(abs, gap.values())) / 2
    return Mismatch(tv, tv * spent, gap, max(gap, key=lambda name: (gap[name], name)), min(gap, key=lambda name: (gap[name], name)))


@dataclass(frozen=True)
class Hours:
    """From low to high; a sum of ranges is the range of the sums."""

    low: float = 0.0
    high: float = 0.0

    @property
    def mid(self) -> float:
        return (self.low + self.high) / 2

    @property
    def is_range(self) -> bool:
        return self.high - self.low > 1e-9

    def __add__(self, other: "Hours") -> "Hours":
        return Hours(self.low + other.low, self.high + other.high)

    def times(self, share: float) -> "Hours":
        return Hours(self.low * share, self.high * share)

    def of(self, whole: "Hours") -> "Hours | None":
        """Its share of a whole it is part of: the least where it was least and all else was most, and the other way round."""
        least, most = self.low + whole.high - self.high, self.high + whole.low - self.low
        return Hours(self.low / least if least else 0.0, self.high / most if most else 0.0) if whole.high > 0 else None


@dataclass(frozen=True)
class Apart:
    """A goal whose work is further from its share than noise, whichever end of the range is true. has and wants: shares of the whole."""

    goal: str
    has: Hours
    wants: float

    @property
    def gap(self) -> float:
        return self.has.mid - self.wants


@dataclass(frozen=True)
class Picture:
    """Where the work of a month went. goals: with a share of attention; elsewhere: to live goals without one; astray: to no live goal;
    unmatched: of names nobody matched. orphans: the share astray, None where too much is unmatched. tied: the share that reached `goals`.
    found: None where `why_not` says why; apart: worst first."""

    goals: dict[str, Hours] = field(default_factory=dict)
    elsewhere: Hours = Hours()
    astray: Hours = Hours()
    unmatched: Hours = Hours()
    total: Hours = Hours()
    wants: dict[str, float] = field(default_factory=dict)
    orphans: float | None = None
    tied: float | None = None
    found: Mismatch | None = None
    why_not: str = NOTHING
    apart: tuple[Apart, ...] = ()
    landed: dict[str, list[tuple[str, float]]] = field(default_factory=dict)  # by work: the goals its hours arrive at, and which part of them

    def share(self, goal: str) -> Hours | None:
        return self.goals.get(goal, Hours()).of(self.total)


def picture(
    work: Mapping[str, Hours], serves: Mapping[str, Sequence[str]], attention: Mapping[str, float], up: Mapping[str, Sequence[str]], unmatched: Hours
) -> Picture:
    """work: hours by initiative. serves: the live goals of each. up: the live goals above each. attention: per cent by live goal."""
    total = sum(work.values(), unmatched)
    if total.high <= 0:
        return Picture()
    goals, lands = {goal: Hours() for goal in attention}, Lands(attention, up)
    elsewhere = astray = Hours()
    landed: dict[str, list[tuple[str, float]]] = {}
    for name, hours in work.items():
        served = serves.get(name, ())
        if not served:
            astray += hours
        landed[name] = lands.split(served)
        for goal, share in landed[name]:
            if goal == NONE:
                elsewhere += hours.times(share)
            else:
                goals[goal] += hours.times(share)
    known = total.mid - unmatched.mid
    clear = unmatched.mid <= (1 - SHOWN_FROM) * total.mid and known > 0
    orphans = astray.mid / known if clear else None
    tied = sum(one.mid for one in goals.values()) / total.mid if total.mid else 0.0
    asked = sum(attention.values())
    wants = {goal: said / asked for goal, said in attention.items()} if asked else {}
    why_not = UNMATCHED if not clear else NO_SHARES if not wants else NOT_TIED if tied < SHOWN_FROM else ""
    seen = Picture(goals, elsewhere, astray, unmatched, total, wants, orphans, tied, None, why_not, (), landed)
    return seen if why_not else _compared(seen)


def _compared(seen: Picture) -> Picture:
    spent = {goal: hours.mid for goal, hours in seen.goals.items()} | {NONE: (seen.elsewhere + seen.astray + seen.unmatched).mid}
    apart = []
    for goal, wants in seen.wants.items():
        has = seen.share(goal)
        if has and (has.low - wants > NOISE + 1e-9 or wants - has.high > NOISE + 1e-9):
            apart.append(Apart(goal, has, wants))
    worst = tuple(sorted(apart, key=lambda one: (-abs(one.gap), one.goal)))
    return replace(seen, found=mismatch(spent, seen.wants), apart=worst)


class Lands:
    """Where a goal's hours arrive: at itself where it has a share, otherwise at the goals above it. Goals in a ring pass nothing round it."""

    def __init__(self, attention: Mapping[str, float], up: Mapping[str, Sequence[str]]) -> None:
        self.attention, self.up = attention, up
        self.known: dict[str, dict[str, float]] = {}

    def split(self, goals: Sequence[str]) -> list[tuple[str, float]]:
        """Equally between these goals."""
        found: dict[str, float] = {}
        for goal in goals:
            for where, share in self.at(goal).items():
                found[where] = found.get(where, 0.0) + share / len(goals)
        return list(found.items())

    def at(self, goal: str) -> dict[str, float]:
        if goal in self.attention:
            return {goal: 1.0}
        if goal not in self.known:
            self.known[goal] = {NONE: 1.0}  # for whoever comes back here while it is being looked up
            self.known[goal] = dict(self.split(self.up.get(goal, ()))) or {NONE: 1.0}
        return self.known[goal]
