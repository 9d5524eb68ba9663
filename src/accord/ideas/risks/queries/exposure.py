"""What open warnings could cost together: the loss exceedance curve, what is lost on average, which goals it rests on, and what can be borne.

Counted are those that would bite within twelve months, or on a day nobody said, and for which somebody gave a chance and an impact. *If answered*:
what was said of each once what is planned is done; else the best of what is proposed; else as it is.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from accord.base import clock, registry, scope
from accord.base.journal import acts
from accord.base.journal.queries import newest_of
from accord.base.people.rules import Actor
from accord.ideas.goals.models import GoalVersion

from .. import rules
from ..models import CURRENT, ENDED, RESIDUAL, WAITS, Estimate, Risk, Tolerance, Treatment
from ..rules import Band, Ranges

YEAR = timedelta(days=365)
STEPS = 60  # amounts at which the curve is worked out
KEPT = 32  # organisations whose figures a process remembers
_kept: OrderedDict[tuple[UUID, str, date], "Counted"] = OrderedDict()
ENDS = ("chance_low", "chance_high", "loss_low", "loss_high")


@dataclass(frozen=True)
class Contributor:
    """What one goal's warnings put at stake on average; version_id None for those that name no goal."""

    version_id: UUID | None
    stake: Band
    count: int


@dataclass(frozen=True)
class Counted:
    """ranged of open: how many have a chance and an impact. answers: of those without an answer, how many have something proposed; planned: of the
    others. answered: as today, were all that is proposed and planned done; None where nothing is."""

    open: int
    ranged: int
    answers: int
    planned: int
    today: Ranges
    answered: Ranges | None
    curve: rules.Exceedance
    later: rules.Exceedance | None
    by_goal: tuple[Contributor, ...]


@dataclass(frozen=True)
class Exposure:
    """The same beside what was agreed. at, at_later: at each amount of the tolerance, in its order."""

    counted: Counted
    tolerance: Tolerance | None
    at: tuple[Band, ...]
    at_later: tuple[Band, ...]
    headline: rules.Headline

    @property
    def points(self) -> list[tuple[float, float]]:
        return [(float(amount), float(chance)) for amount, chance in self.tolerance.points] if self.tolerance else []


@scope.once
def at_stake() -> Exposure:
    """Of the client in scope, today."""
    found, agreed = counted(), Tolerance.objects.select_related("set_by").last()
    amounts = [float(amount) for amount, _chance in agreed.points] if agreed else []
    now = rules.exceedance(found.today, amounts).over if found.ranged else ()
    then = rules.exceedance(found.answered, amounts).over if found.answered is not None else ()
    bearable = [float(chance) for _amount, chance in agreed.points] if agreed else []
    headline = rules.curve_headline(now, bearable, then, ranged=found.ranged, answers=found.answers + found.planned)
    return Exposure(found, agreed, now, then, headline)


def counted() -> Counted:
    """Kept by the newest entry the journal has of warnings, and the day: each entry is chained to those before it, so the same one means the same
    warnings. Nothing is kept inside an act, whose entries are not written yet."""
    newest = newest_of("risks.")
    key = (scope.one(), newest, clock.today())
    if not newest or acts.current.get() is not None:
        return _count()
    if key not in _kept:
        _kept[key] = _count()
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return _kept[key]


def _within() -> Q:
    return Q(bites_on=None) | Q(bites_on__lte=clock.today() + YEAR)


def _newest(level: str) -> QuerySet[Estimate]:
    """The newest estimate of a level of each warning that counts, where it says a chance and an impact."""
    newer = Estimate.objects.filter(risk=OuterRef("risk"), level=level).filter(Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), id__gt=OuterRef("id")))
    said = Estimate.objects.filter(level=level, chance_low__isnull=False, loss_low__isnull=False)
    open_ = Q(risk__bites_on=None) | Q(risk__bites_on__lte=clock.today() + YEAR)
    return said.filter(open_, ~Exists(newer)).exclude(risk__state=ENDED).order_by()


