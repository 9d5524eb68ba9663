"""Adding, changing and ending the quantities of a case."""

import re
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, estimate, journal, registry
from accord.base.estimate import units
from accord.base.people import queries as people
from accord.base.people.rules import Actor

from ..models import Case, Derived, Quantity
from ..queries.loading import load
from ..queries.shown import ANYWHERE, QuantityShown
from ..rules import laying, ranges
from ..rules.draft import Line
from ..rules.shape import Kind
from ..wording import in_words
from .changing import InitiativeId, Seen, changing, readable
from .laying import add_line, follow, laid
from .steps import rename
from .voices import Basis, End, QuantityId, Typical, quantity_of, say

Label = Annotated[str, Field(description="What it is called, in plain words.", min_length=1, max_length=120)]
Unit = Annotated[str, Field(description="In what unit, such as “minutes”, “claims a day” or “€ an hour”.", max_length=60)]
Note = Annotated[str, Field(description="A few more words.", max_length=300)]
Asked = Annotated[str, Field(description="How it is asked, in one plain question.", max_length=300)]


def name_from(label: str) -> str:
    """A name that a formula can hold, from what people call it."""
    bare = re.sub(r"[^\w \-’'&.]", " ", label, flags=re.UNICODE)
    bare = re.sub(r"^[\W\d_]+", "", " ".join(bare.split()))
    if not bare:
        raise registry.Mistake(_("Start the name with a letter, so that a formula can use it."), "label")
    return bare[:1].lower() + bare[1:120]


def unit_fits(unit: str) -> str:
    try:
        units.read(unit)
    except units.UnitError as error:
        raise registry.Mistake(str(error), "unit") from None
    return unit.strip()


@registry.action("worth.add_quantity", may="worth.edit", doors=ANYWHERE, shows=QuantityShown.of)
def add_quantity(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    label: Label,
    low: End,
    high: End,
    unit: Unit = "",
    kind: Annotated[Kind, Field(description="What sort of number it is.")] = Kind.AMOUNT,
    typical: Typical = None,
    stop: Annotated[float | None, Field(description="For a cost that can run away: where you would stop.")] = None,
    basis: Basis = "",
    note: Note = "",
    question: Asked = "",
    person_id: Annotated[UUID | None, Field(description="Who gave the range; leave it out for an assumption.")] = None,
    seen_version: Seen = None,
) -> Quantity:
    """Add an uncertain number to a case. It counts once a formula names it."""
    if person_id is not None:
        people.person(person_id)
    with changing(initiative_id, seen_version) as case:
        line = Line(name_from(label), label.strip(), kind, unit_fits(unit), note.strip(), question.strip(), stop=stop)
        _free(case, line.name)
        quantity = add_line(by, case, line, Quantity.objects.filter(case=case).count())
        quantity.case = case
        say(by=by, quantity=quantity, low=low, high=high, typical=typical, basis=basis, person_id=person_id)
        journal.record(by=by, event="worth.quantity_added", subject=case, payload={"quantity": quantity.name, "unit": quantity.unit})
        readable(case, "label")
    return quantity


@registry.action("worth.put_in", may="worth.edit", shows=QuantityShown.of)
def put_in(*, by: Actor, initiative_id: UUID, name: str, seen_version: int | None = None) -> Quantity:
    """Put a line of the template back in; the template's formulas take it up."""
    with changing(initiative_id, seen_version) as case:
        found = load(case)
        line = laying.slot_line(name, found.prefixes, case.currency)
        if line is None:
            raise registry.NotThere(name)
        _free(case, name)
        old = laid(found)
        if old is None:
            raise registry.Mistake(_("The formulas of this case were changed by hand. Add the quantity, then name it in a formula."))
        quantity = add_line(by, case, in_words(line), Quantity.objects.filter(case=case).count())
        if name.endswith("chance of cancellation") and (luck := name.replace("chance of cancellation", "luck")) not in found.present:
            add_line(by, case, Line(luck, luck, Kind.AMOUNT, outright=dict(laying.LUCK), askable=False), quantity.position + 1)
        follow(case, old)
        journal.record(by=by, event="worth.quantity_added", subject=case, payload={"quantity": name, "unit": quantity.unit})
        readable(case)
    return quantity


