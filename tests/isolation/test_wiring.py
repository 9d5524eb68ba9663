"""The scope reaches every row a request reads, leaves nothing half written, and is gone with the request: through the whole chain of middleware."""

import pytest
from django.db import connection, transaction
from django.test import Client

from accord.base import scope
from accord.base.people.models import Team

from .walls import here

NAMES = ["Bella Onyango", "Fiona Byrne", "Ian Kerr", "Petra Lindqvist"]
pytestmark = [pytest.mark.urls("tests.isolation.wiring"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    from tests.cast import gather

    return gather()


def names(text: str) -> list[str]:
    return [name for name in text.split(";") if name]


@pytest.mark.parametrize("way", ["eager", "lazy"])
def test_a_page_shows_the_rows_of_its_client_however_late_it_reads_them(cast, way) -> None:
    assert names(cast.browser("fiona", raise_request_exception=False).get(f"/alder-mutual/wiring/{way}/").content.decode()) == NAMES


def test_a_body_read_after_the_request_is_loud_and_not_empty(cast) -> None:
    with pytest.raises(scope.NoScope):
        b"".join(cast.browser("fiona", raise_request_exception=False).get("/alder-mutual/wiring/stream/").streaming_content)


def teams(cast) -> set[str]:
    with cast.inside():
        return set(Team.objects.values_list("name", flat=True))


def test_an_action_that_fails_half_way_leaves_nothing(cast) -> None:
    assert cast.browser("fiona", raise_request_exception=False).get("/alder-mutual/wiring/half/").status_code == 500
    assert "Half" not in teams(cast)


@pytest.mark.skipif(not here("postgresql"), reason="on SQLite an action ends its own transaction, and a page view never holds the write lock")
def test_an_answer_of_500_undoes_the_whole_request(cast) -> None:
    assert cast.browser("fiona", raise_request_exception=False).get("/alder-mutual/wiring/500/").status_code == 500
    assert "Answered" not in teams(cast)


def test_the_next_request_without_a_client_sees_nobodys_rows(cast) -> None:
    cast.browser("fiona", raise_request_exception=False).get("/alder-mutual/wiring/eager/")
    assert Client().get("/wiring/nobody/").content.decode() == "no scope"


def test_the_next_request_of_another_client_sees_its_own(cast) -> None:
    cast.browser("fiona", raise_request_exception=False).get("/alder-mutual/wiring/eager/")
    assert names(cast.browser("sam", raise_request_exception=False).get("/brightwell/wiring/eager/").content.decode()) == ["Petra Lindqvist", "Sam Reyes"]


def test_an_address_without_a_client_sees_all_clients_of_the_account_and_no_other(cast) -> None:
    assert len(names(cast.browser("petra", raise_request_exception=False).get("/wiring/all/").content.decode())) == 6
    assert len(names(cast.browser("sam", raise_request_exception=False).get("/wiring/all/").content.decode())) == 2


@pytest.mark.skipif(not here("postgresql"), reason="SQLite has no pool")
def test_a_pooled_connection_carries_nothing_over(cast) -> None:
    """Asked past the tripwire, the database itself shows no row once the transaction that carried the scope is over."""
    from accord.base.scope.postgres.base import DatabaseWrapper

    pooled = DatabaseWrapper({**connection.settings_dict, "OPTIONS": {"pool": {"min_size": 1, "max_size": 1}}, "CONN_MAX_AGE": 0}, alias="default")
    count = "SELECT count(*) FROM people_person"
    try:
        with scope.within(cast.alder.id):
            pooled.set_autocommit(False)
            assert pooled.connection.execute(count).fetchone() == (4,)
            pooled.commit()
            pooled.set_autocommit(True)
        pooled.close()
        pooled.set_autocommit(False)
        assert pooled.connection.execute(count).fetchone() == (0,)
        pooled.rollback()
        pooled.set_autocommit(True)
    finally:
        pooled.close()
        pooled.close_pool()


def test_the_scope_follows_a_change_within_a_transaction_and_back_after_a_rollback(cast) -> None:
    def count() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM people_person")
            return cursor.fetchone()[0]

    with scope.within(cast.alder.id, cast.brightwell.id), transaction.atomic():
        both = Team.objects.count()
        with scope.within(cast.alder.id):
            with pytest.raises(KeyError), transaction.atomic(), scope.within(cast.alder.id):
                raise KeyError
            alder = Team.objects.count()
        assert (alder, both, count() if here("postgresql") else 6) == (2, 2, 6)
