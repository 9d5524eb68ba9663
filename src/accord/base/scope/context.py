"""Which clients are in scope: a set that lives in the context, so it never crosses to another thread or request by itself.

A door, a link or a job opens the scope with `within`; deeper code may only narrow it. Whoever truly has to leave it says why with `outside`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import connections


class NoScope(RuntimeError):
    """Client rows were asked for without a scope, or with several clients where exactly one is needed. A mistake in the program, never of a person."""


class TooWide(NoScope):
    """A nested scope named a client that the outer one does not hold."""


class AnotherClient(NoScope):
    """A row of one client was about to be written in the scope of another."""


@dataclass(frozen=True)
class _Scope:
    """`ids` is None where no scope was set. `outside` is the reason for having left it, and opens the roll of clients."""

    ids: frozenset[UUID] | None = None
    outside: str = ""


_scope: ContextVar[_Scope] = ContextVar("scope", default=_Scope())  # noqa: B039  (frozen)


def clients() -> frozenset[UUID]:
    """The clients in scope; empty where there is none."""
    return _scope.get().ids or frozenset()


def one() -> UUID:
    """The one client in scope. Every write needs exactly one; raises NoScope otherwise."""
    ids = clients()
    if len(ids) != 1:
        raise NoScope(f"This needs exactly one client in scope; there are {len(ids)}. Open it with scope.within(client_id).")
    return next(iter(ids))


def is_outside() -> bool:
    """True inside `outside`, where the roll of clients may be read and nothing else of theirs."""
    return bool(_scope.get().outside)


def tell_connections() -> None:
    """Have every open connection of this thread take over the scope as it now is."""
    for connection in connections.all(initialized_only=True):
        follow = getattr(connection, "scope_changed", None)
        if follow:
            follow()


@contextmanager
def _entered(scope: _Scope) -> Iterator[None]:
    token = _scope.set(scope)
    try:
        tell_connections()
        yield
    finally:
        _scope.reset(token)
        tell_connections()


@contextmanager
def within(*ids: UUID) -> Iterator[None]:
    """Work in these clients. Inside another scope the ids must be part of it, else TooWide."""
    if not ids:
        raise NoScope("A scope needs at least one client. For none at all use scope.nobody().")
    wanted, outer = frozenset(ids), _scope.get().ids
    if outer is not None and not wanted <= outer:
        raise TooWide("A nested scope may only narrow. To enter another client, leave this scope first: scope.outside(reason).")
    with _entered(_Scope(wanted)):
        yield


@contextmanager
def nobody() -> Iterator[None]:
    """Work in no client: nothing of theirs can be read or written, and no nested scope can be opened."""
    with _entered(_Scope(frozenset())):
        yield


@contextmanager
def outside(reason: str) -> Iterator[None]:
    """Leave the scope. Inside, the roll of clients can be read, and one client after the other entered with `within`. The reason is for readers of the code."""
    if not reason:
        raise ValueError("Say why the scope has to be left.")
    with _entered(_Scope(None, reason)):
        yield
