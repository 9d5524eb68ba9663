"""How ranges did, for those it concerns: one's own for oneself alone, everybody's together for everybody."""

from dataclasses import dataclass
from datetime import date

from accord.base import registry
from accord.base.estimate.record import OwnOverrun
from accord.base.estimate.scoring import Chances, Ranges
from accord.base.people.rules import Actor

from ..rules import due as rules
from ..rules.due import OurRecord
from .due import CameDue, came_due, finished, record
from .shown import ANYWHERE


@dataclass(frozen=True)
class MyRange:
    """A range of one's own beside what came true. Units as in the case."""

    quantity: str
    initiative: str
    unit: str
    low: float
    high: float
    actual: float
    held: bool
    came_on: date
    source: str


@dataclass(frozen=True)
class MyRanges:
    """For oneself alone. ranges: newest first. score: of the ranges; chances: of those that were chances; null while nothing came due."""

    ranges: list[MyRange]
    held: int
    score: Ranges | None
    chances: Chances | None


@registry.query("worth.my_ranges", may="ranges.give", doors=ANYWHERE)
def my_ranges(*, by: Actor) -> MyRanges:
    """Your own ranges beside what came true. Nobody else can ask this about you."""
    mine = [(due, voice) for due in came_due() for voice in due.voices if by.person_id is not None and voice.person_id == by.person_id]
    came = [due.came(voice) for due, voice in mine]
    told = [_mine(due, one) for (due, _voice), one in zip(mine, came, strict=True)]
    score = rules.scored(came)
    return MyRanges(told[::-1], sum(one.held for one in came if not one.is_chance), score, rules.chances(came))


def _mine(due: CameDue, came: rules.Came) -> MyRange:
    quantity, fact = due.fact.quantity, due.fact
    title = quantity.case.initiative.title
    return MyRange(quantity.label, title, quantity.unit, came.low, came.high, came.actual, came.held, fact.day, fact.basis)


@dataclass(frozen=True)
class OurRange:
    """A quantity that came due, with the range that counted for it, everybody's together. Nobody is named."""

    quantity: str
    initiative: str
    unit: str
    low: float
    high: float
    actual: float
    came_on: date
    source: str


@dataclass(frozen=True)
class OurRanges:
    """record: null while too few ranges came due, or too few people gave them. finished: what was foreseen and what it came to, of costs spent once.
    own_share: how much of the expected overrun our own finished work is, 0 to 1; the rest is how such projects go."""

    record: OurRecord | None
    ranges: list[OurRange]
    finished: list[tuple[float, float]]
    own_share: float


@registry.query("worth.our_ranges", may="worth.read", doors=ANYWHERE)
def our_ranges(*, by: Actor) -> OurRanges:
    """How often ranges held here, of everybody together, and what finished work came to."""
    own = finished()
    share = OwnOverrun("it projects", 3.0, own).own_share if own else 0.0
    return OurRanges(record(), [_ours(due) for due in reversed(came_due()) if due.voices], [*own], share)


def _ours(due: CameDue) -> OurRange:
    fact, quantity = due.fact, due.fact.quantity
    low, high = min(voice.low for voice in due.voices), max(voice.high for voice in due.voices)
    return OurRange(quantity.label, quantity.case.initiative.title, quantity.unit, low, high, fact.value, fact.day, fact.basis)
