"""A case as plain data of schema accord-case/1, both ways. Every refusal names the path and the fix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from accord.base.estimate import elicit, moving, trust, units
from accord.base.estimate.case import Case, Constant, Correlation, Derived, Option, Person, Quantity, Record, Role, Voice
from accord.base.estimate.curves import HeavyTail
from accord.base.estimate.distributions import Distribution
from accord.base.estimate.elicit import Kind, Range, RangeError
from accord.base.estimate.errors import CaseError
from accord.base.estimate.formula import FormulaError, Names, parse
from accord.base.estimate.measuring import PLAIN, measure, must_be
from accord.base.estimate.outright import correlation, distribution, written
from accord.base.estimate.plain import formula_name, given, groups, listed, number, optional_number, table, text, truth, whole_number
from accord.base.estimate.record import OwnOverrun
from accord.base.estimate.references import CLASSES, overrun
from accord.base.estimate.tree import Node

SCHEMA = "accord-case/1"
_FACTORS = {word: unit.factor for word, unit in units.IN_FORMULAS.items()}
_FIELDS = {
    "the case": "schema id title unit day_costs quantities constants steps options people correlation together groups record",
    "quantities": "name label unit kind low high typical stop said_by basis when assumed askable voices dist class reference foreseen finished",
    "voices": "low high typical said_by basis when assumed",
    "constants": "name value unit", "steps": "name expr unit note", "options": "name expr role note",
    "finished": "foreseen actual", "people": "name role quantities minutes hour_cost days narrows hits answered",
}


def from_data(data: Any, make: Callable[..., Any] = Case) -> Any:
    """A checked case. make: the class to make (Case). Raises CaseError."""
    root = table(data, "")
    if root.get("schema") != SCHEMA:
        raise CaseError(f"The schema is {root.get('schema')!r:.60}; write schema = \"{SCHEMA}\".", "schema")
    _only(root, "the case", "")
    unit, wanted, size = _unit(root, "unit", "")
    record = _record(table(root["record"], "record")) if "record" in root else None
    quantities = tuple(_quantity(item, path, record) for item, path in _each(root, "quantities"))
    constants = tuple(Constant(text(item, "name", path), number(item.get("value"), f"{path}.value"), _unit(item, "unit", path)[0])
                      for item, path in _each(root, "constants"))
    names = _names(quantities, constants)
    measured = [(item.name, units.read(item.unit)) for item in quantities] + [(item.name, units.read(item.unit)) for item in constants]
    known = {name: found.dimension for name, found in measured}
    scales = {name: found.factor for name, found in measured}
    derived: list[Derived] = []
    for item, path in _each(root, "steps"):
        step = _step(item, path, names, known)
        formula_name(step.name, names, f"{path}.name")
        known[step.name] = measure(step.tree, step.text, known)
        derived.append(step)
    options = tuple(_option(item, path, names, known, wanted) for item, path in _each(root, "options", required=True))
    _told_apart(options)
    asked = tuple(quantity.name for quantity in quantities)
    return make(
        id=text(root, "id", "", default="case"), title=text(root, "title", "", default=""), quantities=quantities, options=options, derived=tuple(derived),
        constants=constants, unit=unit, groups=groups(root, asked, ""), people=tuple(_person(item, path, asked) for item, path in _each(root, "people")),
        correlation=moving.together(root, asked) or (correlation(root["correlation"], asked, "correlation") if root.get("correlation") else None),
        record=record, day_costs=number(root.get("day_costs", 0.0), "day_costs", least=0.0), scales=scales,
        factors=dict(_FACTORS), size=size)


def _only(item: dict[str, Any], what: str, where: str) -> None:
    allowed = _FIELDS[what].split() if what in _FIELDS else []
    for key in item:
        if key not in allowed and not (what == "quantities" and "dist" in item):
            raise CaseError(f"There is no field “{key}” here. Known are {', '.join(allowed)}.", f"{where}.{key}" if where else str(key))


def _each(root: dict[str, Any], key: str, where: str = "", required: bool = False) -> list[tuple[dict[str, Any], str]]:
    path = f"{where}.{key}" if where else key
    found = [(table(item, f"{path}[{k}]"), f"{path}[{k}]") for k, item in enumerate(listed(root, key, where, required))]
    for item, at in found:
        _only(item, key, at)
    return found


def _unit(item: dict[str, Any], key: str, where: str) -> tuple[str, Any, float]:
    said = text(item, key, where, default="")
    try:
        unit = units.read(said)
    except units.UnitError as error:
        raise CaseError(str(error), f"{where}.{key}" if where else key) from None
    return said, unit.dimension, unit.factor


def _names(quantities: tuple[Quantity, ...], constants: tuple[Constant, ...]) -> Names:
    names = Names()
    for k, quantity in enumerate(quantities):
        formula_name(quantity.name, names, f"quantities[{k}].name")
    for k, constant in enumerate(constants):
        formula_name(constant.name, names, f"constants[{k}].name")
    return names


def _record(item: dict[str, Any]) -> Record:
    found = Record(whole_number(item, "held", "record"), whole_number(item, "of", "record"))
    if found.held > found.of:
        raise CaseError(f"There cannot be more ranges that held than came due, which is {found.of}.", "record.held")
    return found


def _quantity(item: dict[str, Any], path: str, record: Record | None) -> Quantity:
    name, (unit, measured, size) = text(item, "name", path), _unit(item, "unit", path)
    kind = _kind(item, path)
    # how a project overruns is not known to anybody beforehand, unless the case says so
    askable, assumed = truth(item, "askable", path, "reference" not in item), truth(item, "assumed", path, False)
    label = text(item, "label", path, default="")
    if "dist" in item:
        return Quantity(name, distribution(item, path), unit, label, kind, (), assumed, askable)
    if "reference" in item:
        return Quantity(name, _overrun(item, path), unit, label, kind, (), assumed, askable)
    whole = 1 / size if measured == PLAIN and size < 1 else 1.0
    stop = optional_number(item, "stop", path)
    said = _each(item, "voices", path) if "voices" in item else [(item, path)]
    voices = tuple(_voice(voice, at, kind, whole, stop) for voice, at in said)
    if not voices:
        raise CaseError("Give at least one voice, or low and high on the quantity itself.", f"{path}.voices")
    return Quantity(name, trust.trusted(elicit.pooled([voice.range for voice in voices]), record), unit, label, kind, voices,
                    all(voice.assumed for voice in voices), askable)


def _kind(item: dict[str, Any], path: str) -> Kind:
    said = text(item, "kind", path, default="amount")
    if said not in set(Kind):
        raise CaseError(f"There is no kind “{said}”. Known are {', '.join(Kind)}.", f"{path}.kind")
    return Kind(said)


def _voice(item: dict[str, Any], path: str, kind: Kind, whole: float, stop: float | None) -> Voice:
    for end in ("low", "high"):
        if end not in item:
            raise CaseError("Give low and high: nine times in ten the value lies between.", f"{path}.{end}")
    said = Range(number(item["low"], f"{path}.low"), number(item["high"], f"{path}.high"), optional_number(item, "typical", path), kind, whole, stop)
    try:
        elicit.check(said)
    except RangeError as error:
        raise CaseError(error.message, f"{path}.{error.field}") from None
    when = item.get("when", "")
    if not isinstance(when, str | date):
        raise CaseError("Write a date, such as 2026-03-12.", f"{path}.when")
    return Voice(said, text(item, "said_by", path, default=""), text(item, "basis", path, default=""), str(when), truth(item, "assumed", path, False))


def _overrun(item: dict[str, Any], path: str) -> HeavyTail | OwnOverrun:
    said = text(item, "reference", path)
    if said not in CLASSES:
        raise CaseError(f"There is no reference class “{said}”. Known are {', '.join(CLASSES)}.", f"{path}.reference")
    if "stop" not in item:
        raise CaseError("Say at how many times the estimate you would stop; without a stop such costs have no average.", f"{path}.stop")
    stop = number(item["stop"], f"{path}.stop", least=1.0)
    finished = tuple((_positive(one, "foreseen", at), _positive(one, "actual", at)) for one, at in _each(item, "finished", path))
    if not finished:
        return overrun(CLASSES[said], stop)
    return OwnOverrun(said, stop, finished, _positive(item, "foreseen", path) if "foreseen" in item else None)


def _positive(item: dict[str, Any], key: str, path: str) -> float:
    found = number(item.get(key), f"{path}.{key}")
    if found <= 0:
        raise CaseError("This must be more than 0.", f"{path}.{key}")
    return found


def _formula(item: dict[str, Any], path: str, names: Names, check: Callable[[Node, str], None]) -> tuple[str, Node]:
    said = text(item, "expr", path)
    try:
        tree = parse(said, names, units.IN_FORMULAS)
        check(tree, said)
    except FormulaError as error:
        raise CaseError(error.message, f"{path}.expr", error.sketch()) from None
    return said, tree


def _step(item: dict[str, Any], path: str, names: Names, known: dict[str, Any]) -> Derived:
    unit, wanted, _ = _unit(item, "unit", path)

    def fits(tree: Node, said: str) -> None:
        found = measure(tree, said, known)
        if unit:
            must_be(tree, said, found, wanted)

    return Derived(text(item, "name", path), *_formula(item, path, names, fits), unit, text(item, "note", path, default=""), f"{path}.expr")


def _option(item: dict[str, Any], path: str, names: Names, known: dict[str, Any], wanted: Any) -> Option:
    role = text(item, "role", path, default="")
    if role not in set(Role):
        raise CaseError(f"There is no role “{role}”. Known are {', '.join(filter(None, Role))}.", f"{path}.role")
    found = _formula(item, path, names, lambda tree, said: must_be(tree, said, measure(tree, said, known), wanted))
    return Option(text(item, "name", path), *found, Role(role), text(item, "note", path, default=""), f"{path}.expr")


def _told_apart(options: tuple[Option, ...]) -> None:
    for k, option in enumerate(options):
        for other in options[:k]:
            if option.name == other.name:
                raise CaseError(f"Two options are called “{option.name}”. Rename one.", f"options[{k}].name")
            if option.role is Role.NOTHING and other.role is Role.NOTHING:
                raise CaseError("Only one option can be doing nothing.", f"options[{k}].role")


def _person(item: dict[str, Any], path: str, known: tuple[str, ...]) -> Person:
    asked = listed(item, "quantities", path, required=True)
    for k, name in enumerate(asked):
        if name not in known:
            raise CaseError(f"“{name}” is not a quantity of this case.", f"{path}.quantities[{k}]")
    answered = whole_number(item, "answered", path)
    hits = whole_number(item, "hits", path)
    if hits > answered:
        raise CaseError(f"There cannot be more hits than ranges answered, which is {answered}.", f"{path}.hits")
    narrows = optional_number(item, "narrows", path)
    if narrows is not None and not 0 <= narrows <= 1:
        raise CaseError("Write a share between 0 (an exact answer) and 1 (nothing new).", f"{path}.narrows")
    return Person(text(item, "name", path), tuple(asked), text(item, "role", path, default=""), optional_number(item, "minutes", path, 0.0),
                  optional_number(item, "hour_cost", path, 0.0), optional_number(item, "days", path, 0.0), narrows, hits, answered)


def to_data(case: Case) -> dict[str, Any]:
    """Plain data with nothing left out and nothing that says only the default."""
    return {"schema": SCHEMA, "id": case.id} | given(title=case.title, unit=case.unit, day_costs=case.day_costs) | given(
        quantities=[_quantity_data(quantity) for quantity in case.quantities],
        constants=[{"name": c.name, "value": c.value} | given(unit=c.unit) for c in case.constants],
        steps=[{"name": s.name, "expr": s.text} | given(unit=s.unit, note=s.note) for s in case.derived],
        options=[{"name": o.name, "expr": o.text} | given(role=str(o.role), note=o.note) for o in case.options],
        people=[_person_data(person) for person in case.people],
        correlation=_correlation_data(case.correlation), together=moving.written(case.correlation.pairs) if case.correlation else [],
        record={"held": case.record.held, "of": case.record.of} if case.record else {}, groups=[list(group) for group in case.groups])


def _correlation_data(found: Correlation | None) -> dict[str, Any]:
    return {"inputs": list(found.names), "matrix": [list(row) for row in found.matrix]} if found and not found.pairs else {}


def _quantity_data(quantity: Quantity) -> dict[str, Any]:
    out: dict[str, Any] = {"name": quantity.name} | given(unit=quantity.unit, label=quantity.label)
    if quantity.kind is not Kind.AMOUNT:
        out["kind"] = str(quantity.kind)
    reference = not quantity.voices and isinstance(quantity.distribution, HeavyTail | OwnOverrun)
    if quantity.askable is reference:
        out["askable"] = quantity.askable
    if not quantity.voices:
        return out | _given_outright(quantity.distribution) | given(assumed=quantity.assumed)
    if (stop := quantity.voices[0].range.stop) is not None:
        out["stop"] = stop
    said = [_voice_data(voice) for voice in quantity.voices]
    return out | (said[0] if len(said) == 1 else {"voices": said})


def _given_outright(found: Distribution) -> dict[str, Any]:
    if isinstance(found, OwnOverrun):
        return found.to_data()
    if isinstance(found, HeavyTail):
        return {"reference": next(key for key, made in CLASSES.items() if overrun(made, found.stop) == found), "stop": found.stop}
    return written(found)


def _voice_data(voice: Voice) -> dict[str, Any]:
    typical = {} if voice.range.typical is None else {"typical": voice.range.typical}
    return {"low": voice.range.low, **typical, "high": voice.range.high} | given(
        said_by=voice.said_by, basis=voice.basis, when=voice.when, assumed=voice.assumed)


def _person_data(person: Person) -> dict[str, Any]:
    every = {field.name: getattr(person, field.name) for field in fields(person)}
    every["quantities"] = list(person.quantities)
    return {key: value for key, value in every.items() if value not in (None, "") and not (key in ("hits", "answered") and value == 0)}
