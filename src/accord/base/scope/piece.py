"""One piece of work of a door that has no request around it: a command, a tool, a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def unit() -> Iterator[None]:
    """A transaction on PostgreSQL, which learns the scope in one only; nothing on SQLite, whose write lock belongs to actions."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic():
        yield
