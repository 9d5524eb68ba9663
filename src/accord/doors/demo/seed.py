"""Homes of demos: a seed that is told once for each version of the code, and the copy a demo runs in. Standard library only.

    root/seed-1f00.../      the story, told; good for a week, so that "yesterday" is not long ago
    root/8765/              what the demo on port 8765 runs in: a copy, thrown away at its next start

Nothing is ever removed that does not carry our mark.
"""

import hashlib
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
LOCK = PACKAGE.parents[1] / "requirements.lock"
MARK = ".accord-demo"
KEYS = ("secret.key", "field.key")
READ = {".py", ".sql", ".html", ".txt", ".typ"}  # what the story depends on
NOT_READ = {"tests", "static", "__pycache__"}
GOOD_FOR = 7 * 86_400  # seconds


class NotOurs(Exception):
    """The folder holds something that no demo made."""


class NotTold(Exception):
    """The story could not be told; the reasons were printed."""


def environment(home: Path, port: int) -> dict[str, str]:
    """The whole of a demo's settings, so that neither the operator's nor those of an .env file reach it."""
    return {
        "ACCORD_MODE": "demo",
        "ACCORD_HOME": str(home),
        "ACCORD_DATABASE": f"sqlite:///{(home / 'accord.db').as_posix()}",
        "ACCORD_DATABASE_OWNER": "",
        "ACCORD_DATABASE_POOL": "0",
        "ACCORD_SECRET_KEY": "",
        "ACCORD_FIELD_KEY": "",
        "ACCORD_ADDRESS": f"http://localhost:{port}",
        "ACCORD_SPEAK_ADDRESS": f"http://localhost:{port + 1}",
        "ACCORD_SPEAK_DATABASE": "",
        "ACCORD_HOSTS": "",
        "ACCORD_MAIL": "",
        "ACCORD_MAIL_FROM": "Accord at Fernhill <accord@fernhill.example>",
        "ACCORD_CURRENCY": "EUR",
        "DJANGO_SETTINGS_MODULE": "accord.site.settings",
    }


def files() -> Iterator[Path]:
    """The code a seed is made by, in a fixed order."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in READ and not NOT_READ & set(path.parts):
            yield path
    if LOCK.exists():
        yield LOCK


def key() -> str:
    """Sixteen characters that change with the code and with what it stands on."""
    digest = hashlib.sha256()
    for path in files():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def home(root: Path, port: int, *, keep: bool, say: Callable[[str], None]) -> Path:
    """The folder a demo runs in: the one of last time when it is kept and there, else a fresh copy of the seed. Raises NotOurs, NotTold."""
    place = root.resolve() / str(port)
    if keep and (place / MARK).exists():
        return place
    told = _told(root.resolve(), port, say)
    remove(place)
    shutil.copytree(told, place)
    return place


def remove(folder: Path) -> None:
    """Throw a demo's folder away. Raises NotOurs for any other."""
    if not folder.exists():
        return
    if not (folder / MARK).exists():
        raise NotOurs(f"{folder} was not made by a demo. Move it away, or choose another folder with --home.")
    shutil.rmtree(folder)


def _told(root: Path, port: int, say: Callable[[str], None]) -> Path:
    """The seed of this code, told now when there is none or it has grown old."""
    place = root / f"seed-{key()}"
    if not is_good(place):
        say("Telling the story of the demo (once for this version, about half a minute) ...")
        _tell(place, port)
    return place


def is_good(place: Path) -> bool:
    mark = place / MARK
    return mark.exists() and 0 <= time.time() - mark.stat().st_mtime < GOOD_FOR


def _tell(place: Path, port: int) -> None:
    """Tell the story beside, then put it in place in one step, so a half-told one is never used."""
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    beside.mkdir(parents=True, mode=0o700)
    (beside / "fonts").mkdir()
    (beside / MARK).touch()
    seeds = [old for old in place.parent.glob("seed-*") if (old / MARK).exists() and old != beside]
    try:
        for name in KEYS:
            (beside / name).touch(mode=0o600)
            (beside / name).write_text(secrets.token_urlsafe(48))
        for old in seeds:
            shutil.copytree(old / "fonts", beside / "fonts", dirs_exist_ok=True)
        _run(beside, port)
        (beside / MARK).touch()
        for old in seeds:
            if not old.suffix or not is_good(old):  # one with a suffix is being told by another demo
                remove(old)
        beside.rename(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _run(beside: Path, port: int) -> None:
    """The story and, on the other core, the fonts: cutting them takes as long. Raises NotTold."""
    settings = {**os.environ, **environment(beside, port)}
    pages = subprocess.Popen([sys.executable, "-m", "django", "prepare_pages"], env=settings)
    told = subprocess.run([sys.executable, "-m", "accord.doors.demo.telling"], env=settings).returncode
    if pages.wait() or told:
        raise NotTold("The demo's story could not be told. The lines above say why.")
