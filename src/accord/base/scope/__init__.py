"""Whose rows: the scope of clients, the base of their models, and the walls both databases keep.

    with scope.within(client_id):          # a door, a link, a job
        Goal.objects.all()                 # only that client's; NoScope without a scope
    with scope.reading():                  # a page: what `once` found is not looked up again
    scope.walls("goals.Goal")              # last in a migration: what the database itself refuses

Names that need Django's models are loaded when first used: this package is also a Django app and holds the two database backends,
both of which Django imports before models can exist.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .context import AnotherClient, NoScope, TooWide, clients, is_outside, nobody, one, outside, within
from .reading import forget, once, once_each, reading

if TYPE_CHECKING:
    from .operations import append_only as append_only
    from .operations import lets_in as lets_in
    from .operations import unordered as unordered
    from .operations import walls as walls
    from .operations import walls_on_own_id as walls_on_own_id
    from .piece import unit as unit
    from .rows import ClientManager as ClientManager
    from .rows import ClientModel as ClientModel
    from .rows import ClientQuerySet as ClientQuerySet
    from .rows import OwnManager as OwnManager

__all__ = [
    "AnotherClient", "NoScope", "TooWide", "clients", "forget", "is_outside", "nobody", "once", "once_each", "one", "outside", "reading", "within",
]

_LATER = {
    "ClientModel": "rows",
    "ClientManager": "rows",
    "ClientQuerySet": "rows",
    "OwnManager": "rows",
    "walls": "operations",
    "walls_on_own_id": "operations",
    "append_only": "operations",
    "lets_in": "operations",
    "unordered": "operations",
    "unit": "piece",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f".{_LATER[name]}", __name__), name)
