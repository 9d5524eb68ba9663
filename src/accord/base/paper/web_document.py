"""A document as chapters of a page: text on the left, notes in the margin, charts and tables over the full width."""

from __future__ import annotations

import re

from accord.base.paper import web
from accord.base.paper.document import Block, Bullets, Document, Facts, FigureBlock, Heading, Note, Paragraph, Quote, TableBlock
from accord.base.paper.figure import Markup, esc
from accord.base.paper.sections import Section, sections

_AMOUNT = re.compile(r"\u2212[€$£¥]\d[\d.,]*")     # browsers may break a line between a minus and a currency


def render(document: Document) -> Markup:
    """Everything below the masthead: the page itself prints title, subtitle and footer."""
    return Markup("".join(_section(section, document) for section in sections(document)))


def _section(section: Section, document: Document) -> str:
    heading = f"<h2>{esc(section.heading.text)}</h2>" if section.heading else ""
    notes = f'<div class="margin" role="note">{"".join(map(_note, section.notes))}</div>' if section.notes else ""
    body = "".join(_block(block, document) for block in section.blocks)
    return f'<section class="chapter">{heading}{body}{notes}</section>'


def _note(note: Note) -> str:
    title = f"<p><b>{esc(note.title)}</b></p>" if note.title else ""
    return f"<div>{title}<p>{_lines(note.text)}</p></div>"


def _lines(text: str) -> str:
    return "<br>".join(_AMOUNT.sub(r'<span class="nowrap">\g<0></span>', esc(line)) for line in text.splitlines())


def _block(block: Block, document: Document) -> str:
    match block:
        case Heading():
            return f"<h3>{esc(block.text)}</h3>"
        case Paragraph():
            lead = f"<b>{esc(block.lead)}</b> " if block.lead else ""
            look = "" if block.human else ' class="ui"'
            return f"<p{look}>{lead}{_lines(block.text)}</p>"
        case Quote():
            by = f"<footer>{esc(block.by)}</footer>" if block.by else ""
            return f'<blockquote class="said">{_lines(block.text)}{by}</blockquote>'
        case Facts():
            rows = "".join(f"<div><dt>{esc(name)}</dt><dd>{_lines(held)}</dd></div>" for name, held in block.rows)
            return f'<dl class="five wide">{rows}</dl>'
        case Bullets():
            tag, items = "ol" if block.numbered else "ul", "".join(f"<li>{_lines(item)}</li>" for item in block.items)
            return f'<div class="prose"><{tag}>{items}</{tag}></div>'
        case TableBlock():
            caption = f'<p class="serif h-small">{esc(block.table.caption)}</p>' if block.table.caption else ""
            return f'<div class="wide">{caption}{web.table(block.table, block.table.caption, hidden_caption=True, stacked=True)}</div>'
        case FigureBlock():
            return web.figure(block.figure, document.words, look="wide")
        case Note():
            raise AssertionError("notes stand in the margin")
