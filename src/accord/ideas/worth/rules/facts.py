"""What weighing a case said, in the few figures that lists, Today and “what changed” need. Plain data, so it can be kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Self

from accord.base.estimate import Outcome, Question, Weighed

from .draft import Draft


@dataclass(frozen=True)
class OptionFacts:
    """One option against doing nothing, in the case's unit. best: chance of being best; loss: of ending below doing nothing."""

    name: str
    role: str
    low: float
    q25: float
    typical: float
    q75: float
    high: float
    average: float
    best: float
    regret: float
    loss: float

    @classmethod
    def of(cls, found: Outcome) -> Self:
        return cls(
            found.name, str(found.role), found.low, found.middle[0], found.typical, found.middle[1], found.high,
            found.expected.value, found.chance_best.value, found.regret.value, found.chance_loss.value,
        )


@dataclass(frozen=True)
class TurnFacts:
    """Below `at` the option `below` is best, above it `above`. at: in the quantity's unit."""

    quantity: str
    label: str
    at: float
    unit: str
    below: str
    above: str


@dataclass(frozen=True)
class KnowFacts:
    """What an exact answer about one quantity would be worth. error: one standard error of the simulation."""

    label: str
    worth: float
    error: float


@dataclass(frozen=True)
class NextFacts:
    """The question most worth asking. quantities: names; labels: as screens call them; words: as it is asked; low, high: today's range of
    the first. assumed: which of minutes, hour_cost, days and narrows nobody recorded."""

    person: str
    person_id: str
    quantities: tuple[str, ...]
    labels: tuple[str, ...]
    words: str
    worth: float
    error: float
    cost: float
    minutes: float
    days: float
    low: float
    high: float
    unit: str
    assumed: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """next is None with nothing_worth_asking True: decide; with None: nobody is named who could be asked."""

    finding: str
    best: str
    close: bool
    unit: str
    years: int
    options: tuple[OptionFacts, ...]
    turns: tuple[TurnFacts, ...]
    known: tuple[KnowFacts, ...]  # most worth knowing first
    next: NextFacts | None
    nothing_worth_asking: bool | None
    knowable: float

    def option(self, name: str) -> OptionFacts | None:
        return next((one for one in self.options if one.name == name), None)

    def to_data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        asked = data["next"]
        return cls(
            **data
            | {
                "options": tuple(OptionFacts(**one) for one in data["options"]),
                "turns": tuple(TurnFacts(**one) for one in data["turns"]),
                "known": tuple(KnowFacts(**one) for one in data["known"]),
                "next": NextFacts(**asked | {name: tuple(asked[name]) for name in ("quantities", "labels", "assumed")}) if asked else None,
            }
        )


def facts(draft: Draft, years: int, weighed: Weighed, who: dict[str, str]) -> Facts:
    """who: the engine's name of a person -> their id."""
    said = weighed.verdict
    turned = [turn for one in weighed.quantities for turn in one.turnings if turn.within]
    known = {one.name: one for one in weighed.quantities}
    turns = tuple(TurnFacts(turn.quantity, known[turn.quantity].label, turn.at, known[turn.quantity].unit, turn.below, turn.above) for turn in turned)
    options = tuple(OptionFacts.of(one) for one in weighed.options)
    worth = sorted((one for one in weighed.quantities if one.askable), key=lambda one: -one.worth.value)
    return Facts(
        finding=str(said.finding), best=said.best, close=said.close, unit=weighed.unit, years=years, options=options,
        turns=turns, known=tuple(KnowFacts(one.label, one.worth.value, one.worth.se) for one in worth),
        next=_next(draft, weighed, said.next, who) if said.next else None, nothing_worth_asking=said.nothing_worth_asking, knowable=weighed.knowable.value,
    )


def _next(draft: Draft, weighed: Weighed, asked: Question, who: dict[str, str]) -> NextFacts:
    lead = max(asked.quantities, key=lambda name: weighed.quantity(name).worth.value)
    order = (lead, *(name for name in asked.quantities if name != lead))
    known, line = weighed.quantity(lead), draft.line(lead)
    return NextFacts(
        person=asked.person, person_id=who.get(asked.person, ""), quantities=order, labels=tuple(weighed.quantity(name).label for name in order),
        words=line.asks, worth=asked.worth.value, error=asked.worth.se, cost=asked.cost, minutes=asked.minutes, days=asked.days,
        low=known.low, high=known.high, unit=known.unit, assumed=asked.assumed,
    )
