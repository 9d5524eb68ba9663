"""Likelihood and impact as sheets write them: a number, from and to, or a word of somebody's scale, which becomes no number."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.ideas.goals.rules.cells import Unclear, number

STEPS = 10  # whole numbers up to here, bare, are steps of a scale as likely as anything else
_TO = re.compile(r"\s*(?:[-\u2013\u2014]|\bto\b|\bbis\b)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """From and to, of a chance in 100; or `word` alone."""

    low: float | None = None
    high: float | None = None
    word: str = ""

    @property
    def known(self) -> bool:
        return self.low is not None


def chance(cell: Any, *, comma: bool = False) -> Span:
    """60-90 %, 75 %, 0.6; a word, or a bare step of a scale, stays a word. Raises Unclear for a chance that is none."""
    text = _text(cell)
    found = _numbers(text, comma)
    if not found:
        return Span(word=text)
    if "%" not in text and max(found) > 1 and len(found) == 1 and _is_step(found[0]):
        return Span(word=text)
    if "%" not in text and max(found) <= 1:
        if found == [1.0] or found == [0.0]:
            return Span(word=text)
        found = [round(100 * one, 6) for one in found]
    if not 0 <= min(found) <= max(found) <= 100:
        raise Unclear("chance")
    return _ordered(found)


def loss(cell: Any, *, comma: bool = False) -> Span:
    """20,000-60,000 or 45000; a word, or a bare step of a scale, stays a word. Raises Unclear for less than nothing."""
    text = _text(cell)
    found = _numbers(text, comma)
    if not found or (len(found) == 1 and _is_step(found[0])):
        return Span(word=text)
    if min(found) <= 0:
        raise Unclear("loss")
    return _ordered(found)


def _ordered(found: list[float]) -> Span:
    if found[0] > found[-1]:
        raise Unclear("order")
    return Span(found[0], found[-1])


def _is_step(value: float) -> bool:
    return value == int(value) and 0 <= value <= STEPS


def _text(cell: Any) -> str:
    if cell is None or isinstance(cell, bool | date):
        return str(cell or "")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _numbers(text: str, comma: bool) -> list[float]:
    """One or two numbers, and nothing beside them; none where it says anything else."""
    parts = [one for one in _TO.split(text) if one]
    if not 1 <= len(parts) <= 2 or text.startswith("-"):
        return []
    try:
        return [float(number(one, comma=comma)[0]) for one in parts]
    except Unclear as unclear:
        if str(unclear) == "number":
            return []
        raise
