"""The pages of the speak application, walked as somebody on a phone walks them: no script, no cookie, no account."""

from __future__ import annotations

import pytest

from accord.base import scope
from accord.ideas.risks import actions as risks
from accord.ideas.risks.models import Board, Report, Spool

from .door import Reporter, code_of, hidden

pytestmark = pytest.mark.django_db


def test_before_a_word_is_typed_it_says_how_many_could_have_written_it(house, reporter) -> None:
    page = reporter.see()
    with house.inside():
        people = Board.objects.get().people
    assert f"<h1>{people} people could have written this</h1>" in page
    assert people == 17  # everybody but the listener, who would know
    assert "One listener: Head of Claims (Bella Onyango)." in page
    assert "<textarea" not in page


def test_a_warning_goes_from_the_slots_over_the_page_that_reads_it_back_to_a_code(house, reporter) -> None:
    given = {"goal": _goal(house), "sees": "Sign-in tests end on 8 November. Nobody checked the freeze on the 1st.", "low": "20k", "high": "60k",
             "asks": "Start the tests a week earlier", "act_by": "2030-10-20"}  # fmt: skip
    hinted = reporter.post(f"{reporter.at}write/", given).content.decode()
    assert "points at people" in hinted and "Use that" in hinted
    check = reporter.post(f"{reporter.at}write/", {**given, "hinted": "1"}).content.decode()
    assert "To decide nine in ten claims in three days, we need this: " in check
    assert "€20,000 to €60,000" in check and "One of 17 people" in check
    sent = reporter.post(f"{reporter.at}send/", {**given, **hidden(check), "when": "mix"}).content.decode()
    assert len(code_of(sent).replace(" ", "")) == 20
    assert "Provider lead (Petra Lindqvist)" in sent


def test_nothing_is_kept_before_it_is_sent(house, reporter) -> None:
    reporter.post(f"{reporter.at}write/", {"goal": "other", "sees": "Something with 3 parts by 1 May.", "hinted": "1"})
    with house.inside():
        assert not Spool.objects.exists()


def test_what_is_loaded_again_is_kept_once(house, reporter) -> None:
    given = {"goal": "other", "sees": "Tests end on 8 November, the freeze starts on the 1st.", "hinted": "1"}
    check = reporter.post(f"{reporter.at}write/", given).content.decode()
    both = [reporter.post(f"{reporter.at}send/", {**given, **hidden(check), "when": "mix"}).content.decode() for _ in range(2)]
    assert code_of(both[0]) == code_of(both[1])
    with house.inside():
        assert Spool.objects.count() == 1


def test_the_code_opens_the_conversation_once_it_was_mixed_and_not_before(house, reporter) -> None:
    code = reporter.say()
    assert "This code opens nothing" in reporter.talk(code)
    risks.mix(client_id=house.alder.id)
    assert "It arrived. Nobody has said yet that they read it" in reporter.talk(code)
    assert "It arrived" in reporter.talk(code.lower().replace(" ", "-"))


def test_a_listener_and_the_reporter_talk_and_what_changed_stands_first(house, reporter) -> None:
    code = reporter.say()
    risks.mix(client_id=house.alder.id)
    bella = house.bella
    with house.inside():
        report = Report.objects.get()
        risks.hear_report(by=bella, report_id=report.id)
        risks.ask_reporter(by=bella, report_id=report.id, words="Would a week be enough?")
    page = reporter.talk(code)
    assert "there is a question" in page and "Would a week be enough?" in page and "Head of Claims" in page
    reporter.turn(code, "more", words="A week is enough.")
    risks.mix(client_id=house.alder.id)
    with house.inside():
        risk = risks.word_report(by=bella, report_id=report.id, sees="The tests end after the freeze.", answerer_id=house.ian.person_id)
        risks.act(by=house.ian, risk_id=risk.id, words="The tests start a week earlier.")
    page = reporter.talk(code)
    assert "You were heard, and something changed" in page
    assert page.index("The tests start a week earlier.") < page.index("Would a week be enough?") < page.index("A week is enough.")
    assert "Identity engineer" in page


def test_more_strongly_goes_one_voice_up(house, reporter) -> None:
    code = reporter.say()
    risks.mix(client_id=house.alder.id)
    assert "It goes one step up, to Provider lead (Petra Lindqvist)" in reporter.turn(code, "ask-stronger")
    reporter.turn(code, "stronger", words="")
    risks.mix(client_id=house.alder.id)
    with house.inside():
        assert Report.objects.get().voice == "uncomfortable"
    assert "Said more strongly" in reporter.talk(code)


