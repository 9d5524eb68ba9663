"""What happened to an initiative as goals know it, read from the journal as a story.

Names stand with what somebody opened, renamed or tied to a goal. No name stands with what was left undone: a move made with questions
open says its reason, and a tie that ended says only that it ended.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.journal import queries as journal
from accord.base.journal.models import Entry
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from . import queries
from .models import STAGES

NAMES = dict(STAGES)


@registry.story.register("goals", order=10)
def told(*, by: Actor, initiative_id: UUID) -> Iterator[registry.Happened]:
    entries = journal.of_subject(initiative_id)
    people = {one.id: one.called for one in Person.objects.filter(id__in={entry.person_id for entry in entries if entry.person_id})}
    goals = {str(one.goal_id): one.title for one in queries.newest_versions(ended=True)}
    for entry in entries:
        who = people.get(entry.person_id, "") if entry.person_id else ""
        said = _said(entry, who, goals)
        if said:
            yield registry.Happened(entry.at, *said)


def _said(entry: Entry, who: str, goals: dict[str, str]) -> tuple[str, str] | None:
    """What is set in bold, and the rest of the line; None for what another line says already."""
    told: dict[str, Any] = entry.payload or {}
    match entry.event:
        case "goals.initiative_opened":
            return _("Begun"), _("as “%(title)s”, by the %(who)s.") % {"title": told.get("title", ""), "who": who} if who else ""
        case "goals.stage_reached" if told.get("stage") != "requested":
            return _("Reached %(stage)s.") % {"stage": str(NAMES.get(told.get("stage", ""), "")).lower()}, told.get("reason", "")
        case "goals.initiative_renamed":
            return _("Named anew"), _("“%(title)s”, by the %(who)s.") % {"title": (told.get("after") or {}).get("title", ""), "who": who}
        case "goals.serves":
            which = {"goal": goals.get(told.get("goal", ""), ""), "who": who, "how": told.get("how", "")}
            return _("Serves"), (_("“%(goal)s”, says the %(who)s. %(how)s") % which).strip()
        case "goals.serves_no_more":
            return _("No longer serves"), f"“{goals.get(told.get('goal', ''), '')}”."
    return None
