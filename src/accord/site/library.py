"""Which SQLite library Accord runs on. The one place that swaps Python's own for `pysqlite3`, which carries a newer one."""

import sys
from dataclasses import dataclass

from accord.base.scope.sqlite import journal_mode

Version = tuple[int, int, int]


@dataclass(frozen=True)
class Library:
    """The SQLite in use: its version, the journal_mode it is trusted with, and what to tell the operator (empty: nothing)."""

    version: Version
    journal_mode: str
    warning: str


def choose() -> None:
    """Have `import sqlite3` mean pysqlite3 wherever its wheel exists. Before anything imports sqlite3; again does no harm."""
    try:
        import pysqlite3
        import pysqlite3.dbapi2
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def chosen() -> Library:
    """The library in use, for `accord doctor`."""
    import sqlite3

    version: Version = sqlite3.sqlite_version_info
    return Library(version, journal_mode.journal_mode(version), journal_mode.warning(version))
