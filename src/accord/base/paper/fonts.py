"""The two families, from their packages (OFL): small woff2 for pages, plain TTFs for PDF and pictures.

Both are made once into a folder of the caller's. Instances are cut because SVG text in a PDF reads no variable font.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path

import fontpkg_hanken_grotesk  # type: ignore[import-untyped]
import fontpkg_newsreader  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter, load_font
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from accord.base.paper.letters import LATIN

_WEIGHTS, _SIZES = (400, 600), (14, 48)     # all that the type scale uses


@dataclass(frozen=True)
class _Cut:
    file: Path
    weights: tuple[int, ...]
    optical: float | None = None


def _cuts() -> dict[str, _Cut]:
    serif, sans = Path(fontpkg_newsreader.ROOT) / "files", Path(fontpkg_hanken_grotesk.ROOT) / "files"
    return {
        "newsreader": _Cut(serif / "Newsreader[opsz,wght].ttf", (400, 500, 600), 18),
        "newsreader-italic": _Cut(serif / "Newsreader-Italic[opsz,wght].ttf", (400,), 18),
        "hanken-grotesk": _Cut(sans / "HankenGrotesk[wght].ttf", (400, 500, 600)),
    }


def subset(into: Path) -> dict[str, Path]:
    """Latin, weights 400 to 600, as woff2: `newsreader`, `newsreader-italic`, `hanken-grotesk`. Made only when not there."""
    folder = folder_in(into)
    return {name: _once(folder / f"{name}.woff2", partial(_small, cut)) for name, cut in _cuts().items()}


def faces(into: Path) -> Path:
    """The folder with one TTF for each weight, for typst's `font_paths`. Made only when not there."""
    folder = folder_in(into) / "faces"
    for name, cut in _cuts().items():
        for weight in cut.weights:
            _once(folder / f"{name}-{weight}.ttf", partial(_instance, cut, weight))
    return folder


def folder_in(into: Path) -> Path:
    """One for each pair of font versions, so a newer package is cut anew."""
    return into / f"fonts-{version('fontpkg-newsreader')}-{version('fontpkg-hanken-grotesk')}"


def _once(target: Path, make: Callable[[], TTFont]) -> Path:
    """Written beside and moved into place: two processes starting together never see half a font."""
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=target.parent, suffix=target.suffix)
    os.close(handle)
    with make() as font:
        font.flavor = "woff2" if target.suffix == ".woff2" else None
        font.save(beside)
    os.replace(beside, target)
    return target


@lru_cache(maxsize=4)
def _latin(file: Path) -> bytes:
    """The variable font with our letters only; both the pages and the PDF start from it."""
    options = Options(notdef_outline=True, name_IDs=["*"], hinting=False, layout_features=["kern", "liga", "ccmp", "locl", "mark"])
    with load_font(str(file), options) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=LATIN)
        subsetter.subset(font)
        held = io.BytesIO()
        font.save(held)
    return held.getvalue()


def _limited(cut: _Cut, limits: dict[str, float | tuple[float, float]]) -> TTFont:
    known = limits if cut.optical is not None else {axis: limit for axis, limit in limits.items() if axis != "opsz"}
    return instancer.instantiateVariableFont(TTFont(io.BytesIO(_latin(cut.file))), known, inplace=True)


def _small(cut: _Cut) -> TTFont:
    return _limited(cut, {"wght": _WEIGHTS, "opsz": _SIZES})


def _instance(cut: _Cut, weight: int) -> TTFont:
    font = _limited(cut, {"wght": weight, "opsz": cut.optical or 0})
    _name(font, "Newsreader" if cut.optical is not None else "Hanken Grotesk", weight, "italic" in cut.file.name.lower())
    return font


def _name(font: TTFont, family: str, weight: int, italic: bool) -> None:
    style = f"{weight}{' Italic' if italic else ''}"
    table = font["name"]
    for number, text in ((1, family), (2, style), (3, f"{family} {style}"), (4, f"{family} {style}"), (6, f"{family}-{style}".replace(" ", "")),
                         (16, family), (17, style)):
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
