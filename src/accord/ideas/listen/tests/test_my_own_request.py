"""A facilitator who has a problem of her own: nobody says back to themselves."""

import pytest

from accord.base import registry
from accord.ideas.listen import actions, queries


@pytest.fixture
def own(cast):
    with cast.inside():
        return actions.file_request(by=cast.fiona, problem="The review papers reach nobody before the meeting.").request


def test_her_page_offers_to_ask_somebody(cast, own) -> None:
    with cast.inside():
        step = registry.next_step.first(by=cast.fiona, initiative_id=own.initiative_id)
    assert step is not None
    assert step.label == "Ask somebody"


def test_the_list_does_not_say_that_she_waits_for_herself(cast, own) -> None:
    with cast.inside():
        mine = queries.rows([own.initiative_id], cast.fiona.person_id)[own.initiative_id]
        theirs = queries.rows([own.initiative_id], cast.petra.person_id)[own.initiative_id]
    assert (mine.next_person, mine.waiting_since) == (None, None)
    assert theirs.next_person is not None


def test_the_conversation_offers_somebody_else_and_no_playback(client, cast, own) -> None:
    client.force_login(cast.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    shown = client.get(f"/alder-mutual/initiatives/{own.initiative_id}/conversation/").content.decode()
    assert "Nobody has been asked why yet" in shown
    assert "Ask somebody else" in shown
    assert "Say it back" not in shown
