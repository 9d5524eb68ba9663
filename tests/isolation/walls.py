"""Trying statements past the program: what a forgotten filter, a clumsy script or an injected statement would send."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

from accord.base import scope


def here(vendor: str) -> bool:
    """Whether the tests run on this database now."""
    return connection.vendor == vendor


def run(statement: str, *params: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params or None)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def refused() -> Iterator[None]:
    """What stands inside is refused by the database or by the tripwire before it, and nothing of it stays."""
    with pytest.raises((DatabaseError, scope.NoScope)), transaction.atomic():
        yield
