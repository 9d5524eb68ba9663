"""Which statement of one text is which of another: those that say the same, those that are alike, those with a new name, those that moved."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from .statements import Statement

ALIKE = 0.5  # statements less alike than this are two statements
AT_MOST = 600  # statements left to pair on either side; beyond, they are new and gone
THROUGHOUT = 3  # so often the same words must have taken the place of the same words to be another name


def apart(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[list[Statement], list[Statement], list[tuple[Statement, Statement]]]:
    """What is only before, only after, and what says the same in both; each statement of one side meets one of the other."""
    places: dict[str, list[Statement]] = {}
    for one in reversed(after):
        places.setdefault(one.key, []).append(one)
    gone, same = [], []
    for one in before:
        if places.get(one.key):
            same.append((one, places[one.key].pop()))
        else:
            gone.append(one)
    met = {id(now) for _old, now in same}
    return gone, [one for one in after if id(one) not in met], same


def paired(gone: list[Statement], new: list[Statement]) -> list[tuple[Statement, Statement]]:
    """The likeliest pairs first, each statement in one of them."""
    found = []
    for i, old in enumerate(gone[:AT_MOST]):
        matcher = SequenceMatcher(None, b=old.words, autojunk=False)
        for j, now in enumerate(new[:AT_MOST]):
            matcher.set_seq1(now.words)
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and (alike := matcher.ratio()) >= ALIKE:
                found.append((-alike, i, j))
    left, right, pairs = set(), set(), []
    for _alike, i, j in sorted(found):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((gone[i], new[j]))
    return sorted(pairs, key=lambda pair: gone.index(pair[0]))


def _replaced(old: Sequence[str], now: Sequence[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for kind, a, b, c, d in SequenceMatcher(None, old, now, autojunk=False).get_opcodes():
        if kind != "equal":
            yield tuple(old[a:b]), tuple(now[c:d])


def renamed(pairs: list[tuple[Statement, Statement]], says: Callable[[str], bool]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Words that took the place of the same words again and again, and say nothing of the sort `says`
    tells: another name for the same thing. In the singular."""
    often: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    for old, now in pairs:
        often.update({one for one in _replaced(_singular(old.words), _singular(now.words)) if all(one) and max(map(len, one)) <= 3})
    return [one for one, times in often.items() if times >= THROUGHOUT and not any(says(word) for side in one for word in side)]


def _singular(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in words)


def named(words: tuple[str, ...], names: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> tuple[str, ...]:
    """The words with every old name put into the new one."""
    found: list[str] = []
    single, by_old, place = _singular(words), dict(names), 0
    while place < len(words):
        length = next((many for many in (3, 2, 1) if single[place : place + many] in by_old), 0)
        found += by_old[single[place : place + length]] if length else words[place : place + 1]
        place += length or 1
    return tuple(found)


def moved(same: list[tuple[Statement, Statement]], after: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Items of numbered lists that others passed: all but a longest run that kept its order."""
    places = {id(one): place for place, one in enumerate(after)}
    numbered = [(old, now) for old, now in same if old.numbered and now.numbered]
    kept = _longest_rising([places[id(now)] for _old, now in numbered])
    yield from (pair for place, pair in enumerate(numbered) if place not in kept)


def _longest_rising(values: Sequence[int]) -> set[int]:
    """The places of a longest rising run among different values (patience sorting)."""
    ends: list[int] = []  # the least value a run of each length can end in
    piles: list[int] = []  # its place
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        ends[length : length + 1] = [value]
        piles[length : length + 1] = [place]
        before.append(piles[length - 1] if length else -1)
    found, at = set(), piles[-1] if piles else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
