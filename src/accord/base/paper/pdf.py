"""A document as a tagged PDF (PDF/UA-1), and a chart as a picture; both drawn by typst from data, never from built markup."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst

from accord.base.paper.document import Block, Bullets, Document, Facts, FigureBlock, Heading, Note, Paragraph, Quote, TableBlock
from accord.base.paper.figure import Figure, Table, plain
from accord.base.paper.palette import TOKENS
from accord.base.paper.sections import sections

_MEMO = Path(__file__).with_name("memo.typ").read_bytes()
_PICTURE = b'#set page(width: auto, height: auto, margin: 6pt, fill: white)\n#image(bytes(sys.inputs.svg), format: "svg")'
_SHEET_WIDTH = 680.0


def render(document: Document, faces: Path) -> bytes:
    """A4. faces: the folder that `fonts.faces` made. The same document gives the same bytes."""
    data = json.dumps(_document(document), ensure_ascii=False)
    made = typst.compile(_MEMO, font_paths=_fonts(faces), ignore_system_fonts=True, sys_inputs={"data": data}, pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


def picture(figure: Figure, faces: Path, dots_per_inch: float = 220) -> bytes:
    """PNG of the figure's print skin on white."""
    made = typst.compile(_PICTURE, font_paths=_fonts(faces), ignore_system_fonts=True, sys_inputs={"svg": figure.print_svg}, format="png", ppi=dots_per_inch)
    assert isinstance(made, bytes)
    return made


def _fonts(faces: Path) -> list[str | Path | bytes]:
    return [str(faces)]


def _document(document: Document) -> dict[str, Any]:
    lang, _, region = document.lang.replace("_", "-").partition("-")
    found = []
    for section in sections(document):
        level = 3 if section.heading else 2
        found.append({"heading": plain(section.heading.text) if section.heading else None,
                      "blocks": [_block(block, document, level) for block in section.blocks],
                      "notes": [{"title": plain(note.title), "text": plain(note.text)} for note in section.notes]})
    return {"title": plain(document.title), "subtitle": plain(document.subtitle), "kicker": plain(document.kicker), "footer": plain(document.footer),
            "author": plain(document.author), "lang": lang.lower(), "region": region.upper() if len(region) == 2 else None,
            "colours": TOKENS, "sections": found}


def _block(block: Block, document: Document, level: int) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": level, "text": plain(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "lead": plain(block.lead), "text": plain(block.text), "human": block.human}
        case Quote():
            return {"kind": "quote", "text": plain(block.text), "by": plain(block.by)}
        case Facts():
            return {"kind": "facts", "rows": [[plain(name), plain(held)] for name, held in block.rows]}
        case Bullets():
            return {"kind": "bullets", "items": [plain(item) for item in block.items], "numbered": block.numbered}
        case TableBlock():
            return {"kind": "table", "table": _table(block.table)}
        case FigureBlock():
            figure = block.figure
            source = document.words.source.format(source=figure.source) if figure.source else ""
            return {"kind": "figure", "title": plain(figure.title), "subtitle": plain(figure.subtitle), "alt": plain(figure.description),
                    "svg": figure.print_svg, "width": min(1.0, _width(figure) / _SHEET_WIDTH), "table": _table(figure.table), "source": plain(source)}
        case Note():
            raise AssertionError("notes stand beside the blocks")


def _table(table: Table) -> dict[str, Any]:
    return {"caption": plain(table.caption), "headers": [plain(text) for text in table.headers],
            "rows": [[plain(text) for text in row] for row in table.rows], "numeric": sorted(table.numeric)}


def _width(figure: Figure) -> float:
    return float(figure.print_svg.split('width="', 1)[1].split('"', 1)[0])
