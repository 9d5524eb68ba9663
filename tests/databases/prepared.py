"""What takes longer to make than most tests take to run, made once and kept between runs: a migrated SQLite file, which is copied; the fonts,
which are looked at; and bytecode. Any change to what they are made of makes others."""

import hashlib
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import accord

PACKAGE = Path(accord.__file__).parent


def _sources() -> Iterator[bytes]:
    for path in sorted([*PACKAGE.rglob("migrations/*.py"), *(PACKAGE / "base" / "scope").rglob("*.py")]):
        yield path.relative_to(PACKAGE).as_posix().encode() + path.read_bytes()
    for library in ("django", "django-allauth", "django-tasks-db"):
        yield version(library).encode()
    yield sqlite3.sqlite_version.encode()


def _place(name: str, sources: Iterable[bytes], suffix: str = "") -> Path:
    digest = hashlib.sha256(b"\0".join(sources)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"accord-{name}-{digest}{suffix}"


def kept() -> Path:
    """Where the file of this shape is, or would be."""
    return _place("migrated", _sources(), ".db")


def keep(database: Path) -> None:
    """Keep a copy of a migrated file that no connection has open."""
    beside = kept().with_suffix(f".{os.getpid()}")
    shutil.copyfile(database, beside)
    os.replace(beside, kept())


def lend_fonts(into: Path) -> None:
    """Fonts that are cut into this folder are kept, and those that were cut before by the same code are there already."""
    from accord.base.paper import fonts, letters

    sources = [Path(module.__file__).read_bytes() for module in (fonts, letters)]
    place = _place("fonts", [*sources, version("fonttools").encode()])
    place.mkdir(exist_ok=True)
    into.mkdir()
    fonts.folder_in(into).symlink_to(place, target_is_directory=True)


def keep_bytecode(cache: Path) -> None:
    """Where Python is told to write none, each command that a test starts would compile the house and its libraries anew, which takes longer
    than what it then does. It is written into a folder of the tests', and none among the sources."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        sys.dont_write_bytecode = False
        sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(cache / "bytecode")
