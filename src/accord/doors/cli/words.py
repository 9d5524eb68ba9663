"""The reader's language without Django: the same catalogue, found by the standard library from LANGUAGE, LC_ALL and LANG."""

from __future__ import annotations

import gettext as catalogue
from pathlib import Path

import accord

_found = catalogue.translation("django", Path(accord.__path__[0]) / "locale", fallback=True)


def gettext(text: str) -> str:
    return _found.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    return _found.ngettext(one, many, count)
