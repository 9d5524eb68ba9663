"""What came out of a round is put on a list, talked about, and ticked off; a reset under way can take it over."""

from datetime import timedelta

import pytest

from accord.base import clock, registry
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import queries
from accord.ideas.empathy.models import AgendaItem
from accord.ideas.goals import actions as goals
from accord.ideas.goals.models import ResetItem

from . import crowd

pytestmark = pytest.mark.django_db
WHY = "Forty calls a day ask why the letter looks like a scam"
BUSINESS, IT = ([4, 1, 2, 2, 3, 1], [4, 4, 4, 2, 3, 3]), ([1, 4, 4, 2, 3, 3], [1, 4, 4, 2, 3, 1])


@pytest.fixture
def asked(at_alder):
    """Both sides answered: on the data centre IT thinks the business cares, and one person stands alone with the letters."""
    made = crowd.gather(at_alder)
    made.round = crowd.start(made)
    for one in made.business:
        crowd.says(one, made.round, *BUSINESS)
    for one in made.it:
        crowd.says(one, made.round, *IT)
    crowd.says(made.business[0], made.round, [4, 1, 2, 5, 3, 1], because=WHY)
    return made


@pytest.fixture
def closed(asked):
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    return asked


def titles(rows) -> set[str]:
    return {row.item.title for row in rows}


def item(made, title: str):
    return made.round.items.get(title=title)


def test_the_worst_misreadings_and_what_is_critical_to_a_few_are_put_there(closed) -> None:
    put = empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id)
    assert "Renewal letters" in titles(put) and "Move to the new data centre" in titles(put)
    assert "Broker portal speed" not in titles(put)


def test_no_more_than_three_misreadings_are_put_there(closed) -> None:
    put = titles(empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id)) - {"Renewal letters"}
    assert 0 < len(put) <= 3


def test_each_says_from_the_figures_why_it_is_there(closed) -> None:
    empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id)
    why = {one.item: one.why for one in queries.list_agenda(by=closed.cast.bella)}
    assert "IT thinks the business cares more than it does." in why["Move to the new data centre"]
    assert why["Renewal letters"].startswith("Critical for business 0, and not for most of us.")


def test_put_there_twice_it_is_there_once(closed) -> None:
    first = empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id)
    again = empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id)
    assert [row.id for row in first] == [row.id for row in again] and AgendaItem.objects.count() == len(first)


def test_anything_of_the_round_can_be_chosen_and_nothing_else(closed) -> None:
    speed = item(closed, "Broker portal speed")
    (row,) = empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id, item_ids=[speed.id])
    assert row.item == speed
    with pytest.raises(registry.NotThere):
        empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id, item_ids=[row.id])


def test_nothing_is_put_there_before_the_round_is_closed(asked) -> None:
    with pytest.raises(registry.Conflict):
        empathy.put_on_agenda(by=asked.cast.fiona, round_id=asked.round.id)


def test_a_round_in_which_nothing_stands_out_says_so(at_alder) -> None:
    made = crowd.gather(at_alder)
    row = crowd.start(made)
    for one in (*made.business, *made.it):
        crowd.says(one, row, [3] * 6, [3] * 6)
    empathy.close_round(by=at_alder.fiona, round_id=row.id)
    with pytest.raises(registry.Mistake):
        empathy.put_on_agenda(by=at_alder.fiona, round_id=row.id)


def test_it_is_ticked_off_with_a_line_and_only_once(closed) -> None:
    row = empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id)[0]
    with pytest.raises(registry.Mistake):
        empathy.settle_agenda_item(by=closed.cast.fiona, agenda_item_id=row.id, outcome="  ")
    empathy.settle_agenda_item(by=closed.cast.fiona, agenda_item_id=row.id, outcome="We see it differently, and know it now")
    with pytest.raises(registry.Conflict):
        empathy.settle_agenda_item(by=closed.cast.fiona, agenda_item_id=row.id, outcome="Something else")
    assert next(one.outcome for one in queries.list_agenda(by=closed.cast.bella) if one.id == row.id) == "We see it differently, and know it now"


def test_who_only_reads_puts_nothing_there(closed) -> None:
    with pytest.raises(registry.Refused):
        empathy.put_on_agenda(by=closed.cast.bella, round_id=closed.round.id)


def call_reset(made, goal_id):
    today = clock.today()
    return goals.call_reset(
        by=made.cast.fiona, goal_ids=[goal_id], why="It meant two things", person_ids=[made.business[0].person_id, made.it[0].person_id],
        picture_on=today + timedelta(90), answer_by=today + timedelta(5),
    )  # fmt: skip


def test_a_reset_of_a_goal_the_work_serves_can_take_it_over(closed) -> None:
    goal = goals.set_goal(by=closed.cast.fiona, title="Customers stay", why="They leave", owner_id=closed.cast.bella.person_id)
    letters = item(closed, "Renewal letters")
    goals.serve(by=closed.cast.fiona, initiative_id=letters.initiative_id, goal_id=goal.goal_id)
    reset = call_reset(closed, goal.goal_id)
    row = next(one for one in empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id) if one.item_id == letters.id)
    empathy.hand_to_reset(by=closed.cast.fiona, agenda_item_id=row.id, reset_id=reset.id)
    assert ResetItem.objects.filter(reset=reset, title__startswith="Renewal letters: Critical for").exists()
    with pytest.raises(registry.Conflict):
        empathy.settle_agenda_item(by=closed.cast.fiona, agenda_item_id=row.id, outcome="Talked about")


def test_a_reset_of_another_goal_does_not_take_it_over(closed) -> None:
    goal = goals.set_goal(by=closed.cast.fiona, title="Pass the audit", why="The regulator", owner_id=closed.cast.bella.person_id)
    reset = call_reset(closed, goal.goal_id)
    row = empathy.put_on_agenda(by=closed.cast.fiona, round_id=closed.round.id)[0]
    with pytest.raises(registry.Mistake) as refused:
        empathy.hand_to_reset(by=closed.cast.fiona, agenda_item_id=row.id, reset_id=reset.id)
    assert refused.value.field == "reset_id"


@pytest.fixture
def pages(closed):
    browser = closed.cast.browser("fiona")
    closed.get = lambda path: browser.get(f"/alder-mutual/perspectives/{path}")
    closed.post = lambda path, **given: browser.post(f"/alder-mutual/perspectives/{path}", given)
    return closed


def test_the_one_button_of_the_page_puts_them_on_the_list_and_then_leads_there(pages) -> None:
    assert "on the agenda</button>" in pages.get("").content.decode()
    assert pages.post(f"rounds/{pages.round.id}/agenda/").status_code == 302
    shown = pages.get("").content.decode()
    assert "on the agenda</button>" not in shown and "What to talk about" in shown


def test_a_reader_has_the_list_and_no_buttons(pages) -> None:
    empathy.put_on_agenda(by=pages.cast.fiona, round_id=pages.round.id)
    shown = pages.cast.browser("bella").get("/alder-mutual/perspectives/agenda/").content.decode()
    assert "Renewal letters" in shown and WHY in shown and "Tick it off" not in shown


def test_ticking_off_asks_for_a_line_and_keeps_it(pages) -> None:
    row = empathy.put_on_agenda(by=pages.cast.fiona, round_id=pages.round.id)[0]
    path, name = f"agenda/{row.id}/settle/", f"settle-{row.id}-outcome"
    refused = pages.post(path, **{name: ""})
    assert refused.status_code == 422 and "There is a problem" in refused.content.decode()
    assert pages.post(path, **{name: "One font for all letters"}).status_code == 302
    assert "One font for all letters" in pages.get("agenda/").content.decode()
