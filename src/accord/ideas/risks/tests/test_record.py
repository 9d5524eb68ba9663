"""When it comes true: how early we were told, whether it was answered, and what stated chances were worth. Hindsight never counts, and nobody is named."""

from contextlib import contextmanager
from datetime import date, timedelta
from random import Random

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accord.base import clock, registry
from accord.base.paper.charts.ahead import Foretold
from accord.ideas.listen import actions as listen
from accord.ideas.risks import actions, queries
from accord.ideas.risks.actions.raising import Slots, raise_unnamed
from accord.ideas.risks.models import ENDED, Ending, Event, Risk
from accord.ideas.risks.pages import record as pages
from accord.ideas.risks.queries import answered, record, scored
from accord.ideas.risks.queries.record import CameTrue, sealed_on
from accord.ideas.risks.rules.leadtime import Came, Warned, lead_time
from accord.ideas.risks.rules.response import Told, response

pytestmark = pytest.mark.django_db
TITLE = "The portal slowed at the renewal peak"


@contextmanager
def ago(cast, days: int):
    """So many days before today, at Alder."""
    with clock.at(clock.now() - timedelta(days=days)), cast.inside():
        yield


def warn(cast, days: int, *, by=None, answered_after: int | None = None, **more) -> Risk:
    """A warning raised so many days ago, and answered by Fiona so many days after."""
    with ago(cast, days):
        row = actions.raise_risk(by=by or cast.ian, sees="The portal slows when forty are on it.", answerer_id=cast.fiona.person_id, **more)
    if answered_after is not None:
        with ago(cast, days - answered_after):
            actions.act(by=cast.fiona, risk_id=row.id, words="A second server.")
    return row


def came_true(cast, days: int = 0, **more):
    """It came true so many days ago, and Petra writes it down."""
    with cast.inside():
        return actions.record_event(by=cast.petra, **{"title": TITLE, "happened_on": clock.today() - timedelta(days=days), **more})


def told(cast) -> CameTrue:
    with cast.inside():
        return record.recorded().rows[0]


def sentence(cast) -> str:
    with cast.inside():
        one = pages.everything(cast.ian).rows[0]
        return f"{one.lead} {one.rest}".strip()


def test_we_were_told_so_many_days_ahead_and_answered_on_a_day(cast) -> None:
    row = warn(cast, 41, answered_after=3, loss_low=20_000, loss_high=70_000)
    came_true(cast, needs=20, cost_low=4_000, cost_high=4_000, risk_ids=[row.id])
    assert sentence(cast) == "We were told 41 days ahead and answered on day 3. It cost €4,000. The warning had said €20,000 to €70,000."


def test_what_nobody_answered_says_so(cast) -> None:
    came_true(cast, needs=30, risk_ids=[warn(cast, 34).id])
    assert sentence(cast) == "We were told 34 days ahead. Nobody answered."


def test_what_was_told_too_late_to_act_says_how_long_acting_takes(cast) -> None:
    came_true(cast, needs=14, risk_ids=[warn(cast, 9, answered_after=6).id])
    assert sentence(cast) == "We were told 9 days ahead and answered on day 6. It takes 14 days to act."


def test_what_nobody_had_said_stays_in_the_list(cast) -> None:
    came_true(cast, needs=5, learned="We ask for month-end hours first.")
    assert sentence(cast) == "Nobody had said. We ask for month-end hours first."


def test_the_earliest_warning_counts_and_one_of_the_day_itself_is_hindsight(cast) -> None:
    late, first, same_day = warn(cast, 12), warn(cast, 30, by=cast.bella), warn(cast, 4)
    came_true(cast, days=4, risk_ids=[late.id, first.id, same_day.id])
    found = told(cast)
    assert [one.id for one in found.warnings] == [first.id, late.id]
    assert found.ahead == 26


def test_a_warning_given_only_on_the_day_is_none(cast) -> None:
    came_true(cast, risk_ids=[warn(cast, 0).id])
    assert sentence(cast) == "Nobody had said."


def test_an_answer_after_it_came_true_is_none(cast) -> None:
    row = warn(cast, 20, answered_after=15)
    came_true(cast, days=10, risk_ids=[row.id])
    assert sentence(cast) == "We were told 10 days ahead. Nobody answered."


