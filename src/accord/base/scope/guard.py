"""The tripwire on every statement: what would come back silently empty, or past the scope, raises instead."""

from typing import Any

from . import tripwire
from .context import NoScope, clients, is_outside


def refuse_unscoped(sql: str, in_transaction: bool) -> None:
    """Raise NoScope when a statement names a client's table outside a scope or a transaction."""
    if clients() and in_transaction:
        return
    table = tripwire.named_rows(sql) or (None if is_outside() and in_transaction else tripwire.named_roll(sql))
    if table is None:
        return
    if in_transaction:
        raise NoScope(f"A statement on {table} ran without a client in scope.")
    raise NoScope(f"A statement on {table} ran outside a transaction, where no scope reaches the database. Open transaction.atomic() around it.")


class Guarded:
    """For a connection: carry the scope to the database before each statement, then the tripwire.

    `building` is true while the schema is being changed, when tables are rebuilt whole; `scoped_transaction` says whether the
    database learns the scope in transactions only.
    """

    building = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(self._guard)  # type: ignore[attr-defined]

    def _guard(self, execute: Any, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
        self.carry_scope()
        if not self.building:
            refuse_unscoped(str(sql), self.reaches_scope())
        return execute(sql, params, many, context)

    def carry_scope(self) -> None:
        raise NotImplementedError

    def reaches_scope(self) -> bool:
        raise NotImplementedError


class Building:
    """For a schema editor: its connection is building until it is done."""

    connection: Any

    def __enter__(self) -> Any:
        self.connection.building = True
        self.connection.carry_scope()
        try:
            return super().__enter__()  # type: ignore[misc]
        except BaseException:
            self._done()
            raise

    def __exit__(self, *error: Any) -> None:
        try:
            super().__exit__(*error)  # type: ignore[misc]
        finally:
            self._done()

    def _done(self) -> None:
        self.connection.building = False
        self.connection.carry_scope()
