"""What open warnings could cost together: the loss exceedance curve, what is lost on average, which goals it rests on, and what can be borne.

Counted are those that would bite within twelve months, or on a day nobody said, and for which somebody gave a chance and an impact. *If answered*:
what was said of each once what is planned is done; else the best of what is proposed; else as it is.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import numpy as np
from django.db import connection
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from numpy.typing import NDArray

from accord.base import clock, registry, scope
from accord.base.journal import acts
from accord.base.journal.queries import Newest, newest_of, subjects_since
from accord.base.paper.axis import Axis
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from .. import rules
from ..models import CURRENT, ENDED, RESIDUAL, WAITS, Estimate, Risk, Tolerance, Treatment
from ..rules import Band, Ranges
from ..rules.ranges import Values
from ..rules.together import together

Flags = NDArray[np.bool_]
YEAR = timedelta(days=365)
STEPS = 60  # amounts at which the curve is worked out
ROUND = 4  # amounts of the table where nobody agreed on any
KEPT = 32  # organisations whose figures a process remembers
AFRESH = 500  # so many warnings changed, and all are read afresh
ENDS = ("chance_low", "chance_high", "loss_low", "loss_high")


@dataclass(frozen=True)
class Contributor:
    """What one goal's warnings put at stake on average; goal_id None for those that name none."""

    goal_id: UUID | None
    stake: Band
    count: int


@dataclass(frozen=True)
class Counted:
    """ranged of open: how many have a chance and an impact. answers: of those without an answer, how many have something proposed; planned: of the
    others. curve: today; later: were all that is proposed and planned done, None where nothing is."""

    open: int
    ranged: int
    answers: int
    planned: int
    curve: rules.Exceedance
    later: rules.Exceedance | None
    by_goal: tuple[Contributor, ...]


@dataclass(frozen=True)
class Exposure:
    """The same beside what was agreed. amounts: of the tolerance, in its order, else a few round ones; at, at_later: that more than each is lost."""

    counted: Counted
    tolerance: Tolerance | None
    amounts: tuple[float, ...]
    at: tuple[Band, ...]
    at_later: tuple[Band, ...]
    headline: rules.Headline

    @property
    def points(self) -> list[tuple[float, float]]:
        return [(float(amount), float(chance)) for amount, chance in self.tolerance.points] if self.tolerance else []


@dataclass(frozen=True)
class _Table:
    """What was said of each warning that counts, one row each: today, once answered, and whether the two differ."""

    ids: list[str]
    goals: list[str | None]
    waits: Flags
    now: Values
    then: Values
    better: Flags

    def changed(self, ids: Collection[str], new: "_Table") -> "_Table":
        """With these rows anew."""
        stay = np.fromiter((id not in ids for id in self.ids), dtype=bool, count=len(self.ids))
        return _Table(
            [*(id for id in self.ids if id not in ids), *new.ids], [*(goal for goal, stays in zip(self.goals, stay, strict=True) if stays), *new.goals],
            *(np.concatenate([mine[stay], theirs]) for mine, theirs in (
                (self.waits, new.waits), (self.now, new.now), (self.then, new.then), (self.better, new.better))),
        )  # fmt: skip


@dataclass(frozen=True)
class _Held:
    """As it was when the journal's newest entry of warnings was this one."""

    newest: Newest
    table: _Table
    found: Exposure


_held: OrderedDict[tuple[UUID, date], _Held] = OrderedDict()


@scope.once
def at_stake() -> Exposure:
    """Of the client in scope, today.

    A process remembers what it read and worked out, by the newest entry the journal has of warnings: each is chained to those before it, so the same
    one means the same warnings. What the entries since then are about is read anew, and no more. Nothing is kept inside an act, whose entries are not
    written yet."""
    newest, key = newest_of("risks."), (scope.one(), clock.today())
    if newest is None or acts.current.get() is not None:
        return _worked_out(_read())
    kept = _held.get(key)
    if kept is None or kept.newest != newest:
        table = _read_since(kept) if kept else _read()
        kept = _held[key] = _Held(newest, table, _worked_out(table))
        while len(_held) > KEPT:
            _held.popitem(last=False)
    _held.move_to_end(key)
    return kept.found


