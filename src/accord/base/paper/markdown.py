"""A document as Markdown (CommonMark with tables). What people wrote stays text: every mark of the language is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.base.paper.document import Block, Bullets, Document, Facts, FigureBlock, Heading, Note, Paragraph, Quote, TableBlock
from accord.base.paper.figure import Figure, Table, plain

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!^$&])")
_LINE_START = re.compile(r"^(\s*)(?:([-+=:])|(\d+)([.)]))", re.M)
_AUTOLINK = re.compile(r"(?<=\w)(:)(?=//)|(?<=\w)(@)(?=\w)|(?<=\bwww)(\.)")


def render(document: Document) -> str:
    """The whole document, ending in one newline."""
    parts = [f"# {one_line(document.title)}"]
    if document.kicker:
        parts.insert(0, one_line(document.kicker))
    if document.subtitle:
        parts.append(f"*{one_line(document.subtitle)}*")
    for block in document.blocks:
        parts += _block(block, document)
    if document.footer:
        parts += ["---", one_line(document.footer)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text in which no mark, list, link or tag can start."""
    text = _MARKS.sub(r"\\\1", plain(text))
    text = _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)
    return _AUTOLINK.sub(lambda m: "\\" + m[0], text)


def one_line(text: str) -> str:
    """Escaped, for headings, cells and list items."""
    return escaped(" ".join(text.split(None))) if any(c in text for c in "\n\r\t") else escaped(text)


def _lines(text: str) -> str:
    """Line breaks kept; blank lines would end the block."""
    return "\\\n".join(escaped(line) for line in plain(text).splitlines() if line.strip())


def _block(block: Block, document: Document) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {one_line(block.text)}"
        case Paragraph():
            yield (f"**{one_line(block.lead)}** " if block.lead else "") + _lines(block.text)
        case Quote():
            yield "> " + _lines(block.text).replace("\n", "\n> ") + (f"\n>\n> {one_line(block.by)}" if block.by else "")
        case Note():
            yield (f"**{one_line(block.title)}.** " if block.title else "") + _lines(block.text)
        case Facts():
            yield "\n".join(f"- **{one_line(name)}:** {one_line(held)}" for name, held in block.rows)
        case Bullets():
            yield "\n".join(f"{f'{i}.' if block.numbered else '-'} {one_line(item)}" for i, item in enumerate(block.items, 1))
        case TableBlock():
            yield from _table(block.table)
        case FigureBlock():
            yield from _figure(block.figure, document)


def _figure(figure: Figure, document: Document) -> Iterator[str]:
    yield f"**{one_line(figure.title)}**"
    if figure.subtitle:
        yield one_line(figure.subtitle)
    yield from _table(figure.table)
    if figure.source:
        yield one_line(document.words.source.format(source=figure.source))


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{one_line(table.caption)}**"
    rule = ["---:" if i in table.numeric else "---" for i in range(len(table.headers))]
    rows = [[one_line(text) for text in row] for row in (table.headers, *table.rows)]
    yield "\n".join("| " + " | ".join(cells) + " |" for cells in (rows[0], rule, *rows[1:]))
