"""Who could tell more about which quantity, and what asking them costs."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.rules import Actor

from ..models import Case, Knower, Knows, Quantity
from ..queries.shown import ANYWHERE, CaseShown
from ..rules.knowing import ROLES
from .changing import InitiativeId, Seen, changing


@registry.action("worth.set_knower", may="worth.edit", doors=ANYWHERE, shows=CaseShown.of)
def set_knower(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    person_id: Annotated[UUID, Field(description="Who could tell more.")],
    quantity_ids: Annotated[list[UUID], Field(description="About which quantities; none takes the person out.", max_length=200)],
    role: Annotated[str, Field(description="How they know: `has the figures`, `does the work`, `leads`, or empty.", max_length=40)] = "",
    minutes: Annotated[float | None, Field(description="Minutes of their time for one question.", ge=0, le=10_000)] = None,
    hour_cost: Annotated[float | None, Field(description="What an hour of their time costs.", ge=0, le=1e6)] = None,
    days: Annotated[float | None, Field(description="Days until their answer comes.", ge=0, le=365)] = None,
    seen_version: Seen = None,
) -> Case:
    """Say who could tell more, and what asking them costs. What is left out is taken from the case or the default of their role."""
    if role and role not in ROLES:
        raise registry.Mistake(_("Choose how they know it."), "role")
    person = people.person(person_id)
    with changing(initiative_id, seen_version) as case:
        wanted = {one.id for one in Quantity.objects.filter(case=case, ended_at=None, id__in=quantity_ids)}
        missing = set(quantity_ids) - wanted
        if missing:
            raise registry.NotThere(str(min(missing)))
        knower, _new = Knower.objects.get_or_create(case=case, person=person, ended_at=None)
        knower.role, knower.minutes, knower.hour_cost, knower.days = role, minutes, hour_cost, days
        knower.ended_at = None if quantity_ids else clock.now()
        knower.save()
        there = {row.quantity_id: row for row in Knows.objects.filter(knower=knower, ended_at=None)}
        Knows.objects.filter(id__in=[row.id for id, row in there.items() if id not in wanted]).update(ended_at=clock.now())
        for id in wanted - set(there):
            Knows.objects.create(knower=knower, quantity_id=id)
        payload = {"person": str(person.id), "role": role, "minutes": minutes, "hour_cost": hour_cost, "days": days, "quantities": sorted(map(str, wanted))}
        journal.record(by=by, event="worth.knower_set", subject=case, payload=payload)
    return case
