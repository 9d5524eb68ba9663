"""Text that the database cannot read: AES-256-GCM under a key of the installation (`FIELD_KEY`), which is kept outside the database.

What is sealed is bound to the place it belongs to (`about`, such as the ids of its client and row): moved to another row or another client
it does not open. Sealing and opening are explicit calls, so nothing is opened by merely reading a row.
"""

import base64
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

VERSION = "1"
NONCE = 12


class CannotOpen(ValueError):
    """The text was sealed for another place, under another key, or was changed."""


@lru_cache(maxsize=4)
def _cipher(key: str) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, None, b"accord sealed text").derive(key.encode()))


def seal(text: str, *, about: str) -> str:
    """The text as letters and digits that only `unseal` with the same `about` opens. Sealing twice gives two different results."""
    nonce = os.urandom(NONCE)
    closed = _cipher(settings.FIELD_KEY).encrypt(nonce, text.encode(), about.encode())
    return f"{VERSION}.{base64.urlsafe_b64encode(nonce + closed).decode()}"


def unseal(sealed: str, *, about: str) -> str:
    """The text again. Raises CannotOpen."""
    version, _, body = sealed.partition(".")
    try:
        if version != VERSION:
            raise ValueError(version)
        raw = base64.b64decode(body, altchars=b"-_", validate=True)
        return _cipher(settings.FIELD_KEY).decrypt(raw[:NONCE], raw[NONCE:], about.encode()).decode()
    except (ValueError, InvalidTag):
        raise CannotOpen("This note cannot be opened with the key of this installation.") from None
