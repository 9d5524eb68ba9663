"""Ratings as files, and where real ones are found."""

import base64
import os
from collections.abc import Iterable
from pathlib import Path

DATA = Path(os.environ.get("ACCORD_DATA", Path(__file__).parents[6] / "shared" / "data"))
MISSING = "the real ratings are not here: set ACCORD_DATA to the folder that has them"


def sent(text: str | bytes) -> str:
    return base64.b64encode(text.encode() if isinstance(text, str) else text).decode()


def long(rows: Iterable[tuple[object, ...]], head: str = "person,side,team,item,kind,value") -> str:
    return "\n".join([head, *(",".join(map(str, row)) for row in rows)]) + "\n"
