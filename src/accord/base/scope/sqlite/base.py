"""SQLite that knows the scope: refusing triggers, an authorizer, and settings that lose nothing when the power goes.

`trusted_schema` stays on: with it off, SQLite forbids triggers to call a function of the program, and the write triggers need one.
The functions on this connection only compute, and the authorizer lets nobody add a trigger or a view.
"""

from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.schema import DatabaseSchemaEditor as SQLiteSchemaEditor

from ..context import clients, is_outside
from ..guard import Building, Guarded
from .authorizer import Authorizer, authorize, authorize_only
from .journal_mode import journal_mode
from .walls import PREFIX

WAIT_SECONDS = 20
PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON", "secure_delete = ON", "mmap_size = 134217728", "journal_size_limit = 27103364")


class DatabaseSchemaEditor(Building, SQLiteSchemaEditor):
    """Rebuilding a table would drop its triggers, and stumble over those of others that mention it: they are put aside and put back."""

    def _remake_table(self, model: Any, *args: Any, **kwargs: Any) -> None:
        table = model._meta.db_table
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{PREFIX}%"])
            aside = [row for row in cursor.fetchall() if f'"{table}"' in row[2]]
        for name, _, _ in aside:
            self.execute(f'DROP TRIGGER "{name}"')
        super()._remake_table(model, *args, **kwargs)  # type: ignore[misc]
        for _, owner, statement in aside:
            if self._still_fits(owner, statement):
                self.execute(statement, params=None)

    def _still_fits(self, table: str, statement: str) -> bool:
        """False for the trigger of a column that the rebuild removed."""
        with self.connection.cursor() as cursor:
            columns = {row[1] for row in cursor.execute(f'PRAGMA table_info("{table}")').fetchall()}
        return all(f'NEW."{name}"' not in statement or name in columns for name in _new_columns(statement))


def _new_columns(statement: str) -> set[str]:
    return {part.partition('"')[0] for part in statement.split('NEW."')[1:]}


class DatabaseWrapper(Guarded, base.DatabaseWrapper):
    """Opens IMMEDIATE transactions, so no writer finds out at its end that another was first."""

    SchemaEditorClass = DatabaseSchemaEditor
    transaction_mode: str | None
    init_commands: list[str]
    _applied: object = None

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        params.setdefault("timeout", WAIT_SECONDS)
        self.transaction_mode = self.transaction_mode or "IMMEDIATE"
        mode = journal_mode(self.Database.sqlite_version_info)
        self.init_commands = [f"PRAGMA journal_mode = {mode}", *(f"PRAGMA {each}" for each in PRAGMAS), *self.init_commands]
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.create_function("accord_in_scope", 1, self._in_scope)
        connection.set_authorizer(self._authorizer())
        self._applied = None
        return connection

    def _authorizer(self) -> Authorizer:
        """`ONLY` among the settings of the database, such as {"risks_spool": {"insert"}}, narrows what this process may do."""
        only = self.settings_dict.get("ONLY")
        return authorize if only is None else authorize_only(only)

    def _in_scope(self, client_id: object) -> bool:
        return self.building or client_id in {client.hex for client in clients()}

    def scope_changed(self) -> None:
        """Called at every scope change, before any further statement."""
        self.carry_scope()

    def carry_scope(self) -> None:
        now = (self.building, clients(), is_outside())
        if self.connection is not None and now != self._applied:
            self._applied = now
            self.connection.set_authorizer(None if self.building else self._authorizer())

    def reaches_scope(self) -> bool:
        return True
