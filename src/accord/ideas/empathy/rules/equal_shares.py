"""What to do with a budget so that every group gets its share: the method of equal shares (Peters and Skowron; used by cities in Poland and
Switzerland), beside the two rankings that leave small groups with nothing.

The budget is split equally over groups, not heads. Again and again the item is bought that asks least of its supporters for each point they
gave it: the smallest `rho` at which `sum over groups min(what is left to the group, rho x its points)` is the cost. What nobody can pay for
any more is filled up by points for the money.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .estimates import Numbers

NEAR = 1e-9  # of the cost; closer is the same, and the first by name goes first

Points = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Choice:
    """items: in the order of choosing. cost: of all of them. satisfaction: the share of its points that a group gets, 0 to 1, 1 for a group
    that gave none. least: the smallest of them. with_nothing: groups that gave points and get none of them."""

    items: tuple[str, ...]
    cost: float
    satisfaction: dict[str, float]
    least: float
    with_nothing: tuple[str, ...]


@dataclass(frozen=True)
class FairSelection:
    """equal: by equal shares, bought and filled up together. ranking: by points alone; per_cost: by points for the money; both take what
    still fits. hearing: items critical to somebody and not in equal, which are talked about instead of dropped."""

    equal: Choice
    bought: tuple[str, ...]
    filled_up: tuple[str, ...]
    ranking: Choice
    per_cost: Choice
    hearing: tuple[str, ...]


def fair_selection(budget: float, costs: Mapping[str, float], groups: Points, critical: Mapping[str, Iterable[str]] | None = None) -> FairSelection:
    """costs: of each item, in the unit of the budget. groups: what each gives to items, 0 and more, in any unit that is the same for all.
    critical: by group, the items it marked. ValueError for a cost that is not above 0, points below 0, or an item without a cost."""
    items = sorted(costs)
    points = _table(items, costs, groups)
    price = np.array([costs[one] for one in items], dtype=float)
    total = points.sum(axis=0)
    bought = _equal_shares(budget, price, points)
    filled = _fill(budget - price[bought].sum(), price, total / price, taken=bought)
    equal = _choice([*bought, *filled], items, price, points, groups)
    ranking, per_cost = (_choice(_fill(budget, price, by), items, price, points, groups) for by in (total, total / price))
    hearing = {one for marked in (critical or {}).values() for one in marked} - set(equal.items)
    return FairSelection(equal, equal.items[: len(bought)], equal.items[len(bought) :], ranking, per_cost, tuple(sorted(hearing)))


def _table(items: Sequence[str], costs: Mapping[str, float], groups: Points) -> Numbers:
    if bad := [name for name, cost in costs.items() if not cost > 0]:
        raise ValueError(f"“{bad[0]}” needs a cost above 0.")
    for group, given in groups.items():
        if bad := [name for name, points in given.items() if name not in costs or not points >= 0]:
            raise ValueError(f"“{group}” gives points to “{bad[0]}”, which needs a cost, and points from 0 up.")
    return np.array([[given.get(one, 0.0) for one in items] for given in groups.values()], dtype=float).reshape(len(groups), len(items))


def _equal_shares(budget: float, price: Numbers, points: Numbers) -> list[int]:
    """Which items are bought, in that order: groups by items. All items are priced at once: a round is one sort."""
    if not len(points):
        return []
    left, bought, open_to = np.full(len(points), budget / len(points)), list[int](), points.sum(axis=0) > 0
    while open_to.any():
        rho = _asked(left, price, points, open_to)
        least = rho.min()
        if not np.isfinite(least):
            break
        best = int(np.flatnonzero(rho <= least * (1 + NEAR))[0])
        left = np.maximum(left - rho[best] * points[:, best], 0.0)
        open_to[best] = False
        bought.append(best)
    return bought


def _asked(left: Numbers, price: Numbers, points: Numbers, open_to: Numbers) -> Numbers:
    """rho of each item, infinite where its supporters cannot pay. Sorted by what each can pay for a point: those before give all they have,
    the others rho for each point."""
    with np.errstate(divide="ignore", invalid="ignore"):
        can = np.where(points > 0, left[:, None] / points, np.inf)
        order = np.argsort(can, axis=0)
        sorted_points = np.take_along_axis(points, order, axis=0)
        money = np.take_along_axis(np.where(points > 0, left[:, None], 0.0), order, axis=0)
        before = np.cumsum(money, axis=0) - money
        after = points.sum(axis=0) - (np.cumsum(sorted_points, axis=0) - sorted_points)
        rho = (price - before) / np.where(sorted_points > 0, after, np.nan)
        # The first place at which nobody from there on would have to give more than they have.
        fits = (rho <= np.take_along_axis(can, order, axis=0) * (1 + NEAR)) & (sorted_points > 0)
    found = np.take_along_axis(rho, fits.argmax(axis=0)[None], axis=0)[0]
    return np.where(fits.any(axis=0) & open_to, found, np.inf)


def _fill(budget: float, price: Numbers, by: Numbers, taken: Collection[int] = ()) -> list[int]:
    """What still fits, the greatest first; nothing that nobody wants."""
    found, left = list[int](), budget
    for n in sorted(range(len(price)), key=lambda n: (-round(float(by[n]), 9), n)):
        if n not in taken and by[n] > 0 and price[n] <= left + NEAR * max(budget, 1):
            found.append(n)
            left -= price[n]
    return found


def _choice(chosen: Sequence[int], items: Sequence[str], price: Numbers, points: Numbers, groups: Points) -> Choice:
    which, given = list(chosen), points.sum(axis=1)
    got = points[:, which].sum(axis=1)
    satisfied = {name: float(one / all_of) if all_of else 1.0 for name, one, all_of in zip(groups, got, given, strict=True)}
    nothing = tuple(name for name, one, all_of in zip(groups, got, given, strict=True) if all_of and not one)
    return Choice(tuple(items[n] for n in which), float(price[which].sum()), satisfied, min(satisfied.values(), default=0.0), nothing)
