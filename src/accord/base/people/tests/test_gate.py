"""Nobody can be told from the others: no group under k is shown, and none can be worked out from all the views that are offered together."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.base.people.gate import Views, gate, gate_views

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12), min_size=1)
PEOPLE = st.tuples(st.sampled_from(["business", "it"]), st.sampled_from("pqrs"), st.sampled_from("xyz"))
CELLS = st.dictionaries(PEOPLE, st.one_of(st.integers(1, 2), st.integers(0, 9)), min_size=1, max_size=14)


def revealed(cells, views: Views) -> np.ndarray:
    """One row for each figure shown, one column for each cell: 1 where the people of the cell are in it."""
    keys, rows = list(cells), []
    if views.sides.total_shown:
        rows.append([1] * len(keys))
    rows += [[key[0] == side for key in keys] for side in views.sides.shown]
    for part, found in ((1, views.teams), (2, views.roles)):
        rows += [[key[0] == side and key[part] == name for key in keys] for side, its in found.items() for name in its.shown]
    return np.array(rows, dtype=float).reshape(-1, len(keys))


def attacked(rows: np.ndarray, sizes: np.ndarray, k: int) -> list[tuple[int, ...]]:
    """Every set of cells with fewer than k people that some sum and difference of the figures shown speaks of alone.

    A sum speaks of these cells alone exactly when leaving them out of all figures makes one of the figures follow from the others.
    """
    rows, sizes = rows[:, sizes > 0], sizes[sizes > 0]
    small, whole = [n for n, size in enumerate(sizes) if size < k], np.linalg.matrix_rank(rows) if rows.size else 0
    sets = [some for count in range(1, k) for some in combinations(small, count) if sizes[list(some)].sum() < k]
    if not whole or not sets:
        return []
    without = np.repeat(rows[None], len(sets), axis=0)
    for n, some in enumerate(sets):
        without[n][:, list(some)] = 0
    return [some for some, rank in zip(sets, np.linalg.matrix_rank(without), strict=True) if rank < whole]


@settings(max_examples=3000, deadline=None)
@given(CELLS, st.integers(2, 5))
def test_nobody_under_k_can_be_worked_out_from_all_views_together(cells, k):
    views = gate_views(cells, k=k)
    assert attacked(revealed(cells, views), np.array(list(cells.values())), k) == []


@settings(max_examples=3000, deadline=None)
@given(COUNTS, st.integers(2, 6), st.booleans())
def test_no_group_under_k_is_shown_or_left_over(counts, k, total):
    found = gate(counts, k=k, total=total)
    left = sum(counts.values()) - sum(counts[name] for name in found.shown)
    assert all(counts[name] >= k for name in found.shown)
    assert not found.total_shown or left == 0 or (left >= k and len(found.hidden) >= 2)


@given(COUNTS)
def test_every_group_is_shown_hidden_or_empty(counts):
    found = gate(counts)
    assert sorted([*found.shown, *found.hidden, *found.empty]) == sorted(counts)


def test_the_next_smallest_is_hidden_with_the_only_small_one():
    assert gate({"IT": 12, "Sales": 8, "HR": 2}).shown == ("IT",)


def test_the_attack_finds_what_two_divisions_give_away():
    """Each team and each role has enough; the two people who tell team p from role x do not, and a gate for each division lets them through."""
    cells = {("it", "p", "x"): 8, ("it", "p", "y"): 2, ("it", "q", "y"): 9, ("it", "r", "y"): 9}
    each = Views(gate({"it": 28}), {"it": gate({"p": 10, "q": 9, "r": 9})}, {"it": gate({"x": 8, "y": 20})})
    assert attacked(revealed(cells, each), np.array(list(cells.values())), 5) == [(1,)]


def test_teams_and_roles_that_give_two_people_away_together_are_not_both_shown():
    cells = {("it", "p", "x"): 8, ("it", "p", "y"): 2, ("it", "q", "y"): 9, ("it", "r", "y"): 9}
    views = gate_views(cells)
    assert not {"p", "x"} <= {*views.teams["it"].shown, *views.roles["it"].shown}


def test_large_groups_are_all_shown():
    views = gate_views({(side, team, role): 6 for side in ("business", "it") for team in "pqr" for role in "xyz"})
    assert views.teams["it"].shown == ("p", "q", "r") and views.roles["business"].shown == ("x", "y", "z") and views.sides.total_shown


def test_a_team_that_is_a_role_gives_nobody_away():
    views = gate_views({("it", "desk", "agent"): 7, ("it", "network", "engineer"): 6})
    assert views.teams["it"].shown == ("desk", "network") and views.roles["it"].shown == ("agent", "engineer")


def test_nothing_of_a_side_under_k_is_shown():
    views = gate_views({("business", "p", "x"): 9, ("it", "q", "y"): 4})
    assert views.sides.shown == () and views.teams == {} and views.sides.total_shown


def test_fifty_teams_and_ten_roles_are_gated_at_once():
    chance = np.random.default_rng(7)
    cells = {("it", f"t{t}", f"r{r}"): int(chance.integers(0, 4)) for t in range(50) for r in range(10)}
    views = gate_views(cells)
    assert attacked_pairs(revealed(cells, views), np.array(list(cells.values()))) == 0


def attacked_pairs(rows: np.ndarray, sizes: np.ndarray) -> int:
    """The same attack where trying every set would take too long: single cells, by the part of each figure that no other figure explains."""
    rows, sizes = rows[:, sizes > 0], sizes[sizes > 0]
    inside = np.linalg.svd(rows, full_matrices=False)
    kept = inside.Vh[inside.S > 1e-9]
    return int(sum((kept[:, n] @ kept[:, n] > 1 - 1e-9) and sizes[n] < 5 for n in range(rows.shape[1])))
