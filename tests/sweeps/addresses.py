"""Every address of the product, from the URL resolver itself: whatever is added later is in the sweep."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver

from accord.base.people.models import Client

from .examples import id_of

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
TEXTS = {
    "step": "code",
    "kind": "asking",
    "signal": "goals.stale",
    "what": "item",
    "rest": "nothing/",
    "key": "abc",
    "uidb36": "abc",
    "provider_id": "somewhere",
    "pk": "1",
    "version": "1",
    "form": "pdf",
    "format": "pdf",
}
_PART = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


@dataclass(frozen=True)
class Address:
    """One pattern: its name (with the namespace), its route, and the names of what stands in it."""

    name: str
    route: str
    parts: tuple[tuple[str, str], ...]  # (kind, name)

    @property
    def of_client(self) -> bool:
        return any(name == "client" for _, name in self.parts)

    @property
    def ids(self) -> list[str]:
        return [name for kind, name in self.parts if kind == "uuid"]

    def path(self, client: Client | str, ids: dict[str, UUID], text: str = "x" * 48) -> str:
        """The address in a client, with these ids."""
        values: dict[str, Any] = {**TEXTS, "text": text, "client": getattr(client, "slug", client), **ids}
        filled = _PART.sub(lambda found: str(values.get(found[2] or found[3], 1)), self.route)
        return "/" + filled.replace("^", "").replace("$", "").replace("\\", "")

    def own(self, client: Client) -> dict[str, UUID]:
        """An id of that client for each of its parts."""
        return {name: id_of(client, self.name, name) for name in self.ids}


def every() -> list[Address]:
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, route: str, names: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            parts = tuple((found[1] or "str", found[2] or found[3]) for found in _PART.finditer(here))
            yield Address(f"{names}{pattern.name or pattern.lookup_str}", here, parts)
        else:
            yield from _walk(pattern, here, f"{names}{pattern.namespace}:" if pattern.namespace else names)
