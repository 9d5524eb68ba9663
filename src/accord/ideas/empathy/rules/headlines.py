"""What to say first about a round, as a key for the page to put in a sentence. `not_clear` is a result like any other."""

from collections import Counter
from dataclasses import dataclass, field

from .coorientation import State
from .equal_shares import FairSelection
from .picture import Picture

A_THIRD, TWO_THIRDS = 1 / 3, 2 / 3
SMALL = 0.05  # of a group's points; a smaller gain is none


@dataclass(frozen=True)
class Headline:
    """key: which sentence; then: which one after it, empty for none. numbers: what both may name. item: the one the second is about."""

    key: str
    then: str = ""
    numbers: dict[str, float] = field(default_factory=dict)
    item: str = ""


def headline(picture: Picture) -> Headline:
    """How well both sides guess, then what stands first among the items.

    Of the 2n guesses (each side's of each item) some are clearly right, some clearly wrong; the key holds however the others turn out:
    `too_few_answers` · `all_right` · `mostly_right` (a third wrong at most) · `half_right` · `mostly_wrong` (two thirds at least) ·
    `at_least_a_third_wrong` · `at_most_two_thirds_wrong` · `not_clear`.
    Then: `false_consensus`, `false_conflict`, `open_disagreement` for the widest clear one; `consensus` when all items clearly are; or nothing.
    numbers: guesses, wrong, right, unclear; items, and those clear of each state.
    """
    if not picture.items:
        return Headline("too_few_answers", numbers={"left_out": len(picture.left_out)})
    told = Counter(right for one in picture.items for right in (one.right_a, one.right_b))
    states = Counter(one.state.value for one in picture.items if one.clear)
    guesses = 2 * len(picture.items)
    counts = {"guesses": guesses, "wrong": told[False], "right": told[True], "unclear": told[None], "items": len(picture.items)}
    numbers = {name: float(count) for name, count in (counts | {state.value: states[state.value] for state in State}).items()}
    first = next((one for one in picture.items if one.clear and one.state is not State.CONSENSUS), None)
    key = _guessed(told[False] / guesses, 1 - told[True] / guesses)
    if first:
        return Headline(key, first.state.value, numbers, first.item)
    return Headline(key, "consensus" if states[State.CONSENSUS.value] == len(picture.items) else "", numbers)


def _guessed(wrong: float, at_most: float) -> str:
    """By the share that is clearly wrong, and the share that is not clearly right."""
    if not at_most:
        return "all_right"
    for key, low, high in (("mostly_right", 0.0, A_THIRD), ("half_right", A_THIRD, TWO_THIRDS), ("mostly_wrong", TWO_THIRDS, 1.0)):
        if low <= wrong and at_most <= high:
            return key
    if wrong >= A_THIRD:
        return "at_least_a_third_wrong"
    return "at_most_two_thirds_wrong" if at_most <= TWO_THIRDS else "not_clear"


def selection_headline(selection: FairSelection, *, waiting: int = 0) -> Headline:
    """What equal shares change against ranking by points. waiting: groups that have not given their points yet.

    `not_clear` (as many wait as gave, or fewer than two gave) · `nothing_fits` · `same` (the same items) · `all_get_something` (ranking leaves
    somebody with nothing, equal shares nobody) · `fewer_get_nothing` · `least_rises` · `no_gain` (other items, and nobody at the end is better off).
    numbers: groups, waiting, nothing_by_ranking, nothing_by_shares, least_by_ranking, least_by_shares, hearing.
    """
    equal, ranking = selection.equal, selection.ranking
    without, now_without = len(ranking.with_nothing), len(equal.with_nothing)
    counts = {"groups": len(equal.satisfaction), "waiting": waiting, "nothing_by_ranking": without, "nothing_by_shares": now_without}
    numbers = {name: float(count) for name, count in counts.items()}
    numbers |= {"least_by_ranking": ranking.least, "least_by_shares": equal.least, "hearing": float(len(selection.hearing))}
    return Headline(_selected(selection, waiting), "hearing" if selection.hearing else "", numbers)


def _selected(selection: FairSelection, waiting: int) -> str:
    equal, ranking = selection.equal, selection.ranking
    if len(equal.satisfaction) < max(2, waiting + 1):
        return "not_clear"
    if not equal.items:
        return "nothing_fits"
    if set(equal.items) == set(ranking.items):
        return "same"
    if len(equal.with_nothing) < len(ranking.with_nothing):
        return "fewer_get_nothing" if equal.with_nothing else "all_get_something"
    return "least_rises" if equal.least >= ranking.least + SMALL and len(equal.with_nothing) == len(ranking.with_nothing) else "no_gain"
