"""What is said about how the work on an initiative goes."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from .. import queries
from ..models import Initiative, Progress
from ..queries.delivery import DeliveryShown, shown
from ..rules import Stage
from .initiatives import reach
from .words import InitiativeId

Day = Annotated[date | None, Field(description="A day; left out, it stays as it was.")]
DATES = ("starts", "ends", "expected", "delivered")


def _shown(row: Progress) -> DeliveryShown:
    return shown(row.initiative_id)


@registry.action("goals.note_progress", may="goals.agree", doors={registry.API, registry.CLI, registry.MCP}, shows=_shown)
def note_progress(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    words: Annotated[str, Field(description="How it goes, in a sentence or two.", max_length=600)] = "",
    starts: Day = None,
    ends: Day = None,
    expected: Annotated[date | None, Field(description="When it is expected now, when that is not the day planned.")] = None,
    delivered: Annotated[date | None, Field(description="The day it was there.")] = None,
    source: Annotated[str, Field(description="Where a synced note comes from, such as the name of a tool.", max_length=60)] = "",
    reference: Annotated[str, Field(description="What it is called there; the same note sent twice is kept once.", max_length=200)] = "",
) -> Progress:
    """Say how an initiative goes: words, and the days planned, expected or delivered. Whoever leads the work may, and whoever edits goals."""
    initiative = queries.initiative(initiative_id)
    if not (by.may("goals.edit") or (by.person_id and by.person_id == initiative.lead_id)):
        raise registry.Refused("goals.agree")
    said = {"words": " ".join(words.split()), "starts": starts, "ends": ends, "expected": expected, "delivered": delivered}
    if not any(said.values()):
        raise registry.Mistake(_("Write how it goes, or give a day."), "words")
    source, reference = source.strip(), reference.strip()
    if reference:
        Initiative.objects.select_for_update().get(id=initiative.id)  # the same note sent twice at once is looked for one after the other
        same = Progress.objects.filter(initiative=initiative, source=source, reference=reference).last()
        if same is not None and all(getattr(same, name) == value for name, value in said.items()):
            return same
    _refuse_impossible(initiative.id, starts, ends, delivered)
    row = Progress.objects.create(initiative=initiative, source=source, reference=reference, by_id=by.person_id, **said)
    payload = {"words": row.words, **{name: str(said[name]) for name in DATES if said[name]}}
    journal.record(by=by, event="goals.progress_noted", subject=initiative, payload=payload)
    if delivered and queries.stage_of(initiative) is Stage.DELIVERY:
        reach(by=by, initiative=initiative, stage=Stage.REVIEW)
    return row


def _refuse_impossible(initiative_id: UUID, starts: date | None, ends: date | None, delivered: date | None) -> None:
    now = queries.delivery_of(initiative_id)
    starts, ends = starts or now.starts, ends or now.ends
    if starts and ends and starts > ends:
        raise registry.Mistake(_("It would end before it begins. Check both days."), "ends")
    if delivered and delivered > clock.today():
        raise registry.Mistake(_("That day is still to come. Until then, say when it is expected."), "delivered")
