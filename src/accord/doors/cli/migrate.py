"""`accord migrate`: the database's shape, brought to this version."""

from typing import Any

from accord.doors.cli.django import ready
from accord.doors.cli.ending import database


def pending() -> list[tuple[str, str]]:
    """The changes (app, name) this version asks for that the database has not seen. Needs Django ready."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [(migration.app_label, migration.name) for migration, _ in plan]


def unknown() -> list[tuple[str, str]]:
    """Changes the database has seen that this version does not know: a newer Accord made them. Needs Django ready."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    return sorted(key for key in loader.applied_migrations if key not in loader.disk_migrations and key not in loader.replacements)


def owner() -> dict[str, Any] | None:
    """The database as the role that owns its tables; None on SQLite, or where none is set."""
    from django.conf import settings
    from django.db import connection

    address = settings.OPTIONS.database_owner
    return settings.OPTIONS.databases(address) if address and connection.vendor == "postgresql" else None


def migrate() -> None:
    """Bring the database to this version. On PostgreSQL this works as the role in ACCORD_DATABASE_OWNER."""
    ready()
    from django.core.management import call_command
    from django.utils.translation import ngettext

    from accord.base.scope.owner import owning

    with database(), owning(owner()):
        changes = len(pending())
        call_command("migrate", interactive=False, verbosity=0)
    print(ngettext("The database is up to date; %(count)d change made.", "The database is up to date; %(count)d changes made.", changes) % {"count": changes})
