"""An initiative of Alder's, and its value case. Imports are inside: models can be imported once Django is set up."""

import pytest

from tests.databases.once import told_once


@pytest.fixture
def visit(client, cast):
    """Ask for an address as somebody: (account, name, **kwargs) -> the response."""

    from django.urls import reverse

    def ask(account, name, data=None, **kwargs):
        client.force_login(cast.accounts[account], backend="django.contrib.auth.backends.ModelBackend")
        address = reverse(f"worth:{name}", kwargs={"client": cast.alder.slug, **kwargs})
        return client.post(address, data) if data is not None else client.get(address)

    return ask


@pytest.fixture
def locked_out(request, at_alder):
    """What Bella asked for: a password desk, day and night."""
    return told_once(request) or ask_for_a_desk(at_alder)


@pytest.fixture
def case(request, at_alder, locked_out):
    return told_once(request) or open_case(at_alder, locked_out)


@pytest.fixture
def ready(request, at_alder):
    """An initiative that was heard and weighed and waits for its decision."""
    from accord.ideas.worth.tests import road

    return told_once(request) or road.to_the_decision(at_alder)


@pytest.fixture(scope="module")
def locked_out_of_file(cast_of_file, django_db_blocker):
    with django_db_blocker.unblock(), cast_of_file.inside():
        return ask_for_a_desk(cast_of_file)


@pytest.fixture(scope="module")
def case_of_file(cast_of_file, locked_out_of_file, django_db_blocker):
    with django_db_blocker.unblock(), cast_of_file.inside():
        return open_case(cast_of_file, locked_out_of_file)


@pytest.fixture(scope="module")
def ready_of_file(cast_of_file, django_db_blocker):
    from accord.ideas.worth.tests import road

    with django_db_blocker.unblock(), cast_of_file.inside():
        return road.to_the_decision(cast_of_file)


def ask_for_a_desk(cast):
    from accord.base.journal.acts import act
    from accord.ideas.goals import actions as goals

    with act(cast.bella, "told by a test"):
        return goals.open_initiative(by=cast.bella, title="Claims handlers locked out")


def open_case(cast, initiative):
    from accord.ideas.worth import actions

    return actions.open_case(by=cast.fiona, initiative_id=initiative.id, asked="Password desk, day and night")


@pytest.fixture
def decided(at_alder, ready):
    """The better path, decided by Bella."""
    from datetime import date

    from accord.ideas.worth import actions
    from accord.ideas.worth.rules.decision import Outcome

    return actions.record_decision(
        by=at_alder.fiona, initiative_id=ready.id, outcome=Outcome.BETTER_PATH, reasons="It removes the cause and needs nobody at night.",
        decided_by_id=at_alder.people["bella"].id, review_on=date(2030, 4, 1), open_reason="The storm season starts before an answer can come.",
    )
