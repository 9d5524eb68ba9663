"""Everything the database holds, as one digest for each table: equal before and after means that nothing was changed."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.apps import apps
from django.db import models

from accord.base import scope
from accord.base.people.models import Client

NOT_COMPARED = {
    "django_session",  # the browser's own
    "account_emailaddress",  # allauth writes an account's own address down when its page is first looked at
}


@contextmanager
def _seen_by(*clients: Client) -> Iterator[None]:
    with scope.outside("everything is compared"), scope.unit(), scope.within(*(client.id for client in clients)):
        yield


def _models() -> list[type[models.Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table not in NOT_COMPARED]


def digests(*clients: Client, theirs_alone: bool = False) -> dict[str, str]:
    """Table by table: the rows of these clients and, unless `theirs_alone`, those that belong to none."""
    found = {}
    with _seen_by(*clients):
        for model in _models():
            if theirs_alone and not issubclass(model, scope.ClientModel):
                continue
            rows = model._default_manager.values_list(*(field.attname for field in model._meta.concrete_fields))
            found[model._meta.db_table] = hashlib.sha256("\n".join(sorted(map(repr, rows))).encode()).hexdigest()
    return found


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [table for table in after if before.get(table) != after[table]]


def words(*clients: Client) -> set[str]:
    """Every text in the database, also inside JSON: what a page may show without saying it in the reader's language."""
    found: set[str] = set()
    with _seen_by(*clients):
        for model in _models():
            for row in model._default_manager.values_list(*(field.attname for field in model._meta.concrete_fields)):
                for cell in row:
                    found |= set(_texts(cell))
    return found


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value
        if value[0] in "[{":
            with suppress(ValueError):
                yield from _texts(json.loads(value))
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _texts(part))
