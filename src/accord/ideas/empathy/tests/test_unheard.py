"""Who is named often and was never heard is shown, and can be asked."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accord.base import clock
from accord.base.people import actions as people
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import RoundPart
from accord.ideas.empathy.queries.unheard import unheard
from accord.ideas.listen import actions as listen

from . import crowd

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(at_alder):
    return crowd.gather(at_alder)


def round_that_names(made, *words: str, by: int = 2):
    """A closed round in which so many people of both sides in turn named these."""
    row = crowd.start(made)
    for one in [who for pair in zip(made.business, made.it, strict=True) for who in pair][:by]:
        empathy.take_step(by=one, round_id=row.id, changes={"named": words}, done=False)
    empathy.close_round(by=made.cast.fiona, round_id=row.id)
    return row


def called() -> list[str]:
    return [one.called for one in unheard()]


def test_whoever_two_people_name_and_nobody_knows_is_shown(made) -> None:
    round_that_names(made, "Night shift lead")
    (one,) = unheard()
    assert (one.words, one.person, one.both_sides) == ("Night shift lead", None, True)


def test_whoever_is_named_once_is_not(made) -> None:
    round_that_names(made, "Night shift lead", by=1)
    assert called() == []


def test_named_in_two_rounds_counts_as_often(made) -> None:
    for _ in range(2):
        round_that_names(made, "Night shift lead", by=1)
    (one,) = unheard()
    assert len(one.rounds) == 2


def test_a_round_that_is_open_tells_nothing(made) -> None:
    row = crowd.start(made)
    for one in made.it[:2]:
        empathy.take_step(by=one, round_id=row.id, changes={"named": ("Night shift lead",)}, done=False)
    assert called() == []


def add(made, **given):
    return people.add_person(by=made.cast.fiona, **({"name": "Ola Vik", "email": "ola@alder.example", "job": "Night shift lead", "team": "Claims"} | given))


def test_whoever_is_known_by_their_job_since_is_that_person(made) -> None:
    round_that_names(made, "Night shift lead")
    person = add(made)
    (one,) = unheard()
    assert one.person == person


def test_a_name_counts_more_than_a_job(made) -> None:
    round_that_names(made, "Ola Vik")
    add(made, name="Somebody Else", email="else@alder.example", job="Ola Vik")
    person = add(made)
    assert unheard()[0].person == person


def test_whoever_was_asked_in_any_round_is_heard(made) -> None:
    round_that_names(made, "Night shift lead")
    person = add(made)
    row = crowd.start(made)
    empathy.ask_too(by=made.cast.fiona, round_id=row.id, person_ids=[person.id])
    assert called() == []


def test_whoever_only_looks_on_is_not_heard_by_that(made) -> None:
    round_that_names(made, "Night shift lead")
    person = add(made)
    crowd.start(made, looks_only_ids=[person.id])
    assert called() == ["Night shift lead"]


def test_whoever_asked_for_something_is_heard(made) -> None:
    round_that_names(made, "Night shift lead")
    listen.file_request(by=made.cast.fiona, problem="Nobody is at the desk at night.", on_behalf_of=add(made).id)
    assert called() == []


def test_whoever_left_is_not_shown(made) -> None:
    round_that_names(made, "Night shift lead")
    person = add(made)
    people.leave(by=made.cast.fiona, person_id=person.id)
    assert [one.person for one in unheard()] == [None]


def test_the_page_adds_whom_nobody_knows_and_asks_whom_we_know(made) -> None:
    round_that_names(made, "Night shift lead")
    browser = made.cast.browser("fiona")
    shown = browser.get("/alder-mutual/perspectives/").content.decode()
    assert "Named often, and never heard" in shown and "?name=Night%20shift%20lead" in shown
    adding = reverse("people:add_person", kwargs={"client": "alder-mutual"})
    assert 'value="Night shift lead"' in browser.get(f"{adding}?name=Night%20shift%20lead").content.decode()
    person = add(made)
    assert "Ask them in the next round" in browser.get("/alder-mutual/perspectives/").content.decode()
    row = crowd.start(made, closes_on=clock.today() + timedelta(days=3))
    assert f"/ask-too/{person.id}/" in browser.get("/alder-mutual/perspectives/").content.decode()
    assert browser.post(f"/alder-mutual/perspectives/rounds/{row.id}/ask-too/{person.id}/").status_code == 302
    assert RoundPart.objects.filter(round=row, person=person, answers=True).exists()
    assert "Named often" not in browser.get("/alder-mutual/perspectives/").content.decode()
