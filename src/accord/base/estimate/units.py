"""Units as people write them, and what they measure.

    read("claims a day")      things per day
    read("€ an hour")         euros per hour of work
    read("of 100")            a hundredth

Minutes and hours measure work; days, weeks, months and years measure the calendar (a week is 7 days, a year 365);
working days are kept apart from both. Nothing turns one into another silently: that takes a quantity such as
“hours a working day”. Each currency is a dimension of its own. Words that are no unit are things being counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

WORK, CALENDAR, WORKDAY = "hour", "day", "working day"

_TIMES: dict[str, tuple[str, float]] = {
    "second": (WORK, 1 / 3600), "minute": (WORK, 1 / 60), "min": (WORK, 1 / 60), "hour": (WORK, 1.0), "h": (WORK, 1.0), "hr": (WORK, 1.0),
    "day": (CALENDAR, 1.0), "week": (CALENDAR, 7.0), "month": (CALENDAR, 365 / 12), "quarter": (CALENDAR, 365 / 4), "year": (CALENDAR, 365.0),
    "working day": (WORKDAY, 1.0), "workday": (WORKDAY, 1.0),
}
_ISO = ("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "CAD", "AUD", "NZD", "JPY", "CNY", "INR", "ZAR", "SGD", "HKD",
        "BRL", "MXN", "KRW", "TRY", "ILS", "AED")
_MONEY = {code.lower(): code for code in _ISO} | {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "euro": "EUR", "dollar": "USD", "pound": "GBP", "franc": "CHF", "krona": "SEK", "krone": "NOK"}
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
_SCALES = {"k": 1e3, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "hundred": 1e2}
_PLAIN = {"%": 0.01, "percent": 0.01, "per cent": 0.01, "of 100": 0.01, "of a hundred": 0.01, "percentage": 0.01, "times": 1.0, "time": 1.0, "x": 1.0, "": 1.0,
          "share": 1.0, "factor": 1.0, "ratio": 1.0, "number": 1.0}
_IRREGULAR = {"people": "person", "persons": "person", "men": "man", "women": "woman", "staff": "person", "fte": "person", "ftes": "person"}
_PER = re.compile(r"\s*/\s*|\s+(?:per|an?|each|every|at each|for each)\s+", re.IGNORECASE)
_SCALED_MONEY = re.compile(r"^(?:([€$£¥])\s*(k|m|bn)|(k|m|bn)\s*([€$£¥]))(?=$|\s|/)", re.IGNORECASE)
MAX_CHARS = 80


class UnitError(ValueError):
    """A unit that cannot be read, in one sentence."""


@dataclass(frozen=True)
class Dimension:
    """powers: base measure -> exponent (currencies by ISO code, hour, day, working day); things: what is counted -> exponent."""

    powers: tuple[tuple[str, float], ...] = ()
    things: tuple[tuple[str, float], ...] = ()

    @classmethod
    def of(cls, powers: Mapping[str, float], things: Mapping[str, float]) -> Dimension:
        return cls(_settled(powers), _settled(things))

    @property
    def plain(self) -> bool:
        return not self.powers

    @property
    def currency(self) -> str:
        """The currency of a sum of money (power one, nothing else), else empty."""
        return self.powers[0][0] if len(self.powers) == 1 and self.powers[0][0] in _ISO and self.powers[0][1] == 1 else ""

    def times(self, other: Dimension, power: float = 1.0) -> Dimension:
        powers, things = dict(self.powers), dict(self.things)
        for key, exponent in other.powers:
            powers[key] = powers.get(key, 0.0) + power * exponent
        for key, exponent in other.things:
            things[key] = things.get(key, 0.0) + power * exponent
        return Dimension.of(powers, things)

    def raised(self, power: float) -> Dimension:
        return Dimension().times(self, power)

    def agrees(self, other: Dimension) -> bool:
        """Whether the two may be added. Things are told apart while they are only counted (claims and people, or
        claims a day and people a day); money and hours worked out from them may be added whatever they came from."""
        if self.powers != other.powers:
            return False
        worked_out = any(exponent > 0 for _, exponent in self.powers)
        return worked_out or not self.things or not other.things or self.things == other.things

    def words(self) -> str:
        """Such as `EUR / hour` or `claim / day`; `a plain number` when nothing is measured."""
        everything = [(key, e) for key, e in (*self.powers, *self.things)]
        over = [_raised(SYMBOLS.get(key, key), e) for key, e in everything if e > 0]
        under = [_raised(SYMBOLS.get(key, key), -e) for key, e in everything if e < 0]
        if not everything:
            return "a plain number"
        return " / ".join([" × ".join(over) or "1", *under])


@dataclass(frozen=True)
class Unit:
    """text as written; dimension; factor: how many base units one of it is (a minute is 1/60 of an hour)."""

    text: str
    dimension: Dimension
    factor: float = 1.0


PLAIN = Unit("", Dimension())


def _settled(parts: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted((key, round(exponent, 9)) for key, exponent in parts.items() if abs(exponent) > 1e-9))


def _raised(word: str, exponent: float) -> str:
    return word if exponent == 1 else f"{word}^{exponent:g}"


def singular(word: str) -> str:
    """`claims` -> `claim`, `people` -> `person`; a guess good enough to tell things apart."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=1024)
