"""Which stratum each quantity takes in each run: ranks, keyed by the quantity's own name.

Every quantity gets, for every replicate, a shuffle of its n strata drawn from a hash of (seed, name): each
stratum comes up exactly once, so marginal means are exact. Nothing but the name goes in, so adding, renaming or
reordering quantities leaves the draws of all others as they were, on any machine. (A jointly designed point set,
such as Sobol's, is finer in two dimensions, but hands a quantity other draws when a neighbour is added; ADR 0003.)
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np
import scipy
from numpy.typing import NDArray

from accord.base.estimate.distributions import Values

Ranks = NDArray[np.int32]
KEPT = 1 << 16        # strata of one quantity over all replicates, 256 KB


@lru_cache(maxsize=256)
def _shuffles(name: str, n: int, replicates: int, seed: int) -> Ranks:
    """One permutation of the strata per replicate, from a hash of seed and name: (replicates, n)."""
    key = hashlib.blake2b(f"{seed}/{name}".encode(), digest_size=16).digest()
    bits = np.random.Generator(np.random.Philox(key=int.from_bytes(key, "big")))
    found = bits.permuted(np.tile(np.arange(n, dtype=np.int32), (replicates, 1)), axis=1)
    found.setflags(write=False)
    return found


def shuffles(name: str, n: int, replicates: int, seed: int) -> Ranks:
    """The strata of one quantity: (replicates, n). Small ones are kept, as a page asks for them at every keystroke. Do not write into them."""
    return (_shuffles if n * replicates <= KEPT else _shuffles.__wrapped__)(name, n, replicates, seed)


def ranks(names: tuple[str, ...], n: int, replicates: int, seed: int) -> Ranks:
    """Shape (replicates, len(names), n): `ranks[r, i, j]` is the stratum of quantity i in run j of replicate r."""
    out = np.empty((replicates, len(names), n), dtype=np.int32)
    for i, name in enumerate(names):
        out[:, i] = shuffles(name, n, replicates, seed)
    return out


@lru_cache(maxsize=256)
def _order(name: str, n: int, replicates: int, seed: int, bins: int) -> Ranks:
    found = cut(shuffles(name, n, replicates, seed), bins)
    found.setflags(write=False)
    return found


def order(name: str, n: int, replicates: int, seed: int, bins: int) -> Ranks:
    """The runs of one quantity that moves with no other, in the order of its strata: (replicates, n/bins, bins), the first runs of all
    bins first. Kept as `shuffles` are."""
    return (_order if n * replicates <= KEPT else _order.__wrapped__)(name, n, replicates, seed, bins)


def cut(rank: Ranks, bins: int) -> Ranks:
    """The same for any strata: (replicates, n) to (replicates, n/bins, bins)."""
    return np.ascontiguousarray(inverse(rank).reshape(len(rank), bins, -1).swapaxes(1, 2))


def inverse(rank: Ranks) -> Ranks:
    """`inverse[..., s]` is the run that has stratum s. Same shape as `rank`."""
    out = np.empty_like(rank)
    np.put_along_axis(out, rank, np.arange(rank.shape[-1], dtype=np.int32).reshape((1,) * (rank.ndim - 1) + (-1,)), axis=-1)
    return out


@lru_cache(maxsize=64)
def scores(n: int) -> Values:
    """Normal scores of n strata: the mean of each, standard normal. Shape (n,). Do not write into it."""
    edges = scipy.special.ndtri(np.arange(n + 1) / n)
    density = np.where(np.isfinite(edges), np.exp(-0.5 * edges**2) / np.sqrt(2 * np.pi), 0.0)
    return np.asarray(-n * np.diff(density))


def together(rank: Ranks, root: Values) -> Ranks:
    """Ranks made to move together: a Gaussian copula with `root` the Cholesky factor of the correlation of
    normal scores. rank: (k, ..., n). The scores are mixed and ranked again, so every marginal stays exact. Same shape."""
    mixed = np.tensordot(root, scores(rank.shape[-1])[rank], 1)
    return inverse(np.argsort(mixed, axis=-1, kind="stable").astype(np.int32))


def shared(matrix: Values) -> Values:
    """Normal scores of covariance `matrix` as sums of independent ones: (k, m), with shared @ shared.T the matrix. Each column takes as much as
    it can of what is left, so the first matter most; the choice is the same on any machine."""
    left = matrix.copy()
    columns: list[Values] = []
    while len(columns) < len(matrix) and np.diag(left).max() > 1e-9:
        open_still = np.diag(left) > 1e-9
        takes = np.where(open_still, (left**2).sum(axis=0) / np.where(open_still, np.diag(left), 1.0), 0.0)
        first = int(np.flatnonzero(takes > takes.max() * (1 - 1e-9))[0])
        columns.append(left[:, first] / np.sqrt(left[first, first]))
        left = left - np.outer(columns[-1], columns[-1])
    return np.stack(columns, axis=1) if columns else np.zeros((len(matrix), 0))
