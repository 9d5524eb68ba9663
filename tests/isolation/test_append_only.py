"""What was written down is never changed, replaced or removed, by whatever statement."""

import pytest
from django.db import transaction

from accord.base.journal.models import Entry

from .walls import here, refused, run

COPY = "SELECT * FROM journal_entry LIMIT 1"
EVERYWHERE = {
    "update": "UPDATE journal_entry SET event = 'nothing'",
    "update of one column by itself": "UPDATE journal_entry SET seq = seq",
    "delete": "DELETE FROM journal_entry",
    "upsert": f"INSERT INTO journal_entry {COPY} ON CONFLICT (id) DO UPDATE SET event = 'nothing'",
    "drop": "DROP TABLE journal_entry",
    "rename": "ALTER TABLE journal_entry RENAME TO gone",
    "new column": "ALTER TABLE journal_entry ADD COLUMN note text",
}
SQLITE = {
    "replace": f"REPLACE INTO journal_entry {COPY}",
    "insert or replace": f"INSERT OR REPLACE INTO journal_entry {COPY}",
    "update or replace": "UPDATE OR REPLACE journal_entry SET seq = 1",
    "drop the trigger": "DROP TRIGGER accord_journal_entry__never_updated",
    "a temporary trigger": "CREATE TEMP TRIGGER t BEFORE INSERT ON journal_entry BEGIN SELECT 1; END",
    "a temporary table of that name": "CREATE TEMP TABLE journal_entry (id)",
    "a view": "CREATE VIEW v AS SELECT * FROM journal_entry",
    "recursive triggers off": "PRAGMA recursive_triggers = 0",
    "checks off": "PRAGMA ignore_check_constraints = 1",
    "foreign keys off": "PRAGMA foreign_keys = 0",
    "writable schema": "PRAGMA writable_schema = 1",
    "no journal": "PRAGMA journal_mode = OFF",
    "the schema itself": "DELETE FROM sqlite_master WHERE type = 'trigger'",
    "another file": "ATTACH ':memory:' AS other",
    "reindex": "REINDEX journal_entry",
}
POSTGRESQL = {
    "truncate": "TRUNCATE journal_entry",
    "truncate and its kin": "TRUNCATE people_client CASCADE",
    "merge": "MERGE INTO journal_entry e USING journal_head h ON h.client_id = e.client_id WHEN MATCHED THEN DELETE",
    "triggers off": "ALTER TABLE journal_entry DISABLE TRIGGER ALL",
    "triggers off for the session": "SET session_replication_role = replica",
    "policies off": "ALTER TABLE journal_entry NO FORCE ROW LEVEL SECURITY",
    "another policy": "CREATE POLICY all_of_it ON journal_entry USING (true)",
    "a rule": "CREATE RULE r AS ON UPDATE TO journal_entry DO INSTEAD NOTHING",
    "another function": "CREATE OR REPLACE FUNCTION accord_stands_firm() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
    "a table of one's own": "CREATE TABLE mine (id int)",
    "becoming the owner": "SET ROLE accord_owner",
}


STATEMENTS = EVERYWHERE | (SQLITE if here("sqlite") else POSTGRESQL)


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_no_statement_changes_what_was_written_down(cast, statement: str) -> None:
    with cast.inside():
        before = list(Entry.objects.values_list())
        assert before
        with refused():
            run(statement)
        assert list(Entry.objects.values_list()) == before


def test_the_orm_does_not_change_it_either(at_alder) -> None:
    entry = Entry.objects.first()
    for write in (entry.save, entry.delete, Entry.objects.all().delete, lambda: Entry.objects.update(event="nothing")):
        with refused(), transaction.atomic():
            write()
