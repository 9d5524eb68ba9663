"""The why-ladder: branches are counted, circles are reported."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.listen.rules import ladder

upward = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda edge: edge[0] < edge[1]), max_size=20)


@given(upward)
def test_steps_that_only_lead_up_never_make_a_circle(edges) -> None:
    nodes = {str(place): min(place, 4) for place in range(10)}
    found = ladder("0", nodes, [(str(low), str(high)) for low, high in edges])
    assert not found.cycle
    assert 0 <= found.depth < len(nodes) and found.branches >= 1
    assert found.reached_goal == (found.top_level == 4)


@given(upward)
def test_the_order_in_which_steps_are_told_changes_nothing(edges) -> None:
    nodes, told = {str(place): min(place, 4) for place in range(10)}, [(str(low), str(high)) for low, high in edges]
    assert ladder("0", nodes, told) == ladder("0", nodes, told[::-1])


def test_a_step_on_two_ways_up_is_counted_by_the_longer_one() -> None:
    found = ladder("r", {"r": 0, "a": 1, "b": 2, "g": 4}, [("r", "g"), ("r", "a"), ("a", "b"), ("b", "g")])
    assert (found.depth, found.branches) == (3, 1)


def test_an_edge_to_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="not there"):
        ladder("r", {"r": 0}, [("r", "x")])
