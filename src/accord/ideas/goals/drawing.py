"""The pictures of goals: what serves what, and how one goal's value moved from version to version."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, ngettext, to_locale
from django.utils.translation import gettext as _

from accord.base.paper.charts.change import Moment, change
from accord.base.paper.charts.map import Column, Node, layered
from accord.base.paper.figure import Figure, Markup
from accord.base.paper.voice import Voice

from .models import STAGES, GoalVersion
from .queries import GoalShown, InitiativeShown
from .rules import Measure

TALL = 16  # nodes above each other; a taller map is no picture any more, and the list says it better
DEEP = 3
STAGE_NAMES = dict(STAGES)


def now_said(measure: Measure) -> str:
    """now 71 in 100; nothing while nobody knows."""
    if measure.current is None:
        return ""
    return _("now %(value)s") % {"value": _said(measure.current, measure.unit)}


def _said(value: object, unit: str) -> str:
    number = Voice.of(gettext, to_locale(get_language() or "en-gb"), "").number(float(str(value)))
    return f"{number} {unit}".strip()


def goals_map(goals: Sequence[tuple[GoalShown, int]], work: Sequence[InitiativeShown], client: str) -> Markup | None:
    """Goals from the furthest on the left, the work that serves them on the right. goals: each with its depth. None where a list is clearer."""
    depth = max((depth for _goal, depth in goals), default=0)
    columns = [tuple(_goal(goal, client) for goal, at in goals if at == level) for level in range(depth + 1)]
    order = {goal.id: place for place, (goal, _depth) in enumerate(goals)}
    served = sorted(work, key=lambda one: min((order[id] for id in one.goal_ids if id in order), default=len(order)))
    columns.append(tuple(_work(one, order, client) for one in served))
    if not work or depth >= DEEP or max(map(len, columns)) > TALL:
        return None
    ties = [(str(above), str(goal.id)) for goal, _depth in goals for above in goal.contributes_to if above in order]
    ties += [(str(id), str(one.id)) for one in served for id in one.goal_ids]
    names = [*([_("In the end"), _("On the way"), _("Nearer by")] if depth else [_("Goals")])[: depth + 1], _("Work")]
    lost = sum(not set(one.goal_ids) & set(order) for one in work)
    return layered([Column(name, nodes) for name, nodes in zip(names, columns, strict=True)], ties, _described(len(goals), len(work), lost))


def _goal(goal: GoalShown, client: str) -> Node:
    now = now_said(goal.as_rule())
    details = " · ".join(filter(None, (_("version %(n)s") % {"n": goal.version}, now)))
    return Node(str(goal.id), goal.title, (details,), reverse("goals:goal", kwargs={"client": client, "goal_id": goal.id}))


def _work(one: InitiativeShown, order: dict[UUID, int], client: str) -> Node:
    served = any(id in order for id in one.goal_ids)
    stage = str(STAGE_NAMES[one.stage]).lower()
    details = stage if served else _("%(stage)s · serves no goal") % {"stage": stage}
    return Node(str(one.id), one.title, (details,), reverse("initiative", kwargs={"client": client, "initiative_id": one.id}), "" if served else "lost")


def _described(goals: int, work: int, lost: int) -> str:
    said = _("Map of %(goals)s goals and %(work)s initiatives, from the furthest goals on the left to the work on the right.") % {
        "goals": goals, "work": work,
    }
    astray = ngettext("%(n)s serves no goal.", "%(n)s serve no goal.", lost) % {"n": lost}
    return f"{said} {astray}" if lost else said


def moved(versions: Sequence[GoalVersion], now: GoalShown) -> Figure | None:
    """How the value moved from version to version, with the target; None until two versions say a value in the unit of today."""
    told = [one for one in versions if one.current is not None and one.unit == now.unit and one.measure == now.measure]
    if len(told) < 2:
        return None
    moments = [_moment(one) for one in told]
    voice = Voice.of(gettext, to_locale(get_language() or "en-gb"), now.unit)
    first, last = _said(told[0].current, now.unit), _said(told[-1].current, now.unit)
    title = _("It stayed at %(last)s") if first == last else _("From %(first)s to %(last)s")
    goal = None if now.target is None else float(now.target)
    return change(moments, voice=voice, title=title % {"first": first, "last": last}, subtitle=now.measure, goal=goal, source=_("the versions of this goal"))


def _moment(version: GoalVersion) -> Moment:
    """A value that was counted, not estimated: its band has no width."""
    value = float(version.current or 0)
    return Moment(date_format(localtime(version.at), _("j F Y")), value, value, value)