def test_of_a_warning_without_a_name_no_day_is_told_that_its_week_does_not_tell(cast) -> None:
    monday = clock.today() - timedelta(days=clock.today().weekday() + 21)
    with clock.at(clock.now() - timedelta(days=15)), cast.inside():
        slots = Slots("Nobody dares to say that the portal slows.")
        with registry.acting(cast.fiona, "risks.raise_unnamed"):
            row = raise_unnamed(by=cast.fiona, slots=slots, week=monday, crowd=12, band="", warned_on=monday + timedelta(days=1))
    came_true(cast, risk_ids=[row.id])
    days = (clock.today() - monday).days - 6
    assert sealed_on(row) == monday + timedelta(days=6)
    assert sentence(cast) == f"We were told at least {days} days ahead. Nobody answered."


def test_what_was_estimated_after_it_came_true_is_not_what_the_warning_had_said(cast) -> None:
    row = warn(cast, 20, loss_low=1_000, loss_high=2_000)
    with cast.inside():
        actions.estimate(by=cast.ian, risk_id=row.id, loss_low=90_000, loss_high=95_000)
    came_true(cast, days=2, cost_low=92_000, cost_high=92_000, risk_ids=[row.id])
    assert "The warning had said €1,000 to €2,000." in sentence(cast)


def six(cast) -> None:
    """As a year went: five were said beforehand, four with time to act."""
    for ahead, after, needs in ((41, 3, 20), (34, None, 30), (19, 2, 10), (12, 4, 7), (9, 6, 14)):
        row = warn(cast, ahead + 5, answered_after=after)
        came_true(cast, days=5, needs=needs, title=f"Something after {ahead} days", risk_ids=[row.id])
    came_true(cast, days=5, needs=5, title="A restart fell on closing day")


def test_the_heading_says_how_many_came_true_were_said_and_were_said_in_time(cast) -> None:
    six(cast)
    with cast.inside():
        found = pages.came_true(cast.ian)
    assert found.headline == "Six came true: five were said beforehand, four with time to act"
    assert found.source == (
        "Twelve months. Typically told 19 days ahead, half of them 12 to 34. With those nobody had said, 19 days on average. With six, the true share told "
        "in time could be anywhere from 3 to 9 in 10. Only warnings sealed before the day count, and hindsight never does."
    )


def test_the_drawing_shows_what_was_told_earliest_first_and_says_it_to_whoever_does_not_see_it(cast) -> None:
    six(cast)
    with cast.inside():
        figure = pages.came_true(cast.ian).figure
    assert [row[2] for row in figure.table.rows] == ["41", "34", "19", "12", "9", "0"]
    assert figure.table.rows[0][3:] == ("38", "20") and figure.table.rows[1][3] == "never"
    assert 'aria-label="Something after 41 days: We were told 41 days ahead and answered on day 3. It takes 20 days to act"' in figure.svg


def test_what_came_true_more_than_a_year_ago_stands_in_the_list_behind_only(cast) -> None:
    came_true(cast, days=400)
    with cast.inside():
        assert pages.came_true(cast.ian).figure is None
        assert len(pages.everything(cast.ian).rows) == 1


@pytest.mark.parametrize(("chance", "said"), [((60, 80), "Of 1 warning stated at 50 in 100 or more, 1 did not come true."), ((10, 20), "")])
def test_a_false_alarm_is_only_what_was_called_likely(cast, chance, said) -> None:
    row = warn(cast, 20, chance_low=chance[0], chance_high=chance[1])
    with cast.inside():
        actions.end_risk(by=cast.ian, risk_id=row.id)
        source = pages.came_true(cast.ian).source
    assert ("stated at 50 in 100" in source) is bool(said)
    assert said in source


def ended(cast, who: str, row: Risk, **said):
    cost = {"cost_low": "4000", "cost_high": "4000"}
    fields = {"how": "new", "title": TITLE, "happened_on": clock.today().isoformat(), "needs": "20", "words": "Thank you.", **cost}
    return cast.browser(who).post(reverse("risks:end", kwargs={"client": "alder-mutual", "risk_id": row.id}), fields | said)