@registry.action("worth.change_quantity", may="worth.edit", doors=ANYWHERE, shows=QuantityShown.of)
def change_quantity(
    *,
    by: Actor,
    quantity_id: QuantityId,
    label: Annotated[str | None, Field(description="A new label.", max_length=120)] = None,
    name: Annotated[str | None, Field(description="A new name; every formula that uses the old one takes it over.", max_length=120)] = None,
    unit: Annotated[str | None, Field(description="A new unit.", max_length=60)] = None,
    kind: Annotated[Kind | None, Field(description="Another sort of number.")] = None,
    note: Annotated[str | None, Field(description="A few more words.", max_length=300)] = None,
    question: Annotated[str | None, Field(description="How it is asked.", max_length=300)] = None,
    stop: Annotated[float | None, Field(description="Where you would stop.", gt=0)] = None,
    seen_version: Seen = None,
) -> Quantity:
    """Rename a quantity or change what it measures. What is left out stays as it was; ranges people gave stay theirs."""
    quantity = quantity_of(quantity_id)
    with changing(quantity.case.initiative_id, seen_version) as case:
        before, old = _words(quantity), laid(load(case))
        if label is not None and not label.strip():
            raise registry.Mistake(_("Give it a name."), "label")
        new = {"label": label, "unit": None if unit is None else unit_fits(unit), "kind": kind, "note": note, "question": question}
        for field, value in new.items():
            if value is not None:
                setattr(quantity, field, value.strip() if isinstance(value, str) else value)
        if stop is not None:
            _stop(quantity, stop)
        if name is not None and name.strip() != quantity.name:
            _rename(case, quantity, name.strip())
        quantity.save()
        follow(case, old)
        _still_fits(case, quantity)
        readable(case, "unit" if unit is not None else "name")
        journal.record(by=by, event="worth.quantity_changed", subject=case, payload={"before": before, "after": _words(quantity)})
    return quantity


@registry.action("worth.end_quantity", may="worth.edit", doors=ANYWHERE)
def end_quantity(*, by: Actor, quantity_id: QuantityId, seen_version: Seen = None) -> None:
    """Take a quantity out of the case. What was said about it stays in the history."""
    quantity = quantity_of(quantity_id)
    with changing(quantity.case.initiative_id, seen_version) as case:
        _end(by, case, [quantity])


@registry.action("worth.end_quantities", may="worth.edit")
def end_quantities(*, by: Actor, initiative_id: UUID, quantity_ids: list[UUID]) -> None:
    """Take several quantities out of a case together; its formulas are looked at once they are all gone."""
    with changing(initiative_id) as case:
        ended = list(Quantity.objects.filter(case=case, id__in=quantity_ids, ended_at=None))
        if len(ended) < len(set(quantity_ids)):
            raise registry.NotThere("quantity_ids")
        _end(by, case, ended)


def _end(by: Actor, case: Case, quantities: list[Quantity]) -> None:
    old = laid(load(case))
    Quantity.objects.filter(id__in=[one.id for one in quantities]).update(ended_at=clock.now())
    follow(case, old)
    readable(case)
    for one in quantities:
        journal.record(by=by, event="worth.quantity_ended", subject=case, payload={"quantity": one.name})


def _free(case: Case, name: str) -> None:
    names = {one.name.lower() for model in (Quantity, Derived) for one in model.objects.filter(case=case, ended_at=None)}
    if name.lower() in names:
        raise registry.Mistake(_("There is a “%(name)s” already. Choose another name.") % {"name": name}, "label")


def _stop(quantity: Quantity, stop: float) -> None:
    if quantity.reference and stop < 1:
        raise registry.Mistake(_("You cannot stop before the estimate is spent. Write 1 or more."), "stop")
    quantity.stop = stop


def _rename(case: Case, quantity: Quantity, name: str) -> None:
    _free(case, name)
    rename(case, quantity.name, name)
    quantity.name = name


def _still_fits(case: Case, quantity: Quantity) -> None:
    """Every range that counts must still be one of this kind and unit."""
    found = load(case)
    line = next(line for line in found.draft.lines if line.id == str(quantity.id))
    for said in line.said:
        try:
            ranges.check(line, said.low, said.high, said.typical)
        except estimate.RangeError as error:
            who = said.by or _("the assumption")
            raise registry.Mistake(_("The range of %(who)s does not fit any more: %(what)s") % {"who": who, "what": error.message}, "kind") from None


def _words(quantity: Quantity) -> dict[str, object]:
    return {field: getattr(quantity, field) for field in ("name", "label", "unit", "kind", "note", "question", "stop")}
