"""Formulas people can read, and nothing else: no text is ever run, and none takes long."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.base.estimate.evaluate import evaluate
from accord.base.estimate.formula import MAX_CHARS, FormulaError, parse
from accord.base.estimate.tree import names_in, nodes

NAMES = ("users affected", "hours lost", "rate", "x", "sign-on cost")
VALUES = {"users affected": 100.0, "hours lost": 2.0, "rate": 50.0, "x": 3.0, "sign-on cost": 7.0}


def value(text: str) -> float:
    return float(evaluate(parse(text, NAMES), VALUES))


def refusal(text: str) -> FormulaError:
    with pytest.raises(FormulaError) as caught:
        parse(text, NAMES)
    return caught.value


@pytest.mark.parametrize(("text", "expected"), [
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("-x^2", -9), ("2^3^2", 512), ("2^-1", 0.5), ("7 - 2 - 1", 4), ("8 / 4 / 2", 1), ("--x", 3), ("12k", 12_000),
    ("1.5M", 1_500_000), ("30%", 0.3), ("1_000", 1000), (".5", 0.5), ("1e-3", 0.001), ("x × 2 ÷ 3 − 1", 1), ("min(4, x, 9)", 3), ("max(4, x)", 4),
    ("sum(1, x)", 4), ("if(x > 2, 10, 20)", 10), ("if(x >= 4, 10, 20)", 20), ("(x < 4) + (x <= 3)", 2), ("exp(0) + ln(1) + sqrt(4) + abs(-1)", 4),
    ("expit(0)", 0.5), ("logit(0.5)", 0), ("users affected * hours lost * rate", 10_000), ("users_affected * hours_lost", 200), ("sign-on cost - x", 4),
    ("2 ** 3", 8), ("IF(x > 2, 1, 0)", 1), ("yearly(x, 3)", 9), ("yearly(x, 2, 100%)", 2.25), ("yearly(rate * ramp(20%, 100%, 3), 4)", 140),
    ("yearly(ramp(1, 3, 1), 2) + yearly(max(ramp(0, 2, 2), x), 2)", 12)])
def test_a_formula_means_what_it_says(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", [
    "__import__('os').system('id')", "().__class__", "x.__class__", "lambda: 1", "[1, 2]", "x[0]", "{1: 2}", "x = 1", "f\"{x}\"", "x if x else 1",
    "x; x", "x and 1",
    "eval(x)", "open(x)", "not x", "x == 1", "x != 1", "1 < x < 3", "x!", "@x", "x\x00", "ｘ + 1", "𝑥", "x?.y", "`id`", "$(id)", "import os", "print(x)",
    "'x'", "\"x\""])
def test_nothing_but_arithmetic_gets_in(text: str) -> None:
    refusal(text)


@pytest.mark.parametrize("text", ["(" * 900 + "x" + ")" * 900, "-" * 1900 + "x", "+".join("x" * 600), "2^" * 300 + "2", "min(" * 400 + "x",
                                  "if(" * 60 + "x", "x" * 3000, "9" * 1999, "1e999", "x^101", "x^-101", "1+" * 999 + "1"])
def test_no_formula_is_too_large_to_be_refused(text: str) -> None:
    refusal(text)


def test_many_levels_of_brackets_are_refused_with_what_to_do() -> None:
    assert "50 deep" in refusal("(" * 60 + "x" + ")" * 60).message


@pytest.mark.parametrize(("text", "at", "says"), [
    ("x + user affected", 4, "Did you mean “users affected”?"), ("x + ", 3, "ends too early"),
    ("(x + 1", 0, "closing bracket"), ("x y", 0, "“x y” is not known here"),
    ("(users lost * 2)", 1, "not known"), ("min(hours loss, 2)", 4, "Did you mean “hours lost”?"),
    ("min(x)", 0, "2 values or more"), ("x 3", 2, "Put an operator"), ("if(x, 1)", 0, "takes 3 values"), ("rate(3)", 0, "Put * before"), ("", 0, "empty"),
    ("x * # 3", 4, "no meaning"), ("yearly(x, 51)", 10, "from 1 to 50"), ("yearly(x, rate)", 10, "whole number of years"), ("yearly(x)", 0, "2 values or 3"),
    ("2 * ramp(0, 1, 3)", 4, "Put it into the first value of yearly"), ("yearly(x + yearly(x, 2), 3)", 11, "cannot stand in another"),
    ("yearly(x, 3, ramp(0, 1, 2))", 13, "Put it into")])
def test_a_refusal_names_the_place_and_the_fix(text: str, at: int, says: str) -> None:
    found = refusal(text)
    assert (found.at, says in found.message) == (at, True), found.message


def test_the_caret_stands_under_the_place() -> None:
    text, caret = refusal("x + 2 * hour lost").sketch().split("\n")
    assert text[caret.index("^"):].startswith("hour lost")


def test_a_long_formula_is_cut_around_the_caret() -> None:
    text, caret = refusal("x + " * 100 + "nowhere + " + "x + " * 20 + "x").sketch().split("\n")
    assert text[caret.index("^"):].startswith("nowhere")
    assert len(text) <= 100


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=120) | st.text("x+-*/^()<>=, 0123456789.eminaxifsqrt", max_size=200))
def test_any_text_is_a_formula_or_a_refusal(text: str) -> None:
    try:
        tree = parse(text, NAMES)
    except FormulaError as refused:
        assert 0 <= refused.at <= MAX_CHARS
        return
    assert names_in(tree) <= set(NAMES)


def joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda three: f"({' '.join(three)})")


@settings(max_examples=100, deadline=None)
@given(st.recursive(st.sampled_from(["x", "rate", "2", "0.5"]), joined, max_leaves=12))
def test_arithmetic_is_arithmetic(text: str) -> None:
    expected = eval(text, {"__builtins__": {}}, {"x": 3.0, "rate": 50.0})
    assert value(text) == pytest.approx(expected)


def test_arrays_are_worked_out_value_by_value() -> None:
    found = evaluate(parse("if(x > 1, x, -x)", ["x"]), {"x": np.array([0.0, 1.0, 2.0])})
    assert found.tolist() == [0.0, -1.0, 2.0]


def test_every_part_of_a_tree_is_counted() -> None:
    assert len(list(nodes(parse("min(x, 1) + x * 2", NAMES)))) == 7
