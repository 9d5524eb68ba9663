"""The languages a reader can choose: only those whose sentences are there."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_info, to_locale


@dataclass(frozen=True)
class Language:
    """name: in the language itself, so that whoever needs it can read it."""

    code: str
    name: str
    current: bool


def offered() -> list[Language]:
    """None at all where there is nothing to choose."""
    now = get_language()
    found = [Language(code, _own_name(code), code == now) for code, _name in settings.LANGUAGES if _is_there(code)]
    return found if len(found) > 1 else []


def _own_name(code: str) -> str:
    return capfirst(get_language_info(code.partition("-")[0])["name_local"])


def _is_there(code: str) -> bool:
    """English is what the code is written in; others need a catalogue."""
    return code.startswith("en") or any((Path(place) / to_locale(code) / "LC_MESSAGES" / "django.mo").exists() for place in settings.LOCALE_PATHS)
