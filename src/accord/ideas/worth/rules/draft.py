"""A value case as plain data: what the rows say and what the engine, a file and an export read. Nothing here knows a database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from accord.base import estimate
from accord.base.estimate import Constant, Kind, Role

SCHEMA = "accord-case/1"
T = TypeVar("T")


@dataclass(frozen=True)
class Said:
    """One range that counts: 9 in 10 between low and high. `by` is empty for an assumption. when: ISO date."""

    low: float
    high: float
    typical: float | None = None
    by: str = ""
    basis: str = ""
    when: str = ""


STANDS_IN = Said(1, 2)  # for a line nobody has spoken about, while formulas are checked


@dataclass(frozen=True)
class Line:
    """A quantity with everything said about it that counts. stop, reference, outright: see models.Quantity."""

    name: str
    label: str
    kind: Kind
    unit: str = ""
    note: str = ""
    question: str = ""
    said: tuple[Said, ...] = ()
    stop: float | None = None
    reference: str = ""
    outright: dict[str, Any] | None = None
    askable: bool = True
    id: str = ""
    way: str = ""  # the option whose line of the template it is
    finished: tuple[tuple[float, float], ...] = ()  # with a reference: (foreseen, actual) of our own finished work
    foreseen: float | None = None  # and what is foreseen for this one

    @property
    def called(self) -> str:
        """As a sentence names it, apart from the same line of another option."""
        return f"{self.way}: {self.label[:1].lower()}{self.label[1:]}" if self.way else self.label

    @property
    def asks(self) -> str:
        """As somebody is asked for it, with the option it is about."""
        words = self.question or self.label
        return f"{self.way}: {words[:1].lower()}{words[1:]}" if self.way else words

    @property
    def given(self) -> bool:
        """By a reference class or outright, so that nobody's range is needed."""
        return bool(self.reference) or self.outright is not None


@dataclass(frozen=True)
class Step:
    """Something worked out."""

    name: str
    formula: str
    unit: str = ""
    note: str = ""


@dataclass(frozen=True)
class Choice:
    """An option."""

    name: str
    formula: str
    role: Role
    note: str = ""


@dataclass(frozen=True)
class Draft:
    """The whole case. people: as in a case file, with their record; it is for the engine alone and never exported."""

    id: str
    title: str
    currency: str
    constants: tuple[Constant, ...] = ()
    lines: tuple[Line, ...] = ()
    steps: tuple[Step, ...] = ()
    choices: tuple[Choice, ...] = ()
    people: tuple[estimate.Person, ...] = ()
    day_costs: float = 0.0
    correlation: dict[str, Any] = field(default_factory=dict)
    groups: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, str, str], ...] = ()  # two names and how they go together
    record: tuple[int, int] | None = None  # how many of the ranges that came due at this client held

    @property
    def silent(self) -> tuple[Line, ...]:
        """Quantities nobody has said anything about."""
        return tuple(line for line in self.lines if not line.said and not line.given)

    @property
    def spoken(self) -> Draft:
        """The same with a range that stands in wherever nobody has said anything, for looking at formulas only."""
        return replace(self, lines=tuple(replace(line, said=(STANDS_IN,)) if line in self.silent else line for line in self.lines))

    @property
    def assumed(self) -> tuple[Line, ...]:
        """Quantities that rest on assumptions only."""
        return tuple(line for line in self.lines if line.said and not any(said.by for said in line.said))

    def line(self, name: str) -> Line:
        return next(line for line in self.lines if line.name == name)

    def case(self) -> estimate.Case:
        """For the engine. Raises estimate.CaseError with path and fix."""
        return estimate.Case.from_data(self.to_data())

    def to_data(self, *, take_out: bool = False) -> dict[str, Any]:
        """Plain data of schema accord-case/1. take_out: to leave the house, without anybody's record of hits."""
        people = [_person(person, take_out) for person in self.people]
        kept = {"title": self.title, "unit": self.currency, "day_costs": self.day_costs, "correlation": self.correlation}
        return {
            "schema": SCHEMA,
            "id": self.id,
            **{name: value for name, value in kept.items() if value},
            "quantities": [_line(line, line.label if take_out else line.called) for line in self.lines],
            "constants": [_given(name=one.name, value=one.value, unit=one.unit) for one in self.constants],
            "steps": [_given(name=step.name, expr=step.formula, unit=step.unit, note=step.note) for step in self.steps],
            "options": [_given(name=one.name, expr=one.formula, role=str(one.role), note=one.note) for one in self.choices],
            "people": people,
            "groups": [list(names) for names in self.groups],
            "together": [{"these": [first, second], "how": how} for first, second, how in self.together],
            **({"record": {"held": self.record[0], "of": self.record[1]}} if self.record else {}),
        }


def _given(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", None)}


def _line(line: Line, label: str) -> dict[str, Any]:
    told = _given(name=line.name, label=label if label != line.name else "", unit=line.unit)
    if line.kind is not Kind.AMOUNT:
        told["kind"] = str(line.kind)
    if line.askable is bool(line.reference):  # the engine takes a reference class for something nobody can be asked about
        told["askable"] = line.askable
    if line.outright is not None:
        return told | line.outright
    if line.stop is not None:
        told["stop"] = line.stop
    if line.reference:
        own = {"finished": [{"foreseen": foreseen, "actual": actual} for foreseen, actual in line.finished]} if line.finished else {}
        return told | {"reference": line.reference} | own | ({"foreseen": line.foreseen} if own and line.foreseen else {})
    said = [_said(one) for one in line.said]
    return told | (said[0] if len(said) == 1 else {"voices": said})


def _said(one: Said) -> dict[str, Any]:
    told = _given(low=one.low, typical=one.typical, high=one.high, said_by=one.by, basis=one.basis, when=one.when)
    return told if one.by else told | {"assumed": True}


def _person(person: estimate.Person, take_out: bool) -> dict[str, Any]:
    told = _given(name=person.name, quantities=list(person.quantities), role=person.role, minutes=person.minutes, hour_cost=person.hour_cost)
    told |= _given(days=person.days, narrows=person.narrows)
    return told if take_out or not person.answered else told | {"hits": person.hits, "answered": person.answered}


def counted(voices: Iterable[tuple[str, T]]) -> tuple[T, ...]:
    """Of everything said about a quantity, oldest first, what counts: each person's last range; assumptions (an empty key) only while
    nobody has spoken, and then the last one."""
    last: dict[str, T] = {}
    for key, said in voices:
        last.pop(key, None)
        last[key] = said
    spoken = tuple(said for key, said in last.items() if key)
    return spoken or tuple(last.values())
