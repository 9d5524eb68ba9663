"""Every table belongs to a client or stands on the short list with its reason; and what the models promise is what the database holds."""

import pytest
from django.apps import apps
from django.db import connection, models

from accord.base import scope
from accord.base.scope.shape import promises

from .walls import here, run

BEFORE_ANY_CLIENT = "read before there is a scope: it is what makes the scope"
OF_AN_ACCOUNT = "belongs to an account, which can work in several clients; holds how somebody signs in and nothing of a client's"
OF_THE_INSTALLATION = "belongs to the installation; names jobs, apps and settings, and nothing of a client's"
OF_NO_CLIENT = {
    "people.Client": "its own id is the scope",
    "people.Provider": BEFORE_ANY_CLIENT,
    "people.Account": BEFORE_ANY_CLIENT,
    "people.Assignment": BEFORE_ANY_CLIENT,
    "listen.BankQuestion": "the provider's own wording, the same for all its clients; holds nothing a client said",
    "jobs.Beat": OF_THE_INSTALLATION,
    "jobs.Schedule": OF_THE_INSTALLATION,
    "django_tasks_database.DBTaskResult": "the queue is everybody's: jobs carry ids and dates, and letters are sealed",
    "sessions.Session": OF_AN_ACCOUNT,
    "account.EmailAddress": OF_AN_ACCOUNT,
    "account.EmailConfirmation": OF_AN_ACCOUNT,
    "mfa.Authenticator": OF_AN_ACCOUNT,
    "socialaccount.SocialAccount": OF_AN_ACCOUNT,
    "socialaccount.SocialToken": OF_AN_ACCOUNT,
    "socialaccount.SocialApp": OF_THE_INSTALLATION,
    "allauth_idp_oidc.Client": OF_THE_INSTALLATION,
    "allauth_idp_oidc.Token": OF_AN_ACCOUNT,
    "auth.Group": OF_THE_INSTALLATION,
    "auth.Group_permissions": OF_THE_INSTALLATION,
    "auth.Permission": OF_THE_INSTALLATION,
    "contenttypes.ContentType": OF_THE_INSTALLATION,
}
EVERY_MODEL = apps.get_models(include_auto_created=True)
OF_CLIENTS = [model for model in EVERY_MODEL if issubclass(model, scope.ClientModel)]
PROMISES = [(model, promise) for model in OF_CLIENTS for promise in promises(model)]


def test_every_model_belongs_to_a_client_or_is_on_the_short_list() -> None:
    assert {model._meta.label for model in EVERY_MODEL} - {model._meta.label for model in OF_CLIENTS} == OF_NO_CLIENT.keys()


@pytest.mark.parametrize("model", OF_CLIENTS, ids=lambda model: model._meta.label)
def test_a_clients_model_has_no_way_past_its_manager(model: type[models.Model]) -> None:
    managers = {type(manager) for manager in (*model._meta.managers, model._default_manager, model._base_manager)}
    assert all(issubclass(manager, scope.ClientManager) for manager in managers)


@pytest.mark.parametrize("model", OF_CLIENTS, ids=lambda model: model._meta.label)
def test_what_is_unique_is_unique_within_a_client(model: type[models.Model]) -> None:
    """A value that must be unique among all clients would tell one client what another has. One-to-one links name rows one can see anyway."""
    lonely = [field.name for field in model._meta.local_concrete_fields if field.unique and not field.primary_key and not field.one_to_one]
    shared = [one.name for one in model._meta.constraints if isinstance(one, models.UniqueConstraint) and "client" not in _names(one)]
    assert (lonely, shared, model._meta.unique_together) == ([], [], ())


def _names(constraint: models.UniqueConstraint) -> set[str]:
    return {*constraint.fields, *(str(name) for each in constraint.expressions for name in _refs(each))}


def _refs(expression: object) -> list[str]:
    inner = getattr(expression, "get_source_expressions", list)()
    return [expression.name] if isinstance(expression, models.F) else [name for one in inner for name in _refs(one)]


@pytest.mark.parametrize(("model", "promise"), PROMISES, ids=lambda value: getattr(value, "column", None) or value._meta.label)
def test_every_foreign_key_between_clients_rows_keeps_within_a_client_in_the_real_database(db, model, promise) -> None:
    table = model._meta.db_table
    if here("sqlite"):
        kept = {name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", table)}
        assert {f"accord_{table}__{promise.column}_insert", f"accord_{table}__{promise.column}_update"} <= kept
    else:
        assert ["client_id", promise.column] in _composite(table, promise.parent)


def _composite(table: str, parent: str) -> list[list[str]]:
    """Columns of each foreign key from the table to the parent's (client_id, id)."""
    names = """(SELECT array_agg(a.attname::text ORDER BY place) FROM unnest(c.{key}) WITH ORDINALITY k (number, place)
                JOIN pg_attribute a ON a.attrelid = c.{table} AND a.attnum = k.number)"""
    rows = run(
        f"""SELECT {names.format(key="conkey", table="conrelid")}, {names.format(key="confkey", table="confrelid")} FROM pg_constraint c
            WHERE c.contype = 'f' AND c.convalidated AND c.conrelid = %s::regclass AND c.confrelid = %s::regclass""",
        table,
        parent,
    )
    return [columns for columns, target in rows if target == ["client_id", "id"]]


@pytest.mark.parametrize("model", OF_CLIENTS, ids=lambda model: model._meta.label)
def test_every_clients_table_has_its_walls_in_the_real_database(db, model) -> None:
    table = model._meta.db_table
    if here("sqlite"):
        kept = {name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", table)}
        assert {f"accord_{table}__{verb}" for verb in ("insert", "update", "delete")} <= kept
    else:
        assert run("SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = %s::regclass", table) == [(True, True)]


def test_the_tripwire_knows_every_clients_table(db) -> None:
    from accord.base.scope import tripwire

    assert tripwire.client_tables() == {model._meta.db_table for model in OF_CLIENTS}
    assert tripwire.client_tables() <= set(connection.introspection.table_names())
