"""The description of the API, for programs and for people, and the health of the installation."""

import html

import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from accord.base import registry

DECLARED = {"get": {"200", "401", "403", "404", "422"}, "post": {"200", "400", "401", "403", "404", "409", "422"}}


def document(client: Client) -> dict:
    return client.get("/api/openapi.json").json()


def test_every_verb_of_this_door_is_described(client: Client, db) -> None:
    described = {operation["operationId"] for path in document(client)["paths"].values() for operation in path.values()}
    assert described == {spec.name.replace(".", "_") for spec in registry.specs(registry.API)}


def test_every_operation_declares_how_it_refuses(client: Client, db) -> None:
    for path, methods in document(client)["paths"].items():
        for method, operation in methods.items():
            assert set(operation["responses"]) == DECLARED[method], path


def test_every_field_a_verb_takes_is_described() -> None:
    silent = [f"{spec.name}: {name}" for spec in registry.specs() if spec.doors for name, field in spec.input.model_fields.items() if not field.description]
    assert silent == []


def test_the_page_for_people_has_every_verb_and_no_script_of_others(client: Client, db) -> None:
    page = html.unescape(client.get("/api/").content.decode())
    assert all(spec.summary in page for spec in registry.specs(registry.API))
    assert 'src="http' not in page


def test_a_healthy_installation_says_so_and_no_more(client: Client, db) -> None:
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (200, {"well": True, "database": "answers", "migrations": "current"})


def test_a_database_behind_this_version_is_not_well(client: Client, db, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda self: {})
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()["migrations"]) == (503, "pending")


def test_a_database_that_does_not_answer_is_told_without_its_secrets(client: Client, db, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(self) -> None:
        raise DatabaseError("password=four words in a row")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", silent)
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (503, {"well": False, "database": "does not answer", "migrations": "unknown"})
