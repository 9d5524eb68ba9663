"""What the shell says of itself: others have written scripts by it."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator

from accord.base import registry
from accord.doors.cli import arguments, verbs
from tests.golden.golden import kept

# Only what a process needs to start: no colour, width or language of whoever runs the tests.
PASSED_ON = ("PATH", "PYTHONPATH", "HOME", "SYSTEMROOT", "ACCORD_HOME")


def test_the_commands_are_the_ones_we_published() -> None:
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
    told = subprocess.run([sys.executable, "-m", "accord", "--help"], capture_output=True, encoding="utf-8", env=environment, check=True).stdout
    now = "\n".join(line.rstrip() for line in told.splitlines()) + "\n"
    assert now == kept("help.txt", now), "The commands changed. If that is meant, run this test once with ACCORD_RECORD=1."


def test_the_verbs_of_each_idea_are_the_ones_we_published() -> None:
    offered = registry.specs(registry.CLI)
    told = [line for idea, _ in verbs.ideas() for line in _told(idea, arguments.parser(idea, [spec for spec in offered if spec.idea == idea]))]
    now = "\n".join(told).strip() + "\n"
    assert now == kept("verbs.txt", now), "The verbs changed. If that is meant, run this test once with ACCORD_RECORD=1."


def test_the_shell_starts_without_what_it_does_not_need() -> None:
    found = "import sys, accord.__main__; print([name for name in ('django', 'numpy', 'mcp', 'pydantic') if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", found], capture_output=True, text=True, check=True).stdout
    assert told == "[]\n"


def _told(idea: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    """A paragraph for each verb. Not argparse's own layout, which differs from one Python to the next."""
    for choices in (action for action in parser._actions if isinstance(action, argparse._SubParsersAction)):
        for verb, below in sorted(choices.choices.items()):
            yield from ("", f"accord {idea} {verb}: {below.description}")
            yield from (_flag(action) for action in below._actions if not isinstance(action, argparse._HelpAction))


def _flag(action: argparse.Action) -> str:
    name = " / ".join(action.option_strings) + (f" {action.metavar}" if action.metavar else "")
    many = " (again for each)" if isinstance(action, argparse._AppendAction) else ""
    return f"  {name}{many}{' (needed)' if action.required else ''}: {action.help}"
