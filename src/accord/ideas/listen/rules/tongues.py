"""Words of a language: split, shortened to their stem, and the lists that are kept as data."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("en", "de")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_ENDINGS = (
    *("isations", "isation", "izations", "ization", "ungen", "ings", "ing", "ions", "ion", "ung", "ers", "ern", "ies"),
    *("est", "ed", "en", "em", "er", "es", "ly", "e", "n", "s", "y"),
)
STEM = 4  # letters a stem keeps


@dataclass(frozen=True)
class Tongue:
    """What one language file holds, ready to be looked for."""

    stop: frozenset[str]
    solution: re.Pattern[str]
    problem: re.Pattern[str]
    purpose: re.Pattern[str]
    impact: re.Pattern[str]
    smells: dict[str, re.Pattern[str]]
    trade: tuple[str, ...]
    numbers: dict[str, float]
    capitals: bool  # capital letters tell a name inside a sentence


def read(name: str) -> dict[str, Any]:
    """A data file of `words/`."""
    return tomllib.loads(resources.files(__package__).joinpath("words", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def tongue(language: str) -> Tongue:
    found = read(language)
    return Tongue(
        stop=frozenset(found["stop"].split()),
        smells={kind: _smell(entries) for kind, entries in found["smells"].items()},
        trade=tuple(found["trade"]),
        numbers=found["numbers"],
        capitals=found["capitals"],
        **_request(found["request"], found["numbers"]),
    )


def _request(lists: dict[str, list[str]], numbers: dict[str, float]) -> dict[str, re.Pattern[str]]:
    """The four patterns a request is read with, put together from its lists."""
    between = r"\s+(?:[\w’'-]+\s+){0,%d}?"
    begins = r"(?:^|[.!?;]\s+)"
    amount = any_of([*numbers, *lists["amounts"]])
    units = any_of(lists["units"])
    fix = rf"{begins}{any_of(lists['fixes'])}|{any_of(lists['leads'])}{between % 2}{any_of(lists['fixes'])}"
    thing = rf"{any_of(lists['wants'])}{between % 5}{any_of(lists['things'])}"
    takes = rf"{any_of(lists['takes'])}{between % 4}(?:\d|{any_of(lists['lasting'])})"
    number = rf"[€$£]\s*\d|\d[\d.,]*\s*(?:k|m)?\s*{units}|{amount}\s+(?:of\s+)?(?:an?\s+|the\s+|our\s+)?{units}"
    parts = {"solution": f"{fix}|{thing}", "problem": f"{any_of(lists['problem'])}|{takes}", "purpose": any_of(lists["purpose"]), "impact": number}
    return {name: re.compile(part, re.IGNORECASE | re.MULTILINE) for name, part in parts.items()}


def any_of(entries: Iterable[str]) -> str:
    """A pattern for one of these words or phrases, whole words only; a star stands for the rest of a word."""
    longest_first = sorted(entries, key=len, reverse=True)
    spelled = (re.escape(entry).replace(r"\ ", r"\s+").replace(r"\*", r"\w*").replace("'", "[’']") for entry in longest_first)
    return rf"(?<![\w-])(?:{'|'.join(spelled)})(?![\w-])"


def _smell(entries: list[str]) -> re.Pattern[str]:
    """One of these words or phrases; ^ stands for the beginning of a sentence."""
    first, rest = [entry[1:] for entry in entries if entry.startswith("^")], [entry for entry in entries if not entry.startswith("^")]
    begins = [rf"(?:^|(?<=[.!?]\s))\s*({any_of(first)})"] if first else []
    return re.compile("|".join([*begins, *([f"({any_of(rest)})"] if rest else [])]), re.IGNORECASE | re.MULTILINE)


def language_of(text: str) -> str:
    """The language with most of its little words in the text; English when nothing tells."""
    found = words(text)
    return max(LANGUAGES, key=lambda one: sum(word in tongue(one).stop for word in found))


def words(text: str) -> list[str]:
    """Words and numbers in small letters, hyphens kept."""
    return [one.lower().replace("’", "'") for one in _WORD.findall(text)]


@cache
def stem(word: str) -> str:
    """A word without its ending, alike for both languages; rough on purpose, only ever compared with itself."""
    short = word.removesuffix("'s")
    for ending in _ENDINGS:
        if short.endswith(ending) and len(short) - len(ending) >= STEM:
            return short.removesuffix(ending)
    return short
