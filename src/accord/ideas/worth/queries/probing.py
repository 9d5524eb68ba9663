"""What one step of a case comes to by itself. Found by what the case says, as its weighing is, so every page says the same figure."""

import json
from functools import lru_cache

from accord.base import estimate
from accord.base.estimate.steps import Span, loss_a_year

from .weighing import WeighedCase


def yearly(found: WeighedCase) -> Span | None:
    """What the problem costs a year, in the case's currency; None where the case has no such step."""
    return _yearly(json.dumps(found.draft.to_data(), sort_keys=True))


@lru_cache(maxsize=64)
def _yearly(told: str) -> Span | None:
    return loss_a_year(estimate.Case.from_data(json.loads(told)))
