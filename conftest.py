"""What every test may ask for: the database, and the permanent cast. Here and not in the plugin, because only a conftest comes after
pytest-django's own fixtures."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.databases.once import told_once
from tests.databases.plugin import HOME, SERVER
from tests.installation import embedded, installation, kept_copy, seeded_installation  # noqa: F401  (fixtures)

if TYPE_CHECKING:
    from tests.cast import Cast  # models can be imported once Django is set up, which is after this file was read


@pytest.fixture(scope="session")
def faces(request: pytest.FixtureRequest) -> Path:
    """The families cut for paper, once for all tests."""
    from accord.base.paper import fonts

    return fonts.faces(request.config.stash[HOME] / "fonts")


@pytest.fixture(scope="session")
def administrator(request: pytest.FixtureRequest) -> str:
    """Address of PostgreSQL's superuser; empty on SQLite."""
    server = request.config.stash.get(SERVER, None)
    return server.address("postgres") if server else ""


def _migrate() -> None:
    """Migrated by the owner; on SQLite a copy of a file that was migrated before, where there is one."""
    from django.core.management import call_command
    from django.db import connection, connections

    from accord.base.scope.owner import owning
    from accord.site.options import Options
    from tests.databases import prepared

    file = Path(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and prepared.kept().exists():
        shutil.copyfile(prepared.kept(), file)
        return
    options = Options()
    with owning(options.databases(options.database_owner) if options.database_owner else None):
        call_command("migrate", verbosity=0)
    if connection.vendor == "sqlite":
        connections.close_all()
        prepared.keep(file)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: pytest.FixtureRequest, administrator: str) -> Iterator[None]:
    """The database as a real installation gets it: migrated by the owner, used by a role that owns nothing."""
    from django.db import connections
    from django.test import TransactionTestCase

    from tests.databases.emptying import empty

    with django_db_blocker.unblock():
        _migrate()
    TransactionTestCase._fixture_teardown = lambda self: empty(administrator)  # type: ignore[method-assign]
    yield
    with django_db_blocker.unblock():
        connections.close_all()


@pytest.fixture(scope="module")
def cast_of_file(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    """The cast, gathered once for a file; `tests/databases/once.py` says when."""
    from django.db import transaction

    from tests.cast import gather

    undone = transaction.atomic()
    with django_db_blocker.unblock():
        undone.__enter__()
        cast = gather()
    yield cast
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        undone.__exit__(None, None, None)


@pytest.fixture
def cast(request: pytest.FixtureRequest) -> Cast:
    """Fiona, Bella, Ian, Petra and Sam, in a database that is emptied afterwards. Open `cast.inside()` to read or write."""
    from tests.cast import gather

    request.getfixturevalue("transactional_db" if "live_server" in request.fixturenames else "db")
    return told_once(request) or gather()


@pytest.fixture
def at_alder(cast: Cast) -> Iterator[Cast]:
    """The cast, with Alder in scope for the whole test."""
    with cast.inside():
        yield cast
