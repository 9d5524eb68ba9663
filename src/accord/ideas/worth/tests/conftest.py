"""An initiative of Alder's, and its value case. Imports are inside: models can be imported once Django is set up."""

import pytest


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
def locked_out(at_alder):
    """What Bella asked for: a password desk, day and night."""
    from accord.base.journal.acts import act
    from accord.ideas.goals import actions as goals

    with act(at_alder.bella, "told by a test"):
        return goals.open_initiative(by=at_alder.bella, title="Claims handlers locked out")


@pytest.fixture
def case(at_alder, locked_out):
    from accord.ideas.worth import actions

    return actions.open_case(by=at_alder.fiona, initiative_id=locked_out.id, asked="Password desk, day and night")


@pytest.fixture
def ready(at_alder):
    """An initiative that was heard and weighed and waits for its decision."""
    from accord.ideas.worth.tests import road

    return road.to_the_decision(at_alder)


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
