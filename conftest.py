"""The database every test gets. Here and not in the plugin, because only a conftest comes after pytest-django's own fixtures."""

from collections.abc import Iterator

import pytest
from tests.databases.plugin import SERVER


@pytest.fixture(scope="session")
def administrator(request: pytest.FixtureRequest) -> str:
    """Address of PostgreSQL's superuser; empty on SQLite."""
    server = request.config.stash.get(SERVER, None)
    return server.address("postgres") if server else ""


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: pytest.FixtureRequest, administrator: str) -> Iterator[None]:
    """The database as a real installation gets it: migrated by the owner, used by a role that owns nothing."""
    from django.core.management import call_command
    from django.db import connections
    from django.test import TransactionTestCase
    from tests.databases.emptying import empty

    from accord.base.scope.owner import owning
    from accord.site.options import Options

    options = Options()
    with django_db_blocker.unblock(), owning(options.databases(options.database_owner) if options.database_owner else None):
        call_command("migrate", verbosity=0)
    TransactionTestCase._fixture_teardown = lambda self: empty(administrator)  # type: ignore[method-assign]
    yield
    with django_db_blocker.unblock():
        connections.close_all()
