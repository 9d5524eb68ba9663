"""The walls as PostgreSQL builds them: row level security that holds for the owner too, composite foreign keys, refusing triggers."""

from collections.abc import Iterable

from ..shape import Promise, short

APP = "accord_app"
OWN_CLIENT = "own_client"
ROLL = "roll_of_clients"
STANDS_FIRM = "accord_stands_firm"

# NULLIF: once a transaction-local setting ends it reads as '', which is no uuid.
IN_SCOPE = "{column} = ANY (string_to_array(NULLIF(current_setting('accord.clients', true), ''), ',')::uuid[])"


def _for_app(statement: str, role: str = APP) -> str:
    """Only where the role of an installation exists; a database of one role has nobody to grant to."""
    return f"DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN {statement}; END IF; END $$"


def policy(table: str, column: str) -> list[str]:
    """Rows of clients in scope only, to read and to write, for every role that may not bypass policies."""
    inside = IN_SCOPE.format(column=column)
    return [
        _for_app(f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO {APP}; REVOKE TRUNCATE ON "{table}" FROM {APP}'),
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY',
        f'DROP POLICY IF EXISTS {OWN_CLIENT} ON "{table}"',
        f'CREATE POLICY {OWN_CLIENT} ON "{table}" USING ({inside}) WITH CHECK ({inside})',
    ]


def roll(table: str) -> list[str]:
    """The table can be read, never written, inside `scope.outside`."""
    return [
        f'DROP POLICY IF EXISTS {ROLL} ON "{table}"',
        f"""CREATE POLICY {ROLL} ON "{table}" FOR SELECT USING (current_setting('accord.outside', true) = 'on')""",
    ]


def drop_policy(table: str) -> list[str]:
    return [
        f'DROP POLICY IF EXISTS {ROLL} ON "{table}"',
        f'DROP POLICY IF EXISTS {OWN_CLIENT} ON "{table}"',
        f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY',
        f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY',
    ]


def _constraint(table: str, promise: Promise) -> str:
    return short(f"{table}_{promise.column}_same_client")


def same_client(table: str, promises: Iterable[Promise]) -> list[str]:
    """A plain foreign key is checked past the policies, so each gets a composite one beside it."""
    statements = drop_same_client(table, promises := list(promises))
    for each in promises:
        statements.append(
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{_constraint(table, each)}" '
            f'FOREIGN KEY (client_id, "{each.column}") REFERENCES "{each.parent}" (client_id, id)'
        )
    return statements


def drop_same_client(table: str, promises: Iterable[Promise]) -> list[str]:
    return [f'ALTER TABLE "{table}" DROP CONSTRAINT IF EXISTS "{_constraint(table, each)}"' for each in promises]


def append_only(table: str) -> list[str]:
    """Triggers rather than missing grants alone, so the owner is refused too."""
    return [
        f"""CREATE OR REPLACE FUNCTION {STANDS_FIRM}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'rows of % are added and never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$""",
        *(f'DROP TRIGGER IF EXISTS {STANDS_FIRM}_{kind} ON "{table}"' for kind in ("row", "table")),
        f'CREATE TRIGGER {STANDS_FIRM}_row BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION {STANDS_FIRM}()',
        f'CREATE TRIGGER {STANDS_FIRM}_table BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION {STANDS_FIRM}()',
        _for_app(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM {APP}'),
    ]


def drop_append_only(table: str) -> list[str]:
    return [
        *(f'DROP TRIGGER IF EXISTS {STANDS_FIRM}_{kind} ON "{table}"' for kind in ("row", "table")),
        _for_app(f'GRANT UPDATE, DELETE ON "{table}" TO {APP}'),
    ]


def unordered(table: str) -> list[str]:
    """No hidden number here. What is left of removed rows is swept away as soon as the server looks, and not after many of them."""
    return [f'ALTER TABLE "{table}" SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0)']


def lets_in(table: str, role: str, rights: str) -> list[str]:
    return [_for_app(f'GRANT {rights} ON "{table}" TO {role}', role)]


def shuts_out(table: str, role: str) -> list[str]:
    return [_for_app(f'REVOKE ALL ON "{table}" FROM {role}', role)]
