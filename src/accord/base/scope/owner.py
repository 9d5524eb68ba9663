"""Working as the role that owns the tables, for migrations; everything else runs as a role that owns nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def owning(database: dict[str, Any] | None) -> Iterator[None]:
    """Connect with these settings of a database instead of the usual ones; None changes nothing."""
    if not database:
        yield
        return
    usual = connection.settings_dict
    connection.close()
    connection.settings_dict = {**usual, **database}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = usual
