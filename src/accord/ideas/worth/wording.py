"""Numbers of a case as people read them."""

import re
from dataclasses import replace

from django.utils.translation import gettext

from accord.base.people import reader

from .rules import phrases
from .rules.draft import Line

_MONEY = re.compile(r"^(€|\$|£|¥|[A-Z]{3})(?:\s+(.*)|$)")
_ISO = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}


def parted(unit: str) -> tuple[str, str]:
    """The currency a unit begins with, and the rest of it in the reader's language: “€ an hour” gives EUR and “an hour”."""
    found = _MONEY.match(unit)
    if found:
        return _ISO.get(found[1], found[1]), phrases.said(found[2] or "", gettext)
    return ("%", "") if unit == "%" else ("", phrases.said(unit, gettext))


def unit(written: str) -> str:
    """A unit as it is said beside a field: € an hour."""
    money, rest = parted(written)
    return " ".join(filter(None, [written.partition(" ")[0] if money else "", rest]))


def exact(value: float, unit: str) -> str:
    """As it was typed, with its currency: €38; the rest of the unit stands elsewhere."""
    return reader.voice(parted(unit)[0]).exact(value)


def about(value: float, unit: str) -> str:
    """An uncertain number with its whole unit: near €57 an hour, near 15 claims a day."""
    money, rest = parted(unit)
    return " ".join(filter(None, [reader.voice(money).about(value), rest]))


def between(low: float, high: float, unit: str) -> str:
    """Both ends as they were typed, with the whole unit once: 8 to 34 claims a day."""
    money, rest = parted(unit)
    return " ".join(filter(None, [reader.voice(money).exact_range(low, high), rest]))


def in_words(line: Line) -> Line:
    """A line of the template in the reader's language."""
    return replace(line, label=gettext(line.label), question=gettext(line.question) if line.question else "")


def question(words: str, unit: str) -> str:
    """As somebody is asked for it; a quantity without a question of its own is asked by its name."""
    if words.rstrip().endswith("?"):
        return words
    if unit == "of 100":
        return gettext("%(what)s: how many out of 100?") % {"what": words}
    return gettext("%(what)s: how much is it, in %(unit)s?") % {"what": words, "unit": unit} if unit else gettext("%(what)s: how much is it?") % {"what": words}


def typed(value: float | None) -> str:
    """A number as it goes back into a field: no currency, and nothing for None."""
    return "" if value is None else reader.voice("").number(value)
