"""Files that say what others rely on. A change must be meant: ACCORD_RECORD=1 writes them anew, and the difference is read in review."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def kept(name: str, now: str) -> str:
    """What the file of that name says; with ACCORD_RECORD=1 it says what is so now."""
    path = FOLDER / name
    if os.environ.get("ACCORD_RECORD") == "1":
        path.write_text(now)
    return path.read_text() if path.exists() else ""
