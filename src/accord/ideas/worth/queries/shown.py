"""How doors show a value case."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from accord.base import registry
from accord.base.people.rules import Actor

from ..models import Case, Quantity, Voice
from ..rules.facts import Facts
from .loading import Loaded, load
from .weighing import Trouble, WeighedCase, case_of, weigh

ANYWHERE = {registry.API, registry.CLI, registry.MCP}
InitiativeId = Annotated[UUID, Field(description="The initiative.")]


@dataclass(frozen=True)
class VoiceShown:
    """A range somebody gave: nine times in ten the number lies between low and high. said_by is empty for an assumption."""

    id: UUID
    low: float
    high: float
    typical: float | None
    said_by: str
    basis: str
    at: datetime
    counts: bool
    aside: str

    @staticmethod
    def of(voice: Voice, counts: bool = True, aside: str = "") -> "VoiceShown":
        return VoiceShown(voice.id, voice.low, voice.high, voice.typical, voice.who, voice.basis, voice.at, counts, aside)


@dataclass(frozen=True)
class QuantityShown:
    """An uncertain number with everything said about it."""

    id: UUID
    name: str
    label: str
    kind: str
    unit: str
    note: str
    question: str
    voices: list[VoiceShown]

    @staticmethod
    def of(quantity: Quantity) -> "QuantityShown":
        return next(one for one in CaseShown.of(case_of(quantity.case.initiative_id)).quantities if one.id == quantity.id)


@dataclass(frozen=True)
class StepShown:
    """Something worked out."""

    id: UUID
    name: str
    formula: str
    unit: str
    note: str


@dataclass(frozen=True)
class OptionShown:
    """Something one could do; its formula is its net value."""

    id: UUID
    name: str
    role: str
    note: str
    formula: str


@dataclass(frozen=True)
class PairShown:
    """Two quantities, by name, that go together: always, mostly, somewhat, or opposite."""

    id: UUID
    first: str
    second: str
    how: str
    said_by: str
    basis: str
    at: datetime


@dataclass(frozen=True)
class CaseShown:
    """A value case as it stands. version: to be given back with a change, which is refused when somebody else changed it meanwhile."""

    initiative_id: UUID
    title: str
    currency: str
    years: int
    version: int
    quantities: list[QuantityShown]
    steps: list[StepShown]
    options: list[OptionShown]
    pairs: list[PairShown]

    @staticmethod
    def of(row: Case) -> "CaseShown":
        found = load(row)
        return CaseShown(
            row.initiative_id, row.initiative.title, row.currency, row.years, row.version, [_quantity(found, one) for one in found.quantities],
            [StepShown(one.id, one.name, one.formula, one.unit, one.note) for one in found.steps],
            [OptionShown(one.id, one.name, one.role, one.note, one.formula) for one in found.options],
            [PairShown(one.id, one.first.name, one.second.name, one.how, one.person.called if one.person else "", one.basis, one.at) for one in found.pairs],
        )


def _quantity(found: Loaded, one: Quantity) -> QuantityShown:
    voices = [VoiceShown.of(voice, voice.id in found.counting, found.aside.get(voice.id, "")) for voice in found.voices.get(one.id, ())]
    return QuantityShown(one.id, one.name, one.label, one.kind, one.unit, one.note, one.question, voices)


@dataclass(frozen=True)
class WorthShown:
    """What weighing said. Amounts are in `facts.unit`, against doing nothing, over `facts.years`; low to high is nine in ten. Where the
    case cannot be weighed, facts is null and `trouble` says why."""

    initiative_id: UUID
    title: str
    facts: Facts | None
    trouble: str

    @staticmethod
    def of(loaded: Loaded, found: WeighedCase | Trouble) -> "WorthShown":
        title, id = loaded.row.initiative.title, loaded.row.initiative_id
        return WorthShown(id, title, found.facts, "") if isinstance(found, WeighedCase) else WorthShown(id, title, None, found.message)


@registry.query("worth.show_case", may="worth.read", doors=ANYWHERE)
def show_case(*, by: Actor, initiative_id: InitiativeId) -> CaseShown:
    """The value case of an initiative: its quantities with who said what on what basis, its formulas and its options."""
    return CaseShown.of(case_of(initiative_id))


@registry.query("worth.weigh_case", may="worth.read", doors=ANYWHERE)
def weigh_case(*, by: Actor, initiative_id: InitiativeId) -> WorthShown:
    """What the value case says: each option against doing nothing, how often it is best, and what is most worth finding out, from whom."""
    loaded = load(case_of(initiative_id))
    return WorthShown.of(loaded, weigh(loaded))
