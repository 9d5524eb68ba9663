"""What people say about a quantity: a range with a basis, set aside with a reason, counted again."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import estimate, journal, registry
from accord.base.people import queries as people
from accord.base.people.rules import Actor

from ..heard import suggested
from ..models import Aside, Quantity, Voice
from ..queries.loading import line
from ..queries.shown import ANYWHERE, VoiceShown
from ..rules import ranges
from .changing import changing

QuantityId = Annotated[UUID, Field(description="The quantity.")]
VoiceId = Annotated[UUID, Field(description="The range somebody gave.")]
End = Annotated[float, Field(description="One end: you would be surprised, one time in twenty, to land beyond it.", allow_inf_nan=False)]
Typical = Annotated[float | None, Field(description="As likely to be passed as not; leave it out when you do not know.", allow_inf_nan=False)]
Basis = Annotated[str, Field(description="On what basis: a count, a quote, a guess from experience.", max_length=500)]


def quantity_of(quantity_id: UUID) -> Quantity:
    """A quantity that is still in its case, or NotThere."""
    found = Quantity.objects.select_related("case__initiative").filter(id=quantity_id, ended_at=None).first()
    if found is None:
        raise registry.NotThere(str(quantity_id))
    return found


def fits(quantity: Quantity, low: float, high: float, typical: float | None) -> None:
    """Raises a Mistake with the end to mend."""
    try:
        ranges.check(line(quantity, ()), low, high, typical)
    except estimate.RangeError as error:
        raise registry.Mistake(error.message, error.field) from None


def say(
    *, by: Actor, quantity: Quantity, low: float, high: float, typical: float | None, basis: str, person_id: UUID | None, said_by: str = "",
    source_id: UUID | None = None, round: int | None = None,
) -> Voice:
    """Keep a range, inside an act that holds the case."""
    fits(quantity, low, high, typical)
    if quantity.reference or quantity.outright is not None:
        raise registry.Mistake(_("“%(name)s” is not asked of people. It comes from how such projects have gone before.") % {"name": quantity.label})
    voice = Voice.objects.create(
        quantity=quantity, low=low, high=high, typical=typical, basis=basis.strip(), person_id=person_id, said_by=said_by.strip()[:120],
        noted_by_id=by.person_id if by.person_id != person_id else None, source_id=source_id, round=round,
    )
    payload = {"quantity": quantity.name, "low": low, "high": high, "typical": typical, "basis": voice.basis, "person": str(person_id) if person_id else None}
    journal.record(by=by, event="worth.range_given", subject=quantity.case, payload=payload)
    return voice


@registry.action("worth.give_range", may="ranges.give", doors=ANYWHERE, shows=VoiceShown.of)
def give_range(
    *,
    by: Actor,
    quantity_id: QuantityId,
    low: End,
    high: End,
    typical: Typical = None,
    basis: Annotated[str, Field(description="On what basis: a count, a quote, a guess from experience. Needed unless it is assumed.", max_length=500)] = "",
    person_id: Annotated[UUID | None, Field(description="Who said it, when it was not you.")] = None,
    assumed: Annotated[bool, Field(description="Nobody said it: it is our starting point, and is shown as such.")] = False,
) -> Voice:
    """Give a range for a quantity: nine times in ten the number lies between low and high.

    It counts beside the ranges of others, and instead of your own earlier one."""
    quantity = quantity_of(quantity_id)
    said_by = by.person_id if person_id is None and not assumed else person_id
    if (assumed or said_by != by.person_id) and not by.may("worth.edit"):
        raise registry.Refused("worth.edit")
    if said_by is None and not assumed:
        raise registry.Mistake(_("Say who gave this range."), "person_id")
    if not assumed and not basis.strip():
        raise registry.Mistake(_("Say on what basis, in a few words: a count, a quote, or a guess from experience."), "basis")
    if said_by is not None:
        people.person(said_by)
    with changing(quantity.case.initiative_id) as case:
        quantity.case = case
        return say(by=by, quantity=quantity, low=low, high=high, typical=typical, basis=basis, person_id=None if assumed else said_by)


@registry.action("worth.use_heard", may="worth.edit", shows=VoiceShown.of)
def use_heard(*, by: Actor, quantity_id: QuantityId, source_id: Annotated[UUID, Field(description="The answer it comes from.")]) -> Voice:
    """Count a range that was heard elsewhere, as said by whoever said it, word for word on what basis."""
    quantity = quantity_of(quantity_id)
    found = next((one for one in suggested(by=by, case=quantity.case) if one.source_id == source_id), None)
    if found is None:
        raise registry.NotThere(str(source_id))
    with changing(quantity.case.initiative_id) as case:
        quantity.case = case
        basis = found.basis or _("said while listening")
        return say(by=by, quantity=quantity, low=found.low, high=found.high, typical=None, basis=basis[:500], person_id=found.person.id, source_id=source_id)


@registry.action("worth.set_aside", may="worth.edit", doors=ANYWHERE, shows=VoiceShown.of)
def set_aside(*, by: Actor, voice_id: VoiceId, reason: Annotated[str, Field(description="Why, in one line.", min_length=1, max_length=300)]) -> Voice:
    """Set a range aside: it stays readable with the reason beside it, and does not count."""
    if not reason.strip():
        raise registry.Mistake(_("Say why it does not count any more, in one line."), "reason")
    return _turn(by, voice_id, False, reason)


@registry.action("worth.count_again", may="worth.edit", doors=ANYWHERE, shows=VoiceShown.of)
def count_again(*, by: Actor, voice_id: VoiceId) -> Voice:
    """Count a range again that was set aside."""
    return _turn(by, voice_id, True, "")


def _turn(by: Actor, voice_id: UUID, counts: bool, reason: str) -> Voice:
    voice = Voice.objects.select_related("quantity__case", "person").filter(id=voice_id, quantity__ended_at=None).first()
    if voice is None:
        raise registry.NotThere(str(voice_id))
    with changing(voice.quantity.case.initiative_id) as case:
        last = Aside.objects.filter(voice=voice).last()
        if (last is None or last.counts) != counts:
            Aside.objects.create(voice=voice, counts=counts, reason=reason.strip(), by_id=by.person_id)
            event = "worth.voice_counted_again" if counts else "worth.voice_set_aside"
            journal.record(by=by, event=event, subject=case, payload={"quantity": voice.quantity.name, "voice": str(voice.id), "reason": reason.strip()})
    return voice
