"""What a client's model promises, read from the model alone, so it works on a migration's historical models too."""

from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Promise:
    """A foreign key that must stay within its client: this column points at that parent's id."""

    column: str
    parent: str


def belongs_to_client(model: type[models.Model]) -> bool:
    """True for a client's model: it has the unique pair (client, id) that same-client foreign keys point at."""
    return any(isinstance(each, models.UniqueConstraint) and tuple(each.fields) == ("client", "id") for each in model._meta.constraints)


def promises(model: type[models.Model]) -> list[Promise]:
    """The model's foreign keys to other models of a client."""
    return [
        Promise(field.column, field.related_model._meta.db_table)
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.ForeignKey) and belongs_to_client(field.related_model)
    ]


def short(name: str, room: int = 60) -> str:
    """A database name that fits: PostgreSQL keeps 63 bytes."""
    from hashlib import sha256

    return name if len(name) <= room else f"{name[: room - 9]}_{sha256(name.encode()).hexdigest()[:8]}"
