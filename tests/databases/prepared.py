"""A migrated SQLite file, kept between runs and copied: migrating takes longer than most tests. Any change to a migration, to the walls or
to a library makes another file."""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import accord


def _sources() -> Iterator[bytes]:
    package = Path(accord.__file__).parent
    for path in sorted([*package.rglob("migrations/*.py"), *(package / "base" / "scope").rglob("*.py")]):
        yield path.relative_to(package).as_posix().encode() + path.read_bytes()
    for library in ("django", "django-allauth", "django-tasks-db"):
        yield version(library).encode()
    yield sqlite3.sqlite_version.encode()


def kept() -> Path:
    """Where the file of this shape is, or would be."""
    digest = hashlib.sha256(b"\0".join(_sources())).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"accord-migrated-{digest}.db"


def keep(database: Path) -> None:
    """Keep a copy of a migrated file that no connection has open."""
    beside = kept().with_suffix(f".{os.getpid()}")
    shutil.copyfile(database, beside)
    os.replace(beside, kept())
