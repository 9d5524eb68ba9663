from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from accord.base.paper import sheet
from accord.base.paper.sheet import Cell, Sheet
from accord.base.paper.tests.examples import brief

RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "＝1", "－1", "=HYPERLINK(\"https://canary.example\")", "=cmd|'/c calc'!A0"]


@pytest.mark.parametrize("text", RISKY)
def test_text_that_looks_like_a_formula_stays_text_in_a_workbook(text: str) -> None:
    made = sheet.xlsx([Sheet(text, (text,), [[text]])])
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert not [name for name in parts.namelist() if "external" in name.lower()]
        assert b"<f>" not in b"".join(parts.read(name) for name in parts.namelist() if "worksheets/" in name)


@pytest.mark.parametrize("text", RISKY)
def test_risky_text_opens_with_an_apostrophe_in_csv(text: str) -> None:
    held = list(csv.reader(io.StringIO(sheet.comma_separated(Sheet("t", ("h",), [[text]])).decode("utf-8-sig"), newline="")))
    assert held[1] == [f"'{text}"]


def test_numbers_stay_numbers_even_when_negative() -> None:
    rows: list[list[Cell]] = [["loss", -5.5, 3, date(2026, 10, 21), None]]
    made = CalamineWorkbook.from_filelike(io.BytesIO(sheet.xlsx([Sheet("t", ("a", "b", "c", "d", "e"), rows)])))
    assert made.get_sheet_by_index(0).to_python()[1][:4] == ["loss", -5.5, 3.0, date(2026, 10, 21)]
    assert b"loss,-5.5,3,2026-10-21," in sheet.comma_separated(Sheet("t", (), rows))


def test_every_tab_has_a_name_that_spreadsheets_accept_and_no_two_share_one() -> None:
    tabs = [Sheet(name, ("h",), []) for name in ("a/b:c*d?[e]" * 5, "a/b:c*d?[e]" * 5, "", "History", "'quoted'")]
    names = CalamineWorkbook.from_filelike(io.BytesIO(sheet.xlsx(tabs))).sheet_names
    assert len({name.lower() for name in names}) == 5
    assert all(0 < len(name) <= 31 for name in names)


def test_a_brief_becomes_one_tab_for_its_facts_and_one_for_each_table_and_chart() -> None:
    tabs = sheet.of(brief())
    assert [len(tab.rows) for tab in tabs] == [4, 1, 2]
    assert tabs[0].rows[0][:2] == ("Single sign-on", "€57,000")
