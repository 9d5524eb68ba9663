"""Who acts is found out with a constant few questions, however many clients an account works in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accord.base.people import access, actions


def questions(account) -> int:
    with CaptureQueriesContext(connection) as asked:
        access.actors(account)
    return sum("set_config" not in each["sql"] for each in asked)


def test_more_clients_ask_no_more_questions(cast) -> None:
    before = questions(cast.accounts["petra"])
    for name in ("Corvid Bank", "Dunmore Council", "Eastport Ferries"):
        actions.add_client(by=cast.petra, account=cast.accounts["petra"], name=name)
    assert questions(cast.accounts["petra"]) == before <= 3
    assert len(access.actors(cast.accounts["petra"])) == 5


@pytest.mark.parametrize("who", ["fiona", "bella", "sam"])
def test_an_account_acts_in_its_own_clients_only(cast, who) -> None:
    assert {actor.client_id for _client, actor in access.actors(cast.accounts[who])} == {getattr(cast, who).client_id}


def test_an_account_nobody_assigned_acts_nowhere(cast) -> None:
    with cast.inside():
        actions.end_access(by=cast.petra, person_id=cast.ian.person_id)
    assert access.actors(cast.accounts["ian"]) == []
