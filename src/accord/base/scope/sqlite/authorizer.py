"""What a statement may touch, asked by SQLite while it prepares the statement.

Client tables only with a client in scope; nothing that could take the walls down: no schema change, no other file, no pragma that
switches a check off. One kind of column is free: adding an account or a provider makes SQLite look for rows that already point at it.
Python keeps prepared statements, so the backend sets the authorizer again whenever the scope changes.
"""

from collections.abc import Callable, Mapping
from sqlite3 import dbapi2 as sqlite

from .. import tripwire
from ..context import clients, is_outside
from .walls import PREFIX

OK, DENY = sqlite.SQLITE_OK, sqlite.SQLITE_DENY
ROWS = {sqlite.SQLITE_READ, sqlite.SQLITE_INSERT, sqlite.SQLITE_UPDATE, sqlite.SQLITE_DELETE}
CATALOGUE = {"sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema"}
MADE = ("INDEX", "TABLE", "TRIGGER", "VIEW")
SCHEMA = {
    getattr(sqlite, f"SQLITE_{name}")
    for name in (
        *(f"{verb}_{temporary}{thing}" for verb in ("CREATE", "DROP") for temporary in ("", "TEMP_") for thing in MADE),
        *("CREATE_VTABLE", "DROP_VTABLE", "ALTER_TABLE", "REINDEX", "ATTACH", "DETACH"),
    )
}
PRAGMAS_THAT_LOOK = {"table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list", "foreign_key_check"}
PRAGMAS_THAT_LOOK |= {"integrity_check", "quick_check", "wal_checkpoint"}

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


def _row(table: str) -> int:
    if table in CATALOGUE:
        return OK
    if table in tripwire.client_tables():
        return OK if clients() else DENY
    if table in tripwire.roll_tables():
        return OK if clients() or is_outside() else DENY
    return OK


def authorize(action: int, first: str | None, second: str | None, database: str | None, inner: str | None) -> int:
    """SQLite's question: may this statement do `action` on `first` (a table, a pragma) with `second` (a column, a value)?"""
    if action in ROWS:
        if action != sqlite.SQLITE_READ and first in CATALOGUE:
            return DENY
        if action == sqlite.SQLITE_READ and (first, second) in tripwire.outward_columns():
            return OK
        return _row(first or "")
    if action in SCHEMA:
        return DENY
    if action == sqlite.SQLITE_PRAGMA:
        return OK if second is None or first in PRAGMAS_THAT_LOOK else DENY
    return OK


def authorize_only(only: Mapping[str, frozenset[str]]) -> Authorizer:
    """For a process that may do little: `read` and `insert` by table, and nothing at all with any other. A trigger of ours may read the row it guards."""
    rights = {sqlite.SQLITE_READ: "read", sqlite.SQLITE_INSERT: "insert", sqlite.SQLITE_UPDATE: "update", sqlite.SQLITE_DELETE: "delete"}

    def narrow(action: int, first: str | None, second: str | None, database: str | None, inner: str | None) -> int:
        if action in rights:
            may = only.get(first or "", frozenset())
            guards = action == sqlite.SQLITE_READ and (inner or "").startswith(f"{PREFIX}{first}__") and "insert" in may
            if rights[action] not in may and not guards:
                return DENY
        return authorize(action, first, second, database, inner)

    return narrow
