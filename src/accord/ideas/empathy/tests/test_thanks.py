"""Thanks go out at once; what worries somebody, and whatever else ends a check-in, is brought by other ideas."""

import pytest
from django import forms

from accord.base import registry
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import queries, walk
from accord.ideas.empathy.models import Thanks
from accord.ideas.empathy.pages.check_in import done_page
from accord.ideas.empathy.rules.said import Said

from . import crowd

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(at_alder):
    made = crowd.gather(at_alder)
    made.row = empathy.open_check_in(by=at_alder.fiona)
    made.nora = made.business[0]
    return made


def letters(mailoutbox, to: str) -> list[str]:
    from accord.base.jobs.worker import Worker

    while Worker("test").do_one():
        pass
    return [f"{mail.subject}\n{mail.body}" for mail in mailoutbox if mail.to == [to]]


def test_thanks_reach_a_person_at_once_with_the_name(asked, mailoutbox) -> None:
    empathy.give_thanks(by=asked.nora, round_id=asked.row.id, words="Four days early.", person_id=asked.cast.ian.person_id)
    told = letters(mailoutbox, "ian@fernhill.example")[-1]
    assert "business 0 says thank you" in told and "Four days early." in told


def test_thanks_to_a_team_reach_everybody_in_it(asked, mailoutbox) -> None:
    team = asked.cast.people["ian"].team_id
    empathy.give_thanks(by=asked.nora, round_id=asked.row.id, words="Four days early.", team_id=team)
    assert Thanks.objects.get().team_id == team
    for one in ("ian@fernhill.example", "petra@fernhill.example"):
        assert "Four days early." in letters(mailoutbox, one)[-1]


def steps(asked) -> list[str]:
    part = queries.part(asked.row.id, asked.nora.person_id)
    return [one.key for one in walk.pages(part.round, Said(), part)]


def test_a_check_in_ends_with_worry_and_thanks(asked) -> None:
    assert steps(asked)[-2:] == ["pulse-worry", "pulse-thanks"]


def test_an_idea_brings_a_page_of_its_own_and_what_becomes_of_it(asked) -> None:
    taken = []

    class Praise(forms.Form):
        words = forms.CharField()

    def keep(by, form) -> None:
        taken.append((by.name, form.cleaned_data["words"]))

    def praise(*, person_id, round_id) -> registry.PulseItem:
        return registry.PulseItem("empathy/guest_thank.html", Praise, keep, lambda: ["It is passed on."])

    registry.pulse_item.register("praise", order=90)(praise)
    try:
        part = queries.part(asked.row.id, asked.nora.person_id)
        page = next(one for one in walk.pages(part.round, Said(), part) if one.key == "pulse-praise")
        form = page.form({"words": "Well done."}, part=part, items=[], said=Said())
        assert form.is_valid()
        page.keep(asked.nora, form)
        assert taken == [("business 0", "Well done.")] and list(done_page(part).after) == ["It is passed on."]
    finally:
        registry.pulse_item._found.pop("praise")


def test_were_you_heard_is_only_for_those_who_told_us_something(asked) -> None:
    from accord.ideas.listen import actions as listen

    assert "heard" not in steps(asked)
    listen.file_request(by=asked.cast.fiona, problem="Letters go out twice.", on_behalf_of=asked.nora.person_id)
    assert "heard" not in steps(asked)  # after this check-in was sent: the next one asks


def test_who_did_not_know_the_goal_is_told_why_and_who_wants_another_says_which(asked) -> None:
    from accord.ideas.goals import actions as goals

    goals.set_goal(by=asked.cast.fiona, title="Decide quickly", why="Storms", owner_id=asked.cast.bella.person_id)
    empathy.close_round(by=asked.cast.fiona, round_id=asked.row.id)
    from datetime import timedelta

    from accord.base import clock

    with clock.at(clock.now() + timedelta(days=20)):
        row = empathy.open_check_in(by=asked.cast.fiona)
    keys = {answer: [one.key for one in walk.pages(row, Said(goal=answer))] for answer in ("", "yes", "did_not_know", "something_else")}
    assert "goal-why" in keys["did_not_know"] and "goal-else" in keys["something_else"]
    assert keys["yes"] == keys[""] and "goal" in keys[""] and "goal-why" not in keys[""]
