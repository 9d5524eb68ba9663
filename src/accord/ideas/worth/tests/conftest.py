"""An initiative of Alder's, and its value case. Imports are inside: models can be imported once Django is set up."""

import pytest


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
