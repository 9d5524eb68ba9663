"""The options of a case: what one could do."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from ..models import Case, Derived, Option, Quantity
from ..queries.loading import load
from ..queries.shown import ANYWHERE, CaseShown
from ..rules import laying
from ..rules.shape import Role
from ..wording import in_words
from .changing import FormulaMistake, InitiativeId, Seen, changing, readable
from .laying import add_lines, add_steps


@registry.action("worth.set_option", may="worth.edit", doors=ANYWHERE, shows=CaseShown.of)
def set_option(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    name: Annotated[str, Field(description="What one would do.", min_length=1, max_length=120)],
    role: Annotated[Role | None, Field(description="What it is to the request.")] = None,
    note: Annotated[str | None, Field(description="A few words about it.", max_length=300)] = None,
    formula: Annotated[str | None, Field(description="Its net value; a new option without one gets the template's lines.", max_length=2000)] = None,
    option_id: Annotated[UUID | None, Field(description="The option to change; leave it out to add one.")] = None,
    seen_version: Seen = None,
) -> Case:
    """Add an option, or change one.

    A new one without a formula comes with the lines of the template: cost, overrun, part removed, delay."""
    if not name.strip():
        raise registry.Mistake(_("Say in a few words what one would do."), "name")
    with changing(initiative_id, seen_version) as case:
        _once(case, name.strip(), option_id)
        option = _option(case, option_id) if option_id else None
        before = _told(option) if option else {}
        if option is None:
            option = _add(by, case, name.strip(), role or Role.BETTER, (note or "").strip(), formula)
        else:
            _change(option, name.strip(), role, note, formula)
        readable(case, "formula")
        event = "worth.option_changed" if option_id else "worth.option_added"
        journal.record(by=by, event=event, subject=case, payload={"before": before, "after": _told(option)})
    return case


@registry.action("worth.end_option", may="worth.edit", doors=ANYWHERE, shows=CaseShown.of)
def end_option(*, by: Actor, initiative_id: InitiativeId, option_id: Annotated[UUID, Field(description="The option.")], seen_version: Seen = None) -> Case:
    """Take an option out, with its lines of the template. Doing nothing always stays."""
    with changing(initiative_id, seen_version) as case:
        option = _option(case, option_id)
        if option.role == Role.NOTHING.value:
            raise registry.Mistake(_("Doing nothing always stays: everything else is measured against it."))
        if Option.objects.filter(case=case, ended_at=None).count() <= 2:
            raise registry.Mistake(_("With doing nothing alone there is nothing to choose. Add another option first."))
        Option.objects.filter(id=option.id).update(ended_at=clock.now())
        if option.prefix:
            for model in (Quantity, Derived):
                mine = model.objects.filter(case=case, ended_at=None, name__startswith=f"{option.prefix} ").exclude(name__in=_others(case, option))
                mine.update(ended_at=clock.now())
        readable(case)
        journal.record(by=by, event="worth.option_ended", subject=case, payload={"option": option.name})
    return case


def _option(case: Case, option_id: UUID) -> Option:
    found = Option.objects.filter(case=case, id=option_id, ended_at=None).first()
    if found is None:
        raise registry.NotThere(str(option_id))
    return found


def _once(case: Case, name: str, option_id: UUID | None) -> None:
    if Option.objects.filter(case=case, ended_at=None, name__iexact=name).exclude(id=option_id).exists():
        raise registry.Mistake(_("There is an option “%(name)s” already. Choose another name.") % {"name": name}, "name")


def _add(by: Actor, case: Case, name: str, role: Role, note: str, formula: str | None) -> Option:
    if role is Role.NOTHING and Option.objects.filter(case=case, ended_at=None, role=role.value).exists():
        raise registry.Mistake(_("Doing nothing is among the options already."), "role")
    position = Option.objects.filter(case=case).count()
    if formula and formula.strip():
        return Option.objects.create(case=case, name=name, role=role.value, note=note, formula=formula.strip(), position=position)
    found = load(case)
    prefix = laying.prefix_for(role, {option.prefix for option in Option.objects.filter(case=case)})
    lines = laying.way_lines(prefix, case.currency)
    made = laying.lay(found.present | {line.name: line.stop for line in lines}, [*found.prefixes, prefix], case.years, case.currency)
    if made is None or not {step.name for step in made.steps if step.name.startswith("loss ")} <= {step.name for step in found.steps}:
        raise FormulaMistake(_("This case is not built from the template. Write the formula of the option."), "formula")
    add_lines(by, case, [in_words(line) for line in lines])
    add_steps(case, [step for step in made.steps if step.name.startswith(f"{prefix} ")], found.steps[-1].position + 1 if found.steps else 0)
    return Option.objects.create(case=case, name=name, role=role.value, note=note, formula=made.formulas[prefix], prefix=prefix, position=position)


def _change(option: Option, name: str, role: Role | None, note: str | None, formula: str | None) -> None:
    if option.role == Role.NOTHING.value and role not in (None, Role.NOTHING):
        raise registry.Mistake(_("Doing nothing always stays: everything else is measured against it."), "role")
    option.name = name
    option.role = role.value if role is not None else option.role
    option.note = note.strip() if note is not None else option.note
    option.formula = formula.strip() if formula and formula.strip() else option.formula
    option.save()


def _others(case: Case, option: Option) -> list[str]:
    """Lines of ways whose prefix begins like this one's: `better 2 delay` is none of `better`'s."""
    longer = [one.prefix for one in Option.objects.filter(case=case, prefix__startswith=f"{option.prefix} ")]
    rows = [*Quantity.objects.filter(case=case, ended_at=None), *Derived.objects.filter(case=case, ended_at=None)]
    return [row.name for row in rows if any(row.name.startswith(f"{prefix} ") for prefix in longer)]


def _told(option: Option) -> dict[str, str]:
    return {"name": option.name, "role": option.role, "note": option.note, "formula": option.formula}
