"""The page of one initiative: a story made of the chapters that ideas bring, and of everything that happened."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor
from accord.base.registry import Happened, NextStep, Panel
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.listen.queries import request_of
from accord.ideas.listen.queries import rows as listened
from accord.ideas.worth.queries.weighing import rows as weighed

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
        standfirst=_standfirst(by, initiative),
        chapters=registry.panel.collect(by=by, initiative_id=initiative_id),
        story=story[:LINES],
        older=story[LINES:],
        next=steps[0] if steps else None,
        may_edit=by.may("goals.edit"),
    )


def _standfirst(by: Actor, initiative: Initiative) -> str:
    """What was asked for, what we heard, what it comes to: each only once it is known."""
    request = request_of(initiative.id) if by.may("requests.read") else None
    heard = listened([initiative.id])[initiative.id] if request else None
    weighed_now = weighed([initiative.id]).get(initiative.id) if by.may("worth.read") else None
    asked, why = (request.asked_for if request else ""), initiative.why or (heard.why_line if heard else "")
    said = [
        _("Asked for: %(what)s") % {"what": asked} if asked else "",
        (_("What we heard: %(what)s") % {"what": why} if asked else why) if why and why != initiative.title else "",
        weighed_now.finding if weighed_now else "",
    ]
    return " ".join(_sentence(one) for one in said if one)


def _sentence(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", "…", "”")) else f"{text.rstrip()}."
