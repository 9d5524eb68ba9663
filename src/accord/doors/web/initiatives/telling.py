"""The page of one initiative: a story made of the chapters that ideas bring, and of everything that happened."""

from dataclasses import dataclass
from uuid import UUID

from accord.base import registry
from accord.base.people.rules import Actor
from accord.base.registry import Happened, NextStep, Panel
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative

LINES = 8  # of what happened; the others unfold


@dataclass(frozen=True)
class InitiativePage:
    """chapters: in reading order, none for an idea with nothing to say. story: newest first; older: what unfolds. next: the one way on, if any."""

    initiative: Initiative
    stage: str
    standfirst: str
    chapters: list[Panel]
    story: list[Happened]
    older: list[Happened]
    next: NextStep | None
    may_edit: bool


def initiative_page(*, by: Actor, initiative_id: UUID) -> InitiativePage:
    initiative = goals.initiative(initiative_id)
    story = sorted(registry.story.collect(by=by, initiative_id=initiative_id), key=lambda line: line.at)[::-1]
    steps: list[NextStep] = registry.next_step.collect(by=by, initiative_id=initiative_id)
    return InitiativePage(
        initiative=initiative,
        stage=goals.stage_of(initiative),
        standfirst=initiative.why,
        chapters=registry.panel.collect(by=by, initiative_id=initiative_id),
        story=story[:LINES],
        older=story[LINES:],
        next=steps[0] if steps else None,
        may_edit=by.may("goals.edit"),
    )
