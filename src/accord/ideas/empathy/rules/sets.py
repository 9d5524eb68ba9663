"""How many small sets a round of most and least takes."""

from .maxdiff import SHOWS, SIZE

LEAST_ITEMS, MOST_ITEMS = SIZE, 20  # fewer make no set; more are more pages than anybody answers


def sets_for(items: int) -> int:
    """Of so many items."""
    return -(-items * SHOWS // SIZE)
