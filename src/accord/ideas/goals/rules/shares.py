"""A share with its interval: no share is ever shown alone."""

from math import sqrt

Z90 = 1.6448536269514722  # standard normal at 95 %: nine in ten lie between minus and plus this


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 90 % interval of a share (Wilson's score interval), both ends within 0 and 1. Nothing known: 0 to 1."""
    if n == 0:
        return 0.0, 1.0
    share, z2 = hits / n, Z90 * Z90
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z90 / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == n else min(1.0, middle + half)
    return low, high
