"""The design's style sheets, where the web door keeps them."""

from __future__ import annotations

import re
from pathlib import Path

import accord

_FOLDER = Path(accord.__file__).parent / "doors" / "web" / "static" / "accord"


def sheet_of_style(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def every_class() -> set[str]:
    """Each class that any of the sheets knows."""
    return {name for sheet in _FOLDER.glob("*.css") for name in re.findall(r"\.([a-zA-Z][\w-]*)", sheet.read_text(encoding="utf-8"))}
