"""Collection points: any idea registers a function, the owner calls them all without knowing whose they are."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class Owed:
    """Something that waits for one person: a row of Today and of the digest."""

    key: str  # stable, so a row can be put off and comes back once
    kind: str
    title: str
    detail: str
    url: str
    action_label: str
    since: datetime
    person_name: str = ""  # who waits; empty when nobody is named
    person_job: str = ""
    side: str = ""
    minutes: int = 1
    can_wait: bool = False


@dataclass(frozen=True)
class Panel:
    """A chapter of the initiative page: templates get `context` and nothing else."""

    key: str
    title: str
    template: str
    context: dict[str, Any]
    margin: str = ""  # template of the margin note, empty for none


@dataclass(frozen=True)
class Happened:
    """A line of what happened lately."""

    at: datetime
    lead: str  # set in bold, may be empty
    text: str
    url: str = ""


@dataclass(frozen=True)
class Coming:
    """A date ahead."""

    on: date
    title: str
    detail: str
    url: str


@dataclass(frozen=True)
class Bar:
    """What one answer would be worth: its name, the amount as it is printed, and how long its bar is, from 0 to 1."""

    label: str
    amount: str
    share: float


@dataclass(frozen=True)
class NextQuestion:
    """The one question most worth asking next; Today draws the best of all as a card.

    gain: what a realistic answer is worth less what asking costs, in the client's currency; the highest is shown.
    url: where the question is sent from; how_url: how we know; bars: the best first.
    """

    gain: float
    question: str
    person_job: str
    side: str
    minutes: int
    turns: str  # where the answer flips the decision, in one sentence
    bars: tuple[Bar, ...]
    url: str
    action_label: str
    how_url: str


@dataclass(frozen=True)
class NextStep:
    """What moves one initiative on; the first that is offered becomes its page's one filled button."""

    label: str
    url: str


@dataclass(frozen=True)
class Waits:
    """What else has to happen before a reset is over: in a sentence, and where."""

    sentence: str
    url: str


@dataclass(frozen=True)
class Hit:
    """Words that were found in an initiative: the sentence they stand in."""

    initiative_id: UUID
    text: str


@dataclass(frozen=True)
class PulseItem:
    """A page at the end of a check-in whose answers are an idea's own: they go there at once and are on no sealed sheet.

    form: makes the page's form of what was sent, or of None. template: gets it as `form`, with what every page of a check-in gets.
    keep: (by, form) does what the form says; whoever leaves it empty says nothing.
    after: lines for the last page, on what becomes of what was said here.
    """

    template: str
    form: Callable[[Any], Any]
    keep: Callable[[Any, Any], None]
    after: Callable[[], Iterable[str]] = tuple


@dataclass(frozen=True)
class WarningSign:
    """A fact that has often been the beginning of something bad: suggested to people as an early warning, never raised by itself.

    key: stable, for as long as it is the same sign; one that grows worse has another, so that it comes back where it was set aside. facts: plain JSON
    it was found from, whole enough to say it again later, in any language. since: since when it is so. bites_on: the day it would come true, if known.
    """

    key: str
    facts: dict[str, Any]
    since: date
    initiative_id: UUID | None = None
    goal_id: UUID | None = None
    bites_on: date | None = None


@dataclass(frozen=True)
class SignSaid:
    """A sign in words, made of its facts. reason: what is so, in one sentence, with no name of whoever did not do something. sees, asks: how a
    warning made of it would begin; people change both. url: the facts. kind: what signs like this are called, in the middle of a sentence."""

    kind: str
    reason: str
    sees: str
    asks: str
    url: str


@dataclass(frozen=True)
class Registered:
    """One function at a collection point, with its place in the order."""

    name: str
    order: int
    function: Callable[..., Any]


class CollectionPoint:
    """Functions that ideas registered under a name, told in their order."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._found: dict[str, Registered] = {}

    def register(self, name: str, *, order: int = 50) -> Callable[[F], F]:
        def keep(function: F) -> F:
            self._found[name] = Registered(name, order, function)
            return function

        return keep

    def __iter__(self) -> Iterator[Registered]:
        return iter(sorted(self._found.values(), key=lambda found: (found.order, found.name)))

    def collect(self, **arguments: Any) -> list[Any]:
        """What the functions return for the same arguments, as one flat list. None means "nothing from me"; one Panel stands for itself."""
        everything: list[Any] = []
        for found in self:
            result = found.function(**arguments)
            if isinstance(result, Panel):
                everything.append(result)
            elif result is not None:
                everything.extend(result)
        return everything

    def first(self, **arguments: Any) -> Any:
        """The first thing any of them offers, in their order; who comes after is not asked. None when nobody offers anything."""
        for found in self:
            for one in found.function(**arguments) or ():
                return one
        return None


owed = CollectionPoint("owed")  # (by) -> Iterable[Owed]
panel = CollectionPoint("panel")  # (by, initiative_id) -> Panel | None
goal_panel = CollectionPoint("goal_panel")  # (by, goal_id) -> Panel | None, below what a goal's page says itself
happened = CollectionPoint("happened")  # (by, since) -> Iterable[Happened]
coming = CollectionPoint("coming")  # (by) -> Iterable[Coming]
drift_signal = CollectionPoint("drift_signal")  # (by, start, size) -> goals' Signals of one kind, which is its name
believed_shared = CollectionPoint("believed_shared")  # (by) -> Iterable of ids of top goals both sides think they agree on, and do not
reset_turned = CollectionPoint("reset_turned")  # (by, reset_id, turn) -> None: a reset of goals was `settled` or `stopped`, told inside the act
reset_waits = CollectionPoint("reset_waits")  # (reset_id) -> Iterable of registry.Waits: what else holds a settled reset open
pulse_item = CollectionPoint("pulse_item")  # (person_id, round_id) -> PulseItem | None; under a name that is taken, the later one stands
letter_hours = CollectionPoint("letter_hours")  # () -> Iterable of (first hour, last hour) in which a client wants to be written to
standing = CollectionPoint("standing")  # (by) -> Panel | None: how a client stands, for Today
warning_signal = CollectionPoint("warning_signal")  # (by) -> Iterable[WarningSign] of one kind, which is its name
warning_said = CollectionPoint("warning_said")  # (facts) -> SignSaid: a sign of the kind that is its name, in words
value_source = CollectionPoint("value_source")  # (by, initiative_id) -> Iterable of worth's suggested quantities
contribution = CollectionPoint("contribution")  # (by, initiative_id) -> Iterable of people to thank
next_question = CollectionPoint("next_question")  # (by) -> Iterable[NextQuestion]
next_step = CollectionPoint("next_step")  # (by, initiative_id) -> Iterable[NextStep], what is most urgent in the lowest order
story = CollectionPoint("story")  # (by, initiative_id) -> Iterable[Happened], everything that happened to one initiative
search_source = CollectionPoint("search_source")  # (by, words) -> Iterable[Hit]
export = CollectionPoint("export")  # (by) -> Iterable of tables to take home
unlike = CollectionPoint("unlike")  # () -> Iterable[str]: what of the client in scope is not as Accord wrote it, each in a few words
