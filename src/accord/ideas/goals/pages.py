"""What the pages of goals are built from: one typed context each."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.formats import date_format, localize
from django.utils.translation import gettext_lazy as _

from accord.base.paper.figure import Figure, Markup
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from . import queries
from .drawing import goals_map, moved
from .models import Goal, GoalVersion, Initiative, Serves
from .queries import GoalShown, InitiativeShown
from .rules import SAID, Stage, compared, together, what_changed

WORDS = {
    "title": _("what it says"),
    "why": _("why it matters"),
    "owner_id": _("who answers for it"),
    "measure": _("how we would see it"),
    "unit": _("its unit"),
    "baseline": _("where it began"),
    "current": _("where it is now"),
    "target": _("where it should be"),
    "due": _("by when"),
}


@dataclass(frozen=True)
class GoalRow:
    """A goal with how far it is and what serves it."""

    goal: GoalShown
    share: float | None
    depth: int
    initiatives: int


@dataclass(frozen=True)
class GoalsPage:
    """All live goals, each above the goals below it."""

    rows: list[GoalRow]
    orphans: list[InitiativeShown]
    map: Markup | None  # where a picture is clearer than the list
    may_edit: bool


@dataclass(frozen=True)
class Line:
    """One field that changed: its name, and what stood and stands there."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangedPanel:
    """What would change, for its author to judge. material: what we would say."""

    lines: list[Line]
    material: bool


@dataclass(frozen=True)
class VersionRow:
    """One version, and what changed in it."""

    version: GoalVersion
    lines: list[Line]

    @property
    def is_first(self) -> bool:
        return self.version.number == 1

    @property
    def doubted(self) -> bool:
        """Its author called it small; what changed does not look small."""
        return self.version.suggested and not self.version.material


@dataclass(frozen=True)
class GoalPage:
    """One goal: now, its history, what serves it."""

    goal: GoalShown
    share: float | None
    above: GoalShown | None
    history: list[VersionRow]
    initiatives: list[InitiativeShown]
    below: list[GoalShown]
    moved: Figure | None
    may_edit: bool


def found_in(now: GoalShown, said: dict[str, Any]) -> ChangedPanel | None:
    """What a goal would say otherwise; None where it would say the same."""
    before = {name: getattr(now, name) for name in SAID}
    if not what_changed(before, said):
        return None
    called = {one.id: one.called for one in Person.objects.filter(id__in=[before["owner_id"], said["owner_id"]])}
    return ChangedPanel(_lines(before, said, called), together(compared(before, said)).material)


def _lines(before: dict[str, Any], after: dict[str, Any], called: dict[UUID, str]) -> list[Line]:
    return [Line(str(WORDS[name]), _told(name, before[name], called), _told(name, after[name], called)) for name in what_changed(before, after)]


def _told(name: str, value: Any, called: dict[UUID, str]) -> str:
    """A field's value as the page prints it; nothing where there is none."""
    if value is None or value == "":
        return ""
    if name == "owner_id":
        return called.get(value, "")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return localize(value.normalize()) if isinstance(value, Decimal) else str(value)


def goals_page(*, by: Actor, client: str) -> GoalsPage:
    goals = queries.list_goals(by=by)
    serving = list(Serves.objects.filter(ended_at=None).values_list("goal_id", "initiative_id"))
    counts = {goal.id: sum(1 for goal_id, _ in serving if goal_id == goal.id) for goal in goals}
    rows: list[GoalRow] = []

    def under(parent: UUID | None, depth: int) -> None:
        for goal in goals:
            if goal.parent_id == parent:
                rows.append(GoalRow(goal, goal.as_rule().share, depth, counts[goal.id]))
                under(goal.id, depth + 1)

    under(None, 0)
    open_ = [one for one in queries.shown(Initiative.objects.select_related("opened_by", "team").exclude(stages__stage=Stage.CLOSED)) if goals]
    live = {goal.id for goal in goals}
    orphans = [one for one in open_ if not live & set(one.goal_ids)]
    return GoalsPage(rows, orphans, goals_map([(row.goal, row.depth) for row in rows], open_, client), by.may("goals.edit"))


def goal_page(*, by: Actor, goal_id: UUID) -> GoalPage:
    now = queries.show_goal(by=by, goal_id=goal_id)[0]
    versions = list(GoalVersion.objects.select_related("owner", "changed_by").filter(goal=goal_id).order_by("number"))
    said = [{name: getattr(version, name) for name in SAID} for version in versions]
    called = {version.owner_id: version.owner.called for version in versions}
    history = [VersionRow(version, _lines(said[place - 1], said[place], called) if place else []) for place, version in enumerate(versions)]
    serving = Initiative.objects.select_related("opened_by", "team").filter(serves__goal=goal_id, serves__ended_at=None)
    above = queries.newest_versions([now.parent_id]) if now.parent_id and Goal.objects.filter(id=now.parent_id, let_go_at=None).exists() else []
    return GoalPage(
        goal=now,
        share=now.as_rule().share,
        above=GoalShown.of(above[0]) if above else None,
        history=history[::-1],
        initiatives=queries.shown(serving),
        below=[GoalShown.of(one) for one in queries.newest_versions() if one.goal.parent_id == goal_id],
        moved=moved(versions, now),
        may_edit=by.may("goals.edit"),
    )
