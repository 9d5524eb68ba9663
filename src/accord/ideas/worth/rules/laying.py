"""The article's template laid out as a case: which lines it has, what follows from them, and wide starting ranges to be replaced.

The formulas are the engine's. As long as nobody changed them by hand, taking a line out or putting one in lays them anew; afterwards they
belong to whoever changed them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from accord.base import estimate
from accord.base.estimate import Constant, Kind, Role, Slot, template

from .draft import Choice, Line, Said, Step

DISCOUNT = Constant("discount rate", 4.0, "%")
REFERENCE = "it projects"
STOP = 2.0  # times the estimate; to be said by who pays
LUCK = {"dist": "uniform", "low": 0, "high": 1}

# Wide on purpose, and marked as assumed: they hold a place until somebody who knows gives a range.
_STARTS: dict[str, tuple[float, float]] = {
    "people affected": (10, 200),
    "times a week": (0.5, 5),
    "minutes lost": (5, 60),
    "cost of an hour": (30, 80),
    "revenue lost": (5_000, 200_000),
    "yearly growth": (-5, 15),
    "one-time cost": (20_000, 200_000),
    "running cost": (2_000, 30_000),
    "part removed": (20, 80),
    "delay": (1, 9),
    "ramp": (1, 6),
    "chance of cancellation": (5, 30),
}
_AT_FIRST = ("people affected", "times a week", "minutes lost", "cost of an hour", "yearly growth")
PROBLEM = (*_AT_FIRST, "revenue lost")


@dataclass(frozen=True)
class Way:
    """An option of the template. prefix: what the names of its lines begin with, such as `better`."""

    prefix: str
    name: str
    role: Role
    note: str = ""


@dataclass(frozen=True)
class Laid:
    """What the template makes of the lines there are."""

    steps: tuple[Step, ...]
    formulas: dict[str, str]  # prefix -> formula; the empty prefix is doing nothing


def prefix_for(role: Role, taken: Collection[str]) -> str:
    """A new prefix for a way of this role: better, better 2, better 3."""
    base = role.value if role in (Role.ASKED, Role.BETTER, Role.MORE) else "more"
    number, prefix = 1, base
    while prefix in taken:
        number += 1
        prefix = f"{base} {number}"
    return prefix


def problem_lines(currency: str, names: Iterable[str] = _AT_FIRST) -> tuple[Line, ...]:
    """The lines of the problem, with starting ranges."""
    slots = {slot.name: slot for slot in template.problem(currency)}
    return tuple(_line(slots[name], name) for name in names)


def way_lines(prefix: str, currency: str) -> tuple[Line, ...]:
    """The lines of one way out, with starting ranges, and the luck that nobody can know beforehand."""
    found = [_line(slot, slot.name.removeprefix(f"{prefix} ")) for slot in template.way_out(prefix, currency)]
    return (*found, Line(f"{prefix} luck", f"{prefix} luck", Kind.AMOUNT, outright=dict(LUCK), askable=False))


def slot_line(name: str, prefixes: Iterable[str], currency: str) -> Line | None:
    """One line of the template by its name, with its starting range; None when the template has no such line."""
    found = next((line for line in problem_lines(currency, PROBLEM) if line.name == name), None)
    return found or next((line for prefix in prefixes for line in way_lines(prefix, currency) if line.name == name), None)


def _line(slot: Slot, start: str) -> Line:
    if slot.reference:
        return Line(slot.name, slot.label, Kind(slot.kind), question=slot.question, reference=REFERENCE, stop=STOP, askable=False)
    return Line(slot.name, slot.label, Kind(slot.kind), slot.unit, question=slot.question, said=(Said(*_STARTS[start]),))


def lay(present: Mapping[str, float | None], prefixes: Iterable[str], years: int, currency: str) -> Laid | None:
    """Steps and formulas for the lines that are there (name -> its stop); None when something that the template needs is missing."""
    ways = tuple(prefixes)
    known = {slot.name for slot in template.slots(ways, currency)}
    said = {name: {"stop": STOP if stop is None else stop} for name, stop in present.items() if name in known}
    try:
        steps, formulas = template.laid(said, ways, currency, years)
    except estimate.CaseError:
        return None
    return Laid(tuple(Step(step["name"], step["expr"], step.get("unit", ""), step.get("note", "")) for step in steps), formulas)


def missing(present: Collection[str], prefixes: Iterable[str], currency: str) -> tuple[Line, ...]:
    """Lines of the template that the case does not have."""
    lines = (*problem_lines(currency, PROBLEM), *(line for prefix in prefixes for line in way_lines(prefix, currency)))
    return tuple(line for line in lines if line.name not in present and line.outright is None)


def choices(ways: Iterable[Way], formulas: dict[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(way.name, formulas[way.prefix], way.role, way.note) for way in ways)