def read(text: str) -> Unit:
    """A unit from text such as “minutes”, “claims a day”, “€ an hour”, “of 100”, “people”, “k€”. Raises UnitError."""
    if len(text) > MAX_CHARS:
        raise UnitError(f"A unit has at most {MAX_CHARS} characters; this one has {len(text)}.")
    tidy = " ".join(text.replace("\u00a0", " ").split())
    tidy = re.sub(r"\bper cent\b", "%", tidy, flags=re.IGNORECASE)
    if re.search(r"(?:^|\s|/)(?:per|an?|each|every|/)$", tidy, re.IGNORECASE):
        raise UnitError(f"Something is missing at the end of the unit “{tidy}”. Write it as in “claims a day”.")
    parts = _PER.split(f" {tidy} ".replace(" / ", "/") if tidy.startswith("/") else tidy)
    dimension, factor = Dimension(), 1.0
    for place, part in enumerate(parts):
        if not part.strip() and len(parts) > 1 and place > 0:
            raise UnitError(f"Something is missing in the unit “{tidy}”. Write it as in “claims a day”.")
        for piece in re.split(r"\s*[*×·]\s*", part.strip()):
            one, size = _term(piece, tidy)
            dimension = dimension.times(one, -1.0 if place else 1.0)
            factor = factor / size if place else factor * size
    return Unit(tidy, dimension, factor)


def _term(text: str, whole: str) -> tuple[Dimension, float]:
    lowered = text.lower()
    if lowered in _PLAIN:
        return Dimension(), _PLAIN[lowered]
    scale = 1.0
    if found := _SCALED_MONEY.match(text):
        scale *= _SCALES[(found[2] or found[3]).lower()]
        text = f"{found[1] or found[4]}{text[found.end():]}"
    words = text.split()
    if words and words[0][0] in "€$£¥" and len(words[0]) > 1:
        words = [words[0][0], words[0][1:], *words[1:]]
    while len(words) > 1 and words[0].lower() in _SCALES:
        scale *= _SCALES[words.pop(0).lower()]
    while len(words) > 1 and words[-1].lower() in _SCALES:
        scale *= _SCALES[words.pop().lower()]
    if not all(re.fullmatch(r"[^\W\d_][\w’'.-]*|[€$£¥]", word) for word in words) or not words:
        raise UnitError(f"“{whole}” cannot be read as a unit. Write it as in “minutes”, “claims a day” or “€ an hour”.")
    dimension, size = _words([word.lower().strip(".") for word in words])
    return dimension, size * scale


def _words(words: list[str]) -> tuple[Dimension, float]:
    """Each word a measure, or together one counted thing: `handler hours` is hours (of handlers)."""
    phrase = " ".join([*words[:-1], singular(words[-1])])
    if phrase in _TIMES:
        base, size = _TIMES[phrase]
        return Dimension(((base, 1.0),)), size
    if words[-2:-1] == ["working"] and singular(words[-1]) == "day":
        return Dimension(((WORKDAY, 1.0),), _counted(words[:-2])), 1.0
    last, first = singular(words[-1]), singular(words[0])
    if last in _TIMES:
        base, size = _TIMES[last]
        return Dimension(((base, 1.0),), _counted(words[:-1])), size
    if first in _MONEY or words[0] in _MONEY:
        return Dimension(((_MONEY.get(words[0]) or _MONEY[first], 1.0),), _counted(words[1:])), 1.0
    if last in _MONEY:
        return Dimension(((_MONEY[last], 1.0),), _counted(words[:-1])), 1.0
    return Dimension((), _counted(words)), 1.0


def _counted(words: list[str]) -> tuple[tuple[str, float], ...]:
    return ((" ".join([*words[:-1], singular(words[-1])]), 1.0),) if words else ()


def currency(text: str) -> str:
    """The ISO code of a unit that is money, such as EUR for “€”; empty for any other unit."""
    try:
        return read(text).dimension.currency
    except UnitError:
        return ""


# Words a number in a formula may carry: `46 weeks`, `220 working days`, `2 hours`.
IN_FORMULAS: dict[str, Unit] = {
    form: Unit(form, Dimension(((base, 1.0),)), size)
    for word, (base, size) in _TIMES.items() if word not in ("h", "min", "hr")
    for form in (word, word + "s")
} | {code: Unit(code, Dimension(((code, 1.0),))) for code in _ISO}
