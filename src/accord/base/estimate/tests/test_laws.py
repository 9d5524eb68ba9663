"""Laws the engine keeps on any case, tried on cases made up at random."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.base.estimate import Case, Effort, Weighed, weigh
from accord.base.estimate.distributions import Values
from accord.base.estimate.reading import read_document
from accord.base.estimate.runs import drawn, placed

QUICK = Effort(512, 4, outer=64, inner=32)
few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
sizes = st.floats(0.1, 9.0).map(lambda x: round(x, 2))


@st.composite
def inputs(draw: st.DrawFn) -> list[dict[str, Any]]:
    made = (
        st.builds(lambda m, s: {"dist": "normal", "mean": m - 4, "sd": s}, sizes, sizes),
        st.builds(lambda m, s: {"dist": "lognormal", "mu": m / 9, "sigma": s / 6}, sizes, sizes),
        st.builds(lambda a, b: {"dist": "beta", "a": a, "b": b}, sizes, sizes),
        st.builds(lambda low, more: {"dist": "uniform", "low": low - 4, "high": low - 4 + more}, sizes, sizes),
        st.builds(lambda a, b: {"dist": "discrete", "values": [-a, b], "probs": [0.25, 0.75]}, sizes, sizes),
    )
    return [{"name": f"x{k}"} | draw(st.one_of(made)) for k in range(draw(st.integers(2, 5)))]


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    found = draw(inputs())
    names = st.sampled_from([one["name"] for one in found])

    def formula() -> str:
        a, b, c, d = draw(names), draw(names), draw(names), draw(sizes)
        return draw(st.sampled_from([f"{a} - {b}", f"{a} * {b} - {d}", f"max({a}, {b}) - {c}", f"if({a} > {d}, {b}, {c})", f"{a} + {d} * {b} - abs({c})"]))

    options = [{"name": f"o{k}", "expr": formula()} for k in range(draw(st.integers(1, 3)))] + [{"name": "nothing", "expr": "0"}]
    return {"id": "any", "inputs": found, "options": options}


def made(document: dict[str, Any], **changed: Any) -> Case:
    (case,) = read_document({"schema": "accord-voi-cases/1", "cases": [document | changed]})
    return case


def weighed(document: dict[str, Any], **changed: Any) -> Weighed:
    return weigh(made(document, **changed), QUICK)


def draws(case: Case) -> dict[str, Values]:
    return dict(zip(case.names, drawn(case, QUICK, placed(case, QUICK), slice(0, QUICK.replicates)), strict=True))


def same(one: float, other: float, scale: float = 1.0) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other), scale)


def size(found: Weighed) -> float:
    return max(max(abs(option.low), abs(option.high)) for option in found.options) or 1.0


@few
@given(documents())
def test_one_answer_is_worth_no_less_than_nothing_and_no_more_than_all(document: dict[str, Any]) -> None:
    found = weighed(document)
    assert all(0 <= known.worth.value <= found.evpi.value for known in found.quantities)


@few
@given(documents())
def test_more_answers_are_never_worth_less(document: dict[str, Any]) -> None:
    names = [one["name"] for one in document["inputs"]]
    found = weighed(document, groups=[names[:2]])
    pair = next((group.worth.value for group in found.groups), found.evpi.value)
    assert max(found.quantity(name).worth.value for name in names[:2]) <= pair <= found.evpi.value


@few
@given(documents(), st.floats(-1e6, 1e6))
def test_the_same_sum_on_every_option_changes_nothing(document: dict[str, Any], more: float) -> None:
    shifted = [{"name": one["name"], "expr": f"{one['expr']} + ({more!r})"} for one in document["options"]]
    first, second = weighed(document), weighed(document, options=shifted)
    assert abs(first.evpi.value - second.evpi.value) <= 1e-6 * max(first.evpi.value, size(first))


@few
@given(documents(), st.sampled_from([0.001, 0.25, 7.0, 1e6]))
def test_other_units_give_the_same_answers_in_those_units(document: dict[str, Any], factor: float) -> None:
    scaled = [{"name": one["name"], "expr": f"({one['expr']}) * {factor!r}"} for one in document["options"]]
    first, second = weighed(document), weighed(document, options=scaled)
    assert second.evpi.value == pytest.approx(factor * first.evpi.value, rel=1e-6, abs=1e-6 * factor * size(first))


@few
@given(documents())
def test_the_order_of_options_does_not_matter(document: dict[str, Any]) -> None:
    first, second = weighed(document), weighed(document, options=document["options"][::-1])
    scale = size(first)
    assert all(abs(option.alone.value - second.option(option.name).alone.value) <= 1e-9 * scale for option in first.options)
    assert first.evpi.value == pytest.approx(second.evpi.value, abs=0.01 * scale)


@few
@given(documents())
def test_a_quantity_in_no_formula_is_worth_nothing_and_moves_nothing(document: dict[str, Any]) -> None:
    more = [*document["inputs"], {"name": "moon", "dist": "normal", "mean": 0, "sd": 1}]
    first, second = weighed(document), weighed(document, inputs=more)
    assert second.quantity("moon").worth.value == 0
    assert all(known.worth == second.quantity(known.name).worth for known in first.quantities)


@few
@given(documents())
def test_the_order_of_inputs_does_not_matter(document: dict[str, Any]) -> None:
    first, second = weighed(document), weighed(document, inputs=document["inputs"][::-1])
    assert all(same(known.worth.value, second.quantity(known.name).worth.value, size(first)) for known in first.quantities)
    assert same(first.evpi.value, second.evpi.value, size(first))


@few
@given(documents())
def test_regret_and_what_knowing_everything_is_worth_are_one_figure(document: dict[str, Any]) -> None:
    found = weighed(document)
    assert found.option(found.verdict.best).regret == found.evpi


@few
@given(documents(), st.integers(1, 5))
def test_adding_and_reordering_quantities_leaves_the_draws_of_the_others(document: dict[str, Any], at: int) -> None:
    more = [*document["inputs"][:at], {"name": "new", "dist": "uniform", "low": 0, "high": 1}, *document["inputs"][at:]][::-1]
    first, second = made(document), made(document, inputs=more)
    mine, theirs = draws(first), draws(second)
    assert all((mine[name] == theirs[name]).all() for name in mine)


@few
@given(documents())
def test_renaming_one_quantity_leaves_the_draws_of_the_others(document: dict[str, Any]) -> None:
    renamed = [{**one, "name": "y"} if one["name"] == "x0" else one for one in document["inputs"]]
    first, second = made(document), made(document, inputs=renamed, options=[{"name": "a", "expr": "y"}])
    mine, theirs = draws(first), draws(second)
    assert all((mine[name] == theirs[name]).all() for name in mine if name != "x0")


@few
@given(documents())
def test_the_same_case_gives_the_same_answer(document: dict[str, Any]) -> None:
    assert weighed(document) == weighed(document)


@few
@given(documents())
def test_the_chances_of_being_best_add_up_to_one(document: dict[str, Any]) -> None:
    assert same(sum(option.chance_best.value for option in weighed(document).options), 1.0)


@few
@given(documents())
def test_the_regret_of_the_best_option_is_the_least(document: dict[str, Any]) -> None:
    found = weighed(document)
    best = found.option(found.verdict.best)
    assert all(best.regret.value <= option.regret.value + 1e-9 * size(found) for option in found.options)


def test_no_name_collides_with_anything_inside() -> None:
    """A quantity may be called y, if, exp, e, or x 1."""
    document = {"id": "a", "inputs": [{"name": name, "dist": "normal", "mean": 0, "sd": 1} for name in ("y", "if", "exp", "e", "x 1")],
                "options": [{"name": "a", "expr": "0"}, {"name": "b", "expr": "y + 0 * if + 0 * exp + 0 * e + x 1 * 0"}]}
    found = weigh(made(document), Effort(4096))
    assert found.quantity("y").worth.value == pytest.approx(0.39894, rel=0.01)
    assert found.quantity("if").worth.value == pytest.approx(0.0, abs=0.004)
