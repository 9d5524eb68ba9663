"""A real installation for the tests of commands: its own folder and database, commands as real processes."""

import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.databases.plugin import SERVER

ROOT = Path(__file__).parents[1]
GATHER = """
import django; django.setup()
from tests.cast import gather
from accord.ideas.goals import actions
cast = gather()
with cast.inside():
    actions.set_goal(by=cast.fiona, title="Decide in three days", why="Storm season", owner_id=cast.bella.person_id)
"""


@dataclass(frozen=True)
class Installation:
    """Where it lives, and how to speak to it."""

    home: Path
    database: dict[str, str]

    @property
    def file(self) -> Path:
        return self.home / "accord.db"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ACCORD_")}
        own = {"ACCORD_HOME": str(self.home), "DJANGO_SETTINGS_MODULE": "accord.site.settings", "COLUMNS": "100", "NO_COLOR": "1"}
        return {**kept, **self.database, **own}

    def accord(self, *words: object) -> "subprocess.CompletedProcess[str]":
        return self.python("-m", "accord", *words)

    def python(self, *words: object) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([sys.executable, *map(str, words)], cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=120)

    def start(self, *words: object) -> "subprocess.Popen[str]":
        command = [sys.executable, *map(str, words)]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def empty(self, home: Path) -> "Installation":
        """Another one with the same kind of database and nothing in it yet. On SQLite only."""
        home.mkdir()
        return Installation(home, self.database)


def answers(address: str) -> int:
    """The status of what answers there; 0 while nothing does."""
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


@pytest.fixture(scope="session")
def seeded_installation(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Migrated by the command, with the cast in it. Copied for each test on SQLite, and shared on PostgreSQL."""
    home = tmp_path_factory.mktemp("seed")
    server = request.config.stash.get(SERVER, None)
    database = {}
    if server:
        server.make("shell")
        database = {"ACCORD_DATABASE": server.address("accord_app", "shell"), "ACCORD_DATABASE_OWNER": server.address("accord_owner", "shell")}
    made = Installation(home, database)
    for done in (made.accord("migrate"), made.python("-c", GATHER)):
        assert done.returncode == 0, done.stderr
    return made


@pytest.fixture(scope="session")
def kept_copy(seeded_installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the seed, made by the command. On SQLite only."""
    if seeded_installation.database:
        pytest.skip("the embedded database's file is SQLite's")
    path = tmp_path_factory.mktemp("copies") / "copy.db"
    done = seeded_installation.accord("backup", path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def installation(seeded_installation: Installation, tmp_path: Path) -> Iterator[Installation]:
    """One to work on, or to damage."""
    if seeded_installation.database:
        yield seeded_installation
        return
    shutil.copytree(seeded_installation.home, tmp_path / "home")
    yield Installation(tmp_path / "home", {})


@pytest.fixture
def embedded(installation: Installation) -> Installation:
    """The same where the database is a file; backups of PostgreSQL are made by its own tools."""
    if installation.database:
        pytest.skip("the embedded database's file is SQLite's")
    return installation
