"""Our own lens: words in what we say back that the speaker did not use.

Trade words, numbers and names that nobody said are marked "your word, not theirs"; words such as "every" are marked too, as saying little. The
writer may have a good reason, so every mark can be set aside, and nobody counts who sets what aside.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .tongues import Tongue, language_of, read, stem, tongue, words

TRADE, NUMBER, NAME, VAGUE = "trade", "number", "name", "vague"
_SAYS_LITTLE = ("superlative", "subjective", "ambiguous", "open_ended", "comparative", "loophole", "totality")  # vague pronouns are left alone
_NUMBER = re.compile(r"(?<![\w.,:])\d+(?:[.,:]\d+)*")
_ACRONYM = re.compile(r"\b(?:[A-Z]{2,}[A-Z0-9]*s?|[A-Z][a-z]+[A-Z]\w*)\b")
_CAPITAL = re.compile(r"(?<![.!?:]\s)(?<![.!?:]\s[“\"])(?<!^)(?<!^[“\"])\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]*)*")


@dataclass(frozen=True)
class Mark:
    """A word of ours from start to end of the sentence. kind: trade, number or name that nobody said, or vague: it says little on its own."""

    word: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A part of a sentence; mark is None for what is not marked."""

    text: str
    mark: Mark | None


def lens(original: str, sentence: str, set_aside: Iterable[str] = ()) -> list[Mark]:
    """The marks of one sentence, in order, none over another. original: everything the speaker said; set_aside: words dismissed before."""
    said = tongue(language_of(f"{original} {sentence}"))
    known, numbers = {stem(word) for word in _parts(original)}, _numbers(original, said)
    found = [*_trade(sentence, known, said), *_new_numbers(sentence, numbers, said), *_names(sentence, known, said), *_vague(sentence, said)]
    dismissed = {word.lower() for word in set_aside}
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda one: (one.start, -one.end)):
        if mark.word.lower() not in dismissed and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return kept


def pieces(sentence: str, marks: Iterable[Mark]) -> list[Piece]:
    """The sentence in parts, so that a page can mark some of them."""
    found, at = [], 0
    for mark in marks:
        found += [Piece(sentence[at : mark.start], None), Piece(sentence[mark.start : mark.end], mark)]
        at = mark.end
    return [piece for piece in [*found, Piece(sentence[at:], None)] if piece.text]


def _parts(text: str) -> list[str]:
    """Words, those with a hyphen or an apostrophe also in their parts."""
    return [part for word in words(text) for part in {word, *re.split("[-'’]", word)}]


def _vague(sentence: str, said: Tongue) -> list[Mark]:
    """Whoever said it, “every” or “often” is worth a second look before somebody says yes to it."""
    return [Mark(hit[0].strip(), VAGUE, *hit.span()) for kind in _SAYS_LITTLE for hit in said.smells[kind].finditer(sentence)]


@cache
def _trade_pattern(language: tuple[str, ...]) -> re.Pattern[str]:
    every = sorted((*language, *read("systems")["systems"]), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, every))})(?:e?s|n)?(?![\w-])", re.IGNORECASE)


def _trade(sentence: str, known: set[str], said: Tongue) -> list[Mark]:
    systems = set(read_systems())
    return [
        Mark(hit[0], NAME if hit[0].lower() in systems else TRADE, *hit.span())
        for hit in _trade_pattern(said.trade).finditer(sentence)
        if not all(stem(part) in known for part in words(hit[0]))
    ]


@cache
def read_systems() -> tuple[str, ...]:
    return tuple(read("systems")["systems"])


def _numbers(text: str, said: Tongue) -> set[float]:
    """Every number in a text, in digits or as a word."""
    return {_value(hit[0]) for hit in _NUMBER.finditer(text)} | {said.numbers[word] for word in words(text) if word in said.numbers}


def _value(text: str) -> float:
    """What the digits say; thousands may be grouped. 7:30 is read as one number, 7.30."""
    bare = text.replace(":", ".")
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", bare):
        return float(re.sub(r"[.,]", "", bare))
    whole, _dot, rest = bare.replace(",", ".").partition(".")
    return float(f"{whole}.{rest.replace('.', '')}" if rest else whole)


def _new_numbers(sentence: str, known: set[float], said: Tongue) -> list[Mark]:
    digits = [Mark(hit[0], NUMBER, *hit.span()) for hit in _NUMBER.finditer(sentence) if _value(hit[0]) not in known]
    spelled = [
        Mark(hit[0], NUMBER, *hit.span())
        for hit in re.finditer(r"[^\W\d_]+", sentence)
        if hit[0].lower() in said.numbers and said.numbers[hit[0].lower()] not in known
    ]
    return digits + spelled


def _names(sentence: str, known: set[str], said: Tongue) -> list[Mark]:
    """Abbreviations anywhere; other names where the language tells them by a capital inside the sentence."""
    patterns = [_ACRONYM, _CAPITAL] if said.capitals else [_ACRONYM]
    return [
        Mark(hit[0], NAME, *hit.span())
        for pattern in patterns
        for hit in pattern.finditer(sentence)
        if not all(stem(part) in known or part in said.stop for part in words(hit[0]))
    ]
