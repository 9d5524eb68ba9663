"""A link in Bella's hands. What needs the models is imported inside: they are not there yet when this file is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

    from tests.links.hands import Sent


@pytest.fixture(autouse=True)
def note_page(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was sent to the page of the purpose `test.note`."""
    from accord.base.people import links
    from tests.links.hands import page_that_keeps

    sent: list[str] = []
    monkeypatch.setitem(links._pages, "test.note", page_that_keeps(sent))
    return sent


@pytest.fixture
def link(cast) -> Sent:
    """Bella's link."""
    from tests.links.hands import send

    return send(cast)


@pytest.fixture
def answered(link: Sent) -> Client:
    """The device Bella answered from."""
    from django.test import Client

    from tests.links.hands import SAID

    device = Client()
    device.post(link.path, {"words": SAID})
    return device
