"""Docs that cannot lie: what is written from the code is current, what is written by hand points to what is there."""

import re
from pathlib import Path

import pytest

from accord.base.estimate.casefile import _FIELDS
from accord.base.estimate.formula import FUNCTIONS
from tests.golden.golden import kept
from tests.golden.reference import PAGES, ROOT

BY_HAND = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_written_from_the_code_is_current(name: str) -> None:
    now = PAGES[name]()
    assert now == kept(f"../../{name}", now), f"{name} is out of date. Run this test once with ACCORD_RECORD=1."


@pytest.mark.parametrize("file", BY_HAND, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_in_the_docs_leads_somewhere(file: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", file.read_text())
    assert [link for link in links if not link.startswith("http") and not (file.parent / link).exists()] == []


def test_the_reference_of_case_files_names_every_field_there_is() -> None:
    said = (ROOT / "docs/reference/case-file.md").read_text()
    fields = {name for names in _FIELDS.values() for name in names.split()} - {"class"}
    assert {name for name in fields if f"`{name}`" not in said and f"[[{name}]]" not in said} == set()


def test_the_reference_of_case_files_names_every_function_there_is() -> None:
    said = (ROOT / "docs/reference/case-file.md").read_text()
    assert {name for name in FUNCTIONS if not re.search(rf"\b{name}\b", said)} == set()


def test_the_readme_names_only_commands_that_exist() -> None:
    from accord.doors.cli.app import app

    known = {command.callback.__name__ for command in app.registered_commands if command.callback} | {"test"}
    said = re.findall(r"run\.py ([a-z]+)", "".join(file.read_text() for file in BY_HAND))
    assert set(said) <= known
