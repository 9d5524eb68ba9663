"""Idempotency-Key: the same key asks for the same thing, and gets the same answer, once done."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from pydantic_core import to_jsonable_python

from accord.base import registry
from accord.base.journal import actions, queries
from accord.base.people.rules import Actor


def once(by: Actor, key: str, verb: str, asked: Any, do: Callable[[], Any]) -> Any:
    """What `do` shows, or what it showed when this key came first. Raises Conflict when the key asked for something else, or was another person's."""
    plain = json.dumps([str(by.person_id), verb, to_jsonable_python(asked)], sort_keys=True)
    digest = hashlib.sha256(plain.encode()).hexdigest()
    found = queries.receipt(key)
    if found is None:
        try:
            with transaction.atomic():
                answer = to_jsonable_python(do())
                actions.keep_receipt(key=key, verb=verb, asked=digest, answer=answer)
                return answer
        except IntegrityError:
            found = queries.receipt(key)  # the same key won the race
            if found is None:
                raise
    if found.asked != digest:
        raise registry.Conflict(_("This Idempotency-Key was used for something else. Use a new key for each thing you want done."))
    return found.answer
