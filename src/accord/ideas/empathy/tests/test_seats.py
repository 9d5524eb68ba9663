"""Their shoes: only what a team confirmed, signed or agreed to, and never a figure of fewer than five."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.base import clock, registry, scope
from accord.base.people import access
from accord.base.people import actions as people
from accord.base.people.models import Team
from accord.base.people.rules import Role
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import queries
from accord.ideas.empathy.pages.alone import alone_figure
from accord.ideas.empathy.queries.minorities import minorities
from accord.ideas.empathy.queries.seats import seat_of
from accord.ideas.empathy.rules.counts import estimate
from accord.ideas.goals import actions as goals
from accord.ideas.listen import actions as listen
from accord.ideas.listen.models import Question
from accord.ideas.worth import actions as worth
from accord.ideas.worth.rules.decision import Outcome

from . import crowd

pytestmark = pytest.mark.django_db
DAY, BACK, POLITICS = "We lose the first hour of every storm.", "Handlers start an hour late on storm days.", "The other team wants my people."


@pytest.fixture
def made(at_alder):
    """Bella of Claims answered three questions about one piece of work; what she said of a day is confirmed."""
    found = crowd.gather(at_alder)
    found.claims = Team.objects.get(name="Claims")
    found.locked_out = found.work[0]
    (asked,) = listen.ask(
        by=at_alder.fiona, initiative_id=found.locked_out.id, person_ids=[at_alder.bella.person_id],
        questions=[listen.Put("day_to_day"), listen.Put("people_and_politics"), listen.Put("if_not")],
    )  # fmt: skip
    day, politics, found.open = Question.objects.filter(asking=asked.asking).order_by("place")
    listen.answer(by=at_alder.bella, question_id=day.id, words=DAY)
    listen.answer(by=at_alder.bella, question_id=politics.id, words=POLITICS)
    sentences = [listen.Said(BACK, "day_to_day"), listen.Said("Another team would like to have the handlers.", "people_and_politics")]
    found.back = listen.play_back(by=at_alder.fiona, initiative_id=found.locked_out.id, person_id=at_alder.bella.person_id, sentences=sentences)
    return found


def confirm(made) -> None:
    said = [listen.Word(one.id, True, "") for one in made.back.version.sentences.all()]
    listen.say_to_sentences(by=made.cast.bella, playback_id=made.back.version.playback_id, said=said)


def seat(made, **about):
    return seat_of(made.cast.fiona, made.claims.id, **about)


def test_what_was_said_back_stands_there_only_once_it_is_confirmed(made) -> None:
    assert seat(made).said == ()
    confirm(made)
    (said,) = seat(made).said
    assert (said.words, said.quote, said.person.called) == (BACK, DAY, "Head of Claims")


def test_what_is_said_of_people_and_politics_is_never_there(made) -> None:
    confirm(made)
    shown = made.cast.browser("fiona").get(f"/alder-mutual/perspectives/seats/{made.claims.id}/").content.decode()
    assert DAY in shown and POLITICS not in shown and "Another team" not in shown


def test_another_team_has_another_seat(made) -> None:
    confirm(made)
    assert seat_of(made.cast.fiona, Team.objects.get(name="Delivery").id).said == ()


def test_of_one_piece_of_work_only_what_was_said_about_it(made) -> None:
    confirm(made)
    assert len(seat(made, initiative_id=made.locked_out.id).said) == 1
    assert seat(made, initiative_id=made.work[1].id).said == ()


def test_what_waits_for_their_word_is_there_without_whose(made) -> None:
    waiting = seat(made).waiting
    assert [one.words for one in waiting if not one.back] == [made.open.words] and any(one.back for one in waiting)
    assert not hasattr(waiting[0], "person")


def test_their_goals_are_those_they_answer_for_and_those_they_work_for(made) -> None:
    fiona, bella, ian = made.cast.fiona, made.cast.bella, made.cast.ian
    own = goals.set_goal(by=fiona, title="Decide in three days", why="Customers leave", owner_id=bella.person_id)
    other = goals.set_goal(by=fiona, title="Nobody waits for a password", why="Storms", owner_id=ian.person_id)
    goals.contribute(by=fiona, goal_id=other.goal_id, team_id=made.claims.id, how="They sign in")
    goals.set_goal(by=fiona, title="A newer data centre", why="The old one leaks", owner_id=ian.person_id)
    held = {one.goal.title: (one.owns, one.link is not None) for one in seat(made).goals}
    assert held == {own.title: (True, False), other.title: (False, True)}


def test_what_was_decided_stands_beside_the_work_they_were_heard_about(made) -> None:
    assert [one.decision for one in seat(made).choices] == [None]
    worth.record_decision(
        by=made.cast.fiona, initiative_id=made.locked_out.id, outcome=Outcome.NOT_WORTH_SOLVING, option="", reasons="The storm line does it.",
        decided_by_id=made.cast.bella.person_id, open_reason="The season starts.",
    )  # fmt: skip
    (choice,) = seat(made).choices
    assert choice.initiative == made.locked_out and choice.decision.reasons == "The storm line does it."


def test_who_may_not_read_requests_finds_none_of_it_here(made) -> None:
    from dataclasses import replace

    confirm(made)
    narrow = replace(made.cast.fiona, scopes=frozenset({"perspectives.read"}))
    found = queries.show_seat(by=narrow, team_id=made.claims.id)
    assert (found.said, found.choices, found.waiting, found.goals) == ([], [], [], [])


def test_a_client_never_sits_in_anothers_seat(made) -> None:
    with scope.outside("another client looks"), made.cast.inside(made.cast.brightwell), pytest.raises(registry.NotThere):
        queries.show_seat(by=made.cast.sam, team_id=made.claims.id)


def team_of(made, name: str, side: str, n: int) -> list:
    people.add_team(by=made.cast.fiona, name=name, side=side)
    who = [people.add_person(by=made.cast.fiona, name=f"{name} {at}", email=f"{name}{at}@alder.example".replace(" ", ""), team=name) for at in range(n)]
    return [access.actor_of(one, Role.PARTICIPANT, "link") for one in who]


def marks_of(made, sizes: dict[str, int]):
    """A round that business teams of these sizes answer, and a crowd of IT; one person of Letters calls the fourth item critical."""
    teams = {name: team_of(made, name, "business", n) for name, n in sizes.items()}
    row = crowd.start(made, person_ids=[one.person_id for one in (*made.it, *(who for team in teams.values() for who in team))])
    for one in made.it:
        crowd.says(one, row, [2] * 6)
    for place, team in enumerate(teams.values()):
        for one in team:
            crowd.says(one, row, [min(4, 1 + place), 2, 2, 2, 2, 2])
    crowd.says(teams["Letters"][0], row, [1, 2, 2, 5, 2, 2], because="Forty calls a day ask why")
    empathy.close_round(by=made.cast.fiona, round_id=row.id)
    return row


def test_a_team_of_five_sees_its_marks_with_their_interval_and_of_how_many(made) -> None:
    marks_of(made, {"Letters": 5, "Brokers": 5})
    found = queries.show_seat(by=made.cast.bella, team_id=Team.objects.get(name="Brokers").id)
    quote = next(one for one in found.marks if one.item == crowd.WORK[0])
    assert quote.n == 5 and quote.mean.mean == 2 and quote.mean.low < 2 < quote.mean.high


def test_a_team_of_four_has_no_marks_and_its_signed_words(made) -> None:
    marks_of(made, {"Letters": 4, "Brokers": 6})
    team = Team.objects.get(name="Letters")
    found = queries.show_seat(by=made.cast.bella, team_id=team.id)
    assert {one.mean for one in found.marks} == {None} and found.critical[0].words == "Forty calls a day ask why"
    shown = made.cast.browser("bella").get(f"/alder-mutual/perspectives/seats/{team.id}/").content.decode()
    assert "Their marks are not shown" in shown and "Forty calls a day ask why" in shown


def alone(row):
    found = queries.revealed(row.id)
    (one,) = minorities(found)
    return alone_figure(found, one)


def test_two_teams_are_no_crowd_to_stand_out_from(made) -> None:
    assert alone(marks_of(made, {"Letters": 5, "Brokers": 5})) is None


def test_who_signed_stands_at_ten_and_their_team_where_its_mean_is(made) -> None:
    figure = alone(marks_of(made, {"Letters": 5, "Brokers": 5, "Finance": 5}))
    told = {row[0]: row[1:] for row in figure.table.rows}
    assert told["Letters 0"] == ("10", "", "") and (told["Letters"][0], told["Letters"][2]) == ("4", "5")


def test_a_team_too_small_to_show_has_no_dot_of_its_mean(made) -> None:
    figure = alone(marks_of(made, {"Letters": 1, "Brokers": 5, "Finance": 5, "Sales": 5, "Claims east": 5}))
    told = {row[0]: row[1:] for row in figure.table.rows}
    assert told.pop("Letters 0") == ("10", "", "") and len(told) == 3 and "Letters" not in told and {row[2] for row in told.values()} == {"5"}
    assert figure.description.startswith("Letters 0 10")


def test_the_page_of_the_work_leads_to_the_seats_of_those_who_were_heard(made) -> None:
    confirm(made)
    shown = made.cast.browser("fiona").get(f"/alder-mutual/initiatives/{made.locked_out.id}/").content.decode()
    assert f"/perspectives/seats/{made.claims.id}/?initiative={made.locked_out.id}" in shown


def test_choosing_a_seat_says_who_was_never_heard(made) -> None:
    confirm(made)
    with clock.at(clock.now() + timedelta(days=1)):
        shown = made.cast.browser("fiona").get("/alder-mutual/perspectives/seats/").content.decode()
    assert "From one team we have heard nothing" in shown and "heard last on" in shown


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5))
def test_the_mean_of_a_histogram_lies_in_its_interval_on_the_scale(counts: list[int]) -> None:
    found = estimate(counts)
    if not any(counts):
        assert found is None
    else:
        assert 1 <= found.low <= found.value <= found.high <= 5 and found.n == sum(counts)
        assert found.value == pytest.approx(sum(step * n for step, n in enumerate(counts, start=1)) / sum(counts))
