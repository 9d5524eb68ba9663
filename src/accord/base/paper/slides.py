"""A document as slides: one idea a slide, charts as native charts that can be edited, and the drawing as a picture with its sentence."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches

from accord.base.paper import slides_figures as figures
from accord.base.paper import slides_parts as parts
from accord.base.paper.document import Block, Document, FigureBlock, Note, TableBlock
from accord.base.paper.figure import Figure, Table
from accord.base.paper.pdf import picture, share
from accord.base.paper.sections import Section, sections

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
_TOP = Inches(1.95)
_LINES, _ROWS, _BESIDE = 15, 12, 6      # lines of text, rows of a table, and rows beside a chart that one slide holds


def render(document: Document, faces: Path) -> bytes:
    """PPTX, 16:9. faces: the folder that `fonts.faces` made, for the pictures."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title, deck.core_properties.author = parts.safe(document.title), parts.safe(document.author)
    deck.core_properties.language = document.lang
    parts.opening(_blank(deck), document)
    for section in sections(document):
        _section(deck, document, section, faces)
    held = io.BytesIO()
    deck.save(held)
    return held.getvalue()


def _blank(deck: Deck) -> Slide:
    """Title only: the title is the slide's name in every outline and for every screen reader."""
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[5])
    return slide


def _section(deck: Deck, document: Document, section: Section, faces: Path) -> None:
    heading = section.heading.text if section.heading else document.title
    told: list[Block] = []
    notes = section.notes
    for block in section.blocks:
        if not isinstance(block, FigureBlock | TableBlock):
            told.append(block)
            continue
        _told(deck, document, heading, told, notes)
        told, notes = [], ()
        if isinstance(block, FigureBlock):
            _figure(deck, document, block.figure, faces)
        else:
            _table(deck, document, block.table.caption or heading, block.table)
    _told(deck, document, heading, told, notes)


def _told(deck: Deck, document: Document, heading: str, told: list[Block], notes: tuple[Note, ...]) -> None:
    """Text on as many slides as it needs, notes beside the first."""
    page: list[Block] = []
    for block in told:
        if page and sum(map(parts.lines, [*page, block])) > _LINES:
            parts.text(_titled(deck, document, heading), page, notes)
            page, notes = [], ()
        page.append(block)
    if page or notes:
        parts.text(_titled(deck, document, heading), page, notes)


def _figure(deck: Deck, document: Document, figure: Figure, faces: Path) -> None:
    drawn = _titled(deck, document, figure.title, figure.subtitle)
    image: Any = drawn.shapes.add_picture(io.BytesIO(picture(figure, faces)), Inches(0.9), _TOP)
    scale = min(Inches(11.5) * share(figure) / image.width, Inches(4.7) / image.height)
    image.width, image.height = Emu(int(image.width * scale)), Emu(int(image.height * scale))
    image._element.nvPicPr.cNvPr.set("descr", parts.safe(figure.description))
    under = document.words.source.format(source=figure.source) if figure.source else figure.subtitle
    if figure.native is None:
        _table(deck, document, figure.title, figure.table, under)
        return
    numbers = _titled(deck, document, figure.title, under)
    beside = len(figure.table.rows) <= _BESIDE
    tall = figures.chart(numbers, figure, _TOP, len(figure.table.rows) if beside else 0)
    if beside:
        figures.table(numbers, figure.table, _TOP + tall + Inches(0.2))
    else:
        _table(deck, document, figure.title, figure.table, under)


def _table(deck: Deck, document: Document, title: str, table: Table, under: str = "") -> None:
    """Twelve rows to a slide."""
    for start in range(0, max(1, len(table.rows)), _ROWS):
        figures.table(_titled(deck, document, title, under), replace(table, rows=table.rows[start:start + _ROWS]), _TOP)


def _titled(deck: Deck, document: Document, title: str, subtitle: str = "") -> Slide:
    slide = _blank(deck)
    parts.title(slide, title, subtitle)
    parts.footer(slide, document, len(deck.slides))
    return slide
