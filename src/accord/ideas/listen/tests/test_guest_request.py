"""A request that was filed for somebody: is it so?"""

import pytest

from accord.ideas.listen.models import RequestConfirmed

from .conftest import link_in


@pytest.fixture
def filed(cast, mailoutbox):
    from accord.ideas.listen import actions

    with cast.inside():
        actions.file_request(by=cast.fiona, problem="Claims handlers are locked out", on_behalf_of=cast.bella.person_id)
    return link_in(mailoutbox[-1])


@pytest.fixture
def bella(web, filed):
    mine = web()
    mine.post(filed.step("read"))
    return mine


def test_the_words_wait_behind_the_door(web, filed) -> None:
    assert "locked out" not in web().get(filed.path).content.decode()


def test_yes_confirms_it(bella, cast, filed) -> None:
    assert bella.post(filed.path, {"agrees": "yes"}).url == filed.step("thanks")
    with cast.inside():
        assert RequestConfirmed.objects.get().agrees


def test_not_quite_asks_how_they_would_put_it(bella, filed) -> None:
    wrong = bella.post(filed.path, {"agrees": "no", "put": ""})
    assert wrong.status_code == 422 and "Say how you would put it" in wrong.content.decode()


def test_their_words_are_kept(bella, cast, filed) -> None:
    bella.post(filed.path, {"agrees": "no", "put": "Only on storm days"})
    with cast.inside():
        assert RequestConfirmed.objects.get().words == "Only on storm days"


def test_afterwards_it_says_that_it_is_answered_and_may_be_changed(bella, filed) -> None:
    bella.post(filed.path, {"agrees": "yes"})
    assert "You may change it" in bella.get(filed.path).content.decode()
