"""The two families for pages: cut once into the home folder, named by a small style sheet beside them.

The folder is one of STATICFILES_DIRS, so it is served and collected like any other file. Until `prepare` has run, pages use the
reader's own fonts.
"""

import os
import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

SHEET = "faces.css"
_FACES = (
    ("newsreader", "Newsreader", "normal", "400 600"),
    ("hanken-grotesk", "Hanken Grotesk", "normal", "400 600"),
    ("newsreader-italic", "Newsreader", "italic", "400 600"),
)
_ADDRESS = re.compile(r'url\("([^"]+)"\)')


def folder() -> Path:
    return Path(settings.OPTIONS.home) / "fonts"


def prepare() -> Path:
    """Cut the fonts where they are missing and write the sheet that names them. Called where a server starts and before collectstatic;
    takes a few seconds the first time and milliseconds later. Returns the sheet."""
    from accord.base.paper import fonts

    made = fonts.subset(folder())
    rules = "".join(_rule(family, style, weights, made[name].relative_to(folder())) for name, family, style, weights in _FACES)
    sheet = folder() / SHEET
    if not sheet.exists() or sheet.read_text() != rules:
        beside = sheet.with_suffix(f".{os.getpid()}")
        beside.write_text(rules)
        os.replace(beside, sheet)
    _early.cache_clear()
    return sheet


def _rule(family: str, style: str, weights: str, file: Path) -> str:
    return (
        f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {weights}; font-display: swap; '
        f'src: url("{file.as_posix()}") format("woff2"); }}\n'
    )


def links() -> tuple[str, list[str]]:
    """The address of the sheet and of the two upright families, which a page asks for first; empty when nothing was prepared."""
    names = _early()
    if not names:
        return "", []
    return staticfiles_storage.url(f"accord/fonts/{SHEET}"), [staticfiles_storage.url(f"accord/fonts/{name}") for name in names]


@lru_cache(maxsize=1)
def _early() -> tuple[str, ...]:
    sheet = folder() / SHEET
    return tuple(_ADDRESS.findall(sheet.read_text())[:2]) if sheet.exists() else ()
