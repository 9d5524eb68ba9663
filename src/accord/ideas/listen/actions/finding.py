"""What nobody knows yet, the steps up to a goal, and moving on."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.rules import Actor
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.queries import InitiativeShown
from accord.ideas.goals.rules import Stage

from .. import rules
from ..models import LadderStep, NotKnown
from ..queries import hearing


@dataclass(frozen=True)
class NotKnownShown:
    """What nobody knows yet, as doors show it."""

    aspect: str
    what: str
    person: str
    by_date: date

    @staticmethod
    def of(row: NotKnown) -> "NotKnownShown":
        return NotKnownShown(row.aspect, row.what, row.person.called, row.by_date)


InitiativeId = Annotated[UUID, Field(description="The initiative it is about.")]


@registry.action("listen.not_known", may="requests.edit", doors={registry.API, registry.CLI, registry.MCP}, shows=NotKnownShown.of)
def not_known(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    aspect: Annotated[str, Field(description="The aspect nobody can tell yet.", max_length=24)],
    person_id: Annotated[UUID, Field(description="Who finds out.")],
    by_date: Annotated[date, Field(description="By when.")],
    what: Annotated[str, Field(description="What they find out, in one line.", max_length=300)] = "",
) -> NotKnown:
    """Write down that an aspect is not known, who finds out and by when. “Not known” alone would be a way out."""
    initiative, person = initiatives.initiative(initiative_id), people.person(person_id)
    if aspect not in rules.ASPECTS:
        raise registry.Mistake(_("Choose what is not known."), "aspect")
    if by_date < clock.today():
        raise registry.Mistake(_("Choose a date that is still to come."), "by_date")
    row = NotKnown.objects.create(initiative=initiative, aspect=aspect, what=what.strip()[:300], person=person, by_date=by_date, said_by_id=by.person_id)
    journal.record(by=by, event="listen.not_known", subject=row, payload={"aspect": aspect, "person": str(person.id), "by": by_date.isoformat()})
    return row


@registry.action("listen.add_step", may="requests.edit")
def add_step(
    *, by: Actor, initiative_id: UUID, level: int, words: str = "", below_id: UUID | None = None, goal_id: UUID | None = None, said_by_id: UUID | None = None
) -> LadderStep:
    """Add a step to the why-ladder, above another one. The top one is a goal both sides share."""
    initiative = initiatives.initiative(initiative_id)
    below = LadderStep.objects.filter(id=below_id, initiative=initiative, taken_out_at=None).first() if below_id else None
    if below_id and below is None:
        raise registry.NotThere(str(below_id))
    if not 0 <= level <= rules.TOP or (below is not None and level < below.level):
        raise registry.Mistake(_("A step goes above the one it explains."), "level")
    goal = initiatives.goal(goal_id) if goal_id and level == rules.TOP else None
    if level == rules.TOP and goal is None:
        raise registry.Mistake(_("Choose the goal it leads to."), "goal_id")
    text = initiatives.newest_versions([goal.id])[0].title if goal else words.strip()
    if not text:
        raise registry.Mistake(_("Write the step in a few words."), "words")
    said_by = people.person(said_by_id) if said_by_id else None
    step = LadderStep.objects.create(initiative=initiative, below=below, level=level, words=text[:300], goal=goal, said_by=said_by, made_by_id=by.person_id)
    journal.record(by=by, event="listen.step_added", subject=step, payload={"initiative": str(initiative.id), "level": level})
    return step


@registry.action("listen.take_out_step", may="requests.edit")
def take_out_step(*, by: Actor, step_id: UUID) -> LadderStep:
    """Take a step out, with what stands above it. It is kept, out of sight."""
    step = LadderStep.objects.filter(id=step_id).first()
    if step is None:
        raise registry.NotThere(str(step_id))
    out, wave = [], [step.id]
    while wave:
        out += wave
        wave = list(LadderStep.objects.filter(below__in=wave, taken_out_at=None).values_list("id", flat=True))
    LadderStep.objects.filter(id__in=out, taken_out_at=None).update(taken_out_at=clock.now())
    journal.record(by=by, event="listen.step_taken_out", subject=step, payload={"with": len(out)})
    return step


@registry.action("listen.move_on", may="requests.edit", doors={registry.API, registry.CLI}, shows=InitiativeShown.of)
def move_on(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    reason: Annotated[str, Field(description="Why now, in one line; needed while questions are open.", max_length=500)] = "",
) -> Initiative:
    """Go on to what it is worth. With questions still open it takes one line of reason, which is kept."""
    initiative = initiatives.initiative(initiative_id)
    if not hearing.coverage(initiative.id).ready and not reason.strip():
        raise registry.Mistake(_("Some questions are still open. Say in one line why you move on now."), "reason")
    goals.reach(by=by, initiative=initiative, stage=Stage.WORTH, reason=reason)
    return initiative
