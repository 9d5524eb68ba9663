"""Decisions without a database: what can be decided, what a decision must say, and where it brings the initiative.

A decision never waits for a question: what is still open is written down with one line of reason. *Handed over* means that somebody who
delivers said, at their link, that they have what they need; from that moment the initiative is in delivery.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What was decided."""

    PROCEED = "proceed"
    BETTER_PATH = "better_path"
    NOT_WORTH_SOLVING = "not_worth_solving"
    NOT_YET = "not_yet"

    @property
    def does_something(self) -> bool:
        """Whether somebody now has something to deliver."""
        return self in (Outcome.PROCEED, Outcome.BETTER_PATH)


class Kind(StrEnum):
    """What is sent."""

    BRIEF = "brief"
    HAND_OVER = "hand_over"


class Reply(StrEnum):
    """What somebody says to a brief or a hand-over."""

    ACKNOWLEDGED = "acknowledged"
    OBJECTED = "objected"


@dataclass(frozen=True)
class Given:
    """What somebody wants to record, as they gave it. options: names of the case's options beside doing nothing, with what each is to the request."""

    outcome: Outcome
    option: str
    reasons: str
    on: date
    review_on: date | None
    open_questions: tuple[str, ...]
    open_reason: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Fault:
    """One sentence that says what to do, and the field it is about."""

    field: str
    sentence: str


def option_of(given: Given) -> str:
    """The option that is taken, spelled as the case spells it: the one named, or the only one that fits the outcome. Empty when there is none."""
    if not given.outcome.does_something:
        return ""
    named = next((name for name, _role in given.options if name.casefold() == given.option.strip().casefold()), "")
    if named or given.option.strip():
        return named or given.option.strip()
    fitting = [name for name, role in given.options if (role == "asked") == (given.outcome is Outcome.PROCEED)]
    return fitting[0] if len(fitting) == 1 else ""


def faults(given: Given, today: date, translate: Callable[[str], str] = str) -> Iterable[Fault]:
    """Everything to mend before the decision can be recorded."""
    _ = translate
    option = option_of(given)
    if given.outcome.does_something and given.options:
        if not option:
            yield Fault("option", _("Choose the option that is taken."))
        elif option not in [name for name, _role in given.options]:
            yield Fault("option", _("There is no option “%(option)s” in the value case. Choose one of them.") % {"option": option[:80]})
        elif given.outcome is Outcome.BETTER_PATH and dict(given.options)[option] == "asked":
            yield Fault("option", _("“%(option)s” is what was asked for. Choose “Go ahead as asked”, or another option.") % {"option": option[:80]})
    if not given.reasons.strip():
        yield Fault("reasons", _("Write down why, in a sentence or two: it goes into the brief."))
    if given.on > today:
        yield Fault("on", _("A decision is recorded once it is made. Give today or an earlier day."))
    if given.review_on is None and given.outcome is not Outcome.NOT_WORTH_SOLVING:
        yield Fault("review_on", _("Say when you look at it again."))
    if given.review_on is not None and given.review_on <= given.on:
        yield Fault("review_on", _("The day you look again must be after the day of the decision."))
    if given.open_questions and not given.open_reason.strip():
        yield Fault("open_reason", _("Questions are still open. Write one line why you decide without the answers."))
