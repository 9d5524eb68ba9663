"""What facts foretell, learnt from a record: never from what was told later, never the wrong way, and no surer than the record allows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.base.estimate.foresight import EACH, ENOUGH, Fact, Foresight, Record
from accord.base.estimate.shares import wilson

FACTS = (Fact("put off", raises=True), Fact("days to go"), Fact("answers", raises=False))


def world(n: int, *, seed: int = 1, pushes: tuple[float, ...] = (1.2, -0.5, -0.8), level: float = -0.5, missing: float = 0.0) -> tuple[Record, np.ndarray]:
    """A record whose true chances are known: also those."""
    bits = np.random.default_rng(seed)
    seen = bits.normal(size=(n, len(pushes)))
    true = 1 / (1 + np.exp(-(level + seen @ pushes)))
    came = (bits.random(n) < true).astype(float)
    on = np.sort(bits.integers(0, 1000, n)).astype(float)
    seen[bits.random(seen.shape) < missing] = np.nan
    return Record(FACTS[: len(pushes)], seen, came, on, on + 30), true


def part(record: Record, rows, facts=None) -> Record:
    places = range(len(record.facts)) if facts is None else facts
    columns = np.asarray(record.seen)[rows][:, list(places)]
    return Record([record.facts[place] for place in places], columns, *(np.asarray(each)[rows] for each in (record.came, record.on, record.told)))


def test_with_few_outcomes_there_is_not_enough_to_say() -> None:
    record, _true = world(ENOUGH - 1)
    foresight = Foresight(record)
    assert foresight.says == "nothing" and foresight.suggest([0, 0, 0]) is None
    with pytest.raises(ValueError, match="too few outcomes"):
        foresight.chances([[0, 0, 0]])


@pytest.mark.parametrize("came", [0, 1])
def test_what_always_came_out_the_same_way_leaves_how_often_and_its_wide_interval(came: int) -> None:
    record, _true = world(30)
    said = Foresight(Record(FACTS, record.seen, np.full(30, came), record.on, record.told)).suggest([5, 5, 5])
    assert said is not None and (said.low, said.high) == wilson(30 * came, 30) and said.high - said.low > 0.08 and said.reasons == ()
    assert abs(said.chance - came) < 0.02


def test_facts_are_not_read_where_too_few_came_true() -> None:
    record, _true = world(200)
    came = np.zeros(200)
    came[: EACH - 1] = 1
    assert Foresight(Record(FACTS, record.seen, came, record.on, record.told)).says == "rate"


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10**6), st.integers(40, 200), st.lists(st.floats(-4, 4), min_size=3, max_size=3), st.floats(0, 3))
def test_more_of_a_fact_that_raises_never_lowers_a_chance_whatever_the_record_says(seed: int, n: int, row: list[float], more: float) -> None:
    pushes = tuple(np.random.default_rng(seed).normal(0, 1.5, 3))
    foresight = Foresight(world(n, seed=seed, pushes=pushes)[0])
    less, raised, lowered = foresight.chances([row, [row[0] + more, *row[1:]], [*row[:2], row[2] + more]])[0]
    assert raised >= less - 1e-12 and lowered <= less + 1e-12


@settings(deadline=None, max_examples=10)
@given(st.randoms(use_true_random=False), st.integers(0, 1000))
def test_neither_rows_nor_facts_have_an_order(shuffle, seed: int) -> None:
    record, _true = world(90, seed=seed, missing=0.1)
    rows, facts = list(range(90)), [0, 1, 2]
    shuffle.shuffle(rows)
    shuffle.shuffle(facts)
    row = np.array([0.4, -1.0, 2.0])
    assert Foresight(record).suggest(row) == Foresight(part(record, rows, facts)).suggest(row[facts])


def test_units_do_not_matter() -> None:
    record, _true = world(150)
    scaled = Record(FACTS, np.asarray(record.seen) * [1000, 1, 1] + [7, 0, 0], record.came, record.on, record.told)
    assert Foresight(record).chances([[1, 0, 0]])[0] == pytest.approx(Foresight(scaled).chances([[1007, 0, 0]])[0], abs=1e-6)


def test_what_was_told_later_than_today_changes_nothing() -> None:
    record, _true = world(300)
    told_by = np.asarray(record.told) <= 600
    came = np.where(told_by, record.came, 1 - np.asarray(record.came))
    row = [1.0, 0.0, 0.0]
    assert Foresight(record, today=600).suggest(row) == Foresight(Record(FACTS, record.seen, came, record.on, record.told), today=600).suggest(row)


@pytest.mark.parametrize("n", [250, 2000])
def test_on_simulated_worlds_chances_are_as_often_right_as_they_say_and_better_than_how_often(n: int) -> None:
    said, true, better = [], [], []
    for seed in range(12):
        record, chances = world(n + 500, seed=seed)
        past, later = np.arange(n), np.arange(n, n + 500)
        found = Foresight(part(record, past)).chances(np.asarray(record.seen)[later])[0]
        rate = np.asarray(record.came)[past].mean()
        said.append(found)
        true.append(chances[later])
        better.append(((rate - chances[later]) ** 2).mean() - ((found - chances[later]) ** 2).mean())
    every, truth = np.concatenate(said), np.concatenate(true)
    for low, high in ((0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1)):
        here = (every >= low) & (every < high)
        if here.sum() > 200:
            assert abs(every[here].mean() - truth[here].mean()) < 0.06
    assert np.mean(better) > 0


def test_a_short_record_errs_towards_how_often_never_to_being_bold() -> None:
    said, true = [], []
    for seed in range(12):
        record, chances = world(560, seed=seed)
        said.append(Foresight(part(record, np.arange(60))).chances(np.asarray(record.seen)[60:])[0])
        true.append(chances[60:])
    every, truth = np.concatenate(said), np.concatenate(true)
    assert np.polyfit(every, truth, 1)[0] > 1.0
    assert ((every - truth) ** 2).mean() < ((truth.mean() - truth) ** 2).mean()


@pytest.mark.parametrize("n", [60, 400])
def test_the_interval_holds_the_true_chance_about_nine_times_in_ten(n: int) -> None:
    held = []
    for seed in range(25):
        record, chances = world(n + 200, seed=seed, pushes=(0.8, -0.4, -0.5))
        _chance, low, high = Foresight(part(record, np.arange(n))).chances(np.asarray(record.seen)[n:])
        held.append(((low <= chances[n:]) & (chances[n:] <= high)).mean())
    assert 0.82 <= np.mean(held) <= 0.99


def test_where_nothing_foretells_chances_stay_near_how_often() -> None:
    record, _true = world(200, pushes=(0.0, 0.0, 0.0))
    chances = Foresight(record).chances(np.asarray(record.seen))[0]
    assert chances.std() < 0.09


def test_reasons_come_largest_first_say_which_way_and_leave_out_what_moves_nothing() -> None:
    foresight = Foresight(world(800)[0])
    said = foresight.suggest([2.0, float("nan"), 1.0])
    assert said is not None and said.low < said.chance < said.high
    assert [reason.fact for reason in said.reasons[:2]] == ["put off", "answers"]
    assert said.reasons[0].points > 0 > said.reasons[1].points and said.reasons[0].clear
    assert all(abs(reason.points) >= 0.005 for reason in said.reasons)


def test_a_fact_that_is_not_known_has_no_say_where_that_never_happened_before() -> None:
    foresight = Foresight(world(300)[0])
    said = foresight.suggest([float("nan")] * 3)
    assert said is not None and said.reasons == ()


def test_that_a_fact_is_not_known_may_itself_foretell() -> None:
    record, _true = world(400)
    seen = np.asarray(record.seen).copy()
    seen[np.asarray(record.came) == 1, 1] = np.nan
    foresight = Foresight(Record(FACTS, seen, record.came, record.on, record.told))
    unknown, known = foresight.chances([[0, float("nan"), 0], [0, 0, 0]])[0]
    assert unknown > known + 0.3


def test_many_rows_about_one_thing_are_one_outcome() -> None:
    record, _true = world(ENOUGH - 1)
    again = np.repeat(np.arange(ENOUGH - 1), 10)
    many = Record(FACTS, np.asarray(record.seen)[again], *(np.asarray(each)[again] for each in (record.came, record.on, record.told)), about=again)
    assert Foresight(many).says == "nothing"


def test_a_hundred_thousand_rows_take_seconds() -> None:
    record, _true = world(100_000)
    assert Foresight(record).says == "facts"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"came": [0.5] * 40}, "0 or 1"),
        ({"told": [-1.0] * 40}, "after the day"),
        ({"on": [0.0] * 39}, "as many rows"),
        ({"facts": (Fact("a"), Fact("a"), Fact("b"))}, "same name"),
        ({"seen": np.full((40, 3), np.inf)}, "finite"),
    ],
)
def test_a_record_that_does_not_fit_is_refused(change: dict[str, object], says: str) -> None:
    record, _true = world(40)
    whole = {"facts": FACTS, "seen": record.seen, "came": record.came, "on": record.on, "told": record.told}
    with pytest.raises(ValueError, match=says):
        Foresight(Record(**(whole | change)))


@pytest.mark.parametrize("row", [[1.0, 2.0], [float("inf"), 0, 0]])
def test_a_row_that_does_not_fit_is_refused(row: list[float]) -> None:
    with pytest.raises(ValueError, match="one value for each fact"):
        Foresight(world(60)[0]).suggest(row)
