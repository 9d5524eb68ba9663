"""What the record suggests of work under way: only from what was known by then, and with less of a record, with less to say."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from accord.ideas.risks.rules.suggesting import ELSEWHERE, LIKE, Basis, Facts, Past, suggest

TODAY = date(2026, 11, 30)


def past(n: int, *, seed: int = 1, weeks: int = 3) -> list[Past]:
    """Initiatives that go wrong the more often, the longer nobody wrote a note and the more often they were put off; days to go do not matter."""
    bits, found = random.Random(seed), []
    for one in range(n):
        start = TODAY - timedelta(days=bits.randrange(120, 900))
        moved, silent = bits.randrange(0, 4), bits.randrange(0, 60)
        came = bits.random() < min(0.95, 0.05 + 0.18 * moved + 0.006 * silent)
        for week in range(weeks):
            facts = Facts(
                on=start + timedelta(days=7 * week), like=f"team {one % 3}", times_put_off=moved, days_silent=max(0, silent + bits.randrange(-3, 4)),
                days_to_go=bits.randrange(0, 200),
            )  # fmt: skip
            found.append(Past(facts, came, start + timedelta(days=100), f"work {one}"))
    return found


NOW = Facts(on=TODAY, like="team 1", times_put_off=3, days_silent=50, days_to_go=30)
CALM = replace(NOW, times_put_off=0, days_silent=2)


def test_with_few_outcomes_the_range_is_that_of_others_wide_and_with_its_source() -> None:
    found = suggest(NOW, past(12))
    assert found is not None and found.basis == Basis.GENERAL and found.source == ELSEWHERE.source and found.n == 12
    assert found.chance_high - found.chance_low > 0.5 and found.reasons == ()


def test_or_nothing_is_said_where_others_are_not_wanted() -> None:
    assert suggest(NOW, past(12), general=None) is None
    assert suggest(NOW, [], general=None) is None


def test_with_a_record_what_was_put_off_and_is_silent_is_likelier_and_says_so_first() -> None:
    worse, better = suggest(NOW, past(120)), suggest(CALM, past(120))
    assert worse is not None and better is not None and worse.basis == Basis.FACTS and worse.n == 120
    assert worse.chance_low > better.chance_high
    assert worse.reasons[0].fact == "times_put_off" and worse.reasons[0].points > 0 > better.reasons[0].points


def test_where_nothing_ever_went_wrong_how_often_is_all_there_is_to_say() -> None:
    found = suggest(NOW, [replace(one, came=False) for one in past(40)])
    assert found is not None and found.basis == Basis.RATE and found.chance_low == 0 and 0.05 < found.chance_high < 0.1


def test_what_is_told_later_than_the_day_has_no_say() -> None:
    rows = past(120)
    early = replace(NOW, on=TODAY - timedelta(days=300))
    later = [one if one.told <= early.on else replace(one, came=not one.came) for one in rows]
    assert suggest(early, rows) == suggest(early, later) != suggest(NOW, rows)


def test_the_order_of_rows_does_not_matter() -> None:
    rows = past(60)
    assert suggest(NOW, rows) == suggest(NOW, random.Random(3).sample(rows, len(rows)))


def test_looking_at_the_same_work_again_and_again_is_no_new_outcome() -> None:
    found = suggest(NOW, past(12, weeks=12))
    assert found is not None and found.basis == Basis.GENERAL


@pytest.mark.parametrize("fact", ["days_put_off", "days_silent", "open_questions", "late_answers", "renegotiated", "stale_ranges", "times_put_off"])
def test_more_of_what_is_worrying_never_lowers_a_chance_even_where_the_record_had_it_so(fact: str) -> None:
    rows = [replace(one, facts=replace(one.facts, **{fact: 9 - (one.facts.days_silent or 0) / 9 if one.came else 12.0})) for one in past(90)]
    found = [suggest(replace(NOW, **{fact: more}), rows) for more in (1.0, 5.0, 40.0)]
    chances = [one.chance for one in found if one and one.chance is not None]
    assert len(chances) == 3 and chances == sorted(chances)


def test_a_team_whose_work_went_wrong_before_is_no_safer_than_another_and_no_person_is_read() -> None:
    rows = [replace(one, came=one.came or one.facts.like == "team 1") for one in past(150)]
    here, there = suggest(CALM, rows), suggest(replace(CALM, like="team 2"), rows)
    assert here is not None and there is not None and here.chance_low > there.chance_low
    assert LIKE in {reason.fact for reason in here.reasons}
