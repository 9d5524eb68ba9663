from __future__ import annotations

import pytest

from accord.base.paper import palette
from accord.base.paper.contrast import hexadecimal, oklch, ratio, tokens
from accord.base.paper.tests.style_sheets import sheet_of_style

TEXT = ("ink", "ink-2", "ink-3", "biz-ink", "it-ink", "drift-ink", "gain-ink")
MARKS = ("biz", "it", "drift", "gain", "edge", "focus")
GROUNDS = ("ground", "surface", "sunken")
LIGHT, DARK = 0, 1
TOKENS = tokens(sheet_of_style("tokens.css"))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("names", "least"), [(TEXT, 4.5), (MARKS, 3.0)])
def test_text_and_marks_stand_out_on_every_ground(names: tuple[str, ...], least: float, ground: str, theme: int) -> None:
    found = {name: ratio(TOKENS[name][theme], TOKENS[ground][theme]) for name in names}
    assert {name: round(value, 2) for name, value in found.items() if value < least} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("side", ["biz", "it", "drift", "gain"])
def test_coloured_text_reads_on_its_own_wash(side: str, theme: int) -> None:
    assert ratio(TOKENS[f"{side}-ink"][theme], TOKENS[f"{side}-wash"][theme]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_primary_button_reads(theme: int) -> None:
    assert ratio(TOKENS["ground"][theme], TOKENS["ink"][theme]) >= 4.5


@pytest.mark.parametrize(("mark", "theme", "figure"), [
    ("biz", LIGHT, oklch(.2, .03, 60)), ("biz", DARK, oklch(.2, .03, 60)), ("it", LIGHT, oklch(1, 0, 0)), ("it", DARK, oklch(.18, .03, 260)),
])
def test_a_number_inside_a_mark_reads(mark: str, theme: int, figure: tuple[float, float, float]) -> None:
    assert ratio(TOKENS[mark][theme], figure) >= 4.5


def test_paper_has_the_colours_of_the_light_theme() -> None:
    assert {name: hexadecimal(TOKENS[name][LIGHT]) for name in palette.TOKENS} == palette.TOKENS


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert ratio(oklch(0, 0, 0), oklch(1, 0, 0)) == pytest.approx(21, abs=0.01)
