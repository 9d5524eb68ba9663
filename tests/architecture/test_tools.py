"""What the tools say about the whole tree: style, types, and that every change of a model has its migration."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[2]


def told(*command: str) -> str:
    """What a tool complains of; empty when nothing."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_whole_tree_is_in_style() -> None:
    assert told("ruff", "check", "--output-format", "concise", "--no-cache") == ""


def test_types_fit() -> None:
    assert told("mypy") == ""


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    said = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=said)
    assert "No changes detected" in said.getvalue()


def test_django_finds_nothing_to_mend_in_a_production_installation(tmp_path) -> None:
    (tmp_path / "fonts").mkdir()
    told = {"ACCORD_MODE": "production", "ACCORD_ADDRESS": "https://accord.example.com", "ACCORD_HOME": str(tmp_path), "ACCORD_DATABASE": ""}
    environment = {**os.environ, **told, "DJANGO_SETTINGS_MODULE": "accord.site.settings", "PYTHONPATH": str(ROOT / "src")}
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # of the browser tests in this process; an installation has no such thing
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path)
    assert "no issues" in done.stdout, done.stderr
