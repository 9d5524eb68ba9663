"""What a record does to what people say, what goes together in words, and an overrun from one's own finished work."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from accord.base.estimate import TYPING, Case, CaseError, Range, pooled, weigh
from accord.base.estimate.case import Record
from accord.base.estimate.elicit import Kind
from accord.base.estimate.moving import WORDS
from accord.base.estimate.reading import read_toml
from accord.base.estimate.runs import drawn, placed
from accord.base.estimate.tests.test_casefile import DATA, refused
from accord.base.estimate.trust import Stretched, trusted, widening
from accord.base.estimate.writing import write_toml

BARE = {key: value for key, value in DATA.items() if key != "correlation"}
FINISHED = [{"foreseen": 100, "actual": 150}, {"foreseen": 80, "actual": 160}, {"foreseen": 300, "actual": 390}]


def together(how: str, *these: str) -> dict[str, Any]:
    return BARE | {"together": [{"these": list(these or ("claims waiting", "minutes lost")), "how": how}]}


def overrun_of(**more: Any) -> dict[str, Any]:
    quantities = [item if item["name"] != "overrun" else {"name": "overrun", "reference": "it projects", "stop": 3} | more for item in DATA["quantities"]]
    return DATA | {"quantities": quantities}


def ends(found: Any) -> tuple[float, float]:
    low, high = found.quantile(np.array([0.05, 0.95]))
    return float(low), float(high)


def test_a_record_of_nine_in_ten_changes_nothing() -> None:
    assert widening(0, 0) == widening(9, 10) == widening(30, 30) == 1.0


def test_more_misses_make_ranges_wider() -> None:
    assert 1 < widening(8, 10) < widening(5, 10) < widening(10, 20) < widening(0, 20)


def test_one_miss_alone_widens_by_less_than_a_third() -> None:
    assert widening(0, 1) < 1.33


def test_a_stretched_range_keeps_its_middle() -> None:
    said = pooled([Range(8, 34)])
    wide = trusted(said, Record(5, 10))
    assert wide.quantile(np.array([0.5])) == pytest.approx(said.quantile(np.array([0.5])))
    assert ends(wide)[0] < 8 < 34 < ends(wide)[1]


def test_a_stretched_share_stays_a_share_and_has_an_average() -> None:
    wide = Stretched(pooled([Range(60, 95, None, Kind.SHARE, 100)]), 3.0)
    assert 0 < ends(wide)[0] < ends(wide)[1] < 100
    assert 60 < wide.mean < 95


def test_an_exact_number_stays_exact() -> None:
    assert trusted(pooled([Range(5, 5)]), Record(0, 10)).mean == 5


def test_a_case_counts_what_people_said_as_wide_as_the_record_makes_it() -> None:
    plain, wary = (weigh(Case.from_data(data), TYPING).quantity("claims waiting") for data in (DATA, DATA | {"record": {"held": 4, "of": 10}}))
    assert wary.low < plain.low < plain.high < wary.high


@pytest.mark.parametrize("more", [{"record": {"held": 4, "of": 10}}, {"together": together("mostly")["together"]}])
def test_records_and_pairs_survive_data_and_toml(more: dict[str, Any]) -> None:
    case = Case.from_data(BARE | more)
    assert Case.from_data(case.to_data()) == case
    assert read_toml(write_toml(case)) == [case]


@pytest.mark.parametrize("how", WORDS)
def test_words_move_draws_as_much_as_they_say(how: str) -> None:
    case = Case.from_data(together(how))
    found = dict(zip(case.names, drawn(case, TYPING, placed(case, TYPING), slice(0, 1))[:, 0], strict=True))
    one, other = (np.argsort(np.argsort(found[name])) for name in ("claims waiting", "minutes lost"))
    assert np.corrcoef(one, other)[0, 1] == pytest.approx(6 / np.pi * np.arcsin(WORDS[how] / 2), abs=0.07)


def test_pairs_that_cannot_all_hold_move_to_what_can_and_say_so() -> None:
    pairs = [(("claims waiting", "minutes lost"), "always"), (("minutes lost", "hour"), "always"), (("claims waiting", "hour"), "opposite")]
    case = Case.from_data(BARE | {"together": [{"these": list(these), "how": how} for these, how in pairs]})
    assert case.correlation is not None
    assert case.correlation.moved


@pytest.mark.parametrize(("data", "where", "says"), [
    (together("never"), "together[0].how", "always, mostly, somewhat, opposite"), (together("mostly", "hour", "hour"), "together[0].these", "two different"),
    (together("mostly", "hour", "moon"), "together[0].these[1]", "not a quantity"),
    (DATA | {"together": together("mostly")["together"]}, "together", "not in both"),
    (BARE | {"together": together("mostly")["together"] * 2}, "together[1]", "twice"), (BARE | {"together": [{"how": "mostly"}]}, "together[0].these", "list"),
    (DATA | {"record": {"held": 5, "of": 4}}, "record.held", "more ranges"), (DATA | {"record": 3}, "record", "table"),
    (overrun_of(finished=[{"foreseen": 0, "actual": 2}]), "quantities[4].finished[0].foreseen", "more than 0"),
    (overrun_of(finished=[{"foreseen": 1, "actual": "x"}]), "quantities[4].finished[0].actual", "a number"),
])
def test_what_does_not_fit_names_the_place(data: dict[str, Any], where: str, says: str) -> None:
    found = refused(data)
    assert (found.where, says in found.message) == (where, True), found


def test_finished_work_of_ones_own_moves_the_overrun() -> None:
    plain, own = (weigh(Case.from_data(data), TYPING).quantity("overrun") for data in (DATA, overrun_of(finished=FINISHED * 4)))
    assert own.typical > plain.typical + 0.1
    assert own.high <= 3


def test_an_overrun_with_finished_work_survives_data_and_toml() -> None:
    case = Case.from_data(overrun_of(finished=FINISHED, foreseen=120))
    assert Case.from_data(case.to_data()) == case
    assert read_toml(write_toml(case)) == [case]


def test_the_overrun_without_a_stop_is_refused_with_finished_work_too() -> None:
    with pytest.raises(CaseError, match="no average"):
        Case.from_data(DATA | {"quantities": [{"name": "overrun", "reference": "it projects", "finished": FINISHED}], "steps": [], "correlation": {},
                               "groups": [], "people": [], "options": [{"name": "a", "expr": "-overrun * 1 EUR"}]})
