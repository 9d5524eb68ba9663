"""How likely something is, learnt from an organisation's own past: rows of facts known on a day, and what came of each later.

    record = Record(facts=(Fact("days put off", raises=True), Fact("share of the time gone")), seen=rows_by_facts, came=came, on=on, told=told)
    foresight = Foresight(record, today=day)
    foresight.says            # "nothing" (too few outcomes), "rate" (how often it came true, whatever the facts), or "facts"
    foresight.suggest(now)    # chance, 90 % interval, and which facts push it up or down; None where it says nothing

What it does, in this order. Rows whose outcome was not told by today are left out. Each fact is read as its place among the values seen so far:
the log odds of the share below it, 0 in the middle and 1 where 95 in 100 lie below, so that units, outliers and long tails do not matter; what
lies beyond all seen counts as the farthest seen.
The chance is a logistic curve over these places, each fact bending at most once, at the middle; a fact that is known to raise (or to lower) a
chance never does the opposite. Every weight is held near no effect, as by a normal prior (ridge); how firmly, between the ends of `PULLS`, is
what would have served so far: fitted on what was told before a day, tried on what came after it, day after day, each counting by its likelihood
there. With few rows that leaves the base rate. The same tries say whether chances were too bold or too high, and they are mended (Platt's line,
itself held near no mending).
The interval is the normal approximation around the fit (Laplace), for weights, base rate and mending together: it says how unsure the chance
is, not what will happen. On simulated worlds of three facts it held the true chance in 85 to 99 of 100; but in 72 to 78 where facts foretell
strongly and fewer than 100 outcomes are known, for they are held too firmly then.

Many rows about one thing (an initiative looked at every week) are one outcome together: each counts one n-th.

Sources: Hoerl & Kennard 1970 (ridge); MacKay 1992 (Laplace's interval of logistic chances); Platt 1999; Tashman 2000 (tries with a rolling
origin); Steyerberg, Clinical Prediction Models, 2019 (few outcomes for each fact: shrink). Tried on real projects by bench/warnings.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from accord.base.estimate.shares import Z90, wilson

Values = NDArray[np.float64]
Which = NDArray[np.bool_]
Says = Literal["nothing", "rate", "facts"]

ENOUGH = 20  # things whose outcome is known, before anything is said
EACH = 8  # of them that came true, and as many that did not, before facts are read
PULLS = (100.0, 30.0, 10.0, 3.0, 1.0)  # how firmly weights are held near no effect, firmest first
USUAL = 2.0  # where the record is too short to choose
TRIES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)  # of the record: where a day lies from which the next part is foreseen
CHOOSING = 6000  # the latest rows by which that is tried
KNOTS = 101  # values of a fact that are kept to tell the place of a new one
UNKNOWN = 0.02  # from this share of rows on, that a fact is not known is itself one
MENDED = 20.0  # how firmly the mending is held at none: so many things
STEPS, CLOSE = 60, 1e-8


@dataclass(frozen=True)
class Fact:
    """name: any words. raises: True where more of it never makes the outcome less likely, False where never more likely, None where the record says."""

    name: str
    raises: bool | None = None


@dataclass(frozen=True)
class Record:
    """seen: rows by facts, each in a unit of its own, NaN where not known. came: by row, 1 where it came true, else 0. on: the day number on which
    the facts were so; told: on which the outcome was known, later than on. about: a number for the thing a row is about; by default each its own."""

    facts: Sequence[Fact]
    seen: ArrayLike
    came: ArrayLike
    on: ArrayLike
    told: ArrayLike
    about: ArrayLike | None = None


@dataclass(frozen=True)
class Reason:
    """points: how much of the chance (0 to 1) is there because this fact is as it is, and not in the middle of what was seen; below 0 it lowers it.
    value: None where not known. clear: its weight differs from none by more than chance (90 %)."""

    fact: str
    value: float | None
    points: float
    clear: bool


@dataclass(frozen=True)
class Suggested:
    """chance, low, high: from 0 to 1, the interval 90 %. reasons: the largest first, without those that move it by less than half a point of 100.
    n, came: things whose outcome is known, and how many of these came true."""

    chance: float
    low: float
    high: float
    reasons: tuple[Reason, ...]
    n: int
    came: int


class Foresight:
    """Fitted to what a record had been told by today (by default: to all of it). Deterministic; neither rows nor facts have an order.

    says "nothing" below `enough` things; "rate" where fewer than `EACH` came true, or did not; else "facts". Raises ValueError for shapes that do
    not fit, outcomes other than 0 and 1, infinite facts, an outcome told before its facts were so, and two facts of one name."""

    def __init__(self, record: Record, today: float | None = None, *, enough: int = ENOUGH) -> None:
        self._order = sorted(range(len(record.facts)), key=lambda place: record.facts[place].name)
        self.facts = [record.facts[place] for place in self._order]
        rows = _read(record, self._order)
        rows = rows.where(rows.told <= (np.inf if today is None else today))
        self.n, self.came = len(np.unique(rows.about)), round(float(rows.weight @ rows.came))
        self.says: Says = "nothing" if self.n < enough else "facts" if self.facts and EACH <= self.came <= self.n - EACH else "rate"
        if self.says == "facts":
            self.pull, self._mending = _chosen(self.facts, rows)
            self._curve = _Curve(self.facts, rows, self.pull)

    def chances(self, now: ArrayLike) -> tuple[Values, Values, Values]:
        """now: rows by facts, in the record's order. By row, the chance and both ends of its interval. Raises ValueError where it says nothing."""
        seen = self._asked(now)
        if self.says == "nothing":
            raise ValueError("The record has too few outcomes to say anything.")
        if self.says == "rate":
            low, high = wilson(self.came, self.n)
            return np.full(len(seen), (self.came + 0.5) / (self.n + 1)), np.full(len(seen), low), np.full(len(seen), high)
        odds, spread = self._mending.of(*self._curve.odds(seen))
        return _chance(odds), _chance(odds - Z90 * spread), _chance(odds + Z90 * spread)

    def suggest(self, now: ArrayLike) -> Suggested | None:
        """now: one value for each fact, in the record's order, NaN where not known. None where there is not enough to say."""
        if self.says == "nothing":
            return None
        one = np.asarray(now, dtype=float)[None]
        chance, low, high = (float(values[0]) for values in self.chances(one))
        reasons = tuple(self._reasons(self._asked(one))) if self.says == "facts" else ()
        return Suggested(chance, low, high, reasons, self.n, self.came)

    def weights(self) -> dict[str, tuple[float, float]]:
        """By fact, how far a value below which 5, and one below which 95 in 100 lie move the log odds away from its middle; empty where facts are not
        read."""
        if self.says != "facts":
            return {}
        return {fact.name: (-self._mending.bold * low, self._mending.bold * high) for fact, low, high in zip(self.facts, *self._curve.ends, strict=True)}

    def _asked(self, now: ArrayLike) -> Values:
        seen = np.asarray(now, dtype=float)
        if seen.ndim != 2 or seen.shape[1] != len(self.facts) or np.isinf(seen).any():
            raise ValueError("Give rows with one value for each fact, finite or not known.")
        return seen[:, self._order]

    def _reasons(self, one: Values) -> Iterator[Reason]:
        odds = float(self._mending.of(*self._curve.odds(one))[0][0])
        without = self._curve.parts(one[0])
        points = [float(_chance(odds) - _chance(odds - self._mending.bold * part)) for part, _clear in without]
        for place in sorted(range(len(points)), key=lambda place: -abs(points[place])):
            if abs(points[place]) >= 0.005:
                value = float(one[0, place])
                yield Reason(self.facts[place].name, None if np.isnan(value) else value, points[place], without[place][1])


