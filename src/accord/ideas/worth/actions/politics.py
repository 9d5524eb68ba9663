"""Notes about the people around an initiative: for facilitators only. Nothing of them goes to the journal but that one was written."""

import json
from typing import Annotated
from uuid import UUID

import uuid6
from pydantic import Field

from accord.base import journal, registry
from accord.base.people import sealed
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from ..models import Stakeholder
from ..queries.politics import place_of
from ..rules.shape import Level, Stance


@registry.action("worth.note_stakeholder", may="politics.edit")
def note_stakeholder(
    *,
    by: Actor,
    initiative_id: UUID,
    name: Annotated[str, Field(min_length=1, max_length=120)],
    influence: Level = Level.SOME,
    interest: Level = Level.SOME,
    stance: Stance = Stance.UNKNOWN,
    notes: Annotated[str, Field(max_length=4000)] = "",
    thread: UUID | None = None,
) -> Stakeholder:
    """Write down, or write anew, where somebody stands. Earlier versions stay until they are erased."""
    initiative = goals.initiative(initiative_id)
    if thread is not None and not Stakeholder.objects.filter(initiative=initiative, thread=thread).exists():
        raise registry.NotThere(str(thread))
    if by.person_id is None:
        raise registry.Refused("politics.edit")
    row = Stakeholder(initiative=initiative, thread=thread or uuid6.uuid7(), by_id=by.person_id)
    said = {"name": name.strip(), "influence": influence, "interest": interest, "stance": stance, "notes": notes.strip()}
    row.sealed = sealed.seal(json.dumps(said), about=place_of(by.client_id, row.id))
    row.save(force_insert=True)
    journal.record(by=by, event="worth.politics_noted", subject=row)
    return row


@registry.action("worth.erase_stakeholder", may="politics.edit")
def erase_stakeholder(*, by: Actor, initiative_id: UUID, thread: UUID) -> None:
    """Erase every version of a note: what was written is gone, that something was written stays."""
    found = Stakeholder.objects.filter(initiative=goals.initiative(initiative_id), thread=thread)
    last = found.last()
    if last is None:
        raise registry.NotThere(str(thread))
    found.update(sealed="", ended=True)
    journal.record(by=by, event="worth.politics_erased", subject=last)
