"""What varies independently in a case: each quantity that moves with no other and, for those that move together, the movements they share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from accord.base.estimate.case import Case
from accord.base.estimate.distributions import Discrete, Distribution, Values, table
from accord.base.estimate.draws import Ranks, inverse, scores, shared


@dataclass(frozen=True)
class Parts:
    """alone: places of the quantities that tell something and move with no other; linked: places of those that move together.
    load: (linked, shared), their normal scores as sums of independent ones (draws.shared). Parts stand in this order:
    the quantities alone, then the shared movements."""

    case: Case
    alone: tuple[int, ...]
    linked: tuple[int, ...]
    load: Values

    @classmethod
    def of(cls, case: Case) -> Parts:
        names = case.correlation.names if case.correlation and case.used & set(case.correlation.names) else ()
        alone = tuple(place for place, name in enumerate(case.names) if name in case.used and name not in names)
        if not names or not case.correlation:
            return cls(case, alone, (), np.empty((0, 0)))
        return cls(case, alone, tuple(case.names.index(name) for name in names), shared(np.array(case.correlation.matrix)))

    def __len__(self) -> int:
        return len(self.alone) + self.load.shape[1]

    def standing(self, drawn: Values, rank: Ranks) -> Values:
        """Every part in every run, of mean 0 and variance 1: (parts, runs). drawn: (d, R, n), values; rank: (R, d, n)."""
        n, first = drawn.shape[-1], len(self.alone)
        out = np.empty((len(self), drawn.shape[1] * n))
        for k, place in enumerate(self.alone):
            centre, spread = moments(self.case.quantities[place].distribution, n)
            np.subtract(drawn[place].ravel(), centre, out=out[k])
            out[k] *= 1 / spread if spread > 0 else 0.0
        if self.linked:
            z = scores(n)[rank[:, list(self.linked)]].swapaxes(0, 1).reshape(len(self.linked), -1)
            out[first:] = np.linalg.pinv(self.load, rcond=1e-3) @ z
        return out

    def ranks(self, net: Ranks, dimension: NDArray[np.intp]) -> tuple[tuple[int, ...], list[Ranks]]:
        """Places of quantities, and the strata of each: (R, n). net: (parts, R, n), strata by dimension; dimension: (parts,), of each part."""
        first = len(self.alone)
        found = [net[k] for k in dimension[:first]]
        if self.linked:
            z = np.einsum("ls,srn->lrn", self.load, scores(net.shape[-1])[net[dimension[first:]]])
            found += list(inverse(np.argsort(z, axis=-1, kind="stable").astype(np.int32)))
        return (*self.alone, *self.linked), found


@lru_cache(maxsize=4096)
def moments(distribution: Distribution, n: int) -> tuple[float, float]:
    """Mean and standard deviation of a quantity as it is drawn, by n strata."""
    if isinstance(distribution, Discrete):
        values, chances = np.array(distribution.values), np.array(distribution.probs)
        return distribution.mean, float(np.sqrt(max(chances @ values**2 - distribution.mean**2, 0.0)))
    x = table(distribution, n)
    return float(x.mean()), float(x.std())
