"""Decisions in words, for pages, briefs and letters."""

from __future__ import annotations

from datetime import date

from .decision import Outcome
from .reader import Reader


def outcome(decided: Outcome, reader: Reader) -> str:
    """The outcome as the screen names it."""
    _ = reader.translate
    return {
        Outcome.PROCEED: _("Go ahead as asked"),
        Outcome.BETTER_PATH: _("A better path"),
        Outcome.NOT_WORTH_SOLVING: _("Not worth solving, with thanks"),
        Outcome.NOT_YET: _("Not yet"),
    }[decided]


def headline(decided: Outcome, option: str, review_on: date | None, reader: Reader) -> str:
    """The decision in a sentence: the title of its brief."""
    _ = reader.translate
    match decided:
        case Outcome.PROCEED:
            return _("We go ahead with what was asked: %(option)s") % {"option": option} if option else _("We go ahead with what was asked")
        case Outcome.BETTER_PATH:
            return _("A better path: %(option)s") % {"option": option} if option else _("We take a better path")
        case Outcome.NOT_YET if review_on:
            return _("Not yet: we look again on %(day)s") % {"day": reader.day(review_on)}
        case Outcome.NOT_YET:
            return _("Not yet")
    return _("Not worth solving, with thanks")
