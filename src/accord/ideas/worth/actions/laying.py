"""Writing what the template makes of a case. As long as nobody changed its formulas by hand they follow the lines there are."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from accord.base import clock
from accord.base.people.rules import Actor

from ..models import Case, Derived, Option, Quantity, Voice
from ..queries.loading import Loaded, load
from ..rules import laying
from ..rules.draft import Line, Step
from ..rules.laying import Laid

OWN = 1000  # where what people add themselves begins, behind the template's steps


def add_line(by: Actor, case: Case, line: Line, position: int) -> Quantity:
    """A quantity with what is said about it. What it says is an assumption unless it names somebody."""
    quantity = Quantity.objects.create(
        case=case, name=line.name, label=line.label, kind=line.kind.value, unit=line.unit, note=line.note, question=line.question, stop=line.stop,
        reference=line.reference, outright=line.outright, askable=line.askable, position=position,
    )
    for said in line.said:
        Voice.objects.create(quantity=quantity, said_by=said.by, low=said.low, high=said.high, typical=said.typical, basis=said.basis, noted_by_id=by.person_id)
    return quantity


def add_lines(by: Actor, case: Case, lines: Iterable[Line]) -> None:
    start = Quantity.objects.filter(case=case).count()
    for place, line in enumerate(lines, start):
        add_line(by, case, line, place)


def add_steps(case: Case, steps: Iterable[Step], start: int) -> None:
    for place, step in enumerate(steps, start):
        note = _(step.note) if step.note else ""
        Derived.objects.create(case=case, name=step.name, formula=step.formula, unit=step.unit, note=note, position=place)


def laid(found: Loaded) -> Laid | None:
    """What the template makes of the case; None when somebody changed a formula of it by hand, or it is no case of the template."""
    made = laying.lay(found.present, found.prefixes, found.row.years, found.row.currency)
    if made is None:
        return None
    steps = {step.name: step.formula for step in found.steps}
    formulas = {option.prefix: option.formula for option in found.options if option.prefix or option.role == "nothing"}
    untouched = all(steps.get(step.name) == step.formula for step in made.steps) and formulas == made.formulas
    return made if untouched else None


def follow(case: Case, old: Laid | None) -> None:
    """After lines were added or taken out: the template's formulas follow. old: what `laid` said before; None leaves everything as it is."""
    now = load(case)
    new = laying.lay(now.present, now.prefixes, case.years, case.currency)
    if old is None or new is None or old == new:
        return
    gone = {step.name for step in old.steps} - {step.name for step in new.steps}
    Derived.objects.filter(case=case, ended_at=None, name__in=gone).update(ended_at=clock.now())
    there = {step.name: step for step in now.steps}
    for place, step in enumerate(new.steps):
        if (row := there.get(step.name)) is None:
            add_steps(case, [step], place)
        else:
            row.formula, row.unit, row.position = step.formula, step.unit, place
            row.save(update_fields=["formula", "unit", "position"])
    for option in Option.objects.filter(case=case, ended_at=None):
        if option.prefix in new.formulas and (option.prefix or option.role == "nothing"):
            option.formula = new.formulas[option.prefix]
            option.save(update_fields=["formula"])
