"""What serves a goal, who speaks for it, and whether it still holds what it agreed to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry, scope
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from ..models import Confirmed, GoalVersion, Serves, TeachBack
from ..rules.agreement import CURRENT, SUSPECT, state_of
from ..rules.serving import LIVE
from .goals import goal, newest_versions

WAITS, CORRECTED = "waits", "corrected"  # beside the three states of the rule: for the owner's word, and for the contributor's after a correction


@dataclass(frozen=True)
class LinkNow:
    """One link with what was said to the version that stands. called: the contributor's name."""

    row: Serves
    goal: GoalVersion
    called: str
    kind: str
    said: TeachBack | None  # to the version that asks
    verdict: Confirmed | None

    @property
    def state(self) -> str:
        """current, suspect or never_acknowledged."""
        return state_of(self.row.agreed, self.row.goal.asks)

    @property
    def is_current(self) -> bool:
        return self.state == CURRENT

    @property
    def is_suspect(self) -> bool:
        """They agreed to what the goal said before."""
        return self.state == SUSPECT

    @property
    def team(self) -> str:
        """Whose work it is, in place of a person's name; empty where nobody says."""
        speaker = self.row.speaker
        found = self.row.team or (self.row.initiative.team if self.row.initiative else None) or (speaker.team if speaker else None)
        return found.name if found else ""

    @property
    def was_told(self) -> bool:
        """Of what they have to say something to."""
        return self.row.told == self.row.goal.asks

    @property
    def is_silent(self) -> bool:
        """The goal moved while they worked for it, and nobody told them: what drift calls so too. What began later cannot have missed it."""
        return not self.is_current and not self.was_told and (self.row.agreed is not None or self.row.since < self.row.goal.asks_since)

    @property
    def step(self) -> str:
        """The state, or whose word is waited for."""
        if self.is_current or self.said is None:
            return self.state
        return CORRECTED if self.verdict is not None else WAITS

    @property
    def since(self) -> datetime:
        """Since when it is as it is: the last word, or the change."""
        last = self.verdict or self.said
        return last.at if last else max(self.row.since, self.row.goal.asks_since)

    @property
    def speaker(self) -> Person | None:
        return self.row.speaker


@dataclass(frozen=True)
class LinkShown:
    """What serves a goal, as doors show it. agreed: the version of the goal its speaker agreed to last."""

    id: UUID
    goal_id: UUID
    goal: str
    kind: str
    contributor: str
    how: str
    speaker: str
    state: str
    told: bool
    agreed: int | None
    words: str

    @staticmethod
    def of(link: LinkNow) -> "LinkShown":
        speaker, words = link.speaker.called if link.speaker else "", link.said.words if link.said else ""
        return LinkShown(
            link.row.id, link.row.goal_id, link.goal.title, link.kind, link.called, link.row.how, speaker, link.step, link.was_told, link.row.agreed, words
        )


def links(goal_ids: Iterable[UUID] | None = None) -> list[LinkNow]:
    """What serves these goals, or all live ones, in the order in which it began to."""
    return list(_links(None if goal_ids is None else frozenset(goal_ids)))


@scope.once
def _links(goal_ids: frozenset[UUID] | None) -> tuple[LinkNow, ...]:
    rows = Serves.objects.filter(ended_at=None)
    return of_rows(rows.filter(goal__state=LIVE) if goal_ids is None else rows.filter(goal__in=goal_ids))


def links_of(initiative_id: UUID) -> list[LinkNow]:
    """Which goals an initiative serves, and whether it still holds what it agreed to."""
    return list(of_rows(Serves.objects.filter(initiative=initiative_id, ended_at=None)))


def of_rows(found: Iterable[Serves]) -> tuple[LinkNow, ...]:
    """Links in four queries, however many. found: a query of rows."""
    rows = list(found.select_related("goal", "initiative__team", "team", "speaker__team", "client").order_by("since", "id"))  # type: ignore[attr-defined]
    goals = {row.goal_id for row in rows} | {row.below_id for row in rows if row.below_id}
    newest = {one.goal_id: one for one in newest_versions(goals, ended=True)}
    said = {
        one.serves_id: one
        for one in TeachBack.objects.select_related("version", "person").filter(serves__in=[row.id for row in rows]).order_by("at", "id")
    }
    judged = Confirmed.objects.select_related("by").filter(teach_back__in=[one.id for one in said.values()]).order_by("at", "id")
    verdicts = {one.teach_back_id: one for one in judged}
    return tuple(_link(row, newest, said.get(row.id), verdicts) for row in rows)


def _link(row: Serves, newest: dict[UUID, GoalVersion], said: TeachBack | None, verdicts: dict[UUID, Confirmed]) -> LinkNow:
    if said is not None and said.version.number != row.goal.asks:
        said = None
    kind, called = contributor(row, newest)
    return LinkNow(row, newest[row.goal_id], called, kind, said, verdicts.get(said.id) if said else None)


def contributor(row: Serves, newest: dict[UUID, GoalVersion]) -> tuple[str, str]:
    """What kind of thing serves the goal, and its name."""
    if row.initiative:
        return "initiative", row.initiative.title
    if row.below_id:
        return "goal", newest[row.below_id].title
    return ("team", row.team.name) if row.team else ("role", row.role)


def link(serves_id: UUID) -> LinkNow:
    """One link of the scope, ended or not, or NotThere."""
    found = of_rows(Serves.objects.filter(id=serves_id))
    if not found:
        raise registry.NotThere(str(serves_id))
    return found[0]


def teach_back(teach_back_id: UUID) -> TeachBack:
    """What somebody said a version means for them, or NotThere."""
    found = TeachBack.objects.select_related("serves__goal", "version__owner", "person__team", "client").filter(id=teach_back_id).first()
    if found is None:
        raise registry.NotThere(str(teach_back_id))
    return found


@registry.query("goals.list_links", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def list_links(*, by: Actor, goal_id: Annotated[UUID | None, Field(description="Of this goal only.")] = None) -> list[LinkShown]:
    """What serves the goals, who speaks for it, and whether it still holds what it agreed to."""
    if goal_id is not None:
        goal(goal_id)
    return [LinkShown.of(one) for one in links(None if goal_id is None else [goal_id])]
