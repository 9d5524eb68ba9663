"""PostgreSQL that knows the scope: it travels with each transaction, never with the connection, so a pool cannot leak it."""


from django.db.backends.postgresql import base
from django.db.backends.postgresql.schema import DatabaseSchemaEditor as PostgresSchemaEditor

from ..context import clients, is_outside
from ..guard import Building, Guarded

SET_SCOPE = "SELECT set_config('accord.clients', %s, true), set_config('accord.outside', %s, true)"
Sent = tuple[str, str]
NOTHING: Sent = ("", "")


class DatabaseSchemaEditor(Building, PostgresSchemaEditor):
    """While the schema changes, the tripwire rests; row level security does not."""


class DatabaseWrapper(Guarded, base.DatabaseWrapper):
    """Sends the scope at the start of every transaction, and again before the first statement after it changed."""

    SchemaEditorClass = DatabaseSchemaEditor
    _sent: Sent | None = NOTHING  # None: not known, as after a rollback to a savepoint
    _sending = False

    def set_autocommit(self, autocommit: bool, force_begin_transaction_with_broken_autocommit: bool = False) -> None:
        super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        self._sent = NOTHING
        self.carry_scope()

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self._sent = None

    def reaches_scope(self) -> bool:
        return not self.autocommit

    def carry_scope(self) -> None:
        if self.connection is None or self.autocommit or self._sending:
            return
        wanted = (",".join(sorted(map(str, clients()))), "on" if is_outside() else "")
        if wanted == self._sent:
            return
        self._sending = True
        try:
            with self.wrap_database_errors, self.connection.cursor() as cursor:
                cursor.execute(SET_SCOPE, wanted)
            self._sent = wanted
        finally:
            self._sending = False


