"""Emptying the database after a test that committed. The walls refuse what Django's own flush does, so this goes around them, as only tests may."""

from django.db import connection

KEPT = {"django_migrations", "django_content_type", "auth_permission"}


def _tables() -> list[str]:
    return [name for name in connection.introspection.table_names() if name not in KEPT]


def empty(administrator: str) -> None:
    """Remove every row. `administrator` is the address of PostgreSQL's superuser; SQLite needs none."""
    if connection.vendor == "postgresql":
        _empty_postgresql(administrator)
    else:
        _empty_sqlite()


def _empty_postgresql(administrator: str) -> None:
    import psycopg

    tables = ", ".join(f'"{name}"' for name in _tables())
    connection.close()
    with psycopg.connect(administrator) as around:
        around.execute("SET session_replication_role = replica")
        around.execute("SET lock_timeout = '10s'")
        around.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE".encode())


def _empty_sqlite() -> None:
    tables = _tables()
    with connection.schema_editor() as editor:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
        for name, _ in triggers:
            editor.execute(f'DROP TRIGGER "{name}"')
        for table in tables:
            editor.execute(f'DELETE FROM "{table}"')
        for _, statement in triggers:
            editor.execute(statement, params=None)