# --- what is given -----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Rows:
    seen: Values
    came: Values
    on: Values
    told: Values
    about: Values

    @cached_property
    def weight(self) -> Values:
        """Rows about the same thing share one."""
        _things, which, many = np.unique(self.about, return_inverse=True, return_counts=True)
        return 1.0 / many[which]

    def where(self, which: Which | NDArray[np.intp]) -> _Rows:
        return _Rows(self.seen[which], self.came[which], self.on[which], self.told[which], self.about[which])


def _read(record: Record, order: Sequence[int]) -> _Rows:
    """Facts by name and rows by day, so that sums come out the same to the last bit in whatever order they were given."""
    seen, came, on, told = (np.asarray(values, dtype=float) for values in (record.seen, record.came, record.on, record.told))
    seen = seen.reshape(len(came), len(record.facts)) if seen.size == 0 else seen
    about = np.arange(len(came), dtype=float) if record.about is None else np.asarray(record.about, dtype=float)
    if seen.shape != (len(came), len(record.facts)) or not came.shape == on.shape == told.shape == about.shape == (len(came),):
        raise ValueError("Give as many rows of facts as outcomes, days and things, and one column for each fact.")
    if len({fact.name for fact in record.facts}) < len(record.facts):
        raise ValueError("Two facts have the same name.")
    if not np.isin(came, (0, 1)).all() or np.isinf(seen).any() or not np.isfinite([on, told]).all() or np.isnan(about).any():
        raise ValueError("Outcomes are 0 or 1, days are finite, and facts are finite or not known.")
    if (told <= on).any():
        raise ValueError("An outcome is told after the day on which its facts were so.")
    rows = _Rows(seen[:, list(order)], came, on, told, about)
    return rows.where(np.lexsort((*rows.seen.T, came, told, on)))


