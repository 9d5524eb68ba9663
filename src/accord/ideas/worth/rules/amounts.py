"""Figures of a quantity in its own unit, as people write it: €38 to €46 an hour, 8 to 34 claims a day."""

from __future__ import annotations

from accord.base.estimate import units
from accord.base.paper.voice import Voice

from . import phrases
from .reader import Reader


def about(value: float, unit: str, reader: Reader) -> str:
    """An uncertain number, two significant figures."""
    voice, rest = _apart(unit, reader)
    return voice.about(value) + rest


def between(low: float, high: float, unit: str, reader: Reader, exact: bool = False) -> str:
    """A range. exact: as it was typed, else rounded."""
    voice, rest = _apart(unit, reader)
    return (voice.exact_range(low, high) if exact else voice.range(low, high)) + rest


def _apart(unit: str, reader: Reader) -> tuple[Voice, str]:
    """Money leads, its rest follows: `€ an hour` is said with euros in front and “ an hour” behind. A file may call a bare number `1`."""
    if unit == "1":
        return reader.voice.using(""), ""
    first, _space, rest = unit.partition(" ")
    currency = units.currency(first) if first else ""
    if not currency:
        return reader.voice.using(phrases.said(unit, reader.translate)), ""
    return reader.voice.using(currency), f" {phrases.said(rest, reader.translate)}" if rest else ""
