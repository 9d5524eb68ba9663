"""A page is read in one's own language where it is there; a choice that leads nowhere is not offered."""

import struct
from pathlib import Path

import pytest

from accord.doors.web import languages


@pytest.fixture
def german(settings, tmp_path: Path) -> None:
    place = tmp_path / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "django.mo").write_bytes(struct.pack("<7I", 0x950412DE, 0, 0, 28, 28, 0, 28))  # a catalogue with no sentence in it
    settings.LOCALE_PATHS = [tmp_path]


def test_one_language_is_no_choice(settings) -> None:
    settings.LOCALE_PATHS = []
    assert languages.offered() == []


def test_each_language_is_called_by_its_own_name(german) -> None:
    assert [one.name for one in languages.offered()] == ["English", "Deutsch"]


def test_the_choice_is_kept_and_leads_back(client, german, db) -> None:
    sent = client.post("/language/", {"language": "de", "next": "/help/"})
    assert sent.headers["Location"] == "/help/"
    assert client.cookies["django_language"].value == "de"


def test_no_other_house_is_led_to(client, db) -> None:
    assert client.post("/language/", {"language": "de", "next": "https://elsewhere.example/"}).headers["Location"] == "/"
