"""The story of the demo, told once: what it shows, and that it was made by nothing but actions."""

import pytest

from accord.base import scope
from accord.base.journal import queries as journal
from accord.base.people import access
from accord.base.people.models import Client
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import GoalVersion, Initiative, Reset
from accord.ideas.goals.queries import recalls
from accord.ideas.worth.queries import weighed


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """Both clients by their short names."""
    from django.db import transaction

    from accord.doors.demo import telling

    with django_db_blocker.unblock(), transaction.atomic():
        telling.tell()
        with scope.outside("both clients of the story are looked at"):
            clients = {client.slug: client.id for client in Client.objects.all()}
        yield clients
        transaction.set_rollback(True)


@pytest.fixture
def at_alder(told):
    with scope.within(told["alder-mutual"]):
        yield


def titled(title: str) -> Initiative:
    return Initiative.objects.get(title=title)


def test_there_are_two_clients(told) -> None:
    assert set(told) == {"alder-mutual", "brightwell"}


def test_their_journals_are_whole(told) -> None:
    assert not any(journal.verify().faults for _client in access.each_client("both journals are checked"))


def test_there_is_something_at_every_stage_that_can_be_reached_yet(at_alder) -> None:
    stages = set(goals.stages(Initiative.objects.values_list("id", flat=True)).values())
    assert stages >= {"requested", "listening", "worth", "decision", "delivery", "closed"}


def test_the_reset_at_the_clinics_ended_by_itself(told) -> None:
    with scope.within(told["brightwell"]):
        assert [one.closed_at is not None for one in Reset.objects.all()] == [True]


def test_one_recall_check_says_something_of_both_sides_and_one_is_sealed(at_alder) -> None:
    newest, first = recalls.recalls()
    assert newest.is_open and newest.things == () and newest.answered == 5
    assert first.outcome == "clear" and set(first.recalled.sides) == {"business", "it"} and first.elsewhere


def test_the_goal_moved_from_five_days_to_three(at_alder) -> None:
    said = [version.title for version in GoalVersion.objects.filter(title__contains="nine in ten claims").order_by("number")]
    assert (said[0], said[-1]) == ("Decide nine in ten claims in five days", "Decide nine in ten claims in three days")


def test_what_was_asked_for_loses_and_a_better_path_is_best(at_alder) -> None:
    found = weighed(initiative_id=titled("Claims handlers locked out").id)
    average = {option.name: option.average for option in found.facts.options}
    assert found.facts.best == "Self-service reset and single sign-on"
    assert average["Password desk, day and night"] < 0 < average["Passwords that last 180 days"]


def test_the_next_best_question_is_how_many_claims_wait_and_goes_to_the_head_of_claims(at_alder) -> None:
    found = weighed(initiative_id=titled("Claims handlers locked out").id).facts.next
    assert (found.person, found.labels) == ("Head of Claims", ("Claims waiting a day",))


def test_nothing_happens_after_the_story_ends(at_alder) -> None:
    from accord.base import clock
    from accord.base.journal.models import Entry

    assert not Entry.objects.filter(at__gt=clock.now()).exists()
