"""Backups of the embedded database: whole while people work, refused when damaged, never over something else."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from accord.doors.cli import copies

WRITER = """
import django; django.setup()
import sys
from accord.base.people import access, actions
from accord.base.people.models import Account
client, fiona = access.by_email("fiona@fernhill.example", None, "cli")
print("writing", flush=True)
n = 0
while True:
    n += 1
    actions.add_team(by=fiona, name=f"Team {n}", side="it")
"""


def digest(done) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[-1]


def damage(path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.fixture
def copy(kept_copy, tmp_path):
    return Path(shutil.copy(kept_copy, tmp_path))


def test_copies_made_while_somebody_writes_are_whole_and_restore_equal(embedded, tmp_path) -> None:
    writer = embedded.start("-c", WRITER)
    try:
        assert writer.stdout.readline() == "writing\n"
        made = digest(embedded.accord("backup", tmp_path / "busy.db"))
    finally:
        writer.kill()
        writer.communicate()
    restored = embedded.empty(tmp_path / "home-again")
    assert digest(restored.accord("restore", tmp_path / "busy.db")) == made
    assert digest(restored.accord("backup", tmp_path / "again.db")) == made


def test_a_copy_is_for_its_owner_only(copy) -> None:
    assert copy.stat().st_mode & 0o077 == 0


def test_a_copy_never_takes_the_place_of_a_file(embedded, copy) -> None:
    before = copy.read_bytes()
    assert embedded.accord("backup", copy).returncode == 2
    assert copy.read_bytes() == before


def test_a_copy_never_takes_the_place_of_a_database(embedded, copy) -> None:
    before = embedded.file.read_bytes()
    assert embedded.accord("restore", copy).returncode == 2
    assert embedded.file.read_bytes() == before


def cut(path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def blank(path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(bytes(content))


DAMAGES = {
    "cut in half": cut,
    "a page made empty": blank,
    "one word changed": lambda path: damage(path, "UPDATE people_person SET name = 'Somebody else' WHERE name = 'Bella Onyango'"),
    "no database": lambda path: path.write_text("a letter"),
    "not made by us": lambda path: damage(path, "DROP TABLE accord_backup"),
}


@pytest.mark.parametrize("spoil", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_copy_is_not_trusted(copy, spoil) -> None:
    spoil(copy)
    with pytest.raises(copies.Damaged):
        copies.check(copy)


def test_a_whole_copy_is_trusted(copy) -> None:
    assert len(copies.check(copy)) == 64


def test_a_damaged_copy_is_not_restored_and_nothing_is_left(embedded, copy, tmp_path) -> None:
    cut(copy)
    empty = embedded.empty(tmp_path / "home-again")
    done = empty.accord("restore", copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert "is damaged" in done.stderr
    assert not empty.file.exists()


def test_a_changed_journal_is_named_by_its_place_and_not_copied(embedded, tmp_path) -> None:
    damage(embedded.file, "UPDATE journal_entry SET payload = '{\"title\": \"Nine days\"}' WHERE event = 'goals.goal_set'")
    told = embedded.accord("verify")
    assert told.returncode == 1
    assert re.search(r"alder-mutual: entry \d+: its content was changed", told.stdout)
    copied = embedded.accord("backup", tmp_path / "copy.db")
    assert (copied.returncode, copied.stdout) == (1, "")
    assert not (tmp_path / "copy.db").exists()