def test_ending_a_warning_writes_down_what_came_true_with_its_goal_and_tells_whoever_raised_it(cast) -> None:
    row = warn(cast, 20)
    assert ended(cast, "petra", row).status_code == 302
    with cast.inside():
        found = Ending.objects.select_related("event", "risk").get(risk=row.id)
        assert (found.event.title, found.words, found.risk.state, found.by_id) == (TITLE, "Thank you.", ENDED, cast.petra.person_id)


def test_its_day_passed(cast) -> None:
    row = warn(cast, 20)
    assert ended(cast, "petra", row, how="passed").status_code == 302
    with cast.inside():
        assert not Ending.objects.get(risk=row.id).came_true and not Event.objects.exists()


def test_a_second_warning_may_be_of_what_is_written_down_already(cast) -> None:
    event_id = came_true(cast, days=3)
    row = warn(cast, 20)
    assert ended(cast, "petra", row, how=str(event_id)).status_code == 302
    assert sentence(cast).startswith("We were told 17 days ahead.")


def test_whoever_must_answer_it_reads_who_can_end_it_and_cannot(cast) -> None:
    row = warn(cast, 20)
    page = cast.browser("fiona").get(reverse("risks:end", kwargs={"client": "alder-mutual", "risk_id": row.id})).content.decode()
    assert "You must answer this warning, so somebody else says that it is over: Identity engineer" in page and "<form" not in page.split("<main")[1]
    assert ended(cast, "fiona", row).status_code == 403
    with cast.inside():
        assert not Ending.objects.exists()


def test_words_that_point_at_people_are_hinted_at_once_and_kept_when_sent_again(cast) -> None:
    row = warn(cast, 20)
    said = {"learned": "The developers should have tested it."}
    first = ended(cast, "petra", row, **said)
    assert first.status_code == 200 and "pointing at somebody" in first.content.decode()
    kept = first.context["form"].data["kept"]
    assert ended(cast, "petra", row, **said, kept=kept).status_code == 302


def test_the_list_of_what_came_true_names_nobody(cast) -> None:
    came_true(cast, risk_ids=[warn(cast, 20, by=cast.bella).id])
    page = cast.browser("ian").get(reverse("risks:came_true", kwargs={"client": "alder-mutual"})).content.decode().split("<main")[1]
    assert TITLE in page
    assert not any(name in page for name in ("Bella", "Head of Claims", "Fiona", "Petra"))


def test_somebody_who_only_takes_part_cannot_write_down_what_came_true(cast) -> None:
    assert cast.browser("ian").get(reverse("risks:came_true_new", kwargs={"client": "alder-mutual"})).status_code == 403


def test_what_nobody_had_said_is_written_down_on_its_page(cast) -> None:
    fields = {"title": TITLE, "happened_on": clock.today().isoformat(), "needs": "5", "learned": "We ask for month-end hours first."}
    assert cast.browser("fiona").post(reverse("risks:came_true_new", kwargs={"client": "alder-mutual"}), fields).status_code == 302
    assert sentence(cast) == "Nobody had said. We ask for month-end hours first."


def test_the_review_and_the_story_of_the_work_tell_how_early_we_were_told(cast) -> None:
    with cast.inside():
        work = listen.file_request(by=cast.bella, problem="The portal is slow at the renewal peak.").request.initiative_id
    row = warn(cast, 0, initiative_id=work)
    with clock.at(clock.now() + timedelta(days=10)):
        came_true(cast, risk_ids=[row.id])
        with cast.inside():
            panel = next(one for one in registry.panel.collect(by=cast.ian, initiative_id=work) if one.key == "came_true")
            story = [f"{one.lead} {one.text}" for one in registry.story.collect(by=cast.ian, initiative_id=work)]
    assert [one.lead for one in panel.context["rows"]] == ["We were told 10 days ahead. Nobody answered."]
    assert f"It came true: {TITLE}. We were told 10 days ahead. Nobody answered." in story


def test_shares_of_what_was_answered_are_shown_from_five_on_with_their_interval(cast) -> None:
    for _n in range(4):
        warn(cast, 40, answered_after=1)
    with cast.inside():
        assert pages.came_true(cast.ian).answered == ()
    warn(cast, 40)
    with cast.inside():
        assert pages.came_true(cast.ian).answered[1] == "4 of 5 warnings were answered within 14 days, in the long run 44 to 95 in 100."
        assert queries.show_answered(by=cast.ian).answered == 0.8


