"""The questions Accord comes with, one for each aspect, worded for people who have nothing to do with IT. Every provider may word them anew."""

from functools import cache

from .tongues import LANGUAGES, read

__all__ = ["LANGUAGES", "bank_question"]


@cache
def _bank() -> dict[str, dict[str, str]]:
    return read("bank")


def bank_question(aspect: str, language: str = "en") -> str:
    """How the question about an aspect is worded. Raises KeyError for an aspect or language that is not there."""
    return _bank()[language][aspect]
