"""Secrets that travel: made here, stored only as digests, kept out of logs.

A link's or a token's text carries its client's id beside the secret, so the scope can be set before anything is looked up;
whoever invents one sees a client in which no digest fits.
"""

import base64
import hashlib
import hmac
import logging
import re
import secrets
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

SECRET_BYTES = 20  # 160 bits
_TOKEN = re.compile(r"(?:/l/|acc_)[A-Za-z0-9_-]{16,}")


@dataclass(frozen=True)
class Carried:
    """What a text carries: the client it claims, and the digest of the whole."""

    client_id: UUID
    digest: str


def digest(text: str) -> str:
    """SHA-256 under the installation's key, so a stolen database alone cannot be searched by guessing short codes."""
    return hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def new_text(client_id: UUID) -> str:
    """48 characters fit for an address: the client's id and 160 random bits."""
    return base64.urlsafe_b64encode(client_id.bytes + secrets.token_bytes(SECRET_BYTES)).decode().rstrip("=")


def read_text(text: str) -> Carried | None:
    """The client and digest of a text, or None when it cannot be one."""
    if len(text) != 48:
        return None
    try:
        raw = base64.b64decode(text, altchars=b"-_", validate=True)
    except ValueError:
        return None
    return Carried(UUID(bytes=raw[:16]), digest(text))


def new_code() -> str:
    """Six digits."""
    return f"{secrets.randbelow(1_000_000):06d}"


class HideTokens(logging.Filter):
    """No link and no token reaches a log."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        if _TOKEN.search(text):
            record.msg, record.args = _TOKEN.sub("[hidden]", text), ()
        if record.exc_info:
            record.exc_text = _TOKEN.sub("[hidden]", logging.Formatter().formatException(record.exc_info))
        return True
