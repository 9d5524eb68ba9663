"""Copies of the embedded database: made in one step while Accord runs, marked with a digest of every row, checked before they are trusted.

Two databases are equal when their digests are: the bytes of two files with the same rows differ. SQLite is imported inside the functions,
because the settings choose which library it is.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

MARK = "accord_backup"
Connection = Any  # sqlite3.Connection of whichever library was chosen


class Damaged(Exception):
    """A copy that cannot be trusted; the message says why."""


@contextmanager
def opened(path: Path, mode: str) -> Iterator[Connection]:
    """A plain connection, past Accord's own guards. `mode`: ro, rw or rwc."""
    import sqlite3

    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=20)) as connection:
        yield connection


def digest(connection: Connection) -> str:
    """SHA-256 over every table's shape and rows, in an order that does not depend on how the file is laid out."""
    state = hashlib.sha256()
    tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> ? ORDER BY name", [MARK])
    for name, shape in tables.fetchall():
        state.update(repr((name, shape)).encode())
        width = len(connection.execute(f'PRAGMA table_info("{name}")').fetchall())
        order = ", ".join(str(column + 1) for column in range(width))
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY {order}'):
            state.update(repr(row).encode())
    for row in connection.execute("SELECT type, name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL ORDER BY type, name"):
        state.update(repr(row).encode())
    return state.hexdigest()


def copy(source: Path, target: Path) -> None:
    """All pages in one step: in several, a busy writer would start it over for ever. Only its owner can read the copy. Raises Damaged."""
    import sqlite3

    target.touch(mode=0o600)
    try:
        with opened(source, "ro") as here, opened(target, "rw") as there:
            here.backup(there, pages=-1)
    except sqlite3.DatabaseError as error:
        raise Damaged(str(error)) from None


def mark(path: Path, made_at: datetime, version: str) -> str:
    """Write into a copy when and by which version it was made, and its digest, which is returned. Leaves one file without companions."""
    with opened(path, "rw") as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        found = digest(connection)
        connection.execute(f"CREATE TABLE {MARK} (digest TEXT NOT NULL, made_at TEXT NOT NULL, version TEXT NOT NULL)")
        connection.execute(f"INSERT INTO {MARK} VALUES (?, ?, ?)", [found, made_at.isoformat(), version])
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return found


def check(path: Path) -> str:
    """The digest a copy carries, after every page and row was read and found to agree with it. Raises Damaged."""
    import sqlite3

    try:
        with opened(path, "ro") as connection:
            problems = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            if problems != ["ok"]:
                raise Damaged(problems[0])
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise Damaged("a row points at one that is not there")
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [MARK]).fetchone():
                raise Damaged("it was not made by `accord backup`")
            carried = str(connection.execute(f"SELECT digest FROM {MARK}").fetchone()[0])
            if digest(connection) != carried:
                raise Damaged("its rows are not the ones that were copied")
    except (sqlite3.DatabaseError, UnicodeError, TypeError) as error:
        raise Damaged(str(error)) from None
    return carried


def unmark(path: Path) -> None:
    """Make the copy the database it was copied from."""
    with opened(path, "rw") as connection:
        connection.execute(f"DROP TABLE {MARK}")


def settle(path: Path) -> None:
    """Fold a write-ahead log back in, so that one file holds everything and can be moved."""
    with opened(path, "rw") as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def put(made: Path, target: Path) -> None:
    """Give the file its name unless that is taken: FileExistsError. Survives a power cut."""
    target.touch(mode=0o600, exist_ok=False)
    os.replace(made, target)
    if os.name == "nt":
        return
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
