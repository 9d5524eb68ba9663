"""`accord goals diff`: two files in, one answer out; no database, no identity."""

import json
import subprocess
import sys

import pytest

BEFORE = "# Claims\n\n1. Decide nine in ten claims in 3 days by March 2026.\n"


def run(folder, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "accord", "goals", "diff", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "before.md").write_text(BEFORE)
    (tmp_path / "after.md").write_text(BEFORE.replace("March", "May"))
    return tmp_path


def test_the_answer_is_json_and_nothing_else(folder):
    done = run(folder, "before.md", "after.md", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr, told["material"], sorted(told)) == (0, "", True, ["changes", "material", "score"])
    assert told["changes"][0]["kind"] == "number"


def test_a_person_reads_what_stood_there_and_what_stands_there_now(folder):
    told = run(folder, "before.md", "after.md").stdout
    assert "Material" in told
    assert "- Decide nine in ten claims in 3 days by March 2026." in told
    assert "+ Decide nine in ten claims in 3 days by May 2026." in told


def test_equal_texts_have_no_change(folder):
    assert json.loads(run(folder, "before.md", "before.md", "--json").stdout) == {"material": False, "score": 0.0, "changes": []}


def test_a_file_that_is_not_there_is_named(folder):
    done = run(folder, "before.md", "later.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "later.md: It cannot be read" in done.stderr


def test_bytes_that_are_no_text_are_refused(folder):
    (folder / "later.md").write_bytes(b"\xff\xfe\x00")
    assert "Byte 1 is not UTF-8" in run(folder, "before.md", "later.md").stderr


def test_a_file_that_is_too_large_is_refused(folder):
    (folder / "later.md").write_bytes(b"a" * 2_000_001)
    assert "larger than 2 MB" in run(folder, "before.md", "later.md").stderr
