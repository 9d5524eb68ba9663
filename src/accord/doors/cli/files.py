"""Texts that commands read: never more than a command can use, and a sentence where a file cannot be read."""

import sys
from pathlib import Path

from accord.doors.cli.words import gettext as _

MOST_BYTES = 2_000_000


class Unreadable(ValueError):
    """Says what is wrong with the file and what to do; without its name."""


def text(file: Path) -> str:
    """The text of a file, or of stdin for a dash; never more than MOST_BYTES are read, whatever the file is. Raises Unreadable."""
    try:
        if str(file) == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with file.open("rb") as source:
                data = source.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Unreadable(_("It cannot be read: %(why)s. Check the name.") % {"why": getattr(error, "strerror", None) or error}) from None
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than %(n)d MB. Split it into smaller ones.") % {"n": MOST_BYTES // 1_000_000})
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_("Byte %(n)d is not UTF-8. Save the file as UTF-8 text.") % {"n": error.start + 1}) from None


def plain(told: str) -> str:
    """Nothing that a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in told)
