"""A document as plain data: what it says, not how it looks. Every form of it carries the same figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accord.base.paper.figure import Figure, Table
from accord.base.paper.numbers import MINUS
from accord.base.paper.words import Words

_FIGURE = re.compile(rf"[{MINUS}]?[€$£]?\d[\d.,\u00a0\u202f’]*(?:%|(?<=\d)[km]\b)?")


@dataclass(frozen=True)
class Heading:
    """Opens a section under a hairline. level: 1 for a section, 2 for a part of it."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """lead: the bold words it opens with, such as the question it answers. human: set in the serif."""

    text: str
    lead: str = ""
    human: bool = True


@dataclass(frozen=True)
class Quote:
    """Somebody's own words, and whose."""

    text: str
    by: str = ""


@dataclass(frozen=True)
class Facts:
    """Rows of a name and what holds."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Bullets:
    """Short lines that stand on their own."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Note:
    """Provenance beside the text: who, when, how many confirmed. title in bold."""

    text: str
    title: str = ""


@dataclass(frozen=True)
class TableBlock:
    """A table; its caption is the table's own."""

    table: Table


@dataclass(frozen=True)
class FigureBlock:
    """A chart. The same figures follow as a small table, as on a printed page of the web."""

    figure: Figure


Block = Heading | Paragraph | Quote | Facts | Bullets | Note | TableBlock | FigureBlock


@dataclass(frozen=True)
class Document:
    """title: the finding. subtitle: what it means. kicker: the small line above (client, kind of paper). lang: a BCP 47 tag."""

    title: str
    subtitle: str
    lang: str
    words: Words
    blocks: tuple[Block, ...]
    footer: str = ""
    kicker: str = ""
    author: str = "Accord"

    def figures(self) -> tuple[str, ...]:
        """Every number the document states, as printed and in order."""
        return tuple(found for text in self.texts() for found in numbers_in(text))

    def texts(self) -> Iterator[str]:
        """Every piece of text the document states, in reading order."""
        yield from filter(None, (self.kicker, self.title, self.subtitle))
        for block in self.blocks:
            yield from filter(None, _texts(block))
        yield from filter(None, (self.footer,))


def numbers_in(text: str) -> list[str]:
    """The numbers in a text, each as printed: −€58,000, 71, 56%."""
    return [found.rstrip(".,’\u00a0\u202f") for found in _FIGURE.findall(text)]


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield from (block.lead, block.text)
        case Quote():
            yield from (block.text, block.by)
        case Note():
            yield from (block.title, block.text)
        case Facts():
            yield from (text for row in block.rows for text in row)
        case Bullets():
            yield from block.items
        case TableBlock():
            yield from _table(block.table)
        case FigureBlock():
            figure = block.figure
            yield from (figure.title, figure.subtitle, *_table(figure.table), figure.source)


def _table(table: Table) -> Iterator[str]:
    yield from (table.caption, *table.headers, *(text for row in table.rows for text in row))
