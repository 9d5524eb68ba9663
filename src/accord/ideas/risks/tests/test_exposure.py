"""What open warnings could cost together, beside what was agreed."""

from datetime import date, timedelta

import pytest

from accord.base import clock, registry
from accord.ideas.goals import actions as goals
from accord.ideas.risks import actions, queries
from accord.ideas.risks.actions.tolerance import Point
from accord.ideas.risks.queries import exposure
from accord.ideas.risks.queries.exposure import ExposureShown

pytestmark = pytest.mark.django_db


def warn(cast, sees: str = "The sign-in tests end on 8 November.", **more):
    figures = {"chance_low": 60, "chance_high": 90, "loss_low": 20_000, "loss_high": 60_000}
    with cast.inside():
        return actions.raise_risk(by=cast.ian, sees=sees, **(figures | more))


def now(cast):
    with cast.inside():
        return queries.at_stake()


def afresh(cast):
    exposure._held.clear()
    return now(cast)


def agree(cast, *points: tuple[float, float], **more):
    with cast.inside():
        return actions.set_tolerance(by=cast.fiona, points=[Point(*one) for one in points], **({"agreed_by": "the Chief Financial Officer"} | more))


def page(cast, who: str = "fiona", address: str = "") -> str:
    return cast.browser(who).get(f"/alder-mutual/warnings/{address}").content.decode()


def test_what_is_at_stake_on_average_is_a_range(cast) -> None:
    warn(cast)
    low, mid, high = now(cast).counted.curve.expected
    assert 20_000 < low < mid < high < 60_000


def test_a_warning_without_a_chance_or_a_cost_is_counted_and_is_not_in_the_curve(cast) -> None:
    warn(cast)
    warn(cast, "The lift is slow.", loss_low=None, loss_high=None)
    found = now(cast).counted
    assert (found.open, found.ranged) == (2, 1)
    assert "One of two is not in it" in page(cast)


def test_what_bites_later_than_in_twelve_months_or_is_over_is_not_in_it(cast) -> None:
    warn(cast, bites_on=clock.today() + timedelta(days=400))
    over = warn(cast, bites_on=clock.today() + timedelta(days=40))
    with cast.inside():
        actions.end_risk(by=cast.ian, risk_id=over.id)
    assert now(cast).counted.open == 0


def test_the_newest_estimate_counts(cast) -> None:
    row = warn(cast)
    before = now(cast).counted.curve.expected.mid
    with cast.inside():
        actions.estimate(by=cast.fiona, risk_id=row.id, chance_low=5, chance_high=10)
    assert now(cast).counted.curve.expected.mid < before / 5


def test_a_change_is_seen_at_once_and_without_one_nothing_is_worked_out_again(cast) -> None:
    row = warn(cast)
    warn(cast, "Another.")
    first = now(cast)
    assert now(cast) is first
    with cast.inside():
        actions.estimate(by=cast.fiona, risk_id=row.id, loss_low=1_000, loss_high=2_000)
    second = now(cast)
    assert second.counted.curve.expected.mid < 0.6 * first.counted.curve.expected.mid
    assert second.counted == afresh(cast).counted


@pytest.mark.parametrize("step", ["raised", "ended", "residual", "proposed", "taken", "tolerance"])
def test_after_every_change_it_is_what_reading_all_afresh_comes_to(cast, step) -> None:
    row, other = warn(cast), warn(cast, "Another.", bites_on=clock.today() + timedelta(days=9), loss_low=1_000, loss_high=2_000)
    now(cast)
    said = {"risk_id": row.id, "chance_low": 5, "chance_high": 10}
    with cast.inside():
        match step:
            case "raised":
                actions.raise_risk(by=cast.ian, sees="One more.", chance_low=1, chance_high=2, loss_low=10, loss_high=20)
            case "ended":
                actions.end_risk(by=cast.ian, risk_id=other.id)
            case "residual":
                actions.estimate(by=cast.fiona, level="residual", loss_low=10, loss_high=20, **said)
            case "proposed":
                actions.add_treatment(by=cast.fiona, title="A rehearsal", **said)
            case "taken":
                actions.take_treatment(by=cast.fiona, treatment_id=actions.add_treatment(by=cast.fiona, title="A rehearsal", **said).id)
            case "tolerance":
                actions.set_tolerance(by=cast.fiona, points=[Point(100, 50), Point(5_000, 5)], agreed_by="the board")
    kept, new = now(cast), afresh(cast)
    assert (kept.counted, kept.at, kept.at_later, kept.headline) == (new.counted, new.at, new.at_later, new.headline)


