"""Requests about the same thing, also when they share no word.

A text becomes weighted features: the stems of its words, and the *concepts* they stand for (`words/concepts.toml` groups words people use for one
thing: "password", "locked out", "sign in"). Two texts are as similar as the angle between them is small; letters in fours catch compounds and
misspellings. Nothing is learned from clients' texts and no model is asked, so the same texts give the same answer everywhere.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt

from .tongues import LANGUAGES, read, stem, tongue, words

ENOUGH = 0.30  # similarity from which a request is worth a look; set on one labelled set, checked on another
MEANING, WORDING, SPELLING = 0.65, 0.25, 0.10


@dataclass(frozen=True)
class Hit:
    """A text that is similar; score from 0 to 1."""

    key: str
    score: float


@dataclass(frozen=True)
class _Features:
    concepts: dict[str, float]
    stems: dict[str, float]
    fours: frozenset[str]


def similar(text: str, others: Mapping[str, str]) -> list[Hit]:
    """The others that may be about the same, the most similar first. others: key -> text."""
    mine = _features(text)
    hits = [Hit(key, _score(mine, _features(other))) for key, other in others.items()]
    return sorted((hit for hit in hits if hit.score >= ENOUGH), key=lambda hit: (-hit.score, hit.key))


def _score(one: _Features, other: _Features) -> float:
    shared = len(one.fours & other.fours) / (min(len(one.fours), len(other.fours)) or 1)
    return MEANING * _cosine(one.concepts, other.concepts) + WORDING * _cosine(one.stems, other.stems) + SPELLING * shared


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    product = sum(weight * other.get(name, 0.0) for name, weight in one.items())
    length = sqrt(sum(weight * weight for weight in one.values()) * sum(weight * weight for weight in other.values()))
    return product / length if length else 0.0


@cache
def _stop() -> frozenset[str]:
    return frozenset().union(*(tongue(language).stop for language in LANGUAGES))


@cache
def _concepts() -> tuple[dict[tuple[str, ...], str], dict[str, float], tuple[tuple[str, str], ...]]:
    """Stems in a row -> concept; concept -> weight; (beginning of a word, concept) for entries that end in a star."""
    rows, weights, begins = {}, {}, []
    for name, group in read("concepts").items():
        weights[name] = float(group.get("weight", 1.0))
        for entry in group["words"]:
            if entry.endswith("*"):
                begins.append((entry[:-1], name))
            else:
                rows[tuple(stem(word) for word in words(entry))] = name
    return rows, weights, tuple(begins)


@lru_cache(maxsize=4096)  # a list of requests is compared again with every new one
def _features(text: str) -> _Features:
    every = [part for word in words(text) for part in word.split("-")]
    stems = [stem(word) for word in every]
    own = [one for one, word in zip(stems, every, strict=True) if word not in _stop() and not word[0].isdigit()]
    return _Features(_meant(every, stems), {name: 1 + 0.5 * (count - 1) for name, count in Counter(own).items()}, _fours(own))


def _meant(every: list[str], stems: list[str]) -> dict[str, float]:
    rows, weights, begins = _concepts()
    found = {name for at in range(len(stems)) for n in (1, 2, 3) if (name := rows.get(tuple(stems[at : at + n])))}
    found |= {name for beginning, name in begins for word in every if word.startswith(beginning)}
    return {name: weights[name] for name in found}


def _fours(stems: list[str]) -> frozenset[str]:
    return frozenset(word[at : at + 4] for word in stems for at in range(max(1, len(word) - 3)))
