"""A share with its interval: no share is ever shown alone."""

from math import sqrt

Z90 = 1.6448536269514722  # standard normal at 95 %: nine in ten lie between minus and plus this
Z50 = 0.6744897501960817  # the same for every other one: the middle half


def wilson(hits: int, n: int, z: float = Z90) -> tuple[float, float]:
    """The interval of a share (Wilson's score interval), both ends within 0 and 1: 90 % unless told otherwise. Nothing known: 0 to 1."""
    if n == 0:
        return 0.0, 1.0
    share, z2 = hits / n, z * z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == n else min(1.0, middle + half)
    return low, high
