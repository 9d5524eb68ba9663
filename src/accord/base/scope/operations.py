"""Migration operations that raise the walls: what the database itself refuses, whatever the program forgot.

    operations = [..., scope.walls("goals.Goal", "goals.Initiative"), scope.append_only("journal.Entry")]

They can be applied again (after a field was added, say) and undone.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.migrations.operations.base import Operation

from .postgres import walls as postgres
from .shape import promises
from .sqlite import walls as sqlite


class _Raised(Operation):
    """For each model, statements by vendor; `up` and `down` are given by what is raised."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, *labels: str) -> None:
        self.labels = labels

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, list(self.labels), {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def _models(self, state: Any) -> Iterator[type[models.Model]]:
        for label in self.labels:
            yield state.apps.get_model(label)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in self._models(to_state):
            for statement in self.up(model, schema_editor.connection.vendor):
                schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in self._models(from_state):
            for statement in self.down(model, schema_editor.connection.vendor):
                schema_editor.execute(statement, params=None)

    def up(self, model: type[models.Model], vendor: str) -> list[str]:
        raise NotImplementedError

    def down(self, model: type[models.Model], vendor: str) -> list[str]:
        raise NotImplementedError


class Walls(_Raised):
    """Only rows of clients in scope, and foreign keys that stay within a client."""

    def up(self, model: type[models.Model], vendor: str) -> list[str]:
        raised = postgres if vendor == "postgresql" else sqlite
        return [*raised.policy(model._meta.db_table, "client_id"), *raised.same_client(model._meta.db_table, promises(model))]

    def down(self, model: type[models.Model], vendor: str) -> list[str]:
        raised = postgres if vendor == "postgresql" else sqlite
        return [*raised.drop_same_client(model._meta.db_table, promises(model)), *raised.drop_policy(model._meta.db_table)]

    def describe(self) -> str:
        return f"Raise the walls of {', '.join(self.labels)}"


class WallsOnOwnId(_Raised):
    """For the table whose own id is the scope. Its roll can be read inside `scope.outside`."""

    def up(self, model: type[models.Model], vendor: str) -> list[str]:
        raised = postgres if vendor == "postgresql" else sqlite
        return [*raised.policy(model._meta.db_table, "id"), *raised.roll(model._meta.db_table)]

    def down(self, model: type[models.Model], vendor: str) -> list[str]:
        raised = postgres if vendor == "postgresql" else sqlite
        return raised.drop_policy(model._meta.db_table)

    def describe(self) -> str:
        return f"Raise the walls of {', '.join(self.labels)} on its own id"


class AppendOnly(_Raised):
    """Rows are added and never changed, replaced or removed."""

    def up(self, model: type[models.Model], vendor: str) -> list[str]:
        return postgres.append_only(model._meta.db_table) if vendor == "postgresql" else sqlite.append_only(model)

    def down(self, model: type[models.Model], vendor: str) -> list[str]:
        raised = postgres if vendor == "postgresql" else sqlite
        return raised.drop_append_only(model._meta.db_table)

    def describe(self) -> str:
        return f"Make {', '.join(self.labels)} append-only"


class Unordered(_Raised):
    """On SQLite rows have no hidden number that would tell in which order they came. PostgreSQL has no such number.

    After the constraints, which make the table anew, and before the walls, whose triggers would be lost."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor == "sqlite":
            for model in self._models(to_state):
                sqlite.without_numbers(schema_editor, model._meta.db_table)
        else:
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        pass

    def up(self, model: type[models.Model], vendor: str) -> list[str]:
        return postgres.unordered(model._meta.db_table)

    def describe(self) -> str:
        return f"Keep no order of the rows of {', '.join(self.labels)}"


class LetsIn(_Raised):
    """A further role of PostgreSQL may do this much with the tables, and nothing with any other."""

    def __init__(self, role: str, rights: str, *labels: str) -> None:
        super().__init__(*labels)
        self.role, self.rights = role, rights

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [self.role, self.rights, *self.labels], {}

    def up(self, model: type[models.Model], vendor: str) -> list[str]:
        return postgres.lets_in(model._meta.db_table, self.role, self.rights) if vendor == "postgresql" else []

    def down(self, model: type[models.Model], vendor: str) -> list[str]:
        return postgres.shuts_out(model._meta.db_table, self.role) if vendor == "postgresql" else []

    def describe(self) -> str:
        return f"Let {self.role} {self.rights} {', '.join(self.labels)}"


def walls(*labels: str) -> Walls:
    """Raise the walls of these models, such as "goals.Goal". Last in the migration; again after a foreign key was added."""
    return Walls(*labels)


def walls_on_own_id(*labels: str) -> WallsOnOwnId:
    """Raise the walls of the clients' own table."""
    return WallsOnOwnId(*labels)


def append_only(*labels: str) -> AppendOnly:
    """Refuse UPDATE, DELETE, REPLACE and TRUNCATE on these models' tables."""
    return AppendOnly(*labels)


def unordered(*labels: str) -> Unordered:
    """Keep no hidden order of these models' rows."""
    return Unordered(*labels)


def lets_in(role: str, rights: str, *labels: str) -> LetsIn:
    """Let a further role do so much with these models' tables: scope.lets_in("accord_speak", "INSERT", "risks.Spool")."""
    return LetsIn(role, rights, *labels)
