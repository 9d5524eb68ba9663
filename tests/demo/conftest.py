"""An installation in demo mode, and one that is not."""

from collections.abc import Iterator

import pytest
from django.test import Client, modify_settings, override_settings


@pytest.fixture
def in_demo(tmp_path) -> Iterator[None]:
    with (
        override_settings(MODE="demo", ROOT_URLCONF="tests.demo.addresses", MAILBOX=tmp_path / "mail"),
        modify_settings(INSTALLED_APPS={"append": "accord.doors.demo"}),
    ):
        yield


@pytest.fixture
def here() -> Client:
    """A browser on this machine."""
    return Client(REMOTE_ADDR="127.0.0.1", SERVER_NAME="localhost")
