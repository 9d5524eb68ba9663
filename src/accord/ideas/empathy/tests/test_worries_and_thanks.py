"""A worry goes openly to the facilitator and is answered; thanks go out at once; another idea may take the place of either."""

import pytest
from django import forms

from accord.base import registry
from accord.base.people import links
from accord.base.people.models import Person
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import pulse_items, queries, walk
from accord.ideas.empathy.models import Thanks, Worry
from accord.ideas.empathy.rules.said import Said

from . import crowd

pytestmark = pytest.mark.django_db
WORDS = "The sign-in tests end a week after the freeze."


@pytest.fixture
def asked(at_alder):
    made = crowd.gather(at_alder)
    made.row = empathy.open_check_in(by=at_alder.fiona)
    made.nora = made.business[0]
    return made


def waiting(by) -> list[str]:
    return [one.detail for one in registry.owed.collect(by=by) if one.kind == "empathy.worry"]


def letters(mailoutbox, to: str) -> list[str]:
    from accord.base.jobs.worker import Worker

    while Worker("test").do_one():
        pass
    return [f"{mail.subject}\n{mail.body}" for mail in mailoutbox if mail.to == [to]]


def test_a_worry_stands_on_the_facilitators_today_with_the_name_and_on_nobody_elses(asked) -> None:
    empathy.raise_worry(by=asked.nora, round_id=asked.row.id, words=WORDS)
    (row,) = [one for one in registry.owed.collect(by=asked.cast.fiona) if one.kind == "empathy.worry"]
    assert WORDS in row.detail and row.person_name == "business 0"
    assert waiting(asked.cast.bella) == []


def test_the_same_words_twice_are_one_worry(asked) -> None:
    for _press in range(2):
        empathy.raise_worry(by=asked.nora, round_id=asked.row.id, words=WORDS)
    assert Worry.objects.count() == 1


def test_the_answer_goes_by_letter_and_both_are_kept(asked, mailoutbox) -> None:
    row = empathy.raise_worry(by=asked.nora, round_id=asked.row.id, words=WORDS)
    empathy.answer_worry(by=asked.cast.fiona, worry_id=row.id, words="We moved the freeze.")
    told = letters(mailoutbox, "business0@alder.example")[-1]
    assert WORDS in told and "We moved the freeze." in told
    assert waiting(asked.cast.fiona) == []
    assert [(one.words, one.answer) for one in queries.list_worries(by=asked.cast.fiona)] == [(WORDS, "We moved the freeze.")]


def test_a_worry_is_answered_once(asked) -> None:
    row = empathy.raise_worry(by=asked.nora, round_id=asked.row.id, words=WORDS)
    empathy.answer_worry(by=asked.cast.fiona, worry_id=row.id, words="We moved the freeze.")
    with pytest.raises(registry.Conflict):
        empathy.answer_worry(by=asked.cast.fiona, worry_id=row.id, words="Or not.")


def test_only_who_was_asked_can_say_it_there(asked) -> None:
    sam = links.at_link(Person(id=asked.cast.sam.person_id, client_id=asked.cast.alder.id, name="Sam"))
    with pytest.raises(registry.NotThere):
        empathy.raise_worry(by=sam, round_id=asked.row.id, words=WORDS)


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


def test_an_idea_that_registers_the_same_page_takes_its_place(asked) -> None:
    taken = []

    class Risk(forms.Form):
        words = forms.CharField()

    def keep(by, form) -> None:
        taken.append((by.name, form.cleaned_data["words"]))

    registry.pulse_item.register("worry", order=10)(lambda *, person_id, round_id: registry.PulseItem("empathy/guest_worry.html", Risk, keep))
    try:
        part = queries.part(asked.row.id, asked.nora.person_id)
        page = next(one for one in walk.pages(part.round, Said(), part) if one.key == "pulse-worry")
        form = page.form({"words": WORDS}, part=part, items=[], said=Said())
        assert form.is_valid()
        page.keep(asked.nora, form)
        assert taken == [("business 0", WORDS)] and not Worry.objects.exists()
    finally:
        registry.pulse_item.register("worry", order=10)(pulse_items.worry)


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
