"""A document as a tagged PDF (PDF/UA-1), and a chart as a picture; both drawn by typst from data, never from built markup."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

from accord.base.paper.document import Block, Bullets, Document, Facts, FigureBlock, Heading, Note, Paragraph, Quote, TableBlock
from accord.base.paper.figure import Figure, Table, plain
from accord.base.paper.letters import SHAPED
from accord.base.paper.palette import TOKENS
from accord.base.paper.sections import sections

_MEMO = Path(__file__).with_name("memo.typ").read_bytes()
_PICTURE = b'#set page(width: auto, height: auto, margin: 6pt, fill: white)\n#image(bytes(sys.inputs.svg), format: "svg")'
_SHEET_WIDTH, _SCALES = 680.0, ("1", "0.94", "0.89", "0.85")


def render(document: Document, faces: Path) -> bytes:
    """A4. faces: the folder that `fonts.faces` made. The same document gives the same bytes.

    PDF/UA forbids letters without a shape. What our families lack is looked for in the machine's own; what is lacking
    there too is printed as its name in brackets, so that a brief is never refused for a smile."""
    data = json.dumps(_document(document), ensure_ascii=False)
    for text, own_only in ((data, True), (data, False)):
        try:
            return _fitting(text, faces, own_only)
        except typst.TypstError as problem:
            if "could not be displayed" not in str(problem):
                raise
    return _fitting(named(data), faces)


def _fitting(data: str, faces: Path, own_only: bool = True) -> bytes:
    """A memo that is a few lines too long for one page is set a little smaller; a longer one keeps its size."""
    sizes = (scale for scale in _SCALES if _pages(data, scale, faces, own_only) == 1)
    return _compiled(_MEMO, faces, {"data": data, "scale": next(sizes, _SCALES[0])}, own_only, pdf_standards="ua-1")


def _pages(data: str, scale: str, faces: Path, own_only: bool) -> int:
    query: Callable[..., str] = typst.query
    found = query(_MEMO, "<pages>", field="value", one=True, font_paths=[str(faces)], ignore_system_fonts=own_only,
                  sys_inputs={"data": data, "scale": scale})
    return int(json.loads(found))


def named(text: str) -> str:
    """Letters no family of ours has, each as its Unicode name in brackets; marks without a shape are left out."""
    return "".join(letter if ord(letter) in SHAPED or (letter.isascii() and not letter.isprintable()) else _name(letter) for letter in text)


def _name(letter: str) -> str:
    if unicodedata.category(letter)[0] in "MC":
        return ""
    return f"[{unicodedata.name(letter, f'U+{ord(letter):04X}').lower()}]"


def picture(figure: Figure, faces: Path, dots_per_inch: float = 220) -> bytes:
    """PNG of the figure's print skin on white."""
    return _compiled(_PICTURE, faces, {"svg": figure.print_svg}, format="png", ppi=dots_per_inch)


def _compiled(source: bytes, faces: Path, inputs: dict[str, str], own_only: bool = True, **form: Any) -> bytes:
    compile: Callable[..., Any] = typst.compile
    made = compile(source, font_paths=[str(faces)], ignore_system_fonts=own_only, sys_inputs=inputs, **form)
    assert isinstance(made, bytes)
    return made


def _document(document: Document) -> dict[str, Any]:
    lang, _, region = document.lang.replace("_", "-").partition("-")
    found = []
    for section in sections(document):
        level = 3 if section.heading else 2
        found.append({"heading": _shown(section.heading),
                      "blocks": [_block(block, document, level) for block in section.blocks if not isinstance(block, Heading) or _shown(block)],
                      "notes": [{"title": plain(note.title), "text": plain(note.text)} for note in section.notes]})
    return {"title": plain(document.title).strip() or plain(document.author), "subtitle": plain(document.subtitle),
            "kicker": plain(document.kicker), "footer": plain(document.footer), "author": plain(document.author),
            "lang": lang.lower(), "region": region.upper() if len(region) == 2 else None,
            "colours": TOKENS, "sections": found}


def _shown(heading: Heading | None) -> str | None:
    """A heading without a word would make the PDF untrue to its tags."""
    return plain(heading.text).strip() or None if heading else None


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
                    "svg": figure.print_svg, "width": share(figure), "table": _table(figure.table), "source": plain(source)}
        case Note():
            raise AssertionError("notes stand beside the blocks")


def _table(table: Table) -> dict[str, Any]:
    return {"caption": plain(table.caption), "headers": [plain(text) for text in table.headers],
            "rows": [[plain(text) for text in row] for row in table.rows], "numeric": sorted(table.numeric)}


def share(figure: Figure) -> float:
    """How much of the full width the figure was drawn for, at most 1."""
    return min(1.0, float(figure.print_svg.split('width="', 1)[1].split('"', 1)[0]) / _SHEET_WIDTH)
