"""The steps between quantities and options: what is worked out under a name of its own."""

from typing import Annotated
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from ..models import Case, Derived, Option, Quantity
from ..queries.loading import load
from ..queries.shown import ANYWHERE, CaseShown
from ..rules.renaming import renamed
from .changing import InitiativeId, Seen, changing, readable
from .laying import OWN


@registry.action("worth.set_step", may="worth.edit", doors=ANYWHERE, shows=CaseShown.of)
def set_step(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    name: Annotated[str, Field(description="What it is called in formulas.", min_length=1, max_length=120)],
    formula: Annotated[str, Field(description="How it is worked out, such as “people affected * minutes lost”.", min_length=1, max_length=2000)],
    unit: Annotated[str, Field(description="What it must come out in; checked when given.", max_length=60)] = "",
    note: Annotated[str, Field(description="What it says, in words.", max_length=300)] = "",
    step_id: Annotated[UUID | None, Field(description="The step to change; leave it out to add one.")] = None,
    seen_version: Seen = None,
) -> Case:
    """Add something worked out, or change its formula. Names, units and brackets are checked before anything is kept."""
    if not formula.strip():
        raise registry.Mistake(_("Write how it is worked out."), "formula")
    with changing(initiative_id, seen_version) as case:
        step = _step(case, step_id) if step_id else Derived(case=case, position=_behind(case))
        before = {"name": step.name, "formula": step.formula} if step_id else {}
        _taken(case, name.strip(), step)
        if step_id and step.name != name.strip():
            rename(case, step.name, name.strip())
        step.name, step.formula, step.unit, step.note = name.strip(), formula.strip(), unit.strip(), note.strip()
        step.save()
        readable(case, "formula")
        payload = {"before": before, "after": {"name": step.name, "formula": step.formula}}
        journal.record(by=by, event="worth.step_changed" if step_id else "worth.step_added", subject=case, payload=payload)
    return case


@registry.action("worth.end_step", may="worth.edit", doors=ANYWHERE, shows=CaseShown.of)
def end_step(*, by: Actor, initiative_id: InitiativeId, step_id: Annotated[UUID, Field(description="The step.")], seen_version: Seen = None) -> Case:
    """Take a step out. Refused while a formula names it."""
    with changing(initiative_id, seen_version) as case:
        step = _step(case, step_id)
        Derived.objects.filter(id=step.id).update(ended_at=clock.now())
        readable(case)
        journal.record(by=by, event="worth.step_ended", subject=case, payload={"step": step.name})
    return case


def _step(case: Case, step_id: UUID) -> Derived:
    found = Derived.objects.filter(case=case, id=step_id, ended_at=None).first()
    if found is None:
        raise registry.NotThere(str(step_id))
    return found


def _taken(case: Case, name: str, step: Derived) -> None:
    rows = [*Quantity.objects.filter(case=case, ended_at=None), *Derived.objects.filter(case=case, ended_at=None).exclude(id=step.id)]
    if name.lower() in {row.name.lower() for row in rows}:
        raise registry.Mistake(_("There is a “%(name)s” already. Choose another name.") % {"name": name}, "name")


def _behind(case: Case) -> int:
    last = Derived.objects.filter(case=case).aggregate(last=Max("position"))["last"]
    return max(OWN, (last or 0) + 1)


def rename(case: Case, old: str, new: str) -> None:
    """A new name, in every formula that uses the old one."""
    found = load(case)
    names = [*found.present, *(one.name for one in found.draft.constants), *(step.name for step in found.steps)]
    rows: list[Derived | Option] = [*found.steps, *found.options]
    for row in rows:
        row.formula = renamed(row.formula, names, old, new)
        row.save(update_fields=["formula"])