def _read_since(kept: _Held) -> _Table:
    touched = subjects_since(kept.newest, "risks.", most=AFRESH)
    if touched is None:
        return _read()
    return kept.table.changed({_as_text(id) for id in touched}, _read(touched)) if touched else kept.table


def _as_text(id: UUID) -> str:
    """As the database gives it, cast to text."""
    return str(id) if connection.vendor == "postgresql" else id.hex


def _newest(level: str, ids: Collection[UUID] | None) -> QuerySet[Estimate]:
    """The newest estimate of a level of each warning that counts, where it says a chance and an impact."""
    newer = Estimate.objects.filter(risk=OuterRef("risk"), level=level).filter(Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), id__gt=OuterRef("id")))
    said = Estimate.objects.filter(level=level, chance_low__isnull=False, loss_low__isnull=False)
    said = said if ids is None else said.filter(risk__in=list(ids))
    near = Q(risk__bites_on=None) | Q(risk__bites_on__lte=clock.today() + YEAR)
    return said.filter(near, ~Exists(newer)).exclude(risk__state=ENDED).order_by()


def _text(name: str) -> Cast:
    """A key as text: a hundred thousand of them are read several times as fast as UUIDs."""
    return Cast(F(name), CharField())


def _read(ids: Collection[UUID] | None = None) -> _Table:
    rows = list(_newest(CURRENT, ids).values_list(_text("risk_id"), _text("risk__goal__goal"), "risk__state", *ENDS))
    now = np.array([row[3:] for row in rows], dtype=np.float64).reshape(-1, 4)
    then, better, place = now.copy(), np.zeros(len(rows), dtype=bool), {row[0]: n for n, row in enumerate(rows)}
    for risk, ends in _better(ids, place, now):
        then[place[risk]], better[place[risk]] = ends, True
    waits = np.fromiter((row[2] == WAITS for row in rows), dtype=bool, count=len(rows))
    return _Table([row[0] for row in rows], [row[1] for row in rows], waits, now, then, better)


def _better(ids: Collection[UUID] | None, place: Mapping[str, int], now: Values) -> Iterator[tuple[str, tuple[float, ...]]]:
    """What was said once what is planned is done; else, of what is proposed, what leaves least at stake."""
    planned: set[str] = set()
    for risk, *ends in _newest(RESIDUAL, ids).values_list(_text("risk_id"), *ENDS):
        if risk in place:
            planned.add(risk)
            yield risk, tuple(ends)
    options = Treatment.objects.filter(ended_at=None, taken_at=None)
    options = options if ids is None else options.filter(risk__in=list(ids))
    proposed: dict[str, list[tuple[float, float, float, float]]] = {}
    for risk, *ends in options.order_by().values_list(_text("risk_id"), *ENDS):
        if risk in place and risk not in planned:
            low, high, least, most = (float(was) if end is None else end for end, was in zip(ends, now[place[risk]], strict=True))
            proposed.setdefault(risk, []).append((low, high, least, most))
    for risk, some in proposed.items():
        yield risk, some[int(np.argmin(Ranges.of(some).stakes()[1]))] if len(some) > 1 else some[0]


def _worked_out(table: _Table) -> Exposure:
    today, agreed = Ranges.of_table(table.now), Tolerance.objects.select_related("set_by").last()
    made = together(today)
    most = rules.reach(today, made=made) if len(today) else 0.0
    curve = [most * step / STEPS for step in range(STEPS + 1)] if most else []
    at = [float(amount) for amount, _chance in agreed.points] if agreed else _round_ones(most)
    every = rules.exceedance(today, [*curve, *at], made)
    later = rules.exceedance(Ranges.of_table(table.then), [*curve, *at]) if table.better.any() else None
    open_ = Risk.objects.exclude(state=ENDED).filter(Q(bites_on=None) | Q(bites_on__lte=clock.today() + YEAR)).count()
    answers, planned = int((table.better & table.waits).sum()), int((table.better & ~table.waits).sum())
    n = len(curve)
    counted = Counted(open_, len(today), answers, planned, every.first(n), later.first(n) if later else None, tuple(_by_goal(table.goals, today)))
    bearable = [float(chance) for _amount, chance in agreed.points] if agreed else []
    now, then = every.over[n:], later.over[n:] if later else ()
    headline = rules.curve_headline(now if bearable else (), bearable, then, ranged=len(today), answers=answers + planned)
    return Exposure(counted, agreed, tuple(at), now, then, headline)


