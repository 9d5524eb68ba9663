"""What a group said on the five steps, as one mean with its interval."""

import numpy as np

from .counts import Histogram, ratings
from .estimates import SCALE, Estimate, means


def mean_of(histogram: Histogram) -> Estimate | None:
    """None where it may not be shown, or nobody said anything."""
    marks = ratings(histogram)
    return means(np.array(marks, dtype=float)[:, None]).at(0, SCALE) if marks else None
