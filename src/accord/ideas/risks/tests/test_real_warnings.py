"""On real projects, facts that are known early tell what goes wrong later better than what was published, or is plain.

A small form of bench/warnings.py: the same tables and the same split by time, few draws. Figures: docs/reference/warnings-on-real-projects.md."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[5]
BENCH = ROOT / "bench" / "foreseen.py"


def _bench() -> Any:
    made = importlib.util.spec_from_file_location("accord_bench_foreseen", BENCH)
    assert made is not None and made.loader is not None
    module = importlib.util.module_from_spec(made)
    sys.modules[made.name] = module  # its dataclasses look there for what their annotations mean
    made.loader.exec_module(module)
    return module


if not BENCH.is_file():
    pytest.skip("the bench is not installed with the package", allow_module_level=True)
bench = _bench()

pytestmark = pytest.mark.skipif(
    not ((bench.DATA / "gov_uk_gmpp").is_dir() and (bench.DATA / "sprints_delays").is_dir()),
    reason="the real projects are not here: set ACCORD_DATA to the folder that has gov_uk_gmpp and sprints_delays",
)


def lines(table: Any, kinds: Any) -> dict[str, Any]:
    ways = {table.rival: bench.plainly(table, table.plain[table.rival]), "Accord": bench.accord(table, kinds)}
    return {line.name: line for line in bench.compare(table, ways, draws=60)}


@pytest.fixture(scope="module")
def major() -> dict[str, dict[str, Any]]:
    return {outcome: lines(bench.gmpp(bench.DATA, outcome), bench.RETURNS) for outcome in ("later", "either")}


def test_figures_of_major_projects_tell_what_will_be_later_or_dearer_better_than_their_rating(major) -> None:
    found = major["either"]["Accord"]
    (more, surely_more, _most), (_less, _least, surely_less) = found.beside
    assert more > 0.05 and surely_more > 0 and surely_less < 0


def test_and_are_nearer_to_how_often_the_end_moves_and_warn_of_it_earlier(major) -> None:
    found, rating = major["later"]["Accord"], major["later"]["the published rating"]
    assert found.values[1] < rating.values[1] and found.days > rating.days


def test_of_sprints_more_is_told_than_by_how_often_a_board_fell_short() -> None:
    table = bench.sprints(bench.DATA)
    found = lines(table, table.kinds)["Accord"]
    assert found.beside[0][0] > 0.02 and found.beside[1][0] < -0.01


def test_nothing_is_fitted_on_what_was_told_later() -> None:
    table = bench.gmpp(bench.DATA, "later")
    for past, now in bench.steps(table):
        assert table.told[past].max() <= table.on[now].min() and not (past & now).any()
