"""What charts are made of, said once: x in per cent of the plot, y in pixels, colour as class names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """y2 of None reaches the bottom, however tall the row becomes."""

    x1: float
    x2: float
    y1: float
    y2: float | None
    look: str
    dashed: bool = False


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    r: float
    look: str


@dataclass(frozen=True)
class Stacked:
    """One of the dots of a heap, `level` dots above the ground."""

    x: float
    level: int
    look: str


@dataclass(frozen=True)
class Diamond:
    x: float
    y: float
    r: float
    look: str


@dataclass(frozen=True)
class Bar:
    """x and width in per cent, y and height in pixels."""

    x: float
    width: float
    y: float
    height: float
    look: str


@dataclass(frozen=True)
class Text:
    """dx in pixels. y of None is the middle of the row."""

    x: float
    y: float | None
    text: str
    look: str
    anchor: str = "start"
    dx: float = 0


@dataclass(frozen=True)
class Path:
    """A line through points (x per cent, y pixels), or an area when closed."""

    points: tuple[tuple[float, float], ...]
    look: str
    closed: bool = False


Mark = Line | Dot | Stacked | Diamond | Bar | Text | Path


@dataclass(frozen=True)
class Plot:
    """Marks over one width. label: the sentence read instead of it; without one the drawing is decoration.
    rows: how many dots high its heap is (0 when it has none)."""

    marks: tuple[Mark, ...]
    height: float
    label: str = ""
    look: str = ""
    rows: int = 0
