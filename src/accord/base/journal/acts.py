"""One act: everything an action writes, and its journal entries last, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accord.base import registry, scope


@dataclass(frozen=True)
class Told:
    """An entry waiting for its place in the chain."""

    client_id: UUID
    person_id: UUID | None
    door: str
    event: str
    subject_kind: str
    subject_id: UUID
    payload: dict[str, Any]


@dataclass
class Act:
    """What was told since the outermost action began, and who began it."""

    by: Any
    told: list[Told] = field(default_factory=list)


current: ContextVar[Act | None] = ContextVar("act", default=None)


def is_twice(error: IntegrityError) -> bool:
    """Whether it says that something is there already, and not that something else is broken."""
    return "UNIQUE constraint failed" in str(error) or getattr(error.__cause__, "sqlstate", "") == "23505"


@contextmanager
def act(by: Any, name: str) -> Iterator[None]:
    """Surrounds every action: one client in scope. An action inside another joins its act, so the head of the chain is locked once, at the end.

    What two people do at the same moment and can be only once is a Conflict for the second; the action's own check said no to the slower cases.
    """
    outer = current.get()
    if outer is not None:
        with _joined(outer), transaction.atomic():
            yield
        return
    from .writing import write

    mine = Act(by)
    token = current.set(mine)
    try:
        with scope.within(by.client_id), transaction.atomic():
            yield
            write(mine.told)
    except IntegrityError as error:
        if is_twice(error):
            raise registry.Conflict(_("Somebody did the same at the same moment. Look again, then do what is still needed.")) from error
        raise
    finally:
        current.reset(token)


@contextmanager
def _joined(outer: Act) -> Iterator[None]:
    """What an inner action told is forgotten with its rows when it fails and the outer one goes on."""
    before = len(outer.told)
    try:
        yield
    except BaseException:
        del outer.told[before:]
        raise
