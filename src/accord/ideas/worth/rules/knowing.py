"""Who might know what, until somebody says: an assumption, and always labelled as one."""

from collections.abc import Iterable

from accord.base import estimate
from accord.base.people.rules import Side

from .laying import PROBLEM

FIGURES, WORK, LEADS = "has the figures", "does the work", "leads"
ROLES = (FIGURES, WORK, LEADS)
MOST_PEOPLE = 5  # weighed at once; more would make the page slow and the list long


def side_of(name: str) -> Side:
    """Whose side would know a quantity of this name: the problem is the business's to tell, what a way out costs is IT's."""
    return Side.BUSINESS if name in PROBLEM or name.endswith("part removed") else Side.IT


def guessed(side: str, names: Iterable[str]) -> tuple[str, ...]:
    """The quantities somebody on this side might know."""
    return tuple(name for name in names if side_of(name).value == side)


def score(ranges: Iterable[tuple[float, float, float]]) -> tuple[int, int]:
    """How many (low, high, what came true) held, of how many. For the person alone, and for what their next answer is worth."""
    rows = list(ranges)
    return sum(low <= value <= high for low, high, value in rows), len(rows)


def default_of(role: str) -> tuple[float, float, float]:
    """Minutes, cost of an hour and days that are assumed for a role."""
    found = estimate.DEFAULTS.get(role, estimate.DEFAULTS[""])
    return found.minutes, found.hour_cost, found.days
