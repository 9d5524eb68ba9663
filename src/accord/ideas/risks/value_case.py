"""Warnings and the value case of their work: what was said of a warning can be counted in the case, and a chance of the case can be raised as a warning."""

from collections.abc import Iterator
from uuid import UUID, uuid5

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.estimate.units import SYMBOLS
from accord.base.people.models import Client, Person
from accord.base.people.rules import Actor
from accord.ideas.worth.heard import Suggested

from .models import ENDED, UNNAMED, Estimate, Risk
from .queries import handling, told_of
from .queries.risks import PARTS
from .queries.value_case import QUANTITY

OF_100 = "of 100"
WORDS = 90  # letters of a warning, in the name of a range


@registry.value_source.register("risks.expected_loss")
def what_warnings_cost(*, by: Actor, initiative_id: UUID) -> Iterator[Suggested]:
    """The chance and the loss of each open warning about the work, as whoever said them gave them; without a name, through whoever listens."""
    if not by.may("risks.read"):
        return
    rows = list(Risk.objects.select_related(*PARTS).filter(initiative=initiative_id).exclude(state=ENDED))
    said = told_of([row.id for row in rows])
    currency = Client.objects.values_list("currency", flat=True).get(id=by.client_id) if rows else ""
    unit = SYMBOLS.get(currency, currency)  # as the case calls it
    for row in rows:
        now = said[row.id].current
        if now is not None:
            yield from _ranges(row, now, unit)


def _ranges(row: Risk, now: Estimate, unit: str) -> Iterator[Suggested]:
    words = Truncator(row.sees).chars(WORDS)
    person, basis = _through(row, now), now.basis or _("said with an early warning")
    if now.chance_low is not None and now.chance_high is not None and not row.reference.startswith(QUANTITY):  # what came from there is not offered back
        asked = _("How likely is it? %(sees)s") % {"sees": words}
        yield Suggested(uuid5(now.id, "chance"), asked, 100 * now.chance_low, 100 * now.chance_high, OF_100, person, basis, now.at)
    if now.loss_low is not None and now.loss_high is not None:
        asked = _("What would it cost? %(sees)s") % {"sees": words}
        yield Suggested(uuid5(now.id, "loss"), asked, now.loss_low, now.loss_high, unit, person, basis, now.at)


def _through(row: Risk, now: Estimate) -> Person:
    """Whoever said it; without a name the first who listens, else whoever answers: nobody is named who did not say it openly."""
    if row.how != UNNAMED and now.person is not None:
        return now.person
    return next(iter(handling().listeners), None) or now.person or row.answerer
