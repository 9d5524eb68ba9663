"""A request filed for somebody waits for their own word."""

import pytest

from accord.base import registry
from accord.ideas.listen import actions, queries
from accord.ideas.listen.queries.requests import AGREED, REWORDED, WAITING, confirmation


@pytest.fixture
def for_bella(cast):
    with cast.inside():
        return actions.file_request(by=cast.fiona, problem="Claims handlers are locked out", on_behalf_of=cast.bella.person_id)


def test_whom_it_is_filed_for_gets_a_link(for_bella, mailoutbox) -> None:
    assert mailoutbox[0].to == ["bella@alder.example"] and for_bella.link.url in mailoutbox[0].body


def test_until_they_answer_it_says_so(cast, for_bella) -> None:
    with cast.inside():
        assert confirmation(for_bella.request) == WAITING
        actions.confirm_request(by=cast.bella, request_id=for_bella.request.id, agrees=True)
        assert confirmation(for_bella.request) == AGREED


def test_how_they_put_it_is_kept_beside_the_first_words(cast, for_bella) -> None:
    with cast.inside():
        actions.confirm_request(by=cast.bella, request_id=for_bella.request.id, agrees=False, words="Only on storm days")
        assert confirmation(for_bella.request) == REWORDED
        words = [one.words for one in queries.list_answers(by=cast.fiona, initiative_id=for_bella.request.initiative_id)]
    assert words == ["Claims handlers are locked out", "Only on storm days"]


def test_not_quite_needs_a_few_words(cast, for_bella) -> None:
    with cast.inside(), pytest.raises(registry.Mistake, match="how you would put it"):
        actions.confirm_request(by=cast.bella, request_id=for_bella.request.id, agrees=False)


def test_nobody_confirms_for_somebody_else(cast, for_bella) -> None:
    with cast.inside(), pytest.raises(registry.NotThere):
        actions.confirm_request(by=cast.ian, request_id=for_bella.request.id, agrees=True)
