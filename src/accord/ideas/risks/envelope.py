"""Sealed words of whoever speaks without a name: padded first, so that nobody can tell from the outside how much was said."""

import json
from typing import Any
from uuid import UUID

from accord.base.people import sealed

from .rules.unnamed import padded


def shut(words: dict[str, Any], *, client_id: UUID, place: str) -> str:
    """place: where it lies, such as the id of its row. Raises rules.unnamed.TooLong."""
    return sealed.seal(padded(words), about=_about(client_id, place))


def opened(text: str, *, client_id: UUID, place: str) -> dict[str, Any]:
    """Raises sealed.CannotOpen."""
    found: dict[str, Any] = json.loads(sealed.unseal(text, about=_about(client_id, place)))
    return found


def _about(client_id: UUID, place: str) -> str:
    return f"risks.unnamed:{client_id}:{place}"
