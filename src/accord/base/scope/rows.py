"""The base of every model that belongs to a client: its key, its owner, and a manager that never looks past the scope."""

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn, TypeVar

import uuid6
from django.db import models
from django.db.models.expressions import Func

from .context import AnotherClient, NoScope, clients, is_outside, one

M = TypeVar("M", bound=models.Model)


class InScope(Func):
    """The condition `client_id IN (the clients in scope)`, read when the query runs and not when it was built.

    So a query kept in a form or rendered late follows the scope it runs in, and raises NoScope where there is none.
    """

    conditional = True
    output_field = models.BooleanField()
    opens_outside = False

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        if self.opens_outside and is_outside():
            return "1 = 1", []
        ids = sorted(clients())
        if not ids:
            raise NoScope("No client in scope. A door opens it with scope.within(client_id); a job carries it in its payload.")
        column, params = compiler.compile(self.source_expressions[0])
        field = models.UUIDField()
        marks = ", ".join(["%s"] * len(ids))
        return f"{column} IN ({marks})", [*params, *(field.get_db_prep_value(id, connection) for id in ids)]


class InScopeOrRoll(InScope):
    """For the clients' own table: outside a scope it is the roll of clients."""

    opens_outside = True


class ClientQuerySet(models.QuerySet[M]):
    """Writes need exactly one client in scope; what is read is filtered by the manager."""

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        rows = list(objs)
        for row in rows:
            take(row)
        return super().bulk_create(rows, *args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        one()
        if {"client", "client_id"} & set(kwargs):
            raise AnotherClient("A row never moves from one client to another.")
        return super().update(**kwargs)

    update.alters_data = True  # type: ignore[attr-defined]

    def delete(self) -> tuple[int, dict[str, int]]:
        one()
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]

    def raw(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NoScope("Raw queries do not know the scope. Use the query set's own methods.")


class ClientManager(models.Manager.from_queryset(ClientQuerySet)):  # type: ignore[misc]
    """Only rows of the clients in scope."""

    def get_queryset(self) -> ClientQuerySet[Any]:
        return super().get_queryset().filter(InScope(models.F("client_id")))


class OwnManager(models.Manager[M]):
    """For the model whose own id is the scope: only the clients in scope, or the whole roll inside `scope.outside`."""

    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(InScopeOrRoll(models.F("id")))


def take(row: Any) -> None:
    """Give a row to the one client in scope, or refuse it when it is another's."""
    client = one()
    if row.client_id is None:
        row.client_id = client
    elif row.client_id != client:
        raise AnotherClient(f"A {row._meta.label} of another client was about to be written.")


class ClientModel(models.Model):
    """A row of one client. A subclass with a Meta inherits this one's, `class Meta(scope.ClientModel.Meta)`, and repeats its constraints."""

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+", editable=False, db_index=False)  # (client, id) is indexed

    objects: ClassVar[ClientManager] = ClientManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["client", "id"], name="%(app_label)s_%(class)s_of_client"),  # what same-client foreign keys point at
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        take(self)
        super().save(*args, **kwargs)

    save.alters_data = True  # type: ignore[attr-defined]

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        take(self)
        return super().delete(*args, **kwargs)

    delete.alters_data = True  # type: ignore[attr-defined]