@pytest.mark.parametrize("seed", range(3))
def test_what_the_database_counts_is_what_the_rule_counts(cast, seed) -> None:
    dice, told_ = Random(seed), []
    today = clock.today()
    with cast.inside():
        for n in range(12):
            raised = today - timedelta(days=dice.randint(0, 40))
            read, answer = (raised + timedelta(days=dice.randint(0, 20)) if dice.random() < 0.6 else None for _ in range(2))
            Risk.objects.create(
                sees="x", raised_by_id=cast.ian.person_id, answerer_id=cast.fiona.person_id, warned_on=raised, answer_by=today, read_on=read, answered_on=answer
            )
            told_.append(Told(str(n), raised.toordinal(), read and read.toordinal(), answer and answer.toordinal()))
        found, expected = answered.answered(), response(told_, today.toordinal())
    assert (found.read.share, found.answered.share) == (expected.read_on_time, expected.answered_on_time)


def over(cast, n: int, came: int, *, who=("ian", "bella", "petra")) -> None:
    """So many warnings are over, so many of them came true; stated by several people."""
    for place in range(n):
        by = getattr(cast, who[place % len(who)])
        hit = place < came
        row = warn(cast, 20, by=by, chance_low=80 if hit else 5, chance_high=90 if hit else 15, loss_low=1_000, loss_high=9_000)
        with cast.inside():
            if hit:
                actions.record_event(by=cast.petra, title=f"It came {place}", happened_on=clock.today(), cost_low=3_000, cost_high=3_000, risk_ids=[])
                event = Event.objects.order_by("-id").first()
                Ending.objects.create(risk=row, came_true=True, event=event, by_id=cast.petra.person_id, on=clock.today())
            else:
                Ending.objects.create(risk=row, came_true=False, by_id=cast.petra.person_id, on=clock.today())


def test_chances_are_scored_from_twenty_that_are_over(cast) -> None:
    over(cast, 19, 8)
    with cast.inside():
        assert scored.scored().chances is None
        assert "From 20 on" in pages.everything(cast.ian).chances[0]
    over(cast, 1, 0)
    with cast.inside():
        found = scored.scored()
        assert found.chances.n == 20 and found.chances.skill > 0.8 and found.curve == ()
        assert pages.everything(cast.ian).chances[1] == "The chances told more than always saying the usual share would have."


def test_a_score_that_would_be_of_one_or_two_people_is_never_shown(cast) -> None:
    over(cast, 20, 8, who=("ian", "bella"))
    with cast.inside():
        assert scored.scored().chances is None
        assert pages.everything(cast.ian).chances == ("Too few people stated chances: what they are worth would be a score of somebody.",)


def test_costs_are_laid_beside_what_it_cost_from_ten_on(cast) -> None:
    over(cast, 10, 10)
    with cast.inside():
        found = scored.scored()
        assert (found.ranges.n, found.ranges.hit_rate) == (10, 1.0)
        assert pages.everything(cast.ian).costs[0].startswith("What it cost lay within the stated range in 10 of 10")


events = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60), st.lists(st.integers(0, 400), max_size=4)), max_size=8)


@given(events)
def test_hindsight_never_makes_us_earlier(found) -> None:
    came = [Came(str(n), day, needed) for n, (day, needed, _told) in enumerate(found)]
    said = [Warned(str(n), day) for n, (_day, _needed, told_) in enumerate(found) for day in told_]
    late = [Warned(str(n), day + 1) for n, (day, _needed, _told) in enumerate(found)]
    assert lead_time(came, said).leads == lead_time(came, [*said, *late]).leads


def test_a_foretold_row_says_days_before_the_day(cast) -> None:
    row = warn(cast, 10, answered_after=2)
    came_true(cast, risk_ids=[row.id])
    shown: Foretold = pages._foretold(told(cast), "EUR")
    assert (shown.ahead, shown.answered) == (10, 8)


def test_days_are_said_with_their_year_once_they_are_long_ago() -> None:
    with clock.at(clock.now().replace(year=2026, month=10, day=14)):
        assert (pages.day(date(2026, 9, 1)), pages.day(date(2025, 10, 30))) == ("1 September", "30 October 2025")
