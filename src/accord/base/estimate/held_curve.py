"""The curve of foresight.py: facts as places among the values seen, and the likeliest weights of them, held near no effect.

    curve = Curve(facts, read(record, order), pull)
    curve.odds(seen)      # by row, the log odds and their standard deviation
    curve.parts(one)      # by fact, what it adds to the log odds beside its middle, and whether that is more than chance
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from accord.base.estimate.shares import Z90

Values = NDArray[np.float64]
Which = NDArray[np.bool_]

PULLS = (100.0, 30.0, 10.0, 3.0, 1.0)  # how firmly weights are held near no effect, firmest first
KNOTS = 101  # values of a fact that are kept to tell the place of a new one
UNKNOWN = 0.02  # from this share of rows on, that a fact is not known is itself one
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


# --- what is given -----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rows:
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

    def where(self, which: Which | NDArray[np.intp]) -> Rows:
        return Rows(self.seen[which], self.came[which], self.on[which], self.told[which], self.about[which])


def read(record: Record, order: Sequence[int]) -> Rows:
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
    rows = Rows(seen[:, list(order)], came, on, told, about)
    return rows.where(np.lexsort((*rows.seen.T, came, told, on)))


# --- the curve ---------------------------------------------------------------------------------------------------------------------


class _Places:
    """Facts as places among the values seen: below the middle, above it and, where that happens, not known; three columns for each fact."""

    def __init__(self, rows: Rows) -> None:
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


class Curve:
    """A logistic curve over the places of facts: the likeliest under a normal prior of precision `pull` for each weight, those with a known
    direction bounded by 0. The base rate has no prior. start: of the same rows, held otherwise, from where it is near."""

    places: _Places
    columns: Values
    weights: Values

    def __init__(self, facts: Sequence[Fact], rows: Rows, pull: float, start: Curve | None = None) -> None:
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
        likely = chance_of(terms @ at)
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


def chance_of(odds: Values | float) -> Values:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -35, 35))), dtype=float)
