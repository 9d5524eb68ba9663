"""Numbers as people read them: two significant figures in ranges, a real minus sign, the unit always."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal, get_currency_precision
from babel.numbers import parse_pattern as _pattern

MINUS, HARD_SPACE = "\u2212", "\u00a0"
_CURRENCY = re.compile(r"[A-Z]{3}")
_LETTERS_THEN_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)")      # CHF 200, and not CHF200


def significant(x: float, digits: int = 2) -> float:
    """x rounded to so many significant figures."""
    if x == 0 or not math.isfinite(x):
        return 0.0 if x == 0 else x
    return float(round(x, digits - 1 - math.floor(math.log10(abs(x)))))


def is_money(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code, such as EUR."""
    return bool(_CURRENCY.fullmatch(unit))


@lru_cache(maxsize=32)
def _locale(name: str) -> Locale:
    return Locale.parse(name.replace("-", "_"))


def group_and_decimal(locale: str) -> tuple[str, str]:
    """The marks between thousands and before decimals: `,` and `.` in English."""
    symbols = _locale(locale).number_symbols["latn"]
    return str(symbols["group"]), str(symbols["decimal"])


def number(x: float, locale: str = "en_GB", decimals: int = 9) -> str:
    """Every digit that says something, grouped as the locale does: −1,200.5"""
    text = format_decimal(_settled(x, decimals), format=f"#,##0.{'#' * decimals}" if decimals else "#,##0", locale=_locale(locale))
    return text.replace("-", MINUS)


def money(x: float, currency: str = "EUR", locale: str = "en_GB", cents: bool = False) -> str:
    """Full amounts: €57,000; with cents where the ledger or a small amount has them: €0.40."""
    place = _locale(locale)
    pattern = _pattern(place.currency_formats["standard"].pattern)
    places = get_currency_precision(currency) if cents else 0
    pattern.frac_prec = (places, places)
    text = pattern.apply(_settled(x, places), place, currency=currency, currency_digits=False)
    return _LETTERS_THEN_DIGITS.sub(HARD_SPACE, str(text)).replace("-", MINUS)


def amount(x: float, unit: str = "", locale: str = "en_GB") -> str:
    """A number with its unit: EUR gives money, a phrase follows after a space that does not break."""
    if is_money(unit):
        settled = _settled(x, 2)
        return money(x, unit, locale, cents=abs(settled) < 100 and settled != round(settled))
    shown = number(x, locale)
    if not unit:
        return shown
    return f"{shown}{_gap(unit, locale)}{unit}"


def rounded(x: float, unit: str = "", locale: str = "en_GB") -> str:
    """An uncertain number: two significant figures, with its unit."""
    return amount(significant(x), unit, locale)


def ends(low: float, high: float) -> tuple[float, float]:
    """Both ends to two significant figures, or to as many more as it takes to tell them apart."""
    for digits in range(2, 7):
        a, b = significant(low, digits), significant(high, digits)
        if a != b:
            return a, b
    return low, high


def compact(x: float, unit: str, locale: str, thousand: str, million: str, billion: str) -> str:
    """Short, for axes only: €150k. The three templates hold `{amount}`."""
    size, template = next(((size, template) for size, template in ((1e9, billion), (1e6, million), (1e3, thousand)) if abs(x) >= size), (1.0, "{amount}"))
    scaled = number(significant(x / size, 4), locale, 2)
    if not is_money(unit):
        return template.format(amount=scaled) + (f"{_gap(unit, locale)}{unit}" if unit == "%" else "")
    body = money(7.0, unit, locale)
    short = template.format(amount=scaled.lstrip(MINUS))
    return (MINUS if x < 0 else "") + body.replace(number(7.0, locale), short)


def _gap(unit: str, locale: str) -> str:
    """A per cent sign stands as the locale sets it; every other unit after a space that does not break."""
    if unit == "%" and HARD_SPACE not in _locale(locale).percent_formats[None].pattern:
        return ""
    return HARD_SPACE


def _settled(x: float, decimals: int) -> float:
    """No minus zero, no tail of binary dust."""
    if not math.isfinite(x):
        raise ValueError(f"{x} cannot be printed as a number")
    return round(x, decimals) + 0.0
