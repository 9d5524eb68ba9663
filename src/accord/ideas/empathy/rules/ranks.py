"""Whether raters put things in the same order: Kendall's tau-b and W, Krippendorff's alpha for ordered values."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .estimates import Numbers

ITEMS = 4  # with three, the same order comes about by chance one time in three
RELIABLE, TENTATIVE = 0.8, 0.667  # of alpha (Krippendorff)


@dataclass(frozen=True)
class RankAgreement:
    """tau_b: of two raters, -1 to 1. w: of three and more, 0 to 1. alpha: of any number, answers may be missing, 1 at best and 0 for chance.
    None: not of so many raters or items, with an answer missing, or everybody gave everything the same mark."""

    tau_b: float | None
    w: float | None
    alpha: float | None


def rank_agreement(ratings: Sequence[Sequence[float | None]], *, min_items: int = ITEMS) -> RankAgreement:
    """A row of marks for each rater, None for no answer; only their order counts. ValueError when the rows are not of one length."""
    if len({len(row) for row in ratings}) > 1:
        raise ValueError("Every rater needs one mark for each item, or None.")
    table = np.array([[np.nan if mark is None else mark for mark in row] for row in ratings], dtype=float).reshape(len(ratings), -1)
    raters, items = table.shape
    if items < min_items or raters < 2:
        return RankAgreement(None, None, None)
    whole = not np.isnan(table).any()
    return RankAgreement(tau_b(*table) if whole and raters == 2 else None, kendall_w(table) if whole and raters > 2 else None, alpha_ordinal(table))


def tau_b(one: Numbers, other: Numbers) -> float | None:
    """Pairs in the same order less pairs turned round, by those not tied on either side (Kendall 1945). Every pair is compared: n squared."""
    first, second = (np.sign(row[:, None] - row[None, :]) for row in (one, other))
    untied = np.sqrt((first**2).sum()) * np.sqrt((second**2).sum())
    return float((first * second).sum() / untied) if untied else None


def kendall_w(table: Numbers) -> float | None:
    """Raters by items, whole; corrected for ties. None when every rater gave everything the same mark."""
    raters, items = table.shape
    # An item's rank is one more than the items below it and half of the others that are the same.
    ranks = np.array([(row[None, :] < row[:, None]).sum(axis=1) + ((row[None, :] == row[:, None]).sum(axis=1) + 1) / 2 for row in table])
    ties = sum(float((count**3 - count).sum()) for count in (np.unique(row, return_counts=True)[1] for row in table))
    sums = ranks.sum(axis=0)
    most = raters**2 * (items**3 - items) - raters * ties
    return float(12 * ((sums - sums.mean()) ** 2).sum() / most) if most else None


def alpha_ordinal(table: Numbers) -> float | None:
    """Raters by items, nan for no answer. None when no two marks can be compared, or all are the same."""
    values = np.unique(table[~np.isnan(table)])
    counts = (table[:, :, None] == values).sum(axis=0).astype(float)  # of each value by item
    counts = counts[counts.sum(axis=1) > 1]
    if not len(counts):
        return None
    pairs = np.einsum("ic,ik->ck", counts / (counts.sum(axis=1, keepdims=True) - 1), counts)
    pairs -= np.diag((counts / (counts.sum(axis=1, keepdims=True) - 1)).sum(axis=0))
    n = counts.sum(axis=0)
    # Two values are as far apart as many marks lie between them, and half of those on them.
    upto = np.cumsum(n) - n / 2
    apart = (upto[:, None] - upto[None, :]) ** 2
    expected = float((np.outer(n, n) * apart).sum())
    return 1 - (n.sum() - 1) * float((pairs * apart).sum()) / expected if expected else None
