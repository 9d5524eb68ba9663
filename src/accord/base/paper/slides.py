"""A document as slides: one idea a slide, charts as native charts that can be edited, and the drawing as a picture with its sentence."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches

from accord.base.paper import slides_figures as figures
from accord.base.paper import slides_parts as parts
from accord.base.paper.document import Block, Document, FigureBlock, Note, TableBlock
from accord.base.paper.figure import Figure
from accord.base.paper.pdf import picture
from accord.base.paper.sections import Section, sections

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
_LINES = 15     # of text on one slide


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
            figures.table(_titled(deck, document, block.table.caption or heading), block.table, Inches(1.9))
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
    image: Any = drawn.shapes.add_picture(io.BytesIO(picture(figure, faces)), Inches(0.9), Inches(1.95))
    scale = min(Inches(11.5) / image.width, Inches(4.7) / image.height)
    image.width, image.height = Emu(int(image.width * scale)), Emu(int(image.height * scale))
    image._element.nvPicPr.cNvPr.set("descr", parts.safe(figure.description))
    numbers = _titled(deck, document, figure.title, document.words.source.format(source=figure.source) if figure.source else figure.subtitle)
    top: int = Inches(1.95)
    if figure.native:
        figures.chart(numbers, figure, top)
        top = Inches(2.15) + figures.chart_height(figure)
    figures.table(numbers, figure.table, top)


def _titled(deck: Deck, document: Document, title: str, subtitle: str = "") -> Slide:
    slide = _blank(deck)
    parts.title(slide, title, subtitle)
    parts.footer(slide, document, len(deck.slides))
    return slide
