"""Mails, the API and the shell speak the reader's language as the pages do."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from .conftest import World
from .reading import plain

pytestmark = pytest.mark.one_database

CODES = re.compile(r"'[\w ]+'")  # what a program is to send, the same in every language
NONSENSE: Any = {"nonsense": ["x"]}


def test_every_mail_is_in_the_readers_language(world: World) -> None:
    said = [text for letter in world.letters for text in (letter.subject, *letter.body.splitlines())]
    assert len(world.letters) > 5
    assert list(plain(said, world.written)) == []


def test_what_the_api_says_is_wrong_is_in_the_callers_language(world: World) -> None:
    from accord.base import registry

    browser, found, refused = world.signed_in(), [], 0
    bearer = {"Authorization": f"Bearer {world.story.token}"}
    for spec in registry.specs(registry.API):
        address = f"/api/{spec.idea}/{spec.verb.replace('_', '-')}/"
        for body in (b"{", b"{}", json.dumps(dict.fromkeys(spec.input.model_fields, NONSENSE)).encode()):
            answer = browser.post(address, body, "application/json", headers=bearer)
            if answer.status_code >= 400:
                refused += 1
                told = answer.json()
                said = [told["message"], *(one["what"] for one in told["troubles"])]
                found += [f"{spec.name} {answer.status_code}: {text}" for text in plain((CODES.sub("", one) for one in said), world.written)]
    assert refused > 50
    assert found == []


@pytest.mark.parametrize("path", ["/api/nowhere/", "/api/goals/nothing/"])
def test_an_address_of_the_api_that_is_not_there_is_told_in_the_callers_language(world: World, path: str) -> None:
    answer = world.signed_in().get(path)
    assert list(plain([answer.json()["message"]], world.written)) == []


@pytest.mark.parametrize("line", [
    "goals list-goals --as nobody@alder.example",
    "people add-team --as bella@alder.example --name Night --side it",
    "people add-team --as fiona@fernhill.example --name Night --side sea",
    "people add-team --as fiona@fernhill.example --name Claims --side it",
    "goals show-goal --as fiona@fernhill.example --goal-id 7",
    "goals show-goal --as fiona@fernhill.example --goal-id 01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f",
])
def test_what_the_shell_refuses_is_told_in_the_readers_language(world: World, capsys, line: str) -> None:
    from accord.doors.cli import verbs

    idea, *words = shlex.split(line)
    with pytest.raises(typer.Exit):
        verbs.command(idea)(words)
    said = capsys.readouterr().err.splitlines()
    assert said
    assert list(plain((text.partition(": ")[2] if text.startswith("--") else text for text in said), {*world.written, "it", "business"})) == []


CASE = """
schema = "accord-case/1"
id = "1"
title = "Η υπόθεση"
unit = "EUR"
[[quantities]]
name = "απώλεια"
unit = "€"
low = 50
high = 400
said_by = "Αναλυτής"
basis = "το αρχείο"
[[quantities]]
name = "κόστος"
unit = "€"
low = 90
high = 300
said_by = "Αγοραστής"
[[options]]
name = "Τίποτα"
role = "nothing"
expr = "0"
[[options]]
name = "Το γραφείο"
role = "asked"
expr = "απώλεια - κόστος"
"""


@pytest.fixture
def shell(spoken: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A case written in Greek, and a shell that speaks the language. Returns the file."""
    from accord.doors.cli import words

    monkeypatch.setattr(words, "_found", spoken)
    file = tmp_path / "1.toml"
    file.write_text(CASE)
    return file


def test_a_case_weighed_in_the_shell_is_told_in_the_readers_language(shell: Path, capsys) -> None:
    from accord.doors.cli.weigh import weigh

    weigh(shell)
    assert list(plain(capsys.readouterr().out.splitlines(), ["accord"])) == []


def test_a_brief_written_in_the_shell_is_in_the_readers_language(shell: Path) -> None:
    from accord.doors.cli.weigh import weigh

    weigh(shell, brief=shell.with_suffix(".md"))
    assert list(plain(shell.with_suffix(".md").read_text().splitlines(), ["1.toml"])) == []


def test_what_weighing_in_the_shell_refuses_is_told_in_the_readers_language(shell: Path, capsys) -> None:
    from accord.doors.cli.weigh import weigh

    for file, brief in ((shell, "1.doc"), (shell.with_name("2.toml"), None)):
        with pytest.raises(typer.Exit):
            weigh(file, brief=Path(brief) if brief else None)
    said = capsys.readouterr().err.replace(str(shell.parent), "").splitlines()
    assert list(plain(said, ["--brief", "1.doc", ".pdf", ".md", "/2.toml", "No such file or directory"])) == []
