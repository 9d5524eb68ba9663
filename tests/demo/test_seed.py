"""Where a demo lives: told once, copied at each start, and nothing of anybody else's touched."""

import os
import time
from pathlib import Path

import pytest

from accord.doors.demo import seed


@pytest.fixture
def told(monkeypatch) -> list[Path]:
    """Every home in which the story was told."""
    homes: list[Path] = []

    def tell(home: Path, port: int) -> None:
        homes.append(home)
        (home / "accord.db").write_text("a year of work")

    monkeypatch.setattr(seed, "_run", tell)
    return homes


def start(root: Path, port: int = 8765, *, keep: bool = False) -> Path:
    return seed.home(root, port, keep=keep, say=lambda text: None)


def test_the_story_is_told_once(tmp_path, told) -> None:
    start(tmp_path)
    start(tmp_path)
    assert len(told) == 1


def test_each_start_is_a_fresh_one(tmp_path, told) -> None:
    (start(tmp_path) / "accord.db").write_text("what somebody did")
    assert (start(tmp_path) / "accord.db").read_text() == "a year of work"


def test_a_kept_demo_goes_on_where_it_ended(tmp_path, told) -> None:
    (start(tmp_path) / "accord.db").write_text("what somebody did")
    assert (start(tmp_path, keep=True) / "accord.db").read_text() == "what somebody did"


def test_two_demos_on_two_ports_do_not_share_a_home(tmp_path, told) -> None:
    assert start(tmp_path, 8765) != start(tmp_path, 8766)


def test_a_change_of_the_code_has_it_told_anew_and_the_old_seed_goes(tmp_path, told, monkeypatch) -> None:
    start(tmp_path)
    monkeypatch.setattr(seed, "key", lambda: "another")
    start(tmp_path)
    assert [folder.name for folder in tmp_path.glob("seed-*")] == ["seed-another"]


def test_after_a_week_it_is_told_anew_so_that_it_looks_alive(tmp_path, told) -> None:
    start(tmp_path)
    mark = next(tmp_path.glob("seed-*")) / seed.MARK
    os.utime(mark, (time.time() - 8 * 86_400,) * 2)
    start(tmp_path)
    assert len(told) == 2


def test_a_story_half_told_is_never_used(tmp_path, monkeypatch) -> None:
    def fails(home: Path, port: int) -> None:
        raise seed.NotTold("no")

    monkeypatch.setattr(seed, "_run", fails)
    with pytest.raises(seed.NotTold):
        start(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_no_demo_made_is_left_alone(tmp_path, told) -> None:
    (tmp_path / "8765").mkdir()
    (tmp_path / "8765" / "accord.db").write_text("an operator's own")
    with pytest.raises(seed.NotOurs):
        start(tmp_path)
    assert (tmp_path / "8765" / "accord.db").read_text() == "an operator's own"


def test_secrets_are_their_owners_only(tmp_path, told) -> None:
    assert (start(tmp_path) / "secret.key").stat().st_mode & 0o077 == 0


def test_an_operators_settings_do_not_reach_a_demo(tmp_path, monkeypatch) -> None:
    from accord.site.options import Options

    (tmp_path / ".env").write_text("ACCORD_DATABASE=postgresql://app@db/real\nACCORD_MAIL=smtp://mail\nACCORD_HOSTS=accord.example.com\nACCORD_MODE=production\n")
    monkeypatch.chdir(tmp_path)
    for name, value in seed.environment(tmp_path / "8765", 8765).items():
        monkeypatch.setenv(name, value)
    options = Options()
    assert (options.mode, options.mail, options.hosts) == ("demo", "", "")
    assert str(options.databases()["NAME"]).startswith(str(tmp_path / "8765"))


def test_the_key_changes_with_any_file_the_story_is_made_by(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(seed, "PACKAGE", tmp_path)
    (tmp_path / "actions.py").write_text("one")
    before = seed.key()
    (tmp_path / "actions.py").write_text("two")
    assert seed.key() != before
