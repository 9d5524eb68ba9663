"""Makes the test database and sets Django up for it.

ACCORD_TEST_DATABASE says which: `sqlite` (the default), `postgresql`, or `both` in one run with one count (what `run.py test` does).
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from . import forwarding, once, prepared
from .postgresql import NotHere, Server

CHOICES = ("sqlite", "postgresql", "both")
HOME = pytest.StashKey[Path]()
SERVER = pytest.StashKey[Server]()


def _sqlite(home: Path) -> dict[str, str]:
    return {"ACCORD_DATABASE": f"sqlite:///{(home / 'test.db').as_posix()}"}


def _postgresql(config: pytest.Config) -> dict[str, str]:
    config.stash[SERVER] = server = Server()
    server.make()
    return {"ACCORD_DATABASE": server.address("accord_app"), "ACCORD_DATABASE_OWNER": server.address("accord_owner")}


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings

    if settings.configured:
        raise pytest.UsageError("Unset DJANGO_SETTINGS_MODULE: the suite makes its own database and must not meet another.")
    which = os.environ.get("ACCORD_TEST_DATABASE", "sqlite")
    if which not in CHOICES:
        raise pytest.UsageError(f"ACCORD_TEST_DATABASE is one of {', '.join(CHOICES)}.")
    prepared.keep_bytecode(config.rootpath / ".pytest_cache")
    config.stash[HOME] = home = Path(tempfile.mkdtemp(prefix="accord-tests-"))
    config.pluginmanager.register(once)
    if reports := os.environ.get(forwarding.REPORTS):
        config.pluginmanager.register(forwarding.Writer(reports))
    if which == "both":
        config.pluginmanager.register(forwarding.Second(home))
    try:
        database = _postgresql(config) if which == "postgresql" else _sqlite(home)
    except NotHere as missing:
        config.stash[HOME] = home
        config.pluginmanager.register(Missing(str(missing)))
        database = _sqlite(home)
    prepared.lend_fonts(home / "fonts")
    os.environ.update(database, ACCORD_MODE="test", ACCORD_HOME=str(home))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accord.site.settings")
    assert settings.INSTALLED_APPS  # reads the settings now: pytest-django sets up only what is configured
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]  # the cast signs up in every test


def pytest_unconfigure(config: pytest.Config) -> None:
    if server := config.stash.get(SERVER, None):
        server.stop()
    if home := config.stash.get(HOME, None):
        shutil.rmtree(home, ignore_errors=True)


class Missing:
    """Without a PostgreSQL its tests are skipped, with the reason."""

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if forwarding.touches_database(item):
                item.add_marker(pytest.mark.skip(reason=self.reason))
