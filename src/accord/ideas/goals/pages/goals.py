"""What the pages of goals are built from: one typed context each."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.formats import date_format, localize
from django.utils.translation import gettext_lazy as _

from accord.base import registry
from accord.base.paper.figure import Figure, Markup
from accord.base.people.models import Person, Team
from accord.base.people.rules import Actor

from .. import queries
from ..drawing import goals_map, moved
from ..models import GoalVersion, Initiative, RecallCheck
from ..queries import GoalShown, InitiativeShown, LinkNow, recalls
from ..rules import SAID, Stage, compared, together, what_changed
from ..rules.agreement import NEVER
from .agreement import AgreedPanel, Finding, agreed_panel, found

WORDS = {
    "title": _("what it says"),
    "why": _("why it matters"),
    "owner_id": _("who answers for it"),
    "also_ids": _("who answers for it as well"),
    "measure": _("how we would see it"),
    "unit": _("its unit"),
    "baseline": _("where it began"),
    "current": _("where it is now"),
    "target": _("where it should be"),
    "begins": _("from when"),
    "due": _("by when"),
}


@dataclass(frozen=True)
class GoalRow:
    """A goal with how far it is and what serves it."""

    goal: GoalShown
    share: float | None
    depth: int
    initiatives: int
    suspect: int  # of what serves it, as many hold what it said before


@dataclass(frozen=True)
class GoalsPage:
    """All live goals, each above the goals below it."""

    rows: list[GoalRow]
    orphans: list[InitiativeShown]
    finding: Finding | None  # what moved while others aim at what it said before
    unsaid: int  # links whose speaker never said what the goal means for them
    map: Markup | None  # where a picture is clearer than the list
    may_edit: bool
    recall: RecallCheck | None = None  # the newest


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
    above: list[GoalShown]
    history: list[VersionRow]
    moved: Figure | None
    agreed: AgreedPanel
    speakers: list[Person]  # who could speak for what serves it; empty for whoever may not say
    contributors: list[tuple[str, str]]  # what could serve it as well: how the form calls it, and its name
    is_mine: bool  # the one who looks answers for it
    may_edit: bool
    label: str = ""  # as it is shown
    labels: tuple[tuple[str, str, bool], ...] = ()  # to choose from: code, words, whether it carries it
    panels: list[registry.Panel] = field(default_factory=list)  # what other ideas say about it


def _contributors(now: GoalShown) -> list[tuple[str, str]]:
    """Teams, and goals that are neither this one nor above it nor below it already."""
    above = {one.id for one in queries.above(now.id)}
    goals = [one for one in queries.live_goals() if one.id not in above and one.id != now.id and now.id not in one.contributes_to]
    return [*((f"team:{team.id}", team.name) for team in Team.objects.all()), *((f"goal:{one.id}", one.title) for one in goals)]


def found_in(now: GoalShown, said: dict[str, Any]) -> ChangedPanel | None:
    """What a goal would say otherwise; None where it would say the same."""
    before = _says(now)
    if not what_changed(before, said):
        return None
    called = _called(before, said)
    return ChangedPanel(lines_of(before, said, called), together(compared(before, said)).material)


def since_agreed(link: LinkNow) -> list[Line]:
    """What a goal says otherwise than when the speaker of a link agreed to it; nothing where they never did."""
    if not link.row.agreed or link.is_current:
        return []
    return changed_lines(queries.version(link.row.goal_id, link.row.agreed), queries.version(link.row.goal_id, link.goal.number))


def _says(version: GoalVersion | GoalShown) -> dict[str, Any]:
    return {name: getattr(version, name) for name in SAID}


def changed_lines(before: GoalVersion, after: GoalVersion) -> list[Line]:
    """What differs between two versions of a goal, in words."""
    said = _says(before), _says(after)
    return lines_of(*said, _called(*said))


def _called(*said: dict[str, Any]) -> dict[UUID, str]:
    """The names of whoever answers for these."""
    ids = {id for one in said for id in (one["owner_id"], *one["also_ids"])}
    return {one.id: one.called for one in Person.objects.filter(id__in=ids)}


def lines_of(before: dict[str, Any], after: dict[str, Any], called: dict[UUID, str]) -> list[Line]:
    return [Line(str(WORDS[name]), _told(name, before[name], called), _told(name, after[name], called)) for name in what_changed(before, after)]


def _told(name: str, value: Any, called: dict[UUID, str]) -> str:
    """A field's value as the page prints it; nothing where there is none."""
    if value is None or value in ("", []):
        return ""
    if name == "also_ids":
        return ", ".join(called.get(id, "") for id in value)
    if name == "owner_id":
        return called.get(value, "")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return localize(value.normalize()) if isinstance(value, Decimal) else str(value)


def goals_page(*, by: Actor, client: str) -> GoalsPage:
    goals = queries.list_goals(by=by)
    links = queries.links()
    counts = Counter(link.row.goal_id for link in links if link.kind == "initiative")
    drifts = Counter(link.row.goal_id for link in links if link.is_suspect)
    rows: dict[UUID, GoalRow] = {}
    live = {goal.id for goal in goals}
    below: dict[UUID, list[GoalShown]] = {}
    for goal in goals:
        for id in goal.contributes_to:
            below.setdefault(id, []).append(goal)

    def under(goal: GoalShown, depth: int) -> None:
        if goal.id not in rows:
            rows[goal.id] = GoalRow(goal, goal.as_rule().share, depth, counts[goal.id], drifts[goal.id])
            for one in below.get(goal.id, []):
                under(one, depth + 1)

    for goal in goals:
        if not live & set(goal.contributes_to):
            under(goal, 0)
    open_ = [one for one in queries.shown(Initiative.objects.select_related("opened_by", "team").exclude(stages__stage=Stage.CLOSED)) if goals]
    orphans = [one for one in open_ if not live & set(one.goal_ids)]
    drawn = goals_map([(row.goal, row.depth) for row in rows.values()], open_, links, client)
    return GoalsPage(list(rows.values()), orphans, found(links), sum(link.state == NEVER for link in links), drawn, by.may("goals.edit"), recalls.newest())


def goal_page(*, by: Actor, goal_id: UUID) -> GoalPage:
    now = queries.show_goal(by=by, goal_id=goal_id)[0]
    versions = list(GoalVersion.objects.select_related("owner", "changed_by").prefetch_related("also").filter(goal=goal_id).order_by("number"))
    said = [_says(version) for version in versions]
    called = _called(*said)
    history = [VersionRow(version, lines_of(said[place - 1], said[place], called) if place else []) for place, version in enumerate(versions)]
    return GoalPage(
        goal=now,
        share=now.as_rule().share,
        above=[one for one in queries.live_goals() if one.id in now.contributes_to],
        history=history[::-1],
        moved=moved(versions, now),
        agreed=agreed_panel(queries.links([goal_id])),
        speakers=list(Person.objects.filter(left_at=None)) if by.may("goals.edit") else [],
        contributors=_contributors(now) if by.may("goals.edit") else [],
        is_mine=by.person_id in (now.owner_id, *now.also_ids),
        may_edit=by.may("goals.edit"),
        panels=registry.goal_panel.collect(by=by, goal_id=goal_id),
        **_label(goal_id),
    )


def _label(goal_id: UUID) -> dict[str, Any]:
    chosen = queries.label_set()
    if chosen is None:
        return {}
    code = queries.labels([goal_id]).get(goal_id, "")
    return {"label": chosen.shown(code) if code else "", "labels": tuple((one, chosen.shown(one), one == code) for one in chosen.labels)}
