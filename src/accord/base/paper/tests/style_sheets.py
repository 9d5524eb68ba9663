"""The design's style sheets, where the web door keeps them."""

from __future__ import annotations

from pathlib import Path

import accord

_FOLDER = Path(accord.__file__).parent / "doors" / "web" / "static" / "accord"


def sheet_of_style(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
