"""What a slide is made of. Georgia and Arial stand in for the house's families, since a deck travels without fonts."""

from __future__ import annotations

import re
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from accord.base.paper import palette
from accord.base.paper.document import Block, Bullets, Document, Facts, Heading, Note, Paragraph, Quote
from accord.base.paper.figure import plain

SERIF, SANS = "Georgia", "Arial"
LEFT, FULL = Inches(0.9), Inches(11.5)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def safe(text: str) -> str:
    """Text that stays what it is: without controls, and without the escapes that Office would decode."""
    return _ESCAPED.sub(r"_x005F_x\1_", plain(text).replace("\r\n", "\n").replace("\r", "\n"))


def colour(name: str) -> RGBColor:
    """#rrggbb of the palette."""
    return RGBColor(*bytes.fromhex(name.removeprefix("#")))  # type: ignore[no-untyped-call]


def run(paragraph: Any, words: str, size: float, fill: str = palette.INK, font: str = SANS, bold: bool = False, italic: bool = False) -> None:
    """A piece of text in one look."""
    piece = paragraph.add_run()
    piece.text = safe(words).replace("\n", " ")
    piece.font.size, piece.font.name, piece.font.bold, piece.font.italic = Pt(size), font, bold, italic
    piece.font.color.rgb = colour(fill)


def frame(slide: Slide, left: int, top: int, width: int, height: int) -> Any:
    """An empty text frame without margins."""
    made = slide.shapes.add_textbox(Emu(left), Emu(top), Emu(width), Emu(height)).text_frame
    _bare(made)
    return made


def _bare(made: Any) -> None:
    made.word_wrap = True
    made.margin_left = made.margin_right = made.margin_top = made.margin_bottom = 0


def hairline(slide: Slide, top: int, left: int = LEFT, width: int = FULL) -> None:
    """A rule, decoration only."""
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Emu(left), Emu(top), Emu(left + width), Emu(top))
    line.line.color.rgb, line.line.width = colour(palette.LINE), Pt(0.75)


def title(slide: Slide, words: str, subtitle: str = "", size: float = 28, top: int = Inches(0.55), height: int = Inches(0.85)) -> None:
    """The finding, in the slide's own title placeholder."""
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = colour(palette.PAGE)
    shape = slide.shapes.title
    assert shape is not None
    shape.left, shape.top, shape.width, shape.height = LEFT, Emu(top), FULL, Emu(height)
    _bare(shape.text_frame)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    run(paragraph, words, size if len(words) < 70 else size - 6, font=SERIF)
    if subtitle:
        run(frame(slide, LEFT, top + height + Inches(0.08), FULL, Inches(0.4)).paragraphs[0], subtitle, 13, palette.INK_2)


def opening(slide: Slide, document: Document) -> None:
    """The first slide: who it is for, the finding, what it means."""
    title(slide, document.title, "", 40, Inches(1.6), Inches(2.2))
    if document.kicker:
        run(frame(slide, LEFT, Inches(1.1), FULL, Inches(0.4)).paragraphs[0], document.kicker, 14, palette.INK_3)
    run(frame(slide, LEFT, Inches(4.05), Inches(10), Inches(2)).paragraphs[0], document.subtitle, 20, palette.INK_2, SERIF)
    footer(slide, document, 1)


def footer(slide: Slide, document: Document, number: int) -> None:
    """The document's own footer and the number of the slide."""
    hairline(slide, Inches(6.95))
    run(frame(slide, LEFT, Inches(7.03), Inches(10.4), Inches(0.3)).paragraphs[0], document.footer, 10, palette.INK_3)
    end = frame(slide, Inches(11.4), Inches(7.03), Inches(1), Inches(0.3)).paragraphs[0]
    end.alignment = PP_ALIGN.RIGHT
    run(end, str(number), 10, palette.INK_3)


def lines(block: Block) -> int:
    """About how many lines a block takes."""
    match block:
        case Heading():
            return 2
        case Paragraph():
            return 2 + len(block.lead + block.text) // 75
        case Quote():
            return 3 + len(block.text) // 70
        case Facts():
            return sum(1 + len(held) // 55 for _, held in block.rows) + 1
        case Bullets():
            return sum(1 + len(item) // 75 for item in block.items) + 1
        case _:
            return 0


def text(slide: Slide, blocks: list[Block], notes: tuple[Note, ...]) -> None:
    """Blocks on the left, notes on the right, as on the memo."""
    hairline(slide, Inches(1.62))
    made = frame(slide, LEFT, Inches(1.85), Inches(7.9 if notes else 11.5), Inches(4.9))
    for block in blocks:
        _told(made, block)
    if notes:
        beside = frame(slide, Inches(9.4), Inches(1.9), Inches(3), Inches(4.9))
        for note in notes:
            if note.title:
                run(_next(beside, 0), note.title, 12, bold=True)
            run(_next(beside, 10), note.text, 12, palette.INK_2)


def _next(made: Any, after: float) -> Any:
    """The first paragraph while it is empty, else a new one. after: points of space below."""
    first = made.paragraphs[0]
    paragraph = first if len(made.paragraphs) == 1 and not first.runs else made.add_paragraph()
    paragraph.space_after = Pt(after)
    return paragraph


def _told(made: Any, block: Block) -> None:
    match block:
        case Heading():
            run(_next(made, 6), block.text, 18, font=SERIF)
        case Paragraph():
            paragraph = _next(made, 10)
            if block.lead:
                run(paragraph, block.lead + " ", 16, font=SERIF, bold=True)
            run(paragraph, block.text, 16, font=SERIF if block.human else SANS)
        case Quote():
            run(_next(made, 2), block.text, 18, font=SERIF, italic=True)
            if block.by:
                run(_next(made, 10), block.by, 11, palette.INK_3)
        case Facts():
            for name, held in block.rows:
                paragraph = _next(made, 6)
                run(paragraph, name + "   ", 13, palette.INK_2)
                run(paragraph, held, 16, font=SERIF)
        case Bullets():
            for i, item in enumerate(block.items, 1):
                paragraph = _next(made, 6)
                run(paragraph, f"{i}.  " if block.numbered else "–  ", 16, palette.INK_3, SERIF)
                run(paragraph, item, 16, font=SERIF)
        case _:
            raise AssertionError("figures, tables and notes have their own place")
