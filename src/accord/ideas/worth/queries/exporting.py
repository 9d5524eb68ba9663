"""A case to take home: as a file of `accord weigh`, or as a sheet. Nobody's record leaves the house, and nothing of politics is in a case."""

from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry
from accord.base.estimate import Case
from accord.base.estimate.writing import write_json, write_toml
from accord.base.paper import sheet
from accord.base.paper.sheet import Sheet
from accord.base.people.rules import Actor

from .loading import load
from .shown import ANYWHERE
from .weighing import case_of


@registry.query("worth.export_case", may="worth.read", doors=ANYWHERE)
def export_case(*, by: Actor, initiative_id: Annotated[UUID, Field(description="The initiative.")]) -> dict[str, Any]:
    """The value case as plain data of schema accord-case/1: what `accord weigh` reads and `take_in` takes back."""
    return load(case_of(initiative_id)).draft.to_data(take_out=True)


def as_toml(*, by: Actor, initiative_id: UUID) -> str:
    """Raises estimate.CaseError while the case has a line nobody has spoken about."""
    return write_toml(Case.from_data(export_case(by=by, initiative_id=initiative_id)))


def as_json(*, by: Actor, initiative_id: UUID) -> str:
    return write_json(Case.from_data(export_case(by=by, initiative_id=initiative_id)))


def sheets(*, by: Actor, initiative_id: UUID) -> list[Sheet]:
    """Everybody's ranges, the steps, and the options."""
    if not by.may("worth.read"):
        raise registry.Refused("worth.read")
    found = load(case_of(initiative_id))
    ranges = [
        (quantity.label, line.way, quantity.unit, voice.low, voice.typical, voice.high, voice.who or _("assumed"), voice.basis, voice.at.date(),
         _("yes") if voice.id in found.counting else found.aside.get(voice.id) or _("replaced by a later one"))
        for quantity, line in zip(found.quantities, found.draft.lines, strict=True)
        for voice in found.voices.get(quantity.id, ())
    ]
    headers = (_("Quantity"), _("Of which option"), _("Unit"), _("Low"), _("Typical"), _("High"), _("Who said it"), _("On what basis"), _("When"), _("Counts"))
    options = [(one.name, one.get_role_display(), one.formula, one.note) for one in found.options]
    return [
        Sheet(_("Ranges"), headers, ranges),
        Sheet(_("Steps"), (_("Name"), _("Formula"), _("Unit"), _("In words")), [(step.name, step.formula, step.unit, step.note) for step in found.steps]),
        Sheet(_("Options"), (_("Option"), _("What it is"), _("Formula"), _("In words")), options),
    ]


def as_xlsx(*, by: Actor, initiative_id: UUID) -> bytes:
    return sheet.xlsx(sheets(by=by, initiative_id=initiative_id), case_of(initiative_id).initiative.title)


def as_csv(*, by: Actor, initiative_id: UUID) -> bytes:
    return sheet.comma_separated(sheets(by=by, initiative_id=initiative_id)[0])
