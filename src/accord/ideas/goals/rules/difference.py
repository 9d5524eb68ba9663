"""What changed between two texts about a goal, and whether it matters to those who work for it.

Material is what would make somebody who works for the goal check or change what they do: something is to be reached, done or left undone that
was not before, by another day, by another measure, in another order of importance, for others. Setting, links, typing mistakes, another name for
the same thing and how far the work has come are not.

Statements that say the same are set aside; what is left is paired by likeness, names that were changed throughout are put right, and each
difference is counted by its kind. A logistic model of the counts gives the score; `bench/drift.py` fits it and says how well it does.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from importlib import resources
from math import exp, log1p

from .pairing import apart, moved, named, paired, renamed
from .statements import DONE, Statement, statements

NUMBER, SCOPE, MEANING, GOAL, ADDED, REMOVED, ORDER = "number", "scope", "meaning", "goal", "added", "removed", "order"
PROGRESS, WORDING, NAME, POINTER = "progress", "wording", "name", "pointer"
MATTERS = (NUMBER, SCOPE, MEANING, GOAL, ADDED, REMOVED, ORDER)

WEIGHTS = {NUMBER: 3.3, SCOPE: 3.1, MEANING: 0.5, GOAL: 3.1, ADDED: 1.4, REMOVED: 1.2, ORDER: 2.9}  # fitted by bench/drift.py --fit
INTERCEPT = -2.4
MATERIAL_FROM = 0.4  # below a half: a change nobody was told of costs more than one that was looked at in vain


_WORDS = {name: frozenset(text.split()) for name, text in tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8")).items()}


@dataclass(frozen=True)
class Change:
    """One difference. kind: see the names above; before and after: the statements, empty where there is none."""

    kind: str
    before: str
    after: str

    @property
    def matters(self) -> bool:
        return self.kind in MATTERS


@dataclass(frozen=True)
class Difference:
    """changes: in reading order. score: how likely it matters, 0 to 1."""

    changes: tuple[Change, ...]
    score: float

    @staticmethod
    def of(changes: tuple[Change, ...]) -> "Difference":
        return Difference(changes, score(counts(changes)))

    @property
    def material(self) -> bool:
        return self.score >= MATERIAL_FROM


def difference(before: str, after: str) -> Difference:
    """Between two texts, plain or Markdown. Equal texts give no change and score 0."""
    changes = tuple(_changes(statements(before), statements(after)))
    return Difference.of(changes)


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """How many differences of each kind that matters."""
    found = Counter(change.kind for change in changes)
    return {kind: found[kind] for kind in MATTERS}


def score(found: dict[str, int]) -> float:
    """0 when nothing that matters was counted."""
    if not any(found.values()):
        return 0.0
    return 1 / (1 + exp(-(INTERCEPT + sum(weight * log1p(found[kind]) for kind, weight in WEIGHTS.items()))))


def _changes(before: list[Statement], after: list[Statement]) -> Iterator[Change]:
    gone, new, same = apart(before, after)
    pairs = paired(gone, new)
    names = renamed(pairs, lambda word: _is_number(word) or word in _WORDS["scope"])
    if names:
        yield from (Change(NAME, " ".join(old), " ".join(now)) for old, now in names)
        before = [replace(one, words=named(one.words, names)) for one in before]
        gone, new, same = apart(before, after)
        pairs = paired(gone, new)
    yield from (Change(ORDER, old.text, now.text) for old, now in moved(same, after))
    yield from _ticked(same)
    yield from (_of_pair(old, now) for old, now in pairs)
    met = {id(one) for pair in pairs for one in pair}
    done = {one.words for one in [*before, *after] if one.progress == DONE}
    yield from (Change(_kind_of_one(one, REMOVED, done), one.text, "") for one in gone if id(one) not in met)
    yield from (Change(_kind_of_one(one, ADDED, done), "", one.text) for one in new if id(one) not in met)


def _ticked(same: list[tuple[Statement, Statement]]) -> Iterator[Change]:
    yield from (Change(PROGRESS, old.text, now.text) for old, now in same if old.progress != now.progress)


def _of_pair(old: Statement, now: Statement) -> Change:
    return Change(_kind_of_pair(old, now), old.text, now.text)


def _kind_of_pair(old: Statement, now: Statement) -> str:
    if now.progress == DONE and old.progress != DONE:
        return PROGRESS
    fell, came = Counter(old.words) - Counter(now.words), Counter(now.words) - Counter(old.words)
    if {word for word in fell | came if _is_number(word)}:
        return NUMBER
    if old.points or now.points:
        return POINTER
    lost, won = [word for word in fell if word not in _WORDS["small"]], [word for word in came if word not in _WORDS["small"]]
    lost, won = _without_like(lost, won)
    if any(word in _WORDS["scope"] for word in [*lost, *won]):
        return SCOPE
    return MEANING if lost or won else WORDING


def _kind_of_one(one: Statement, kind: str, done: set[tuple[str, ...]]) -> str:
    """What stands under a heading that is ticked elsewhere was done, and is taken away for that reason."""
    if one.progress == DONE or one.words in done or (one.under in done and kind == REMOVED):
        return PROGRESS
    if one.points:
        return POINTER
    if one.heading or one.numbered:
        return GOAL
    return kind if sum(word not in _WORDS["small"] for word in one.words) >= 3 or any(_is_number(word) for word in one.words) else WORDING


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in "%€$£" or word in _WORDS["dates"] or word in _WORDS["numbers"]


def _without_like(lost: list[str], won: list[str]) -> tuple[list[str], list[str]]:
    """Without words that differ by their ending, or by a slip of the pen."""
    left = list(won)
    rest = []
    for word in lost:
        like = next((other for other in left if _stem(word) == _stem(other) or _slip(word, other)), None)
        if like is None:
            rest.append(word)
        else:
            left.remove(like)
    return rest, left


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _slip(word: str, other: str) -> bool:
    return min(len(word), len(other)) >= 5 and SequenceMatcher(None, word, other).ratio() >= 0.88
