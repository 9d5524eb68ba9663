"""The goals' own signals of drift, in words: what is so, who is affected, what clears it, and where its facts are."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock, registry
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from .queries import drifting, effort, weeks
from .rules import DriftSignal, Reset, Signals, reset
from .rules.effort import Apart

REASONS: dict[str, Callable[[], str]] = {
    "silent_change": lambda: _("a goal changed more than two weeks ago, and not everybody was told"),
    "false_consensus_on_top_goal": lambda: _("both sides think they agree on a goal, and do not"),
    "orphan_effort": lambda: _("more than a fifth of the work leads to no live goal"),
    "drift_trend": lambda: _("the weekly drift has left its usual range"),
    "drift_level": lambda: _("the drift of this week is above a third"),
}


def goal_url(goal_id: UUID, fragment: str = "") -> str:
    address = reverse("goals:goal", kwargs={"client": slug(), "goal_id": goal_id})
    return f"{address}#{fragment}" if fragment else address


def _weight(since: datetime) -> float:
    """Half at once, whole after two weeks more or less: the longer it waits the more it weighs."""
    return min(1.0, 0.5 + (clock.now() - since).days / 28)


def called_for(by: Actor) -> tuple[Reset, datetime | None]:
    """Whether the signals call for a reset, and since when the oldest silent change is."""
    oldest = drifting.oldest_silent()
    last = weeks.recent()
    days = (clock.now() - oldest).days if oldest else 0
    month = effort.now()
    astray = month.picture.orphans if month and month.picture.orphans else 0
    believed = registry.believed_shared.first(by=by) is not None
    return reset([one.drift for one in last if one.drift is not None], silent_days=days, false_consensus=believed, orphan_share=astray), oldest


@registry.drift_signal.register("goals.reset", order=5)
def reset_due(*, by: Actor, start: int, size: int) -> Signals:
    """The signals taken together call for a reset."""
    found, oldest = called_for(by)
    if not found.due or weeks.in_reset():
        return Signals("goals.reset", _("A reset is called for"), 0, ())
    why = tuple(REASONS[one]() for one in found.why)
    url = reverse("goals:drift", kwargs={"client": slug()})
    since = oldest if found.why[0] == "silent_change" else None
    ids = [goal_id for goal_id, _links in drifting.behind("silent")[:1]]
    one = DriftSignal(
        "goals.reset", "goals.reset", _("It is time to sit down together again"), since, why, _("A reset that ends with everybody agreeing."), url, 1.0,
        goal_id=ids[0] if ids else None,
    )  # fmt: skip
    return Signals.of("goals.reset", _("A reset is called for"), [one], start, size)


def _links(kind: str, title: str, say: Callable[[int], str], clears: str, start: int, size: int) -> Signals:
    every = drifting.behind(kind)
    shown = every[start : start + size]
    called = drifting.called([goal_id for goal_id, _n in shown], kind) if shown else {}
    first = tuple(
        DriftSignal(
            f"goals.{kind}:{goal_id}", f"goals.{kind}", say(n) % {"goal": one.title, "n": n}, one.since, one.names, clears,
            goal_url(goal_id, "agreed"), _weight(one.since), n - len(one.names), goal_id,
        )
        for goal_id, n in shown if (one := called.get(goal_id))
    )  # fmt: skip
    return Signals(f"goals.{kind}", title, len(every), first)


@registry.drift_signal.register("goals.silent", order=10)
def silent(*, by: Actor, start: int, size: int) -> Signals:
    def say(n: int) -> str:
        return ngettext("“%(goal)s” moved, and one that works for it was not told", "“%(goal)s” moved, and %(n)d that work for it were not told", n)

    return _links("silent", _("Changed without telling"), say, _("They are told, say what it means for them, and its owner agrees."), start, size)


@registry.drift_signal.register("goals.suspect", order=20)
def suspect(*, by: Actor, start: int, size: int) -> Signals:
    def say(n: int) -> str:
        return ngettext(
            "“%(goal)s” moved, and one that works for it has not agreed since", "“%(goal)s” moved, and %(n)d that work for it have not agreed since", n
        )

    return _links("suspect", _("Told, and not agreed since"), say, _("They say what the change means for them, and its owner agrees."), start, size)


@registry.drift_signal.register("goals.never", order=50)
def never(*, by: Actor, start: int, size: int) -> Signals:
    def say(n: int) -> str:
        return ngettext("One that works for “%(goal)s” never agreed to it", "%(n)d that work for “%(goal)s” never agreed to it", n)

    return _links("never", _("Never agreed"), say, _("They say what the goal means for them, and its owner agrees."), start, size)


def _dated(kind: str, title: str, page: drifting.Page, say: str, clears: str, url: Callable[[UUID], str], *, of_goals: bool = True) -> Signals:
    """Signals about one goal or one piece of work each."""
    first = tuple(
        DriftSignal(
            f"{kind}:{one.id}", kind, say % {"what": one.title}, one.since, (), clears, url(one.id), _weight(one.since),
            goal_id=one.id if of_goals else None,
        )
        for one in page.rows
    )  # fmt: skip
    return Signals(kind, title, page.count, first)


def _initiative(id: UUID) -> str:
    return reverse("initiative", kwargs={"client": slug(), "initiative_id": id}) + "#goals"


@registry.drift_signal.register("goals.orphans", order=30)
def orphans(*, by: Actor, start: int, size: int) -> Signals:
    clears = _("It serves a live goal, or it ends.")
    page = drifting.orphans(start, size)
    return _dated("goals.orphans", _("Work that leads to no goal"), page, _("“%(what)s” leads to no live goal"), clears, _initiative, of_goals=False)


@registry.drift_signal.register("goals.unserved", order=35)
def unserved(*, by: Actor, start: int, size: int) -> Signals:
    clears = _("Work, a team or a role serves it, or it is let go.")
    return _dated("goals.unserved", _("Goals nobody works for"), drifting.unserved(start, size), _("Nobody works for “%(what)s”"), clears, goal_url)


@registry.drift_signal.register("goals.stranded", order=40)
def stranded(*, by: Actor, start: int, size: int) -> Signals:
    clears = _("It serves a live goal, or it is let go with them.")
    page = drifting.stranded(start, size)
    return _dated("goals.stranded", _("Goals left behind"), page, _("“%(what)s” serves only goals that ended"), clears, goal_url)


@registry.drift_signal.register("goals.stale", order=45)
def stale(*, by: Actor, start: int, size: int) -> Signals:
    clears = _("Who answers for it says that it is right still, or says it anew.")
    page = drifting.stale(start, size)
    return _dated("goals.stale", _("Not confirmed for half a year"), page, _("Nobody has said lately whether “%(what)s” is still right"), clears, goal_url)


@registry.drift_signal.register("goals.effort", order=60)
def out_of_step(*, by: Actor, start: int, size: int) -> Signals:
    """Goals that get far more or far less of the work than they were to get; nothing while too little of it is tied to goals."""
    month, title = effort.now(), _("Work and priorities apart")
    apart = month.picture.apart if month else ()
    if month is None or not apart:
        return Signals("goals.effort", title, 0, ())
    shown = apart[start : start + size]
    called, work = drifting.titles(UUID(one.goal) for one in shown), effort.heaviest(month, [one.goal for one in shown])
    first = tuple(_apart(one, called.get(UUID(one.goal), ""), work.get(one.goal, [])) for one in shown)
    return Signals("goals.effort", title, len(apart), first)


def _apart(one: Apart, goal: str, work: list[str]) -> DriftSignal:
    url = reverse("goals:effort", kwargs={"client": slug()}) + f"#g-{one.goal}"
    clears = _("Work moves from where there is too much of it, or the shares are said anew.")
    named, more = (tuple(work[: drifting.NAMED]), len(work) - drifting.NAMED) if one.gap > 0 else ((), 0)
    return DriftSignal(
        f"goals.effort:{one.goal}", "goals.effort", gap_said(goal, one), None, named, clears, url, min(1.0, 0.4 + abs(one.gap)), max(more, 0), UUID(one.goal),
    )  # fmt: skip


def gap_said(goal: str, one: Apart) -> str:
    low, high, wants = (round(100 * share) for share in (one.has.low, one.has.high, one.wants))
    if low == high:
        return _("“%(goal)s” gets %(n)d of 100 hours, and was to get %(wants)d") % {"goal": goal, "n": low, "wants": wants}
    return _("“%(goal)s” gets %(low)d to %(high)d of 100 hours, and was to get %(wants)d") % {"goal": goal, "low": low, "high": high, "wants": wants}
