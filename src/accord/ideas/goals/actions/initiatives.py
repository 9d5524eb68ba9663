"""What is done to initiatives."""

from typing import Annotated
from uuid import UUID

from django.db.models import Max
from pydantic import Field

from accord.base import journal, registry
from accord.base.journal import queries as happened
from accord.base.people import queries as people
from accord.base.people.rules import Actor

from .. import queries
from ..models import Initiative, Serves, StageReached
from ..queries import InitiativeShown
from ..rules import Stage
from .words import InitiativeId, Title, Why


def open_initiative(*, by: Actor, title: str, why: str = "", team_id: UUID | None = None) -> Initiative:
    """Open an initiative at its first stage. Called by what files a request, inside its act."""
    initiative = Initiative.objects.create(title=title.strip(), why=why.strip(), opened_by_id=by.person_id, team_id=team_id)
    journal.record(by=by, event="goals.initiative_opened", subject=initiative, payload={"title": initiative.title})
    reach(by=by, initiative=initiative, stage=Stage.REQUESTED)
    return initiative


def reach(*, by: Actor, initiative: Initiative, stage: Stage, reason: str = "") -> None:
    """Write down that an initiative came this far; the second time nothing happens. Called inside the act of what brought it there."""
    _reach(by, initiative, stage, reason, _round(initiative))


def take_up_again(*, by: Actor, initiative: Initiative, stage: Stage, reason: str = "") -> None:
    """What was closed goes on from an earlier stage, in a further round. Called inside the act of what brought it there."""
    _reach(by, initiative, stage, reason, _round(initiative) + 1)


def _round(initiative: Initiative) -> int:
    return StageReached.objects.filter(initiative=initiative).aggregate(last=Max("round"))["last"] or 0


def _reach(by: Actor, initiative: Initiative, stage: Stage, reason: str, round: int) -> None:
    said = {"by_id": by.person_id, "reason": reason.strip()}
    row, new = StageReached.objects.get_or_create(initiative=initiative, stage=stage, round=round, defaults=said)
    if new:
        journal.record(by=by, event="goals.stage_reached", subject=initiative, payload={"stage": stage.value, "reason": row.reason})


@registry.action("goals.rename_initiative", may="goals.edit", doors={registry.API, registry.CLI}, shows=InitiativeShown.of)
def rename_initiative(*, by: Actor, initiative_id: InitiativeId, title: Title, why: Why = "") -> Initiative:
    """Give an initiative a better title and a one-line why; the first words stay in the request and the journal."""
    initiative = queries.initiative(initiative_id)
    before = {"title": initiative.title, "why": initiative.why}
    initiative.title, initiative.why = title.strip(), why.strip()
    initiative.save(update_fields=["title", "why"])
    journal.record(by=by, event="goals.initiative_renamed", subject=initiative, payload={"before": before, "after": {"title": title, "why": why}})
    return initiative


def rename_back(*, by: Actor, initiative_id: UUID) -> Initiative:
    """Take the last renaming back. NotThere when it was never renamed."""
    last = next((entry for entry in reversed(happened.of_subject(initiative_id)) if entry.event == "goals.initiative_renamed"), None)
    if last is None:
        raise registry.NotThere(str(initiative_id))
    return rename_initiative(by=by, initiative_id=initiative_id, **last.payload["before"])


@registry.action("goals.set_lead", may="goals.edit", doors={registry.API, registry.CLI}, shows=InitiativeShown.of)
def set_lead(*, by: Actor, initiative_id: InitiativeId, person_id: Annotated[UUID, Field(description="The person who leads the work.")]) -> Initiative:
    """Say who leads an initiative: they speak for it when a goal it serves changes."""
    initiative, person = queries.initiative(initiative_id), people.person(person_id)
    Serves.objects.filter(initiative=initiative, ended_at=None, speaker=initiative.lead_id).update(speaker=person)
    initiative.lead = person
    initiative.save(update_fields=["lead"])
    journal.record(by=by, event="goals.lead_set", subject=initiative, payload={"person": str(person.id)})
    return initiative
