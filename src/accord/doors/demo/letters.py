"""The letters of the demo, as they lie in its mail folder."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from accord.base import scope
from accord.base.people import access, secrets
from accord.base.people.models import Link

from .unused import waits

_ADDRESS = re.compile(r"https?://[^/\s]+(/l/[A-Za-z0-9_-]+/)")  # the port may be another one now, so only the path counts


@dataclass(frozen=True)
class Piece:
    """A stretch of a letter; `path` when it is the address of a link."""

    text: str
    path: str = ""


@dataclass(frozen=True)
class Letter:
    """One letter. `name` is that of its file."""

    name: str
    to: str
    subject: str
    at: datetime
    body: str

    @property
    def path(self) -> str:
        """Of the first link in it; empty when there is none."""
        found = _ADDRESS.search(self.body)
        return found[1] if found else ""

    def pieces(self) -> Iterator[Piece]:
        """The body in order, links apart."""
        at = 0
        for found in _ADDRESS.finditer(self.body):
            yield Piece(self.body[at : found.start()])
            yield Piece(found[0], found[1])
            at = found.end()
        yield Piece(self.body[at:])


def every() -> list[Letter]:
    """All letters, newest first."""
    folder = Path(settings.MAILBOX)
    return [_read(path) for path in sorted(folder.glob("*.eml"), reverse=True)] if folder.exists() else []


@lru_cache(maxsize=4096)
def _read(path: Path) -> Letter:
    """What lies there never changes, so each letter is taken apart once."""
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    part = message.get_body(("plain",))
    at = parsedate_to_datetime(message["Date"])
    at = at if at.tzinfo else at.replace(tzinfo=UTC)  # -0000 says UTC without saying so
    return Letter(path.stem, str(message["To"]), str(message["Subject"]), at, part.get_content() if part else "")


@dataclass(frozen=True)
class Waiting:
    """A letter whose link somebody can still use, and who that is."""

    letter: Letter
    link: Link


def waiting() -> list[Waiting]:
    """Letters with an open link that is still to be used, newest first; of several to one person for one thing the newest."""
    found: dict[tuple[object, object], Waiting] = {}
    for letter in every():
        link = _link(letter.path) if letter.path else None
        if link is not None:
            found.setdefault((link.purpose, link.subject_id), Waiting(letter, link))
    return [one for one in found.values() if waits(one.link)]


def _link(path: str) -> Link | None:
    text = path.removeprefix("/l/").strip("/")
    carried = secrets.read_text(text)
    if carried is None:
        return None
    with scope.outside("a link is looked up in the client it names"), scope.within(carried.client_id):
        return access.link_of(text)
