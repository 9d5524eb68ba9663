"""Verbs in the shell: done as somebody, the answer alone on stdout, everything else on stderr."""

import json

import pytest
import typer

from accord.base.journal.models import Entry
from accord.doors.cli import verbs


@pytest.fixture
def accord(cast, capsys):
    """Run one line; returns (exit code, stdout, stderr)."""

    def run(line: str, *more: str) -> tuple[int, str, str]:
        idea, *words = line.split()
        code = 0
        try:
            verbs.command(idea)([*words, *more])
        except (typer.Exit, SystemExit) as ended:
            code = getattr(ended, "exit_code", getattr(ended, "code", 0))
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_the_answer_is_json_and_nothing_else(accord) -> None:
    code, out, err = accord("people list-teams --as fiona@fernhill.example")
    assert (code, err) == (0, "")
    assert {team["name"] for team in json.loads(out)} == {"Claims", "Delivery"}


def test_what_was_done_is_journaled_with_the_person_and_the_door(cast, accord) -> None:
    owner = str(cast.bella.person_id)
    code, out, _ = accord("goals set-goal --as fiona@fernhill.example --owner-id", owner, "--title", "Three days", "--why", "Storms")
    assert (code, json.loads(out)["title"]) == (0, "Three days")
    with cast.inside():
        entry = Entry.objects.get(event="goals.goal_set")
    assert (entry.door, entry.person_id) == ("cli", cast.fiona.person_id)


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("goals list-goals --as nobody@alder.example", 1, "Nobody signs in as nobody@alder.example there."),
        ("goals list-goals --as fiona@fernhill.example --client brightwell", 1, "Nobody signs in as fiona@fernhill.example there."),
        ("goals list-goals --as petra@fernhill.example", 2, "say which with --client"),
        ("people add-team --as bella@alder.example --name Night --side it", 1, "bella@alder.example may not do this here."),
        ("people add-team --as fiona@fernhill.example --name Night --side sea", 2, "--side: Choose one of"),
        ("people add-team --as fiona@fernhill.example --name Claims --side it", 2, "--name: There is a team called Claims already."),
        ("goals show-goal --as fiona@fernhill.example --goal-id 7", 2, "--goal-id: Write an id"),
        ("goals show-goal --as fiona@fernhill.example --goal-id 01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f", 1, "There is no such thing here."),
        ("goals show-goal --as fiona@fernhill.example", 2, "--goal-id"),
        ("goals list-goals", 2, "--as"),
        ("goals sing --as fiona@fernhill.example", 2, "sing"),
    ],
)
def test_a_refusal_is_a_sentence_on_stderr_and_an_exit_code(accord, line: str, code: int, told: str) -> None:
    ended, out, err = accord(line)
    assert (ended, out) == (code, "")
    assert told in err


def test_a_provider_lead_says_which_client(accord) -> None:
    code, out, _ = accord("people list-people --as petra@fernhill.example --client brightwell")
    assert code == 0
    assert {person["name"] for person in json.loads(out)} == {"Petra Lindqvist", "Sam Reyes"}