def _count() -> Counted:
    rows = list(_newest(CURRENT).values_list(_text("risk_id"), _text("risk__goal_id"), "risk__state", *ENDS))
    open_ = Risk.objects.exclude(state=ENDED).filter(_within()).count()
    today = Ranges.of(row[3:] for row in rows)
    better = {risk: ends for risk, ends in _better(rows) if ends is not None}
    answered = Ranges.of(better.get(row[0], row[3:]) for row in rows) if better else None
    waiting = sum(row[0] in better for row in rows if row[2] == WAITS) if better else 0
    amounts = _amounts(today)
    return Counted(
        open_, len(rows), waiting, len(better) - waiting, today, answered, rules.exceedance(today, amounts),
        rules.exceedance(answered, amounts) if answered is not None else None, tuple(_by_goal([row[1] for row in rows], today)),
    )  # fmt: skip


def _text(name: str) -> Cast:
    """A key as text: a hundred thousand of them are read several times as fast as UUIDs."""
    return Cast(F(name), CharField())


def _amounts(today: Ranges) -> list[float]:
    most = rules.reach(today)
    return [most * step / STEPS for step in range(STEPS + 1)] if most else []


def _better(rows: list[tuple[Any, ...]]) -> Iterator[tuple[str, tuple[float, ...] | None]]:
    """What was said once what is planned is done; else, of what is proposed, what leaves least at stake."""
    now = {row[0]: row[3:] for row in rows}
    planned: set[str] = set()
    for risk, *ends in _newest(RESIDUAL).values_list(_text("risk_id"), *ENDS):
        if risk in now:
            planned.add(risk)
            yield risk, tuple(ends)
    proposed: dict[str, list[tuple[float, ...]]] = {}
    for risk, *ends in Treatment.objects.filter(ended_at=None, taken_at=None).order_by().values_list(_text("risk_id"), *ENDS):
        if risk in now and risk not in planned:
            proposed.setdefault(risk, []).append(tuple(was if end is None else end for end, was in zip(ends, now[risk], strict=True)))
    for risk, some in proposed.items():
        stakes = Ranges.of(some).stakes()[1]  # type: ignore[arg-type]
        yield risk, some[int(np.argmin(stakes))]


def _by_goal(keys: list[str | None], today: Ranges) -> Iterator[Contributor]:
    """Most at stake first."""
    if not keys:
        return
    names = list(dict.fromkeys(keys))
    place = {name: n for n, name in enumerate(names)}
    of = np.fromiter((place[key] for key in keys), dtype=np.int64, count=len(keys))
    low, mid, high = (np.bincount(of, weights=stakes, minlength=len(names)) for stakes in today.stakes())
    counts = np.bincount(of, minlength=len(names))
    for n in sorted(range(len(names)), key=lambda n: (-mid[n], names[n] or "")):
        name = names[n]
        yield Contributor(UUID(name) if name else None, Band(float(low[n]), float(mid[n]), float(high[n])), int(counts[n]))


def titles(found: Counted) -> dict[UUID, GoalVersion]:
    """The versions of goals that warnings name."""
    return GoalVersion.objects.in_bulk([one.version_id for one in found.by_goal if one.version_id])


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
            [GoalAtStake(named[one.version_id].goal_id if one.version_id else None, named[one.version_id].title if one.version_id else "", one.count,
                         BandShown.of(one.stake)) for one in counted.by_goal],
            found.tolerance.agreed_by if found.tolerance else "", found.tolerance.agreed_on if found.tolerance else None,
        )  # fmt: skip


def _over_shown(found: Exposure) -> list[OverShown]:
    """At the amounts that were agreed; without a tolerance, at those of the curve."""
    if found.tolerance and found.at:
        later = found.at_later or (None,) * len(found.at)
        pairs = zip(found.points, found.at, later, strict=True)
        return [OverShown(amount, BandShown.of(now), BandShown.of(then) if then else None, bears) for (amount, bears), now, then in pairs]
    curve, after = found.counted.curve, found.counted.later
    rows = zip(curve.amounts, curve.over, after.over if after else (None,) * len(curve.over), strict=True)
    return [OverShown(amount, BandShown.of(now), BandShown.of(then) if then else None, None) for amount, now, then in rows]


@registry.query("risks.exposure", may="risks.read", doors={registry.API, registry.CLI, registry.MCP})
def show_exposure(*, by: Actor) -> ExposureShown:
    """What open warnings could cost together within twelve months: chances of losing more than an amount beside what was agreed, and the average."""
    return ExposureShown.now()
