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
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from accord.base.estimate.held_curve import CLOSE, PULLS, STEPS, Curve, Fact, Record, Rows, Values, chance_of, read
from accord.base.estimate.shares import Z90, wilson

__all__ = ["EACH", "ENOUGH", "Fact", "Foresight", "Reason", "Record", "Suggested"]

Says = Literal["nothing", "rate", "facts"]

ENOUGH = 20  # things whose outcome is known, before anything is said
EACH = 8  # of them that came true, and as many that did not, before facts are read
USUAL = 2.0  # where the record is too short to choose
TRIES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)  # of the record: where a day lies from which the next part is foreseen
CHOOSING = 6000  # the latest rows by which that is tried
MENDED = 20.0  # how firmly the mending is held at none: so many things


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
        rows = read(record, self._order)
        rows = rows.where(rows.told <= (np.inf if today is None else today))
        self.n, self.came = len(np.unique(rows.about)), round(float(rows.weight @ rows.came))
        self.says: Says = "nothing" if self.n < enough else "facts" if self.facts and EACH <= self.came <= self.n - EACH else "rate"
        if self.says == "facts":
            self.pull, self._mending = _chosen(self.facts, rows)
            self._curve = Curve(self.facts, rows, self.pull)

    def chances(self, now: ArrayLike) -> tuple[Values, Values, Values]:
        """now: rows by facts, in the record's order. By row, the chance and both ends of its interval. Raises ValueError where it says nothing."""
        seen = self._asked(now)
        if self.says == "nothing":
            raise ValueError("The record has too few outcomes to say anything.")
        if self.says == "rate":
            low, high = wilson(self.came, self.n)
            return np.full(len(seen), (self.came + 0.5) / (self.n + 1)), np.full(len(seen), low), np.full(len(seen), high)
        odds, spread = self._mending.of(*self._curve.odds(seen))
        return chance_of(odds), chance_of(odds - Z90 * spread), chance_of(odds + Z90 * spread)

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
        points = [float(chance_of(odds) - chance_of(odds - self._mending.bold * part)) for part, _clear in without]
        for place in sorted(range(len(points)), key=lambda place: -abs(points[place])):
            if abs(points[place]) >= 0.005:
                value = float(one[0, place])
                yield Reason(self.facts[place].name, None if np.isnan(value) else value, points[place], without[place][1])


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


def _chosen(facts: Sequence[Fact], rows: Rows) -> tuple[float, _Mending]:
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


def _tries(facts: Sequence[Fact], rows: Rows) -> Iterator[_Tried]:
    """From one day after another: fitted on what had been told by then, said of what was so from then until the next."""
    days = np.unique(np.quantile(rows.on, TRIES, method="higher"))
    for start, end in zip(days, [*days[1:], np.inf], strict=True):
        past, later = rows.where(rows.told <= start), rows.where((rows.on >= start) & (rows.on < end))
        if min(past.weight @ past.came, past.weight @ (1 - past.came)) < EACH:
            continue
        said, curve = [], None
        for pull in PULLS:
            curve = Curve(facts, past, pull, curve)
            said.append(curve.odds(later.seen)[0])
        yield _Tried(np.array(said), later.came, later.weight)


def _mending(said: Values, came: Values, weight: Values) -> _Mending:
    terms, prior = np.c_[np.ones(len(said)), said], np.full(2, MENDED)
    # the prior of boldness lies at 1, not at 0: what is fitted is how far it is from there
    at, unsure = np.zeros(2), np.eye(2)
    for _step in range(STEPS):
        likely = chance_of(said + terms @ at)
        curvature = (terms * (weight * likely * (1 - likely))[:, None]).T @ terms + np.diag(prior)
        unsure = np.linalg.inv(curvature)
        step = unsure @ (terms.T @ (weight * (likely - came)) + prior * at)
        at = at - step
        if float(np.abs(step).max()) < CLOSE:
            break
    return _Mending(float(at[0]), max(1.0 + float(at[1]), 0.0), unsure)
