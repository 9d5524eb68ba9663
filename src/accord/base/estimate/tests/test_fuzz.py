"""Ten thousand texts that nobody would write: each is a formula or a refusal that names a place, and none is large once it is read."""

from __future__ import annotations

import random

import numpy as np

from accord.base.estimate.evaluate import evaluate
from accord.base.estimate.formula import MAX_CHARS, MAX_NODES, MAX_YEARS, FormulaError, Names, parse
from accord.base.estimate.measuring import measure
from accord.base.estimate.tree import nodes, work
from accord.base.estimate.units import IN_FORMULAS, read

UNITS = {"hours lost": "hours a week", "users": "people", "rate": "€ an hour", "share": "of 100", "sign-on cost": "€", "x": ""}
KNOWN, NAMES = {name: read(unit).dimension for name, unit in UNITS.items()}, Names(UNITS)
PIECES = [*UNITS, "min(", "max(", "if(", "sum(", "exp(", "ln(", "sqrt(", "abs(", "expit(", "logit(", "yearly(", "ramp(", "(", ")", ")", ",", ",",
          "+", "-", "*", "/", "^", "**", "<", "<=", ">", ">=", "%", "×", "÷", "−", "·", "0", "1", "2.5", ".5", "1e308", "1e-308", "12k", "3M", "1_000",
          "46 weeks", "3 years",
          "220 working days", "5000 EUR", "100", "-", " ", "  ", "\t", "\n", "\u00a0", "\u200b", "\x00", "\ud7ff", "\U0001f600", "é", "ｘ", "lost", "hour",
          "€", "'", "\"", "__import__", ".", "..", "#", "[", "]", "{", "}", "=", "==", "lambda", ";", "\\", "%s", "{0}", "9" * 400, "x" * 300]
WHOLE = ["hours lost * users * rate * 46 weeks", "if(share > 50%, rate, 2 * rate) * users", "yearly(hours lost * ramp(20%, 90%, 3), 5 years, 4%)",
         "min(x, 3) ^ 2 - sqrt(abs(x)) / (1 + exp(-x))", "sum(x, 2 * x, max(1, x, 3)) * sign-on cost"]


def texts(count: int) -> list[str]:
    """Half joined from pieces, a quarter bent from good formulas, the rest deep, long or both. The same every time."""
    dice = random.Random(2026)
    found = []
    for k in range(count):
        if k % 4 < 2:
            found.append(dice.choice(["", " "]).join(dice.choices(PIECES, k=dice.randint(0, 40))))
        elif k % 4 == 2:
            letters = list(dice.choice(WHOLE).replace(dice.choice([*UNITS]), dice.choice(["x", "2 * x", "(1 - share)", "-rate", "12k"])))
            for _ in range(dice.randint(0, 3)):
                place = dice.randrange(len(letters))
                letters[place:place + dice.randint(0, 3)] = dice.choice(PIECES)
            found.append("".join(letters))
        else:
            one, many = dice.choice(PIECES), dice.randint(1, 900)
            found.append(one * many + dice.choice(["", "x"]) + dice.choice(["", ")"]) * many)
    return found


def refused(text: str, problem: FormulaError) -> bool:
    """Whether a refusal is one: a sentence of bounded length about a place in the text, drawn with a caret."""
    _, caret = problem.sketch().split("\n")
    return 0 <= problem.at <= min(len(text), MAX_CHARS) and problem.message[-1] in ".?" and len(problem.message) < 300 and "^" in caret and len(caret) < 102


def test_ten_thousand_texts_are_formulas_or_refusals_that_name_a_place() -> None:
    values = {name: np.random.default_rng(1).normal(0, 100, 8) for name in UNITS}
    read_well = 0
    for text in texts(10_000):
        try:
            tree = parse(text, NAMES, IN_FORMULAS)
            read_well += 1
            assert len(list(nodes(tree))) <= MAX_NODES and work(tree) <= MAX_NODES * MAX_YEARS, text
            assert np.broadcast_to(evaluate(tree, values), (8,)).shape == (8,), text
            measure(tree, text, KNOWN)
        except FormulaError as problem:
            assert refused(text, problem), text
    assert read_well > 500
