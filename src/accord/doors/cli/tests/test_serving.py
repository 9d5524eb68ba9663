"""From an empty folder to pages that answer, and a clean end."""

import json
import signal
import socket
import time
import urllib.request

import pytest

from accord.base.paper import fonts
from tests.installation import answers

pytestmark = pytest.mark.django_db  # on both databases


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def uncut(installation, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty files in place of the fonts, which take a while to cut and have tests of their own."""
    made = []
    monkeypatch.setattr(fonts, "_once", lambda target, make: made.append(target) or target)
    fonts.subset(installation.home / "fonts")
    for path in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


@pytest.fixture
def served(installation, uncut):
    installation.database["ACCORD_MODE"] = "demo"  # production collects its static files first, which takes a while
    port = free_port()
    process = installation.start("-m", "accord", "serve", "--port", port)
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 60
    while answers(f"{address}/health/") != 200:
        assert process.poll() is None and time.monotonic() < until, process.communicate(timeout=5)
        time.sleep(0.2)
    yield address, process
    process.kill()
    process.communicate()
    del installation.database["ACCORD_MODE"]


def test_it_is_healthy_shows_pages_and_ends_when_asked(served) -> None:
    address, process = served
    assert json.load(urllib.request.urlopen(f"{address}/health/"))["well"] is True
    assert answers(f"{address}/accounts/login/") == 200
    assert answers(f"{address}/api/goals/list-goals/") == 401
    process.send_signal(signal.SIGTERM)
    told, _errors = process.communicate(timeout=40)
    assert process.returncode == 0
    assert address in told


def test_a_taken_port_is_told_in_a_sentence(installation) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = installation.accord("serve", "--port", taken.getsockname()[1])
    assert done.returncode == 2
    assert "is taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_served_before_the_database_is_at_this_version(embedded, tmp_path) -> None:
    done = embedded.empty(tmp_path / "new").accord("serve")
    assert (done.returncode, done.stdout) == (1, "")
    assert "accord migrate" in done.stderr


def test_work_does_what_is_due_and_ends(installation) -> None:
    done = installation.accord("work", "--once")
    assert (done.returncode, done.stdout) == (0, "")
    assert "tried" in done.stderr


def test_the_doctor_finds_nothing_wrong_with_a_new_installation(installation) -> None:
    done = installation.accord("doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The database is at this version." in done.stdout


def test_the_doctor_names_what_is_wrong(embedded, tmp_path) -> None:
    done = embedded.empty(tmp_path / "new").accord("doctor")
    assert done.returncode == 1
    assert "Run `accord migrate`" in done.stdout


def test_wrong_settings_are_told_together(installation) -> None:
    installation.database.update({"ACCORD_ADDRESS": "nowhere", "ACCORD_CURRENCY": "euro"})
    try:
        done = installation.accord("doctor")
    finally:
        del installation.database["ACCORD_ADDRESS"], installation.database["ACCORD_CURRENCY"]
    assert done.returncode != 0
    assert "ACCORD_ADDRESS" in done.stderr and "ACCORD_CURRENCY" in done.stderr


def test_on_postgresql_its_own_tool_makes_the_backup_and_nothing_is_written(installation, tmp_path) -> None:
    if not installation.database:
        pytest.skip("on SQLite Accord makes the copy itself")
    done = installation.accord("backup", tmp_path / "copy.dump")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pg_dump" in done.stderr
    assert not (tmp_path / "copy.dump").exists()
