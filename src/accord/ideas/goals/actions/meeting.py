"""What is done around the table of a reset: its agenda, the points both sides wrote about, its minutes, and when to look again."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from ..models import Reset, ResetItem, ResetNote, ResetPoint
from ..queries.resets import ResetShown
from .resets import BOTH, ResetId, locked, locked_even_over

ItemId = Annotated[UUID, Field(description="The line of the agenda.")]
MOST = 40  # lines of an agenda, and points


def _of_reset(row: Any) -> ResetShown:
    return ResetShown.of(row.reset)


@registry.action("goals.add_item", may="goals.edit", doors=BOTH, shows=_of_reset)
def add_item(
    *,
    by: Actor,
    reset_id: ResetId,
    title: Annotated[str, Field(description="What it is about.", min_length=1, max_length=300)],
    minutes: Annotated[int, Field(description="How long it may take.", ge=1, le=240)] = 5,
) -> ResetItem:
    """Put a line on the agenda of a reset, at its end."""
    row = locked(reset_id)
    _room(ResetItem.objects.filter(reset=row).count())
    place = (ResetItem.objects.filter(reset=row).aggregate(last=Max("place"))["last"] or 0) + 1
    item = ResetItem.objects.create(reset=row, place=place, title=title.strip(), minutes=minutes)
    journal.record(by=by, event="goals.item_added", subject=row, payload={"title": item.title})
    return item


def _room(count: int) -> None:
    if count >= MOST:
        raise registry.Mistake(_("That is more than one meeting holds. Take something off first."))


@registry.action("goals.move_item", may="goals.edit", doors=BOTH, shows=ResetShown.of)
def move_item(
    *, by: Actor, item_id: ItemId, way: Annotated[Literal["up", "down", "off"], Field(description="One place up or down, or off the agenda.")]
) -> Reset:
    """Move a line of the agenda, or take it off. The facts it came from stay where they are."""
    item = ResetItem.objects.filter(id=item_id).first()
    if item is None:
        raise registry.NotThere(str(item_id))
    row = locked(item.reset_id)
    lines = list(ResetItem.objects.filter(reset=row).order_by("place", "id"))
    at = next(place for place, one in enumerate(lines) if one.id == item.id)
    if way == "off":
        lines.pop(at).delete()
        journal.record(by=by, event="goals.item_dropped", subject=row, payload={"title": item.title})
    else:
        to = at - 1 if way == "up" else at + 1
        if 0 <= to < len(lines):
            lines[at], lines[to] = lines[to], lines[at]
    for place, one in enumerate(lines, start=1):
        if one.place != place:
            one.place = place
            one.save(update_fields=["place"])
    return row


@registry.action("goals.note_point", may="goals.edit", doors=BOTH, shows=_of_reset)
def note_point(
    *,
    by: Actor,
    reset_id: ResetId,
    point: Annotated[str, Field(description="What it is about, such as `A claim is decided when`.", min_length=1, max_length=200)],
    business: Annotated[str, Field(description="What the business wrote of it.", max_length=300)] = "",
    it: Annotated[str, Field(description="What IT wrote of it.", max_length=300)] = "",
    apart: Annotated[bool, Field(description="Whether the two are apart; if not, they are the same.")] = True,
    settled: Annotated[str, Field(description="What was settled, once it is.", max_length=300)] = "",
) -> ResetPoint:
    """Write down a point both sides wrote about, and whether they were apart. Said again under the same name, it takes the new words."""
    row = locked(reset_id)
    if row.opened_at is None:
        raise registry.Conflict(_("What both sides wrote is still sealed. Open it first."))
    said = {"business": business.strip(), "it": it.strip(), "apart": apart, "settled": settled.strip()}
    known = ResetPoint.objects.filter(reset=row, point=point.strip()).first()
    if known is None:
        place = ResetPoint.objects.filter(reset=row).count()
        _room(place)
        known = ResetPoint.objects.create(reset=row, place=place + 1, point=point.strip(), **said)
    else:
        for name, value in said.items():
            setattr(known, name, value)
        known.save(update_fields=list(said))
    journal.record(by=by, event="goals.point_noted", subject=row, payload={"point": known.point, "apart": apart, "settled": known.settled})
    return known


@registry.action("goals.note_minutes", may="goals.edit", doors=BOTH, shows=_of_reset)
def note_minutes(
    *, by: Actor, reset_id: ResetId, words: Annotated[str, Field(description="What was said, in short.", min_length=1, max_length=6000)]
) -> ResetNote:
    """Write the minutes of a reset anew. What they said before is kept."""
    row = locked(reset_id)
    note = ResetNote.objects.create(reset=row, words=words.strip(), by_id=by.person_id)
    journal.record(by=by, event="goals.minutes_noted", subject=row, payload={"length": len(note.words)})
    return note


@registry.action("goals.look_again", may="goals.edit", doors=BOTH, shows=ResetShown.of)
def look_again(*, by: Actor, reset_id: ResetId, on: Annotated[date, Field(description="The day.")]) -> Reset:
    """Say when both sides look again whether what a reset agreed still holds. Today shows the day as it comes."""
    row = locked_even_over(reset_id)
    if on <= clock.today():
        raise registry.Mistake(_("Choose a day ahead."), "on")
    row.look_again = on
    row.save(update_fields=["look_again"])
    journal.record(by=by, event="goals.look_again_set", subject=row, payload={"on": on.isoformat()})
    return row
