"""The pictures of goals: what serves what, and how one goal's value moved from version to version."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.paper.charts.change import Moment, change
from accord.base.paper.charts.map import Column, Node, Tie, layered
from accord.base.paper.figure import Figure, Markup
from accord.base.people import reader

from .models import STAGES, GoalVersion
from .queries import GoalShown, InitiativeShown, LinkNow
from .rules import Measure
from .rules.agreement import NEVER

MOST, DEEP = 150, 5  # nodes and columns; a larger map is no picture any more, and the list says it better
STAGE_NAMES = dict(STAGES)


def now_said(measure: Measure) -> str:
    """now 71 in 100; nothing while nobody knows."""
    if measure.current is None:
        return ""
    return _("now %(value)s") % {"value": _said(measure.current, measure.unit)}


def _said(value: object, unit: str) -> str:
    number = reader.voice().number(float(str(value)))
    return f"{number} {unit}".strip()


def goals_map(goals: Sequence[tuple[GoalShown, int]], work: Sequence[InitiativeShown], links: Sequence[LinkNow], client: str) -> Markup | None:
    """Goals from the furthest on the left, the work that serves them on the right. goals: each with its depth. None where a list is clearer."""
    depth = max((depth for _goal, depth in goals), default=0)
    if not work or depth + 2 > DEEP or len(goals) + len(work) > MOST:
        return None
    warned = _warned(links)
    changed = {link.row.goal_id: link.row.goal.asks_since for link in links if link.is_suspect}
    known = {goal.id for goal, _depth in goals}
    columns = [tuple(_goal(goal, client, changed.get(goal.id)) for goal, at in goals if at == level) for level in range(depth + 1)]
    columns.append(tuple(_work(one, known, client, warned.get(one.id, "")) for one in work))
    names = [*([_("In the end"), _("On the way"), _("Nearer by"), _("Nearest")] if depth else [_("Goals")])[: depth + 1], _("Work")]
    lost = sum(not set(one.goal_ids) & known for one in work)
    ties = [Tie(str(link.row.goal_id), str(link.row.below_id or link.row.initiative_id), _look(link)) for link in links if link.kind in ("goal", "initiative")]
    described = _described(len(goals), len(work), lost, sum(link.is_suspect for link in links))
    return layered([Column(name, nodes) for name, nodes in zip(names, columns, strict=True)], ties, described)


def _look(link: LinkNow) -> str:
    return "suspect" if link.is_suspect else "open" if link.state == NEVER else ""


def _warned(links: Sequence[LinkNow]) -> dict[UUID, str]:
    """What stands in the colour of drift at work that still holds what a goal said before: of the team, never of a person."""
    said: dict[UUID, str] = {}
    for link in links:
        if link.is_suspect and link.row.initiative_id:
            team = link.team
            told = _("%(team)s: no word yet") if link.was_told else _("%(team)s: not told")
            alone = _("no word yet") if link.was_told else _("not told")
            said[link.row.initiative_id] = told % {"team": team} if team else alone
    return said


def _goal(goal: GoalShown, client: str, changed: datetime | None) -> Node:
    now = now_said(goal.as_rule())
    details = " · ".join(filter(None, (_("version %(n)s") % {"n": goal.version}, now)))
    warns = _("changed %(day)s") % {"day": date_format(localtime(changed), _("j F"))} if changed else ""
    url = reverse("goals:goal", kwargs={"client": client, "goal_id": goal.id})
    return Node(str(goal.id), goal.title, (details,), url, "sel" if changed else "", warns)


def _work(one: InitiativeShown, known: set[UUID], client: str, warns: str) -> Node:
    served = bool(known & set(one.goal_ids))
    stage = str(STAGE_NAMES[one.stage]).lower()
    details = stage if served else _("%(stage)s · serves no goal") % {"stage": stage}
    return Node(str(one.id), one.title, (details,), reverse("initiative", kwargs={"client": client, "initiative_id": one.id}), "" if served else "lost", warns)


def _described(goals: int, work: int, lost: int, suspect: int) -> str:
    said = _("Map of %(goals)s goals and %(work)s initiatives, from the furthest goals on the left to the work on the right.") % {
        "goals": goals, "work": work,
    }
    astray = ngettext("%(n)s serves no goal.", "%(n)s serve no goal.", lost) % {"n": lost} if lost else ""
    moved = ngettext("%(n)s link holds what a goal said before.", "%(n)s links hold what a goal said before.", suspect) % {"n": suspect} if suspect else ""
    return " ".join(filter(None, (said, astray, moved)))


def moved(versions: Sequence[GoalVersion], now: GoalShown) -> Figure | None:
    """How the value moved from version to version, with the target; None until two versions say a value in the unit of today."""
    told = [one for one in versions if one.current is not None and one.unit == now.unit and one.measure == now.measure]
    if len(told) < 2:
        return None
    moments = [_moment(one) for one in told]
    first, last = _said(told[0].current, now.unit), _said(told[-1].current, now.unit)
    title = _("It stayed at %(last)s") if first == last else _("From %(first)s to %(last)s")
    goal = None if now.target is None else float(now.target)
    voice = reader.voice(now.unit)
    return change(moments, voice=voice, title=title % {"first": first, "last": last}, subtitle=now.measure, goal=goal, source=_("the versions of this goal"))


def _moment(version: GoalVersion) -> Moment:
    """A value that was counted, not estimated: its band has no width."""
    value = float(version.current or 0)
    return Moment(date_format(localtime(version.at), _("j F Y")), value, value, value)
