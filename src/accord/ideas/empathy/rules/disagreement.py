"""How far people are apart on one item, and whether somebody it is critical to would be averaged away."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from accord.base.people.gate import K

from .estimates import SCALE, Numbers, Scale


@dataclass(frozen=True)
class Disagreement:
    """agreement: van der Eijk's A, 1 for one peak, 0 for even, -1 for two camps at the ends. polarisation: (1 - A) / 2. Both and the median,
    in units of the scale, are None for fewer than k. critical_minority: somebody marked the top while the median is no higher than the
    middle; it is said for any number, for whoever marks the top signs with a reason."""

    n: int
    agreement: float | None
    polarisation: float | None
    median: float | None
    critical_minority: bool


def disagreement(ratings: Sequence[float | None], *, scale: Scale = SCALE, k: int = K) -> Disagreement:
    """ratings: whole steps of the scale, None for no answer. ValueError for a mark off the scale or between two steps."""
    given = [mark for mark in ratings if mark is not None]
    low, high = (int(end) for end in scale)
    counts = Counter(given)
    if off := [mark for mark in counts if not low <= mark <= high or mark != int(mark)]:
        raise ValueError(f"{off[0]} is no step of the scale from {low} to {high}.")
    middle = float(median(given)) if given else None
    minority = middle is not None and high in counts and middle <= (low + high) / 2
    if len(given) < k or middle is None:
        return Disagreement(len(given), None, None, None, minority)
    agreement = van_der_eijk(np.array([counts[step] for step in range(low, high + 1)], dtype=float))
    return Disagreement(len(given), agreement, (1 - agreement) / 2, middle, minority)


def van_der_eijk(counts: Numbers) -> float:
    """counts: of each step, three steps at least. The counts are taken down layer by layer, each of all the steps that are left; a layer's
    agreement is weighted by its share of the answers (van der Eijk 2001, Quality and Quantity 35)."""
    left, total, found = counts.astype(float), float(counts.sum()), 0.0
    while left.any():
        layer = left > 0
        height = left[layer].min()
        found += height * layer.sum() / total * _layer(layer.tolist())
        left = np.where(layer, left - height, 0.0)
    return found


def _layer(on: list[bool]) -> float:
    """Triples of steps with a hole in the middle speak for two camps, those with an empty end for one."""
    steps, some = len(on), sum(on)
    one_camp = two_camps = 0
    for middle in range(steps):
        before, after = sum(on[:middle]), sum(on[middle + 1 :])
        if on[middle]:
            one_camp += before * (steps - middle - 1 - after) + (middle - before) * after
        else:
            two_camps += before * after
    triples = one_camp + two_camps
    unimodal = ((steps - 2) * one_camp - (steps - 1) * two_camps) / ((steps - 2) * triples) if triples else 1.0
    return unimodal * (1 - (some - 1) / (steps - 1))
