"""PostgreSQL's own catalogue shows no way past the walls; and the question finds the ways when they are there."""

from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from .walls import here

QUESTION = (Path(__file__).parent / "catalogue.sql").read_bytes()
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not here("postgresql"), reason="SQLite has no roles and no policies: its walls are in test_every_model"),
]

DEFECTS = {
    "no row level security": "ALTER TABLE people_team DISABLE ROW LEVEL SECURITY",
    "row level security not forced on the owner": "ALTER TABLE people_team NO FORCE ROW LEVEL SECURITY",
    "not exactly the policies expected": "CREATE POLICY everybody ON people_team USING (true)",
    "view that reads with its owner's rights": "CREATE VIEW all_people AS SELECT * FROM people_person",
    "materialized view, which no policy filters": "CREATE MATERIALIZED VIEW kept AS SELECT * FROM people_person",
    "function that runs with its owner's rights": "CREATE FUNCTION peek() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
    "owned by the role Accord runs as": "ALTER TABLE people_team OWNER TO accord_app",
    "too mighty": "ALTER ROLE accord_app BYPASSRLS",
    "member of another role": "GRANT accord_owner TO accord_app",
    "may truncate, reference or add triggers": "GRANT TRUNCATE ON people_team TO accord_app",
    "may make objects": "GRANT CREATE ON SCHEMA public TO accord_app",
    "may change what is append-only": "GRANT UPDATE ON journal_entry TO accord_app",
    "trigger that is switched off": "ALTER TABLE journal_entry DISABLE TRIGGER accord_stands_firm_row",
    "unique among all clients": "CREATE UNIQUE INDEX peek ON people_person (email)",
    "foreign key that can reach into another client": "ALTER TABLE people_person DROP CONSTRAINT people_person_team_id_same_client",
    "grant to everybody": "GRANT SELECT ON people_team TO PUBLIC",
}


def faults(administrator: str, defect: str = "") -> dict[str, str]:
    """What the catalogue shows, each with an example, with a defect that is undone again."""
    with psycopg.connect(administrator) as around:
        if defect:
            around.execute(defect.encode())
        found = dict(around.execute(QUESTION).fetchall())
        around.rollback()
    return found


def test_the_catalogue_shows_no_way_past_the_walls(administrator) -> None:
    assert faults(administrator) == {}


@pytest.mark.parametrize("fault", DEFECTS)
def test_the_question_finds_the_way_when_it_is_there(administrator, fault) -> None:
    assert fault in faults(administrator, DEFECTS[fault])


def test_the_program_runs_as_a_role_that_owns_nothing() -> None:
    assert settings.DATABASES["default"]["USER"] == "accord_app"
