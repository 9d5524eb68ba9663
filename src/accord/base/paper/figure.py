"""A figure: what a chart says, drawn twice (web and print) and written once (title, description, table, source)."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

_CONTROLS = dict.fromkeys([*range(0x20), 0x7F, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])
for _kept in (0x09, 0x0A, 0x0D):
    del _CONTROLS[_kept]


class Markup(str):
    """Finished markup. Django and Jinja templates print it as it is, because of `__html__`."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def plain(text: object) -> str:
    """Text without the control characters that XML and PDF refuse; nothing else is touched."""
    return str(text).translate(_CONTROLS)


def esc(text: object) -> str:
    """Text made safe between tags and inside quoted attributes, in HTML and in XML."""
    return escape(plain(text), quote=True)


@dataclass(frozen=True)
class Table:
    """The same figures in words. `numeric` holds the indexes of columns set flush right; the first column names the row."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Key:
    """One entry of a key. look: `gain`, `guess drift`, `biz` or `it`; always with its word."""

    look: str
    text: str


@dataclass(frozen=True)
class Native:
    """Values a slide turns into an editable chart. kind: `bar` or `line`; series: (name, one value per category);
    title: what is counted."""

    kind: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    number_format: str = "General"
    title: str = ""


@dataclass(frozen=True)
class Figure:
    """svg: markup for the web, coloured by class, without a style attribute or an id, so nothing can clash.
    print_svg: one stand-alone SVG with resolved colours. description: the result in one sentence, read instead of the drawing."""

    svg: Markup
    title: str
    subtitle: str
    description: str
    table: Table
    source: str = ""
    key: tuple[Key, ...] = ()
    print_svg: str = field(default="", repr=False)
    native: Native | None = None
