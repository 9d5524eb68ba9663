"""Which tables belong to clients, and whether a statement names one."""

import re
from functools import lru_cache

from django.apps import apps

_COMMENT = r"\s*(?:/\*.*?\*/\s*|--[^\n]*\n\s*)*"
_DATA = re.compile(_COMMENT + r"(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|VALUES|MERGE|COPY|TRUNCATE|DECLARE|EXPLAIN|TABLE|\()", re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=1)
def _found(ready: bool) -> tuple[frozenset[str], frozenset[str]]:
    from .rows import ClientModel, OwnManager

    models = apps.get_models(include_auto_created=True) if ready else []
    rows = frozenset(model._meta.db_table for model in models if issubclass(model, ClientModel))
    rolls = frozenset(model._meta.db_table for model in models if isinstance(model._default_manager, OwnManager))
    return rows, rolls


def client_tables() -> frozenset[str]:
    """Tables whose rows belong to a client."""
    return _found(apps.models_ready)[0]


def roll_tables() -> frozenset[str]:
    """Tables whose own id is the scope: the clients."""
    return _found(apps.models_ready)[1]


@lru_cache(maxsize=1)
def _outward(ready: bool) -> frozenset[tuple[str, str]]:
    owned = client_tables() | roll_tables()
    models = apps.get_models(include_auto_created=True) if ready else []
    return frozenset(
        (model._meta.db_table, str(field.column))
        for model in models
        if model._meta.db_table in owned
        for field in model._meta.local_concrete_fields
        if field.related_model is not None and field.related_model._meta.db_table not in owned
    )


def outward_columns() -> frozenset[tuple[str, str]]:
    """Foreign keys (table, column) from rows of clients to tables that belong to none. A new parent row makes SQLite look through them."""
    return _outward(apps.models_ready)


@lru_cache(maxsize=2)
def _pattern(tables: frozenset[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, tables))) + r")\b") if tables else re.compile(r"(?!)")


def _named(sql: str, tables: frozenset[str]) -> str | None:
    found = _pattern(tables).search(sql) if _DATA.match(sql) else None
    return found.group() if found else None


def named_rows(sql: str) -> str | None:
    """The first table of client rows that a statement on data names."""
    return _named(sql, client_tables())


def named_roll(sql: str) -> str | None:
    """The clients' own table, when a statement on data names it."""
    return _named(sql, roll_tables())
