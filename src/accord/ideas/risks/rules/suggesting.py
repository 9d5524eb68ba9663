"""How likely it is that work goes wrong, suggested from the client's own record: facts that are known on a day, and what came of them before.

    suggested = suggest(Facts(on=today, times_put_off=2, days_silent=24, ...), past)   # past: `Past` rows of any initiatives, at any of their days
    suggested.chance_low, suggested.chance_high   # from 0 to 1; never one number alone
    suggested.basis                               # FACTS: read in the record. RATE: how often so far. GENERAL: too little of one's own, see source
    suggested.reasons                             # which facts push it up or down, largest first
    suggest(facts, past, general=None)            # None where the record has not enough to say

What “goes wrong” is, the caller says by what it puts in `Past.came`: that the day was put off again within 90 days, that a sign came true. It must
be the same for all rows. Facts are those of `on`, not of today: as notes, answers and ranges were then. Looking at an initiative again and again
is fine; it counts as one outcome, so at least `foresight.ENOUGH` different ones have to be over before the record speaks for itself.

Directions are held where nobody would believe the opposite (more days without an answer never lower a chance); the rest, the record decides.
`like` is compared with: a team or a kind of work, in any words. Never a person: no chance is read from who somebody is.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from accord.base.estimate.foresight import Fact, Foresight, Reason, Record

ALIKE = 4.0  # how often among all counts as so many of a team's own


class Basis(StrEnum):
    FACTS = "facts"
    RATE = "rate"
    GENERAL = "general"


@dataclass(frozen=True)
class Facts:
    """What is known of an initiative on a day; None: not known. share_gone: of the days planned, 1 on the day planned first. late_answers: questions and
    warnings without an answer for longer than they had. renegotiated: commitments put off twice or more. stale_ranges: not looked at for 60 days."""

    on: date
    like: str = ""
    days_put_off: float | None = None
    times_put_off: float | None = None
    days_to_go: float | None = None
    share_gone: float | None = None
    days_silent: float | None = None
    open_questions: float | None = None
    late_answers: float | None = None
    renegotiated: float | None = None
    stale_ranges: float | None = None


@dataclass(frozen=True)
class Past:
    """Facts of a day, and what came of them. told: the day from which that was known. about: which initiative (any key), one outcome together."""

    facts: Facts
    came: bool
    told: date
    about: str


@dataclass(frozen=True)
class General:
    """low, high: how often such things go wrong elsewhere, from 0 to 1. source: a key, or the words of a source of one's own."""

    low: float
    high: float
    source: str


# Dated issues of four firms were late in 16 to 41 of 100; sprints of three fell short in 26 to 78, seen at their start, and in 30 to 82, seen at any
# moment; the end of a major project of the UK government moved by 90 days within a year in 18 to 26. Measured in
# docs/reference/warnings-on-real-projects.md. Wide on purpose: which of them one is like, nobody knows before there is a record.
ELSEWHERE = General(0.15, 0.82, "public_projects")


@dataclass(frozen=True)
class Suggestion:
    """chance_low to chance_high: from 0 to 1, nine times in ten. chance: the likeliest between them, to be scored once it is known and never shown by itself;
    None of general rates. reasons: by names of `Facts`, or LIKE. n: initiatives whose outcome is known, came: how
    many went wrong. source: of `General`, empty where the record is one's own."""

    chance_low: float
    chance_high: float
    chance: float | None
    reasons: tuple[Reason, ...]
    n: int
    came: int
    basis: Basis
    source: str = ""


LIKE = "like_went_wrong"  # how often what is like it went wrong before
NUMBERS = tuple(one.name for one in fields(Facts) if one.name not in ("on", "like"))
DECIDED_BY_RECORD = ("days_to_go", "share_gone")
READ = (*(Fact(name, raises=None if name in DECIDED_BY_RECORD else True) for name in NUMBERS), Fact(LIKE, raises=True))


class Suggesting:
    """What a record says on a day, of as many pieces of work as one likes: it is read once. past: rows told later than that day are not looked at."""

    def __init__(self, past: Iterable[Past], on: date, *, general: General | None = ELSEWHERE) -> None:
        rows = sorted((one for one in past if one.told <= on), key=lambda one: (one.facts.on, one.told, one.about))
        things = {key: place for place, key in enumerate(sorted({one.about for one in rows}))}
        self._wrong, self._general = _Wrong(rows), general
        record = Record(
            READ, [_values(one.facts, self._wrong) for one in rows], [float(one.came) for one in rows], [_day(one.facts.on) for one in rows],
            [_day(one.told) for one in rows], [float(things[one.about]) for one in rows],
        )  # fmt: skip
        self._foresight = Foresight(record)

    def of(self, facts: Facts) -> Suggestion | None:
        """Facts of that day. Where there is not enough of one's own to say: the general rates, or None."""
        foresight, general = self._foresight, self._general
        found = foresight.suggest(_values(facts, self._wrong))
        if found is not None:
            return Suggestion(found.low, found.high, found.chance, found.reasons, found.n, found.came, Basis(foresight.says))
        if general is not None:
            return Suggestion(general.low, general.high, None, (), foresight.n, foresight.came, Basis.GENERAL, general.source)
        return None


def suggest(facts_now: Facts, past: Iterable[Past], *, general: General | None = ELSEWHERE) -> Suggestion | None:
    """Of one piece of work, on the day of its facts. Raises ValueError for an outcome told before the day of its facts."""
    return Suggesting(past, facts_now.on, general=general).of(facts_now)


def _values(facts: Facts, wrong: _Wrong) -> list[float]:
    known: list[float | None] = [getattr(facts, name) for name in NUMBERS]
    return [*(math.nan if value is None else float(value) for value in known), wrong.share(facts)]


def _day(day: date) -> float:
    return float(day.toordinal())


class _Wrong:
    """How often what is like it had gone wrong by a day: by initiative, its latest outcome told by then; held near how often anything had."""

    def __init__(self, rows: Sequence[Past]) -> None:
        self.told: dict[str, list[tuple[date, str, bool]]] = defaultdict(list)
        for one in sorted(rows, key=lambda one: (one.told, one.facts.on)):
            self.told[one.facts.like].append((one.told, one.about, one.came))
        self.known: dict[tuple[str, date], tuple[float, int]] = {}

    def share(self, facts: Facts) -> float:
        """NaN where nothing is like it, or nothing had been told yet."""
        if not facts.like:
            return math.nan
        every = [self._by(like, facts.on) for like in sorted(self.told)]
        many = sum(n for _came, n in every)
        if not many:
            return math.nan
        came, n = self._by(facts.like, facts.on)
        usual = (sum(came for came, _n in every) + 1) / (many + 2)
        return (came + ALIKE * usual) / (n + ALIKE)

    def _by(self, like: str, day: date) -> tuple[float, int]:
        if (like, day) not in self.known:
            outcomes = dict(self._outcomes(like, day))
            self.known[like, day] = float(sum(outcomes.values())), len(outcomes)
        return self.known[like, day]

    def _outcomes(self, like: str, day: date) -> Iterator[tuple[str, bool]]:
        return ((about, came) for told, about, came in self.told.get(like, ()) if told <= day)