def test_once_what_is_planned_is_done_less_is_at_stake(cast) -> None:
    row = warn(cast)
    with cast.inside():
        actions.estimate(by=cast.fiona, risk_id=row.id, level="residual", chance_low=5, chance_high=10, loss_low=20_000, loss_high=60_000)
    found = now(cast).counted
    assert found.later.expected.high < found.curve.expected.low
    assert (found.answers, found.planned) == (1, 0)


def test_it_says_on_which_goals_it_rests_the_most_first(cast) -> None:
    with cast.inside():
        small, large = (goals.set_goal(by=cast.fiona, title=title, why="It matters.", owner_id=cast.bella.person_id).goal_id for title in ("Small", "Large"))
    warn(cast, goal_id=small, loss_low=100, loss_high=200)
    warn(cast, goal_id=large)
    warn(cast, "No goal.", loss_low=1, loss_high=2)
    with cast.inside():
        found = ExposureShown.now()
    assert [one.goal for one in found.by_goal] == ["Large", "Small", ""]
    assert sum(one.stake.mid for one in found.by_goal) == pytest.approx(found.expected_loss.mid)


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([(100_000, 25)], "two amounts"),
        ([(100_000, 25), (100_000, 10)], "twice"),
        ([(100_000, 10), (200_000, 10)], "less likely"),
    ],
)
def test_what_can_be_borne_is_a_line_that_falls(cast, points, words) -> None:
    with pytest.raises(registry.Mistake, match=words) as refused:
        agree(cast, *points)
    assert refused.value.field == "points"


def test_only_whoever_looks_after_the_client_says_what_can_be_borne(cast) -> None:
    with cast.inside(), pytest.raises(registry.Refused):
        actions.set_tolerance(by=cast.ian, points=[Point(1, 50), Point(2, 10)], agreed_by="Ian")
    assert cast.browser("ian").get("/alder-mutual/warnings/tolerance/").status_code == 403


def test_an_agreement_is_of_today_or_before(cast) -> None:
    with pytest.raises(registry.Mistake, match="today or before"):
        agree(cast, (10_000, 50), (50_000, 5), agreed_on=clock.today() + timedelta(days=1))


def test_the_page_says_first_that_we_carry_more_and_that_an_answer_brings_us_back(cast) -> None:
    row = warn(cast)
    assert "nobody has agreed yet what we can bear" in page(cast)
    agree(cast, (10_000, 30), (50_000, 5), agreed_on=date(2026, 1, 5))
    assert "We carry more than we agreed to<" in page(cast)
    with cast.inside():
        actions.estimate(by=cast.fiona, risk_id=row.id, level="residual", chance_low=1, chance_high=2, loss_low=5_000, loss_high=9_000)
    shown = page(cast)
    assert "one answer brings us back inside" in shown
    assert "by the Chief Financial Officer" in shown
    assert "On average" in shown


def test_the_page_says_that_we_carry_no_more_than_agreed(cast) -> None:
    warn(cast)
    agree(cast, (10_000, 99), (200_000, 50))
    assert "We carry no more than we agreed to" in page(cast)


def test_without_ranges_the_page_says_what_is_missing_and_without_warnings_nothing(cast) -> None:
    assert "cost together" not in page(cast)
    warn(cast, **dict.fromkeys(("chance_low", "chance_high", "loss_low", "loss_high")))
    assert "Nobody has said yet" in page(cast)


def test_what_can_be_borne_is_set_on_a_page(cast) -> None:
    browser, address = cast.browser("fiona"), "/alder-mutual/warnings/tolerance/"
    said = {"amount_1": "50k", "chance_1": "60", "amount_2": "400k", "chance_2": "1", "agreed_by": "the board", "agreed_on": "2026-01-05"}
    assert browser.post(address, said).status_code == 302
    assert now(cast).tolerance.points == [[50_000, 0.6], [400_000, 0.01]]
    wrong = browser.post(address, said | {"chance_2": "60"})
    assert wrong.status_code == 422
    assert "less likely" in wrong.content.decode()
    half = browser.post(address, said | {"chance_2": ""})
    assert "Give both, or leave both empty" in half.content.decode()


def test_a_stranger_sees_nothing_of_it(cast) -> None:
    warn(cast)
    assert cast.browser("sam").get("/alder-mutual/warnings/tolerance/").status_code == 404
