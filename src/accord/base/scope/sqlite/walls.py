"""The walls as SQLite builds them: triggers that ask the connection which clients are in scope.

The function `accord_in_scope` exists only on connections made by this backend, so any other program that writes is refused as well.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models

from ..shape import Promise

PREFIX = "accord_"
REFUSED = "another client"


def _trigger(name: str, when: str, table: str, condition: str, why: str) -> list[str]:
    guard = f"WHEN {condition} " if condition else ""
    return [
        f'DROP TRIGGER IF EXISTS "{PREFIX}{name}"',
        f'CREATE TRIGGER "{PREFIX}{name}" BEFORE {when} ON "{table}" FOR EACH ROW {guard}BEGIN SELECT RAISE(ABORT, \'{table}: {why}\'); END',
    ]


def policy(table: str, column: str) -> list[str]:
    """Writes touch only rows of clients in scope, and no row moves to another client."""
    own_old, own_new = f'accord_in_scope(OLD."{column}")', f'accord_in_scope(NEW."{column}")'
    return [
        *_trigger(f"{table}__insert", "INSERT", table, f"NOT {own_new}", REFUSED),
        *_trigger(f"{table}__update", "UPDATE", table, f'NOT {own_old} OR NEW."{column}" <> OLD."{column}"', REFUSED),
        *_trigger(f"{table}__delete", "DELETE", table, f"NOT {own_old}", REFUSED),
    ]


def roll(table: str) -> list[str]:
    """Reading is the authorizer's affair."""
    return []


def drop_policy(table: str) -> list[str]:
    return [f'DROP TRIGGER IF EXISTS "{PREFIX}{table}__{verb}"' for verb in ("insert", "update", "delete")]


def same_client(table: str, promises: Iterable[Promise]) -> list[str]:
    """A foreign key names a parent of the same client (or, in a tree, the row itself)."""
    statements = []
    for each in promises:
        parent = f'SELECT 1 FROM "{each.parent}" WHERE id = NEW."{each.column}" AND client_id = NEW.client_id'
        itself = f' AND NEW."{each.column}" <> NEW.id' if each.parent == table else ""
        condition = f'NEW."{each.column}" IS NOT NULL{itself} AND NOT EXISTS ({parent})'
        why = f"{each.column} points at {REFUSED} or at nothing"
        statements += _trigger(f"{table}__{each.column}_insert", "INSERT", table, condition, why)
        statements += _trigger(f"{table}__{each.column}_update", f'UPDATE OF client_id, "{each.column}"', table, condition, why)
    return statements


def drop_same_client(table: str, promises: Iterable[Promise]) -> list[str]:
    return [f'DROP TRIGGER IF EXISTS "{PREFIX}{table}__{each.column}_{verb}"' for each in promises for verb in ("insert", "update")]


def _taken(model: type[models.Model]) -> str:
    """True for a new row that would displace one: INSERT OR REPLACE removes it without asking the delete trigger on a default connection."""
    table = model._meta.db_table
    keys = [[field.column] for field in model._meta.local_concrete_fields if field.unique]
    for each in model._meta.constraints:
        if isinstance(each, models.UniqueConstraint) and each.fields and each.condition is None:
            keys.append([model._meta.get_field(name).column for name in each.fields])  # type: ignore[union-attr]
    same = [" AND ".join(f'"{column}" = NEW."{column}"' for column in key) for key in keys]
    return " OR ".join(f'EXISTS (SELECT 1 FROM "{table}" WHERE {condition})' for condition in same)


def append_only(model: type[models.Model]) -> list[str]:
    table, why = model._meta.db_table, "rows are added and never changed"
    return [
        *_trigger(f"{table}__never_updated", "UPDATE", table, "", why),
        *_trigger(f"{table}__never_deleted", "DELETE", table, "", why),
        *_trigger(f"{table}__never_replaced", "INSERT", table, _taken(model), why),
    ]


def drop_append_only(table: str) -> list[str]:
    return [f'DROP TRIGGER IF EXISTS "{PREFIX}{table}__never_{verb}"' for verb in ("updated", "deleted", "replaced")]


def without_numbers(schema_editor: Any, table: str) -> None:
    """Make an empty table anew, WITHOUT ROWID: its rows lie in the order of their random ids."""
    with schema_editor.connection.cursor() as cursor:
        rows = cursor.execute("SELECT type, sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL ORDER BY type DESC", [table]).fetchall()
        filled = cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")').fetchone()[0]
    if filled:
        raise RuntimeError(f"{table} has rows already; it is made anew only while it is empty.")
    schema_editor.execute(f'DROP TABLE "{table}"', params=None)
    for kind, sql in rows:
        schema_editor.execute(f"{sql} WITHOUT ROWID" if kind == "table" else sql, params=None)