def test_the_credit_is_taken_on_a_page_that_says_it_cannot_be_undone(house, reporter) -> None:
    code = reporter.say()
    risks.mix(client_id=house.alder.id)
    assert "cannot be undone" in reporter.turn(code, "ask-credit")
    assert "Tick" in reporter.turn(code, "credit", name="Nora Quist")
    reporter.turn(code, "credit", name="Nora Quist", sure="on")
    risks.mix(client_id=house.alder.id)
    with house.inside():
        report = Report.objects.get()
        risk = risks.word_report(by=house.bella, report_id=report.id, sees="Tests end after the freeze.", answerer_id=house.ian.person_id)
        risks.give_credit(by=house.bella, report_id=report.id, name="Nora Quist")
        assert risk.turns.get(kind="said").words == "This warning was first given by Nora Quist, who takes the credit for it."
    assert "Take the credit" not in reporter.talk(code).split("<form")[-1]


def test_under_five_there_are_safer_ways_and_never_a_form(cast) -> None:
    with cast.inside():
        risks.set_handling(by=cast.fiona, listener_ids=[cast.bella.person_id])
    alone = Reporter(cast.alder.id)
    page = alone.see()
    assert "Only 3 people could have written this" in page and "Three safer ways" in page
    assert "<form" not in page
    assert alone.get(f"{alone.at}write/").status_code == 302
    assert alone.post(f"{alone.at}send/", {"sees": "x"}).status_code == 302


def test_without_a_listener_nothing_is_taken(cast) -> None:
    with cast.inside():
        risks.refresh_board()
    assert "Nobody is named yet to read it" in Reporter(cast.alder.id).see()


def test_by_name_and_through_somebody_lead_to_what_they_say(house, reporter) -> None:
    for how, headline in (("proxy", "Through somebody you trust"), ("name", "With your name")):
        answer = reporter.get(f"{reporter.at}how/", {"how": how}, follow=True)
        assert f"<h1>{headline}</h1>" in answer.content.decode()
    assert reporter.get(f"{reporter.at}how/").status_code == 422


def test_another_link_opens_nothing_not_even_with_the_right_code(house, reporter) -> None:
    code = reporter.say()
    risks.mix(client_id=house.alder.id)
    with house.inside():
        risks.renew_speak_link(by=house.fiona)
    answer = reporter.post(f"{reporter.at}back/", {"code": code})
    assert answer.status_code == 404 and "This address opens nothing" in answer.content.decode()
    assert "It arrived" in Reporter(house.alder.id, turn=2).talk(code)


@pytest.mark.parametrize("text", ["x", "x" * 48, "ä" * 12, "A" * 47 + "=", "%00" * 4])
def test_invented_links_all_get_the_same_page(house, text) -> None:
    page = Reporter(house.alder.id)
    assert page.get(f"/s/{text}/").status_code == 404


def test_a_team_is_named_only_where_nobody_is_given_away(house, reporter) -> None:
    with house.inside():
        groups = {one["name"]: one["people"] for one in Board.objects.get().groups}
    assert groups == {"Business": 7, "IT": 10, "Claims": 7, "Delivery": 10}
    code = reporter.say(unit="team:Claims")
    risks.mix(client_id=house.alder.id)
    with house.inside():
        row = Report.objects.get()
    assert (row.unit, row.crowd, row.least) == ("Claims", 7, 5) and code
    assert reporter.post(f"{reporter.at}write/", {"goal": "other", "sees": "Five words are enough here.", "unit": "team:Invented"}).status_code == 422


def test_sizes_are_capped(house, reporter) -> None:
    assert reporter.post(f"{reporter.at}write/", {"sees": "x" * 1001}).status_code == 422
    assert reporter.post(f"{reporter.at}write/", {"sees": "x" * 50_000}).status_code in (400, 413)


def test_another_client_cannot_be_reached_with_a_code_from_here(house, reporter) -> None:
    code = reporter.say()
    risks.mix(client_id=house.alder.id)
    with scope.within(house.brightwell.id), house.inside(house.brightwell):
        risks.refresh_board()
    assert "This code opens nothing" in Reporter(house.brightwell.id).talk(code)


def _goal(house) -> str:
    with house.inside():
        return str(Board.objects.get().goals[0]["id"])
