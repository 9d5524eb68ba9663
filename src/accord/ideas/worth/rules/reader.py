"""Whoever reads what is written here: their language, their way of writing numbers and days. No Django: doors hand in the translator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from accord.base.paper.voice import Voice


def _plural(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


@dataclass(frozen=True)
class Reader:
    """voice: says figures, in the unit of the case. translate, plural: gettext and ngettext. day: a date in words. lang: a BCP 47 tag."""

    voice: Voice
    translate: Callable[[str], str] = str
    plural: Callable[[str, str, int], str] = _plural
    day: Callable[[date], str] = _day
    lang: str = "en-GB"

    @classmethod
    def plain(cls, unit: str = "EUR") -> Reader:
        """In English, without a catalogue: for the shell."""
        return cls(Voice.of(str, unit=unit))

    def listed(self, items: tuple[str, ...] | list[str]) -> str:
        """One, two and three."""
        _ = self.translate
        if len(items) < 2:
            return "".join(items)
        return _("%(first)s and %(last)s") % {"first": ", ".join(items[:-1]), "last": items[-1]}
