"""Numbers as people type them: 12k, 1.5m, 1,200, 40 %, €12,000, −5."""

from __future__ import annotations

import math
import re

from accord.base.paper.numbers import group_and_decimal, number
from accord.base.paper.words import Words

_LONGEST = 40
_SHAPE = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)(k|tsd|m|mn|mio|bn|mrd)?\.?(%?)", re.I)
_TIMES = {"": 1.0, "k": 1e3, "tsd": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "bn": 1e9, "mrd": 1e9}
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f'’]")
_CURRENCY = re.compile(r"^(?:[€$£¥]|[A-Z]{3})|(?:[€$£¥]|[A-Z]{3})$")


class NotANumber(ValueError):
    """The message is one sentence for the person who typed. field: `low` or `high` where two ends were asked for."""

    def __init__(self, message: str, field: str = "") -> None:
        self.field = field
        super().__init__(message)


def parse(text: str, words: Words, locale: str = "en_GB") -> float:
    """The number typed. A per cent sign and a currency are understood and left to the field's unit: “40 %” gives 40.
    Raises NotANumber."""
    typed = _SPACES.sub("", text.strip().replace("\u2212", "-").replace("–", "-"))
    if not typed:
        raise NotANumber(words.missing)
    found = _SHAPE.fullmatch(_bare(typed)) if len(typed) <= _LONGEST else None
    digits = _plain(found[2], *group_and_decimal(locale)) if found else None
    if not found or digits is None:
        raise NotANumber(words.not_a_number.format(text=text.strip()[:_LONGEST]))
    value = float(digits) * _TIMES[(found[3] or "").lower()]
    if not math.isfinite(value):
        raise NotANumber(words.not_a_number.format(text=text.strip()[:_LONGEST]))
    return -value if found[1] == "-" and value else value


def parse_range(low: str, high: str, words: Words, locale: str = "en_GB") -> tuple[float, float]:
    """Both ends, low below high. Raises NotANumber with `field` set to the end to mend."""
    ends = []
    for field, text in (("low", low), ("high", high)):
        try:
            ends.append(parse(text, words, locale))
        except NotANumber as problem:
            raise NotANumber(str(problem), field) from None
    if ends[1] <= ends[0]:
        raise NotANumber(words.high_not_above.format(low=number(ends[0], locale)), "high")
    return ends[0], ends[1]


def _bare(typed: str) -> str:
    """Without a currency at either end; the sign may stand before it."""
    sign = typed[0] if typed[0] in "+-" else ""
    return sign + _CURRENCY.sub("", typed[len(sign):])


def _plain(digits: str, group: str, decimal: str) -> str | None:
    """Digits with a point, or None where the marks make no number. A mark is read as the locale groups, if the digits fit; else as a decimal mark."""
    marks = {mark for mark in ".," if mark in digits}
    if len(marks) == 2:
        last = max(digits.rfind("."), digits.rfind(","))
        whole, part = digits[:last], digits[last + 1:]
        return f"{re.sub('[.,]', '', whole)}.{part}" if _grouped(whole, digits[last]) and part.isdigit() else None
    if not marks:
        return digits
    mark = marks.pop()
    if mark != decimal and (mark == group or digits.count(mark) > 1) and _grouped(digits, mark, same=True):
        return digits.replace(mark, "")
    if digits.count(mark) > 1:
        return digits.replace(mark, "") if _grouped(digits, mark, same=True) else None
    return digits.replace(mark, ".").rstrip(".") or None


def _grouped(whole: str, mark: str, same: bool = False) -> bool:
    """Whether the digits stand in groups of three, parted by `mark` (or by the other mark than `mark`)."""
    by = mark if same else ("," if mark == "." else ".")
    return bool(re.fullmatch(rf"\d{{1,3}}(?:{re.escape(by)}\d{{3}})*", whole))
