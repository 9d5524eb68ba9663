"""Whoever reads now: their language, and numbers in their words and in their way of writing."""

from functools import lru_cache

from django.utils.translation import get_language, gettext, to_locale

from accord.base.paper import typed
from accord.base.paper.voice import Voice


def language() -> str:
    """The code of the language that is active, such as en-gb or de."""
    return get_language() or "en-gb"


def voice(unit: str = "") -> Voice:
    """In the language that is active, for figures of this unit: a currency, `%`, a phrase or nothing."""
    return _voice(unit, language())


def number(text: str) -> float:
    """What they typed: 12k, 1.5m, 1,200, €12,000. Raises typed.NotANumber with a sentence for them."""
    speaks = voice()
    return typed.parse(text, speaks.words, speaks.locale)


@lru_cache(maxsize=64)
def _voice(unit: str, language: str) -> Voice:
    return Voice.of(gettext, to_locale(language), unit)
