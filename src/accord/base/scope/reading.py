"""While a page is being read, what was found once is not looked up again.

    with scope.reading():                 # the web opens it for every GET: those change nothing
        ...
    @scope.once                           # the same arguments in the same scope: the same answer
    def goal(goal_id): ...
    @scope.once_each                      # ids to a dict: only the ids not yet known are looked up
    def stages(ids): ...

Outside of it both do nothing at all. What is kept is shared: whoever is given it does not change it. A write ends the keeping; see `forget`.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from .context import clients

P = ParamSpec("P")
R = TypeVar("R")
K = TypeVar("K", bound=Hashable)

_kept: ContextVar[dict[Any, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def reading() -> Iterator[None]:
    """Keep what `once` and `once_each` find until this ends."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def forget() -> None:
    """Something is being written: what was kept may no longer hold."""
    kept = _kept.get()
    if kept:
        kept.clear()


def once(query: Callable[P, R]) -> Callable[P, R]:
    """A query with hashable arguments, asked once for each of them while reading. What it raises is not kept."""

    @wraps(query)
    def asked(*args: P.args, **named: P.kwargs) -> R:
        kept = _kept.get()
        if kept is None:
            return query(*args, **named)
        key = (query, clients(), args, tuple(sorted(named.items())))
        if key not in kept:
            kept[key] = query(*args, **named)
        found: R = kept[key]
        return found

    return asked


def once_each(query: Callable[[Iterable[K]], dict[K, R]]) -> Callable[[Iterable[K]], dict[K, R]]:
    """A query from ids to a dict of them; an id with no entry is remembered as such."""

    @wraps(query)
    def asked(ids: Iterable[K]) -> dict[K, R]:
        kept, wanted = _kept.get(), list(ids)
        if kept is None:
            return query(wanted)
        known: dict[K, R | None] = kept.setdefault((query, clients()), {})
        missing = [id for id in wanted if id not in known]
        if missing:
            known |= dict.fromkeys(missing) | query(missing)
        return {id: value for id in wanted if (value := known[id]) is not None}

    return asked
