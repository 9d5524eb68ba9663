"""The arithmetic of the chain, used alike by whoever writes it and whoever checks it."""

import hashlib
from dataclasses import dataclass
from typing import Any

import rfc8785


def _hash(*parts: bytes) -> str:
    """SHA-256 over the parts, each with its length before it, so no two lists of parts read the same."""
    state = hashlib.sha256()
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


def commitment(salt: str, payload: dict[str, Any]) -> str:
    return _hash(bytes.fromhex(salt), rfc8785.dumps(payload))


def link(previous: str, meta: dict[str, Any], committed: str) -> str:
    return _hash(previous.encode(), rfc8785.dumps(meta), committed.encode())


@dataclass(frozen=True)
class Fault:
    """Where a chain is broken, and how."""

    seq: int
    what: str
