"""Whether somebody said something in words of their own: a *copied* sentence has at least 0.6 of its word 3-grams from the original."""

import re
from collections.abc import Sequence

GRAM, COPIED_FROM = 3, 0.6
_WORD = re.compile(r"\w+")


def _grams(words: Sequence[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + n]) for at in range(len(words) - n + 1)]


def is_copied(original: str, said_back: str) -> bool:
    """Whether what is said back is so close to the original that confirming it proves nothing. Shorter than three words: all of it must stand there."""
    theirs, ours = _WORD.findall(original.lower()), _WORD.findall(said_back.lower())
    n = min(GRAM, len(ours))
    if n == 0:
        return False
    known, told = set(_grams(theirs, n)), _grams(ours, n)
    return sum(gram in known for gram in told) / len(told) >= COPIED_FROM