# --- the curve ---------------------------------------------------------------------------------------------------------------------


class _Places:
    """Facts as places among the values seen: below the middle, above it and, where that happens, not known; three columns for each fact."""

    def __init__(self, rows: _Rows) -> None:
        self.knots = [_knots(column, rows.weight) for column in rows.seen.T]
        missing = np.isnan(rows.seen)
        self.unknown = (missing.mean(axis=0) >= UNKNOWN) & ~missing.all(axis=0)

    def of(self, seen: Values) -> Values:
        columns = np.zeros((len(seen), 3 * len(self.knots)))
        for fact, (values, places) in enumerate(self.knots):
            known = ~np.isnan(seen[:, fact])
            place = np.interp(seen[known, fact], values, places) if len(values) else np.zeros(known.sum())
            columns[known, 3 * fact], columns[known, 3 * fact + 1] = np.minimum(place, 0), np.maximum(place, 0)
            columns[~known, 3 * fact + 2] = self.unknown[fact]
        return columns


def _knots(column: Values, weight: Values) -> tuple[Values, Values]:
    """Values that were seen, lowest first, and the place of each, by the share of rows below it and half of those at it."""
    known = ~np.isnan(column)
    if not known.any():
        return np.zeros(0), np.zeros(0)
    values, which = np.unique(column[known], return_inverse=True)
    share = np.bincount(which, weight[known]) / weight[known].sum()
    below = np.cumsum(share) - share / 2
    places = np.log(below / (1 - below)) / np.log(19)  # 19 to 1: where 95 in 100 lie below
    if len(values) > KNOTS:
        kept = np.unique(np.searchsorted(places, np.linspace(places[0], places[-1], KNOTS)))
        values, places = values[kept], places[kept]
    return values, places


class _Curve:
    """A logistic curve over the places of facts: the likeliest under a normal prior of precision `pull` for each weight, those with a known
    direction bounded by 0. The base rate has no prior. start: of the same rows, held otherwise, from where it is near."""

    places: _Places
    columns: Values
    weights: Values

    def __init__(self, facts: Sequence[Fact], rows: _Rows, pull: float, start: _Curve | None = None) -> None:
        self.places = start.places if start else _Places(rows)
        columns = start.columns if start else self.places.of(rows.seen)
        self.columns, self.middle = columns, rows.weight @ columns / rows.weight.sum()
        signs = np.array([0.0, *(sign for fact in facts for sign in (_sign(fact), _sign(fact), 0.0))])
        prior = np.array([0.0, *np.full(columns.shape[1], pull)])
        rate = (rows.weight @ rows.came + 0.5) / (rows.weight.sum() + 1)
        first = start.weights if start else np.array([np.log(rate / (1 - rate)), *np.zeros(columns.shape[1])])
        self.weights, curvature = _likeliest(np.c_[np.ones(len(columns)), columns - self.middle], rows.came, rows.weight, prior, signs, first)
        # as unsure as if weights were held no firmer than the loosest way: what holds them is a guess too
        self.unsure = np.linalg.inv(curvature + np.diag(np.minimum(prior, min(PULLS)) - prior))

    def odds(self, seen: Values) -> tuple[Values, Values]:
        """By row, the log odds and their standard deviation."""
        terms = np.c_[np.ones(len(seen)), self.places.of(seen) - self.middle]
        return terms @ self.weights, np.sqrt(np.einsum("ij,jk,ik->i", terms, self.unsure, terms))

    def parts(self, one: Values) -> list[tuple[float, bool]]:
        """By fact, what it adds to the log odds beside its middle, and whether that is more than chance."""
        columns, found = self.places.of(one[None])[0], []
        for fact in range(len(one)):
            here = slice(3 * fact, 3 * fact + 3)
            terms, its = columns[here], slice(here.start + 1, here.stop + 1)
            part, spread = float(terms @ self.weights[its]), float(np.sqrt(terms @ self.unsure[its, its] @ terms))
            found.append((part, abs(part) > Z90 * spread))
        return found

    @property
    def ends(self) -> tuple[Values, Values]:
        return self.weights[1::3], self.weights[2::3]


def _sign(fact: Fact) -> float:
    return 0.0 if fact.raises is None else 1.0 if fact.raises else -1.0


def _likeliest(terms: Values, came: Values, weight: Values, prior: Values, signs: Values, first: Values) -> tuple[Values, Values]:
    """Newton's steps, each to the lowest point within the bounds, halved while they lead up. Also the curvature there."""
    at = first
    cost = _cost(terms, came, weight, prior, at)
    for _step in range(STEPS):
        likely = _chance(terms @ at)
        slope = terms.T @ (weight * (likely - came)) + prior * at
        curvature = (terms * (weight * likely * (1 - likely))[:, None]).T @ terms + np.diag(prior + CLOSE)
        aim = _bounded(curvature, at - np.linalg.solve(curvature, slope), signs) - at
        stride = 1.0
        while (new := _cost(terms, came, weight, prior, at + stride * aim)) > cost and stride > CLOSE:
            stride /= 2
        if new > cost:
            break
        at, cost, done = at + stride * aim, new, cost - new < CLOSE * (1 + abs(cost))
        if done:
            break
    return at, curvature


