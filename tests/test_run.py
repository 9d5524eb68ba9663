"""`run.py` on a machine that has only Python: what it does before there is anything else."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[1] / "run.py"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """The module, with an environment in a folder of the test; `run.asked` holds the commands it wanted to start."""
    spec = importlib.util.spec_from_file_location("run_accord", RUN)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.asked = []
    monkeypatch.setattr(module, "ENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(module, "run", lambda *command: module.asked.append(" ".join(map(str, command))) or 0)
    monkeypatch.setattr(module, "make_environment", lambda: module.PYTHON.parent.mkdir(parents=True) or module.PYTHON.touch())
    return module


def test_without_a_command_it_says_what_there_is() -> None:
    done = subprocess.run([sys.executable, str(RUN)], capture_output=True, text=True)
    assert done.returncode == 1
    assert "python3 run.py demo" in done.stderr


def test_it_needs_nothing_but_python() -> None:
    done = subprocess.run([sys.executable, "-I", "-S", str(RUN)], capture_output=True, text=True)
    assert "python3 run.py demo" in done.stderr


def test_the_lock_is_installed_with_every_hash_checked_and_only_once(run) -> None:
    run.install(RUN.parent / "requirements.lock")
    assert any("--require-hashes" in command and "requirements.lock" in command for command in run.asked)
    run.asked.clear()
    run.install(RUN.parent / "requirements.lock")
    assert run.asked == []


def test_an_installation_that_did_not_finish_says_what_to_do_and_is_tried_again(run, monkeypatch) -> None:
    monkeypatch.setattr(run, "run", lambda *command: 1)
    for _ in range(2):
        with pytest.raises(SystemExit, match="Check the network"):
            run.install(RUN.parent / "requirements.lock")


@pytest.fixture
def started(run, monkeypatch, tmp_path) -> list[list[str]]:
    """What it becomes in the end, called from another folder."""
    seen: list[list[str]] = []
    monkeypatch.setattr(run, "install", lambda lock: seen.append([lock.name]))
    monkeypatch.setattr(run.os, "execv", lambda program, command: seen.append([*command[1:], os.getcwd()]))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACCORD_HOME", raising=False)
    return seen


def test_a_file_named_in_another_folder_is_looked_for_there(run, started, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(sys, "argv", ["run.py", "weigh", "case.toml"])
    run.main()
    assert started == [["requirements.lock"], ["-m", "accord", "weigh", "case.toml", str(tmp_path)]]
    assert os.environ["ACCORD_HOME"] == str(RUN.parent / "var")


def test_the_tests_run_where_they_are_on_both_databases(run, started, monkeypatch) -> None:
    monkeypatch.setenv("ACCORD_TEST_DATABASE", "")  # remembered, so it is as it was afterwards
    monkeypatch.delenv("ACCORD_TEST_DATABASE")
    monkeypatch.setattr(sys, "argv", ["run.py", "test", "-x"])
    run.main()
    assert started == [["requirements-dev.lock"], ["-m", "pytest", "-x", str(RUN.parent)]]
    assert os.environ["ACCORD_TEST_DATABASE"] == "both"
