"""Reading the sealed notes. Every way in asks for `politics.read`; only the page for facilitators calls them."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accord.base import registry
from accord.base.people import sealed
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from ..models import Stakeholder
from ..rules.shape import Level, Stance


@dataclass(frozen=True, repr=False)  # no repr: a traceback must not print it
class Note:
    """What facilitators wrote about somebody, as it stands now."""

    thread: UUID
    name: str
    influence: Level
    interest: Level
    stance: Stance
    notes: str
    by: str
    at: datetime
    versions: int


def place_of(client_id: UUID, row_id: UUID) -> str:
    """What a sealed note is bound to."""
    return f"worth.stakeholder/{client_id}/{row_id}"


@registry.query("worth.list_politics", may="politics.read")
def list_politics(*, by: Actor, initiative_id: UUID) -> list[Note]:
    """The notes about an initiative, strongest influence first."""
    rows = Stakeholder.objects.filter(initiative=goals.initiative(initiative_id), ended=False).select_related("by")
    newest: dict[UUID, Stakeholder] = {}
    versions: dict[UUID, int] = {}
    for row in rows:
        newest[row.thread] = row
        versions[row.thread] = versions.get(row.thread, 0) + 1
    order = {Level.HIGH: 0, Level.SOME: 1, Level.LOW: 2}
    notes = [_open(row, versions[thread]) for thread, row in newest.items()]
    return sorted(notes, key=lambda note: (order[note.influence], order[note.interest], note.name))


def count_politics(*, by: Actor, initiative_id: UUID) -> int | None:
    """How many people there are notes about; None for whoever may not read them, and then nothing of it is shown."""
    if not by.may("politics.read"):
        return None
    return Stakeholder.objects.filter(initiative=initiative_id, ended=False).values("thread").distinct().count()


def _open(row: Stakeholder, versions: int) -> Note:
    said = json.loads(sealed.unseal(row.sealed, about=place_of(row.client_id, row.id)))
    return Note(
        thread=row.thread,
        name=said["name"],
        influence=Level(said["influence"]),
        interest=Level(said["interest"]),
        stance=Stance(said["stance"]),
        notes=said["notes"],
        by=row.by.called,
        at=row.at,
        versions=versions,
    )