def _round_ones(most: float) -> list[float]:
    return [tick for tick in Axis.over((0.0, most), most=ROUND + 2).ticks if tick > 0][:ROUND] if most else []


def _by_goal(keys: list[str | None], today: Ranges) -> Iterator[Contributor]:
    """Most at stake first."""
    if not keys:
        return
    place = {name: n for n, name in enumerate(dict.fromkeys(keys))}
    of = np.fromiter((place[key] for key in keys), dtype=np.int64, count=len(keys))
    low, mid, high = (np.bincount(of, weights=stakes, minlength=len(place)) for stakes in today.stakes())
    counts = np.bincount(of, minlength=len(place))
    for name, n in sorted(place.items(), key=lambda one: (-mid[one[1]], one[0] or "")):
        yield Contributor(UUID(name) if name else None, Band(float(low[n]), float(mid[n]), float(high[n])), int(counts[n]))


def titles(found: Counted) -> dict[UUID, str]:
    """What the goals that warnings name are called now."""
    ids = [one.goal_id for one in found.by_goal if one.goal_id]
    return {one.goal_id: one.title for one in goals.newest_versions(ids, ended=True)} if ids else {}


@dataclass(frozen=True)
class BandShown:
    """A figure, and where it lies nine times in ten."""

    low: float
    mid: float
    high: float

    @staticmethod
    def of(band: Band) -> "BandShown":
        return BandShown(*(float(end) for end in band))


@dataclass(frozen=True)
class OverShown:
    """The chance, from 0 to 1, that more than an amount is lost: today, if everything is answered, and what was agreed."""

    more_than: float
    today: BandShown
    if_answered: BandShown | None
    can_bear: float | None


@dataclass(frozen=True)
class GoalAtStake:
    """What the warnings about one goal put at stake on average, in the client's currency."""

    goal_id: UUID | None
    goal: str
    warnings: int
    stake: BandShown


@dataclass(frozen=True)
class ExposureShown:
    """What open warnings that would bite within twelve months could cost together. headline: which case it is, and which comes after it."""

    headline: str
    then: str
    open: int
    with_ranges: int
    expected_loss: BandShown
    any_loss: BandShown
    expected_if_answered: BandShown | None
    over: list[OverShown]
    by_goal: list[GoalAtStake]
    tolerance_agreed_by: str
    tolerance_agreed_on: date | None

    @staticmethod
    def now() -> "ExposureShown":
        found = at_stake()
        counted, named = found.counted, titles(found.counted)
        return ExposureShown(
            found.headline.key, found.headline.then, counted.open, counted.ranged, BandShown.of(counted.curve.expected), BandShown.of(counted.curve.any),
            BandShown.of(counted.later.expected) if counted.later else None, _over_shown(found),
            [GoalAtStake(one.goal_id, named[one.goal_id] if one.goal_id else "", one.count, BandShown.of(one.stake)) for one in counted.by_goal],
            found.tolerance.agreed_by if found.tolerance else "", found.tolerance.agreed_on if found.tolerance else None,
        )  # fmt: skip


def _over_shown(found: Exposure) -> list[OverShown]:
    """At the amounts that were agreed, else at a few round ones."""
    later: Sequence[Band | None] = found.at_later or (None,) * len(found.at)
    agreed: Sequence[float | None] = [chance for _amount, chance in found.points] or (None,) * len(found.at)
    rows = zip(found.amounts, found.at, later, agreed, strict=True)
    return [OverShown(amount, BandShown.of(now), BandShown.of(then) if then else None, bears) for amount, now, then, bears in rows]


@registry.query("risks.exposure", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def show_exposure(*, by: Actor) -> ExposureShown:
    """What open warnings could cost together within twelve months: chances of losing more than an amount beside what was agreed, and the average."""
    return ExposureShown.now()