def _cost(terms: Values, came: Values, weight: Values, prior: Values, at: Values) -> float:
    odds = terms @ at
    return float(weight @ (np.logaddexp(0.0, odds) - came * odds) + prior @ at**2 / 2)


def _bounded(curvature: Values, aim: Values, signs: Values) -> Values:
    """The lowest point of a bowl around `aim` where no weight is against its sign: by turns, weights against it are put to 0 and those at 0 that
    would lower it are set free; one at a time, the last first, where that goes on for long (Murty's rule, which ends)."""
    fixed = np.zeros(len(aim), dtype=bool)
    at = aim
    for turn in range(50 * len(aim)):
        at = np.where(fixed, 0.0, aim)
        if fixed.any() and not fixed.all():
            at[~fixed] += np.linalg.solve(curvature[np.ix_(~fixed, ~fixed)], curvature[np.ix_(~fixed, fixed)] @ aim[fixed])
        against = signs * np.where(fixed, curvature @ (at - aim), at) < -CLOSE
        if not against.any():
            break
        if turn >= 10:
            against[: np.flatnonzero(against)[-1]] = False
        fixed ^= against
    return np.where(signs * at < 0, 0.0, at)


def _chance(odds: Values | float) -> Values:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -35, 35))), dtype=float)


# --- how firmly, and how to mend it --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Mending:
    """Log odds as they should have been: shift + bold * said. unsure: of both, their covariance."""

    shift: float
    bold: float
    unsure: Values

    def of(self, odds: Values, spread: Values) -> tuple[Values, Values]:
        terms = np.c_[np.ones(len(odds)), odds]
        return terms @ [self.shift, self.bold], np.sqrt((self.bold * spread) ** 2 + np.einsum("ij,jk,ik->i", terms, self.unsure, terms))


NONE = _Mending(0.0, 1.0, np.eye(2) / MENDED)


@dataclass(frozen=True)
class _Tried:
    """What would have been said of rows that came later. odds: by pull and row."""

    odds: Values
    came: Values
    weight: Values


def _chosen(facts: Sequence[Fact], rows: _Rows) -> tuple[float, _Mending]:
    tries = list(_tries(facts, rows.where(np.arange(len(rows.came))[-CHOOSING:])))
    if not tries:
        return USUAL, NONE
    odds, came, weight = (np.concatenate([getattr(one, part) for one in tries], axis=-1) for part in ("odds", "came", "weight"))
    if min(weight @ came, weight @ (1 - came)) < 2 * EACH:
        return USUAL, NONE
    scores = (came * odds - np.logaddexp(0.0, odds)) @ weight
    served = np.exp(scores - scores.max())
    served /= served.sum()
    return float(np.exp(served @ np.log(PULLS))), _mending(served @ odds, came, weight)


def _tries(facts: Sequence[Fact], rows: _Rows) -> Iterator[_Tried]:
    """From one day after another: fitted on what had been told by then, said of what was so from then until the next."""
    days = np.unique(np.quantile(rows.on, TRIES, method="higher"))
    for start, end in zip(days, [*days[1:], np.inf], strict=True):
        past, later = rows.where(rows.told <= start), rows.where((rows.on >= start) & (rows.on < end))
        if min(past.weight @ past.came, past.weight @ (1 - past.came)) < EACH:
            continue
        said, curve = [], None
        for pull in PULLS:
            curve = _Curve(facts, past, pull, curve)
            said.append(curve.odds(later.seen)[0])
        yield _Tried(np.array(said), later.came, later.weight)


def _mending(said: Values, came: Values, weight: Values) -> _Mending:
    terms, prior = np.c_[np.ones(len(said)), said], np.full(2, MENDED)
    # the prior of boldness lies at 1, not at 0: what is fitted is how far it is from there
    at, unsure = np.zeros(2), np.eye(2)
    for _step in range(STEPS):
        likely = _chance(said + terms @ at)
        curvature = (terms * (weight * likely * (1 - likely))[:, None]).T @ terms + np.diag(prior)
        unsure = np.linalg.inv(curvature)
        step = unsure @ (terms.T @ (weight * (likely - came)) + prior * at)
        at = at - step
        if float(np.abs(step).max()) < CLOSE:
            break
    return _Mending(float(at[0]), max(1.0 + float(at[1]), 0.0), unsure)
