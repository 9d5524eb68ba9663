from __future__ import annotations

import pytest

from accord.base.estimate import TYPING, Case
from accord.base.estimate.steps import loss_a_year, spans


def case(**changed: object) -> Case:
    data = {
        "schema": "accord-case/1", "unit": "EUR",
        "quantities": [{"name": "claims", "unit": "claims a day", "low": 10, "high": 20}, {"name": "minutes lost", "unit": "minutes", "low": 30, "high": 60},
                       {"name": "cost", "unit": "€ an hour", "low": 40, "high": 50}],
        "steps": [{"name": "claims a year", "expr": "claims * 365 days"},
                  {"name": "loss", "expr": "claims * minutes lost * cost", "unit": "€ a year"}],
        "options": [{"name": "Do nothing", "role": "nothing", "expr": "-loss * 3 years"}],
    }
    return Case.from_data(data | changed)


def test_the_loss_a_year_is_said_in_the_unit_its_author_wrote() -> None:
    loss = loss_a_year(case(), TYPING)
    assert loss is not None
    assert loss.name == "loss"
    assert loss.typical == pytest.approx(14.5 * 42 / 60 * 45 * 365, rel=0.1)


def test_every_step_has_a_range_around_its_middle() -> None:
    assert [span.low < span.typical < span.high for span in spans(case(), TYPING)] == [True, True]


def test_a_case_without_money_a_year_has_no_loss_to_show() -> None:
    assert loss_a_year(case(steps=[], options=[{"name": "Do nothing", "role": "nothing", "expr": "-cost * 1 hour"}]), TYPING) is None
