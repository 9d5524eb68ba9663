"""Points that fill many dimensions evenly: rank-1 lattices, shifted at random and folded.

A lattice of n points takes every stratum of every dimension once, and in pairs and triples of dimensions its points lie far more evenly than
shuffles do. The earlier a dimension, the better its lattice, so what matters most comes first (knowing.py says what that is). Where the
dimensions are more than n points can tell apart, the rest are shuffled. The steps were found component by component, for all powers of two
from 64 to 8,192 at once, with weights falling as (1 + place)^-1.2.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from accord.base.estimate.draws import Ranks

STEPS = (1, 873, 953, 3673, 613, 3973, 207, 1185, 173, 1591, 1549, 3869, 445, 1261, 543, 145, 687, 3057, 987, 2165, 131, 3185, 1771, 3089,
         2145, 1731, 99, 3693, 1651, 1221, 3163, 2125, 3191, 163, 2027, 157, 581, 1889, 2479, 589, 917, 1525, 909, 47, 1491, 2435, 1865, 837)
APART = 16          # points for each dimension that has a step of its own
KEPT = 1 << 19      # strata kept from one call to the next, 2 MB


def net(dimensions: int, n: int, replicates: int, seed: int) -> Ranks:
    """Strata of `replicates` independent lattices of n points (a power of two): (dimensions, replicates, n). Do not write into it."""
    return (_net if dimensions * n * replicates <= KEPT else _net.__wrapped__)(dimensions, n, range(replicates), seed)


def part(dimensions: int, n: int, which: range, seed: int) -> Ranks:
    """The replicates `which` of the same."""
    return _net.__wrapped__(dimensions, n, which, seed)


@lru_cache(maxsize=32)
def _net(dimensions: int, n: int, which: range, seed: int) -> Ranks:
    out = np.empty((dimensions, len(which), n), dtype=np.int32)
    even = min(dimensions, len(STEPS), max(1, n // APART))
    steps = np.array(STEPS[:even])[:, None] * np.arange(n)
    for at, replicate in enumerate(which):
        bits = np.random.Generator(np.random.Philox(key=(seed << 32) + replicate))
        np.add(steps, bits.integers(0, n, len(STEPS))[:even, None], out=out[:even, at], casting="unsafe")
        for k in range(even, dimensions):
            out[k, at] = bits.permutation(n)
    out &= n - 1
    out *= 2
    folded = 2 * n - 1 - out                      # the second half runs back down: what lies at both ends of the scale is not far apart
    np.copyto(out, folded, where=out >= n)
    out.setflags(write=False)
    return out
