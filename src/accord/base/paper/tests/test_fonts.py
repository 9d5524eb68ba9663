from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from accord.base.paper import fonts


@pytest.fixture(scope="module")
def pages(faces: Path) -> dict[str, Path]:
    return fonts.subset(faces.parents[1])


def test_pages_get_three_small_files(pages: dict[str, Path]) -> None:
    assert {name: path.suffix for name, path in pages.items()} == {"newsreader": ".woff2", "newsreader-italic": ".woff2", "hanken-grotesk": ".woff2"}
    assert sum(path.stat().st_size for path in pages.values()) < 250_000


@pytest.mark.parametrize("letter", "aßŁő€−“”–…·×")
def test_every_letter_we_print_is_there(letter: str, pages: dict[str, Path]) -> None:
    for path in pages.values():
        assert ord(letter) in TTFont(path).getBestCmap()


def test_the_weights_reach_from_400_to_600(pages: dict[str, Path]) -> None:
    axes = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in TTFont(pages["newsreader"])["fvar"].axes}
    assert axes["wght"] == (400, 600)


def test_paper_gets_one_plain_file_for_each_weight(faces: Path) -> None:
    found = sorted((font["name"].getBestFamilyName(), font["OS/2"].usWeightClass, "fvar" in font) for font in map(TTFont, faces.iterdir()))
    assert found == [("Hanken Grotesk", 400, False), ("Hanken Grotesk", 500, False), ("Hanken Grotesk", 600, False),
                     ("Newsreader", 400, False), ("Newsreader", 400, False), ("Newsreader", 500, False), ("Newsreader", 600, False)]


def test_a_second_start_makes_nothing_again(faces: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in faces.iterdir()}
    fonts.faces(faces.parent.parent)
    assert {path.name: path.stat().st_mtime_ns for path in faces.iterdir()} == before
