"""The second wall: the database. Statements that no manager filtered and no model checked, on whichever database this is."""

from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection, transaction

from accord.base import scope

from .walls import here, refused, run

READS = (
    "SELECT * FROM people_person",
    "SELECT count(*) FROM people_person",
    "WITH everybody AS (SELECT * FROM people_person) SELECT * FROM everybody",
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM people_person)",
    "SELECT name FROM people_provider UNION SELECT name FROM people_person",
    "/* people */ SELECT name FROM people_person",
    "EXPLAIN SELECT * FROM people_person",
)


@pytest.mark.parametrize("statement", READS)
def test_without_a_scope_no_statement_reads_a_clients_table(cast, statement) -> None:
    with refused():
        run(statement)


def test_with_nobody_in_scope_none_does_either(cast) -> None:
    with scope.nobody(), refused():
        run("SELECT * FROM people_person")


def test_the_clients_themselves_are_read_in_scope_or_outside_only(cast) -> None:
    with refused():
        run("SELECT name FROM people_client")
    with scope.outside("this test counts them"), transaction.atomic():
        assert len(run("SELECT name FROM people_client")) == 2


@pytest.mark.parametrize("table", ["people_team", "people_person", "journal_entry"])
def test_outside_the_scope_nothing_of_theirs_can_be_read(cast, table) -> None:
    with scope.outside("this test tries it"), refused():
        run(f"SELECT * FROM {table}")


def value(id: object) -> object:
    return id.hex if here("sqlite") else id  # type: ignore[attr-defined]


def new_team(client, **more: object) -> None:
    row = {"id": value(uuid4()), "client_id": value(client.id), "name": "Spies", "side": "it"} | more
    run(f"INSERT INTO people_team ({', '.join(row)}) VALUES ({', '.join(['%s'] * len(row))})", *row.values())


def test_a_row_for_another_client_is_refused(cast) -> None:
    with cast.inside():
        new_team(cast.alder)
        with refused():
            new_team(cast.brightwell)


def test_another_clients_rows_are_neither_changed_nor_removed(cast) -> None:
    sam = value(cast.people["sam"].id)
    with cast.inside():
        for statement in ("UPDATE people_person SET name = 'x' WHERE id = %s", "DELETE FROM people_person WHERE id = %s"):
            if here("sqlite"):
                with refused():
                    run(statement, sam)
            else:
                run(statement, sam)  # row level security: no such row
    with cast.inside(cast.brightwell):
        assert run("SELECT name FROM people_person WHERE id = %s", sam) == [("Sam Reyes",)]


def test_no_row_moves_to_another_client(cast) -> None:
    with cast.inside(), refused():
        run("UPDATE people_team SET client_id = %s", value(cast.brightwell.id))
    with scope.within(cast.alder.id, cast.brightwell.id), transaction.atomic():
        if here("sqlite"):
            with refused():
                run("UPDATE people_team SET client_id = %s", value(cast.brightwell.id))


def test_a_foreign_key_never_reaches_into_another_client(cast) -> None:
    bella, sam = value(cast.people["bella"].id), value(cast.people["sam"].id)
    link = {
        "id": value(uuid4()), "client_id": value(cast.alder.id), "person_id": sam, "purpose": "x", "subject_id": value(uuid4()), "digest": "x",
        "made_at": "2026-01-01", "expires_at": "2026-01-01",
    }
    statement = f"INSERT INTO people_link ({', '.join(link)}) VALUES ({', '.join(['%s'] * len(link))})"
    with cast.inside():
        with refused():
            run(statement, *link.values())
            connection.check_constraints()
        run(statement, *{**link, "person_id": bella}.values())


def test_both_clients_in_scope_do_not_join_their_rows(cast) -> None:
    """The promise is the key's own, not only the policies'."""
    with cast.inside(cast.brightwell):
        new_team(cast.brightwell, name="Clinics")
        [(clinics,)] = run("SELECT id FROM people_team WHERE name = 'Clinics'")
    with scope.within(cast.alder.id, cast.brightwell.id), refused():
        run("UPDATE people_person SET team_id = %s WHERE id = %s", clinics, value(cast.people["bella"].id))
        connection.check_constraints()


def test_another_program_that_opens_the_file_cannot_write(cast) -> None:
    if not here("sqlite"):
        pytest.skip("PostgreSQL keeps every program out by its roles: see the catalogue")
    import sqlite3

    with sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=0) as other, pytest.raises(sqlite3.OperationalError, match="accord_in_scope"):
        other.execute("INSERT INTO people_team (id, client_id, name, side) VALUES (?, ?, 'Spies', 'it')", (uuid4().hex, cast.alder.id.hex))
    other.close()
