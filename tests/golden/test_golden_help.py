"""What the shell says of itself: others have written scripts by it."""

import os
import subprocess
import sys

from accord.base import registry
from accord.doors.cli import arguments, verbs
from tests.golden.golden import kept


def test_the_commands_are_the_ones_we_published() -> None:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    told = subprocess.run([sys.executable, "-m", "accord", "--help"], capture_output=True, text=True, env=environment, check=True).stdout
    now = "\n".join(line.rstrip() for line in told.splitlines()) + "\n"
    assert now == kept("help.txt", now), "The commands changed. If that is meant, run this test once with ACCORD_RECORD=1."


def test_the_verbs_of_each_idea_are_the_ones_we_published(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    offered = registry.specs(registry.CLI)
    now = "\n".join(verbs.whole(arguments.parser(idea, [spec for spec in offered if spec.idea == idea])) for idea, _ in verbs.ideas())
    assert now == kept("verbs.txt", now), "The verbs changed. If that is meant, run this test once with ACCORD_RECORD=1."


def test_the_shell_starts_without_what_it_does_not_need() -> None:
    found = "import sys, accord.__main__; print([name for name in ('django', 'numpy', 'mcp', 'pydantic') if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", found], capture_output=True, text=True, check=True).stdout
    assert told == "[]\n"
