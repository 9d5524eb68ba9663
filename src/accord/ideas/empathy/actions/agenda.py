"""What both sides talk about: put there from the figures of a closed round, handed to a reset, or settled with a line."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor
from accord.ideas.goals import actions as goals

from .. import queries
from ..models import AgendaItem
from ..queries import agenda as reading
from ..queries.agenda import AgendaItemShown
from .rounds import BOTH, RoundId, held

AgendaItemId = Annotated[UUID, Field(description="The item both sides talk about.")]
LONGEST = 300  # of a line of a reset's agenda


@registry.action("empathy.put_on_agenda", may="perspectives.edit", doors=BOTH, shows=AgendaItemShown.all)
def put_on_agenda(
    *,
    by: Actor,
    round_id: RoundId,
    item_ids: Annotated[list[UUID], Field(description="What to talk about; left out, the three worst misreadings and what is critical to a few.")] = [],  # noqa: B006
) -> list[AgendaItem]:
    """Put what came out of a closed round on the list of what both sides talk about. What is there already stays as it is."""
    if by.person_id is None:
        raise registry.Refused("perspectives.edit")
    found = queries.revealed(round_id)
    items = {item.id: item for item in found.now.items}
    if missing := [id for id in item_ids if id not in items]:
        raise registry.NotThere(str(missing[0]))
    wanted = [items[id] for id in dict.fromkeys(item_ids)] or reading.offered(found)
    if not wanted:
        raise registry.Mistake(_("Nothing stands out in this round. Choose yourself what to talk about."), "item_ids")
    held(round_id)
    there = reading.on_agenda(round_id)
    new = [AgendaItem(item=item, put_by_id=by.person_id) for item in wanted if item.id not in there]
    AgendaItem.objects.bulk_create(new)
    if new:
        journal.record(by=by, event="empathy.put_on_agenda", subject=found.now.row, payload={"items": [one.item.title for one in new]})
    return list(AgendaItem.objects.filter(item__in=wanted))


@registry.action("empathy.settle_agenda_item", may="perspectives.edit", doors=BOTH, shows=AgendaItemShown.of)
def settle_agenda_item(
    *,
    by: Actor,
    agenda_item_id: AgendaItemId,
    outcome: Annotated[str, Field(description="What came out of it, in one line.", min_length=1, max_length=300)],
) -> AgendaItem:
    """Tick off what was talked about, with one line of what came out."""
    row = _open(agenda_item_id)
    if not outcome.strip():
        raise registry.Mistake(_("Say in one line what came out. “We see it differently, and both know it” is an outcome too."), "outcome")
    row.settled_at, row.settled_by_id, row.outcome = clock.now(), by.person_id, outcome.strip()
    row.save(update_fields=["settled_at", "settled_by", "outcome"])
    journal.record(by=by, event="empathy.agenda_item_settled", subject=row, payload={"item": row.item.title, "outcome": row.outcome})
    return row


@registry.action("empathy.hand_to_reset", may="perspectives.edit", doors=BOTH, shows=AgendaItemShown.of)
def hand_to_reset(*, by: Actor, agenda_item_id: AgendaItemId, reset_id: Annotated[UUID, Field(description="The reset that takes it over.")]) -> AgendaItem:
    """Put something on the agenda of a reset of a goal it concerns, instead of this list."""
    row = _open(agenda_item_id)
    about = reading.resets_about([row.item]).get(row.item_id)
    if about is None or about.id != reset_id:
        raise registry.Mistake(_("That reset is not about a goal this concerns. Talk about it here, or call a reset of its own."), "reset_id")
    title = _("%(item)s: %(why)s") % {"item": row.item.title, "why": reading.topic(row.id).why}
    goals.add_item(by=by, reset_id=reset_id, title=title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…")
    row.reset = about
    row.save(update_fields=["reset"])
    journal.record(by=by, event="empathy.agenda_item_handed_on", subject=row, payload={"item": row.item.title, "reset": str(reset_id)})
    return row


def _open(agenda_item_id: UUID) -> AgendaItem:
    """One that is still to be talked about, held until the act is over. NotThere, or a Conflict once it is not."""
    row = AgendaItem.objects.select_for_update(of=("self",)).select_related("item__goal").filter(id=agenda_item_id).first()
    if row is None:
        raise registry.NotThere(str(agenda_item_id))
    if not row.is_open:
        raise registry.Conflict(_("This was talked about already, or a reset has taken it over."))
    return row
