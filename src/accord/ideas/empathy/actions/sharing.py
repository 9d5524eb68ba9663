"""Sharing out a hundred points, for whoever answers a round through a program."""

from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry
from accord.base.people.rules import Actor

from .. import queries
from ..models import HUNDRED, RoundPart
from ..queries.rounds import Mine
from ..rules import hundred
from .answering import keep
from .rounds import BOTH, RoundId, locked


@registry.action("empathy.share_points", may="perspectives.answer", doors=BOTH, shows=Mine.of)
def share_points(
    *,
    by: Actor,
    round_id: RoundId,
    points: Annotated[dict[str, Annotated[int, Field(ge=0, le=100)]], Field(description="Whole points by the item's id, 100 together.")],
    done: Annotated[bool, Field(description="Whether that is all; then nobody is reminded any more.")] = True,
) -> RoundPart:
    """Share out a hundred points in a round that asks for them. Given again, the new ones count; nobody else sees them before it is closed."""
    row = locked(round_id)
    if row.shares != HUNDRED:
        raise registry.Mistake(_("This round does not ask for points."), "round_id")
    part, items = queries.part(round_id, by.person_id), list(row.items.order_by("place"))
    if unknown := set(points) - {str(item.id) for item in items}:
        raise registry.Mistake(_("This round does not ask about %(item)s. Use the ids of its items.") % {"item": min(unknown)}, "points")
    if hundred(points).faults:
        raise registry.Mistake(_("These add up to %(n)d. They have to be 100 together.") % {"n": sum(points.values())}, "points")
    said = queries.said(part).but(points=tuple(points.get(str(item.id), 0) for item in items))
    return keep(by=by, part=part, said=said, done=done)
