"""What was chosen together, on the page of each piece of work and among what happened lately."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor

from .models import Choice, RoundItem
from .queries import choosing


def address(row: Choice) -> str:
    return reverse("empathy:round", kwargs={"client": row.round.client.slug, "round_id": row.round_id})


def _items(initiative_id: UUID, rows: list[Choice]) -> dict[UUID, str]:
    """By the round, the id under which it asked about this work."""
    found = RoundItem.objects.filter(initiative=initiative_id, round__in=[row.round_id for row in rows]) if rows else ()
    return {item.round_id: str(item.id) for item in found}


@registry.story.register("empathy.chosen", order=60)
def chosen_here(*, by: Actor, initiative_id: UUID) -> Iterator[registry.Happened]:
    """Each time it was chosen, or left out; not where nobody could say what it costs."""
    if not by.may("perspectives.read"):
        return
    rows = choosing.choices_about(initiative_id)
    items = _items(initiative_id, rows)
    for row in rows:
        item = items[row.round_id]
        if item in row.costs:
            lead = _("Chosen together:") if item in row.items else _("Not chosen this time:")
            yield registry.Happened(row.at, lead, _("“%(title)s”. %(why)s") % {"title": row.round.title, "why": row.why}, address(row))


@registry.happened.register("empathy.chosen")
def chosen_lately(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    if by.may("perspectives.read"):
        for row in choosing.since(since):
            yield registry.Happened(row.at, _("Chosen together:"), row.round.title, address(row))


@registry.panel.register("empathy.chosen", order=85)
def chosen_panel(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """The choice that counts, of the newest round that asked about it; nothing where there was none."""
    rows = choosing.choices_about(initiative_id) if by.may("perspectives.read") else []
    items = _items(initiative_id, rows)
    row = next((one for one in rows if items[one.round_id] in one.costs), None)
    if row is None:
        return None
    context = {"row": row, "taken": items[row.round_id] in row.items, "url": address(row)}
    return registry.Panel("chosen", _("Chosen together"), "empathy/choice_panel.html", context)
