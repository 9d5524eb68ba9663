"""Noise taken out of the runs before anything is read off them.

The option values are followed by a sum over the independent parts of the case (parts.py): so much for each part by itself, and so much for
the strongest in pairs. What such a sum leads one to expect, once a quantity is known, is known exactly. So the sum is taken out of the runs
(what a quantity tells is then not blurred by what the others do), and its exact picture is added back to each quantity's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from accord.base.estimate.distributions import Discrete, Values, table
from accord.base.estimate.draws import scores
from accord.base.estimate.movements import Movements, products
from accord.base.estimate.movements import drawn as drawn_powers
from accord.base.estimate.parts import Parts, moments
from accord.base.estimate.runs import Runs, batches, drawn, strata

PAIRED = 12        # so many of the strongest parts are also taken two by two
HELD = 4           # batches of parts kept from one look to the next
BLOCK = 1024       # runs multiplied at a time
AT_ONCE = 1 << 13  # runs whose higher powers are worked out at a time
BENT = 0.01        # of the variance left: as much as a curve must account for


@dataclass(frozen=True)
class Eased:
    """Against option 0. slopes: (D-1, parts), for each part by itself; pairs: (D-1, strong, strong), for the parts `strong` in twos.
    moved: the same for higher powers of shared movements. curves: (d, D-1, bins), what else each quantity does by itself, by its bins.
    left: (D-1, R, n), the runs without all that. order: the parts, most telling first."""

    parts: Parts
    slopes: Values
    pairs: Values
    strong: tuple[int, ...]
    moved: Movements
    curves: Values
    left: Values
    order: tuple[int, ...]

    def effects(self, runs: Runs) -> Values:
        """What was taken out, as each quantity tells it: (d, D-1, bins), each of mean 0."""
        out, bins = self.curves.copy(), self.curves.shape[-1]
        for k, place in enumerate(self.parts.alone):
            centre, spread = moments(runs.case.quantities[place].distribution, runs.effort.runs)
            if spread > 0:
                out[place] += self.slopes[:, k, None] * ((_binned(runs, place, bins) - centre) / spread)
        if self.parts.linked:
            self._shared(out, runs.effort.runs, bins)
        return out

    def own(self, runs: Runs, place: int, drawn: Values) -> Values:
        """What was taken out of each run for one quantity by itself: (D-1, R, n). drawn: (R, n), its values."""
        found = self.curves[place][:, runs.rank[:, place] // (runs.effort.runs // self.curves.shape[-1])]
        if place in self.parts.alone:
            centre, spread = moments(runs.case.quantities[place].distribution, runs.effort.runs)
            if spread > 0:
                found += self.slopes[:, self.parts.alone.index(place), None, None] * ((drawn - centre) / spread)
        return np.asarray(found)

    def bent(self, runs: Runs, shown: Values, effects: Values) -> Eased | None:
        """Eased once more, by what is shown of quantities beyond what was taken out. None where that is next to nothing."""
        curves = shown - effects
        curves -= curves.mean(axis=-1, keepdims=True)
        enough = np.maximum(BENT * self.left.var(axis=(1, 2)), BENT**2 * runs.increments.var(axis=(0, 2)))
        much = ((curves**2).mean(axis=-1) > enough).any(axis=1)
        much[[place for place in range(len(much)) if place not in self.parts.alone]] = False
        if not much.any():
            return None
        curves[~much] = 0.0
        width = runs.effort.runs // curves.shape[-1]
        for place in np.flatnonzero(much):
            at = runs.rank[:, place] // width
            for option, curve in enumerate(curves[place]):
                np.subtract(self.left[option], curve[at], out=self.left[option])
        return replace(self, curves=self.curves + curves)

    def _shared(self, out: Values, n: int, bins: int) -> None:
        z = scores(n)
        level, bend = z.reshape(bins, -1).mean(axis=1), (z * z).reshape(bins, -1).mean(axis=1)
        bend -= bend.mean()
        first = len(self.parts.alone)
        shared = [(at, part - first) for at, part in enumerate(self.strong) if part >= first]
        at, movement = [one for one, _ in shared], [one for _, one in shared]
        for load, place in zip(self.parts.load, self.parts.linked, strict=True):
            twice = 0.5 * np.einsum("ojk,j,k->o", self.pairs[:, at][:, :, at], load[movement], load[movement])
            out[place] = (self.slopes[:, first:] @ load)[:, None] * level + twice[:, None] * bend
            higher = self.moved.told(load, z).reshape(len(self.slopes), bins, -1).mean(axis=2)
            out[place] += higher - higher.mean(axis=1, keepdims=True)

    def ordered(self, runs: Runs, effects: Values) -> tuple[str, ...]:
        """The names of the quantities, most telling first. effects: (d, D-1, bins)."""
        size = told(effects.swapaxes(0, 1)).mean(axis=-1)
        for k, place in enumerate(self.parts.alone):
            size[place] = self._weights()[k]
        return tuple(runs.case.names[place] for place in _first_most(size, runs.case.names))

    def _weights(self) -> Values:
        return weights(self.slopes, self.pairs, self.strong)


def weights(slopes: Values, pairs: Values, strong: tuple[int, ...]) -> Values:
    """How much each part tells, by itself and in pairs: (parts,)."""
    found = told(slopes)
    found[list(strong)] += told(pairs).sum(axis=-1) / 2
    return found


def told(increments: Values) -> Values:
    """How much the options differ, whichever of them comes first. increments: (D-1, ...), against option 0."""
    return np.asarray((increments**2).sum(axis=0) - increments.sum(axis=0) ** 2 / (len(increments) + 1))


def _first_most(size: Values, names: tuple[str, ...]) -> list[int]:
    """Places by falling size; near equals by name, so that neither the order of a case nor the last digit decides."""
    shown = np.round(size / (size.max(initial=0.0) or 1.0), 9)
    return sorted(range(len(size)), key=lambda place: (-shown[place], names[place]))


def eased(runs: Runs, bins: int) -> Eased:
    """The runs eased. Drawn again some replicates at a time where they are many, so that no more is held at once than when they were made."""
    parts, every = Parts.of(runs.case), batches(runs.case, runs.effort)
    left = runs.increments.swapaxes(0, 1).copy()
    kept = [_standing(runs, parts, which) for which in every] if len(every) <= HELD else []

    def standing(which: slice) -> Values:
        return kept[every.index(which)] if kept else _standing(runs, parts, which)

    named = (*(runs.case.names[place] for place in parts.alone), *(f"{k:04}" for k in range(parts.load.shape[1])))
    slopes = sum((_cross(_flat(left, which), standing(which)) for which in every), np.zeros((len(left), len(parts)))) / left[0].size
    strong = tuple(_first_most(told(slopes), named)[:PAIRED])
    pairs = _take_slopes(left, slopes, strong, len(parts.alone), every, standing)
    again = _take_pairs(left, pairs, strong, every, standing)
    for which in every:                           # what the first slopes missed for the noise of the rest
        left[:, which] -= _mixed(again, standing(which)).reshape(left[:, which].shape)
    slopes = slopes + again
    moved = _take_movements(left, parts, every, standing)
    curves = np.zeros((len(runs.case.quantities), len(left), bins))
    return Eased(parts, slopes, pairs, strong, moved, curves, left, tuple(_first_most(weights(slopes, pairs, strong), named)))


def _take_slopes(left: Values, slopes: Values, strong: tuple[int, ...], alone: int, every: list[slice], standing: Callable[[slice], Values]) -> Values:
    """Each part by itself out of the runs, in place. Gives back what the strong parts do in twos: (D-1, strong, strong)."""
    average, pairs = left.mean(axis=(1, 2)), np.zeros((len(left), len(strong), len(strong)))
    for which in every:
        part = standing(which)
        flat, some = _flat(left, which) - _mixed(slopes, part), part[list(strong)]
        left[:, which] = flat.reshape(left[:, which].shape)
        for option, value in enumerate(flat):
            pairs[option] += _cross(some * (value - average[option]), some) / left[0].size
    own = np.array([part < alone for part in strong], dtype=bool)
    pairs[:, own, own] = 0.0                      # a quantity's own bend is its own effect
    return pairs


def _take_pairs(left: Values, pairs: Values, strong: tuple[int, ...], every: list[slice], standing: Callable[[slice], Values]) -> Values:
    """Parts in twos out of the runs, in place. Gives back what each part does by itself in what is left: (D-1, parts)."""
    found = []
    for which in every:
        part = standing(which)
        some = part[list(strong)]
        for option, both in enumerate(pairs):
            taken = 0.5 * (np.einsum("in,in->n", some, _mixed(both, some)) - np.trace(both))
            left[option, which] -= taken.reshape(left[option, which].shape)
        found.append(_cross(_flat(left, which), part))
    return np.asarray(sum(found)) / left[0].size


def _take_movements(left: Values, parts: Parts, every: list[slice], standing: Callable[[slice], Values]) -> Movements:
    """Higher powers of shared movements out of the runs, in place, by least squares."""
    chosen, first = products(parts.load.shape[1]), len(parts.alone)
    if not chosen:
        return Movements((), np.zeros((len(left), 0)))
    size, pull = np.zeros((len(chosen), len(chosen))), np.zeros((len(chosen), len(left)))
    average = left.mean(axis=(1, 2))
    for which in every:
        flat, shared_scores = _flat(left, which) - average[:, None], standing(which)[first:]
        for block in _blocks(flat.shape[1]):
            powers = drawn_powers(chosen, shared_scores[:, block])
            size += _cross(powers, powers)
            pull += _cross(powers, flat[:, block])
    weights: Values = np.linalg.lstsq(size, pull, rcond=1e-10)[0].T.astype(np.float64, copy=False)
    for which in every:
        shared_scores = standing(which)[first:]
        taken = np.concatenate([_mixed(weights, drawn_powers(chosen, shared_scores[:, block])) for block in _blocks(shared_scores.shape[1])], axis=1)
        left[:, which] -= taken.reshape(left[:, which].shape)
    return Movements(chosen, weights)


def _cut(values: Values) -> Values:
    """Runs in blocks: (k, runs) to (blocks, k, runs / blocks). Products of small blocks stay on one processor, which for so little work is quicker."""
    return values.reshape(len(values), -1, min(BLOCK, values.shape[1])).swapaxes(0, 1)


def _cross(one: Values, other: Values) -> Values:
    """one @ other.T, both (k, runs)."""
    return np.asarray((_cut(one) @ _cut(other).swapaxes(1, 2)).sum(axis=0))


def _mixed(weights: Values, values: Values) -> Values:
    """weights @ values; values: (k, runs)."""
    return (weights @ _cut(values)).swapaxes(0, 1).reshape(len(weights), -1)


def _blocks(runs: int) -> list[slice]:
    return [slice(start, start + AT_ONCE) for start in range(0, runs, AT_ONCE)]


def _standing(runs: Runs, parts: Parts, which: slice) -> Values:
    return parts.standing(runs.held if runs.held is not None else drawn(runs.case, runs.effort, runs.rank, which), runs.rank[which])


def _flat(left: Values, which: slice) -> Values:
    return left[:, which].reshape(len(left), -1)


def _binned(runs: Runs, place: int, bins: int) -> Values:
    """A quantity's average in each bin."""
    found, count = runs.case.quantities[place].distribution, runs.effort.replicates
    if not isinstance(found, Discrete):
        return table(found, bins)
    levels = np.stack([strata(runs.case, place, runs.effort.runs, r, count) for r in range(count)])
    return np.asarray(levels.reshape(count, bins, -1).mean(axis=(0, 2)))
