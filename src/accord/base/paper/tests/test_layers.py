"""Where the nodes of a map stand."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.base.paper.charts.layers import GAP, arranged


@st.composite
def graphs(draw):
    """Columns of nodes with heights, and ties from any column to any further right."""
    sizes = draw(st.lists(st.integers(1, 8), min_size=2, max_size=5))
    levels = [[(f"{place}.{n}", float(draw(st.integers(40, 90)))) for n in range(size)] for place, size in enumerate(sizes)]
    names = [(place, key) for place, column in enumerate(levels) for key, _height in column]
    possible = [(a, b) for left, a in names for right, b in names if left < right]
    return levels, draw(st.lists(st.sampled_from(possible), max_size=20))


@settings(max_examples=60)
@given(graphs())
def test_no_two_nodes_of_a_column_touch(graph):
    levels, ties = graph
    found = arranged(levels, ties, top=20)
    for column in levels:
        places = sorted((found.nodes[key] for key, _height in column), key=lambda one: one.y)
        assert all(b.y - (a.y + a.height) >= GAP - 0.3 for a, b in pairwise(places))
        assert places[0].y >= 20 - 0.2


@settings(max_examples=60)
@given(graphs())
def test_a_tie_that_passes_a_column_never_runs_behind_a_node(graph):
    levels, ties = graph
    found = arranged(levels, ties)
    for way in found.ways.values():
        start, *heights = way
        for offset, height in enumerate(heights[1:-1], start=int(start) + 1):
            assert all(not (found.nodes[key].y <= height <= found.nodes[key].y + found.nodes[key].height) for key, _height in levels[offset])


def test_what_can_be_drawn_without_crossings_is():
    levels = [[("a", 50.0), ("b", 50.0)], [("x", 50.0), ("y", 50.0)]]
    found = arranged(levels, [("a", "y"), ("b", "x")])
    assert (found.nodes["a"].y < found.nodes["b"].y) == (found.nodes["y"].y < found.nodes["x"].y)


def test_a_single_tie_is_straight():
    found = arranged([[("a", 50.0)], [("x", 50.0), ("y", 50.0)]], [("a", "y")])
    assert found.nodes["a"].middle == found.nodes["y"].middle
