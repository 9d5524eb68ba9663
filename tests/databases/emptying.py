"""Emptying the database after a test that committed. The walls refuse what Django's own flush does, so this goes around them, as only tests may."""

from django.db import connection

KEPT = {"django_migrations", "django_content_type", "auth_permission"}


def _tables() -> list[str]:
    return [name for name in connection.introspection.table_names() if name not in KEPT]


def _holds_rows(table: str) -> str:
    return f'SELECT 1 FROM "{table}" LIMIT 1'


def empty(administrator: str) -> None:
    """Remove every row; most tables have none. `administrator` is the address of PostgreSQL's superuser; SQLite needs none."""
    if connection.vendor == "postgresql":
        _empty_postgresql(administrator)
    else:
        _empty_sqlite()


def _empty_postgresql(administrator: str) -> None:
    import psycopg

    tables = _tables()
    connection.close()
    with psycopg.connect(administrator) as around:
        around.execute("SET session_replication_role = replica")
        around.execute("SET lock_timeout = '10s'")
        filled = [name for name in tables if around.execute(_holds_rows(name).encode()).fetchone()]
        if filled:
            named = ", ".join(f'"{name}"' for name in filled)
            around.execute(f"TRUNCATE {named} RESTART IDENTITY CASCADE".encode())


def _empty_sqlite() -> None:
    tables = _tables()
    with connection.schema_editor() as editor:
        with connection.cursor() as cursor:
            filled = [name for name in tables if cursor.execute(_holds_rows(name)).fetchone()]
            cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = [(name, statement) for name, table, statement in cursor.fetchall() if table in filled]
        for name, _ in triggers:
            editor.execute(f'DROP TRIGGER "{name}"')
        for table in filled:
            editor.execute(f'DELETE FROM "{table}"')
        for _, statement in triggers:
            editor.execute(statement, params=None)
