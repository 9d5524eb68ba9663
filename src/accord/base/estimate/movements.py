"""What quantities that move together do, in higher powers of the movements they share.

Products of Hermite polynomials of independent normal scores; what each leads one to expect once one quantity is known is a Hermite polynomial
of that quantity's own score, so it can be taken out of the runs and its exact picture put back (easing.py).
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from accord.base.estimate.distributions import Values

LOWEST, HIGHEST, MOST = 3, 4, 60        # powers (higher ones follow single runs more than they follow the truth); and no more products than that

Powers = tuple[int, ...]                # of each movement


@dataclass(frozen=True)
class Movements:
    """weights: (D-1, products), of each product in each option."""

    products: tuple[Powers, ...]
    weights: Values

    def told(self, load: Values, z: Values) -> Values:
        """What the products lead one to expect of a quantity with this load at scores z: (D-1, len(z))."""
        out = np.zeros((len(self.weights), len(z)))
        powers = hermite(z, HIGHEST)
        for k, product in enumerate(self.products):
            total = sum(product)
            share = math.sqrt(math.factorial(total) / math.prod(map(math.factorial, product))) * math.prod(
                float(one) ** power for one, power in zip(load, product, strict=True))
            out += share * self.weights[:, k, None] * powers[total]
        return out


def products(shared: int) -> tuple[Powers, ...]:
    """Every product of powers from LOWEST on, as far as they stay few."""
    found: list[Powers] = []
    for total in range(LOWEST, HIGHEST + 1 if shared else LOWEST):
        more = [tuple(Counter(chosen).get(k, 0) for k in range(shared)) for chosen in combinations_with_replacement(range(shared), total)]
        if len(found) + len(more) > MOST:
            break
        found += more
    return tuple(found)


def hermite(z: Values, highest: int) -> list[Values]:
    """Hermite polynomials of z, each of variance 1 under the normal distribution, from power 0 on."""
    found = [np.ones_like(z), z]
    for k in range(1, highest):
        found.append((z * found[k] - math.sqrt(k) * found[k - 1]) / math.sqrt(k + 1))
    return found


def drawn(chosen: tuple[Powers, ...], scores: Values) -> Values:
    """Every product in every run: (products, runs). scores: (shared, runs)."""
    powers = [hermite(one, HIGHEST) for one in scores]
    out = np.empty((len(chosen), scores.shape[1]))
    for k, product in enumerate(chosen):
        first, *rest = [powers[movement][power] for movement, power in enumerate(product) if power]
        out[k] = first
        for one in rest:
            out[k] *= one
    return out
