"""`accord empathy import FILE`: ratings are looked at, or taken in, from the shell."""

from pathlib import Path

import pytest
import typer

from accord.doors.cli.ratings_file import take_in_ratings
from accord.ideas.empathy.models import Round

pytestmark = pytest.mark.django_db
TABLE = "person,item,value\n" + "".join(f"p{n},Quote tool,{1 + n % 5}\n" for n in range(6))


@pytest.fixture
def file(tmp_path: Path) -> str:
    found = tmp_path / "may.csv"
    found.write_text(TABLE)
    return str(found)


def test_a_dry_run_says_what_would_be_kept_and_writes_nothing(at_alder, file, capsys) -> None:
    take_in_ratings([file, "--as", "fiona@fernhill.example", "--client", "alder-mutual", "--side", "it", "--dry-run"])
    assert "it_people\t6" in capsys.readouterr().out and not Round.objects.exists()


def test_it_is_taken_in_under_its_title(at_alder, file, capsys) -> None:
    take_in_ratings([file, "--as", "fiona@fernhill.example", "--client", "alder-mutual", "--side", "it", "--title", "Survey of May"])
    assert capsys.readouterr().out.startswith("Survey of May: taken in as round ") and Round.objects.get().title == "Survey of May"


def test_what_is_wrong_ends_it_with_a_sentence(at_alder, file, capsys) -> None:
    with pytest.raises(typer.Exit):
        take_in_ratings([file, "--as", "fiona@fernhill.example", "--client", "alder-mutual"])
    assert "there is no column side" in capsys.readouterr().err
