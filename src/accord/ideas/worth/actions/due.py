"""When the truth arrives: what a quantity turned out to be, since when, and how we know. Whoever gave a range is told, and nobody else how it did."""

import math
from datetime import date
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.actions import make_link
from accord.base.people.rules import Actor

from .. import letters
from ..models import Fact, Quantity
from ..queries.due import came_due
from ..queries.shown import ANYWHERE
from ..rules import ranges
from ..rules.shape import Kind
from .changing import changing
from .voices import QuantityId, quantity_of

PURPOSE = "worth.mine"


@registry.action("worth.note_fact", may="worth.edit", doors=ANYWHERE)
def note_fact(
    *,
    by: Actor,
    quantity_id: QuantityId,
    value: Annotated[float, Field(description="What it turned out to be. For a chance: the whole when it happened, 0 when it did not.", allow_inf_nan=False)],
    basis: Annotated[str, Field(description="How we know: the source, in a few words.", max_length=500)],
    came_on: Annotated[date | None, Field(description="Since which day it is so; today when left out.")] = None,
) -> None:
    """Write down what a quantity turned out to be.

    The ranges people had given are compared with it for themselves alone. Of everybody together it counts in how far ranges are trusted here."""
    quantity = quantity_of(quantity_id)
    _fits(quantity, value)
    if not basis.strip():
        raise registry.Mistake(_("Say how we know: a bill, a count, a report."), "basis")
    if came_on is not None and came_on > clock.now().date():
        raise registry.Mistake(_("This day has not come yet. Write the day since when it is known, or leave it out."), "came_on")
    with changing(quantity.case.initiative_id) as case:
        fact = Fact.objects.create(quantity=quantity, value=value, basis=basis.strip(), came_on=came_on, noted_by_id=by.person_id)
        payload = {"quantity": quantity.name, "value": value, "basis": fact.basis, "came_on": came_on.isoformat() if came_on else None}
        journal.record(by=by, event="worth.fact_noted", subject=case, payload=payload)
        _tell(by, fact)


def _fits(quantity: Quantity, value: float) -> None:
    if not math.isfinite(value):
        raise registry.Mistake(_("Write an ordinary number, such as 34."), "value")
    whole = ranges.whole_of(quantity.unit)
    if quantity.kind == Kind.CHANCE.value and value not in (0, whole):
        raise registry.Mistake(_("Write %(whole)s if it happened, and 0 if it did not.") % {"whole": f"{whole:g}"}, "value")
    if quantity.kind == Kind.SHARE.value and not 0 <= value <= whole:
        raise registry.Mistake(_("A share lies between 0 and %(whole)s.") % {"whole": f"{whole:g}"}, "value")


def _tell(by: Actor, fact: Fact) -> None:
    """A private link to everybody whose range counted, apart from whoever wrote it down."""
    due = next((one for one in came_due() if one.fact.id == fact.id), None)
    for voice in due.voices if due else ():
        person = voice.person
        if person is not None and person.id != by.person_id and person.left_at is None and person.email:
            link = make_link(by=by, person=person, purpose=PURPOSE, subject_id=person.id)
            letters.came_true(fact, person, link.url)
