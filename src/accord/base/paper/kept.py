"""A document as plain JSON and back, so that what was sent stays what it was: words, figures and drawings alike."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import Any

from accord.base.paper.document import Block, Bullets, Document, Facts, FigureBlock, Heading, Note, Paragraph, Quote, TableBlock
from accord.base.paper.figure import Figure, Key, Markup, Native, Table
from accord.base.paper.words import Words

FORMAT = "accord-document/1"
_PLAIN: dict[str, type[Heading | Paragraph | Quote | Note]] = {"heading": Heading, "paragraph": Paragraph, "quote": Quote, "note": Note}


def to_data(document: Document) -> dict[str, Any]:
    """Plain data that JSON holds. `from_data` gives an equal document back."""
    held = {name: getattr(document, name) for name in ("title", "subtitle", "lang", "footer", "kicker", "author")}
    return {"format": FORMAT, **held, "words": asdict(document.words), "blocks": [_kept(block) for block in document.blocks]}


def from_data(data: dict[str, Any]) -> Document:
    """The document that `to_data` kept. Raises ValueError for a format it does not know."""
    if data.get("format") != FORMAT:
        raise ValueError(f"{data.get('format')!r} is not {FORMAT}")
    held = {name: data[name] for name in ("title", "subtitle", "lang", "footer", "kicker", "author")}
    return Document(words=Words(**data["words"]), blocks=tuple(_block(dict(block)) for block in data["blocks"]), **held)


def digest(data: dict[str, Any]) -> str:
    """SHA-256 of the data in one fixed writing, as hexadecimal digits: equal data has an equal digest on any machine."""
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _kept(block: Block) -> dict[str, Any]:
    match block:
        case Facts():
            return {"kind": "facts", "rows": [list(row) for row in block.rows]}
        case Bullets():
            return {"kind": "bullets", "items": list(block.items), "numbered": block.numbered}
        case TableBlock():
            return {"kind": "table", "table": _kept_table(block.table)}
        case FigureBlock():
            return {"kind": "figure", "figure": _kept_figure(block.figure)}
    return {"kind": type(block).__name__.lower(), **asdict(block)}


def _block(kept: dict[str, Any]) -> Block:
    kind = kept.pop("kind")
    match kind:
        case "facts":
            return Facts(tuple((name, held) for name, held in kept["rows"]))
        case "bullets":
            return Bullets(tuple(kept["items"]), kept["numbered"])
        case "table":
            return TableBlock(_table(kept["table"]))
        case "figure":
            return FigureBlock(_figure(kept["figure"]))
    return _PLAIN[kind](**kept)


def _kept_table(table: Table) -> dict[str, Any]:
    return {"headers": list(table.headers), "rows": [list(row) for row in table.rows], "caption": table.caption, "numeric": sorted(table.numeric)}


def _table(kept: dict[str, Any]) -> Table:
    return Table(tuple(kept["headers"]), tuple(tuple(row) for row in kept["rows"]), kept["caption"], frozenset(kept["numeric"]))


def _kept_figure(figure: Figure) -> dict[str, Any]:
    told = {name: str(getattr(figure, name)) for name in ("svg", "title", "subtitle", "description", "source", "print_svg")}
    return {**told, "table": _kept_table(figure.table), "key": [asdict(key) for key in figure.key], "native": asdict(figure.native) if figure.native else None}


def _figure(kept: dict[str, Any]) -> Figure:
    native = kept["native"]
    return Figure(
        svg=Markup(kept["svg"]),
        table=_table(kept["table"]),
        key=tuple(Key(**key) for key in kept["key"]),
        native=_native(native) if native else None,
        **{name: kept[name] for name in ("title", "subtitle", "description", "source", "print_svg")},
    )


def _native(kept: dict[str, Any]) -> Native:
    series = tuple((name, tuple(float(value) for value in values)) for name, values in kept["series"])
    return Native(kept["kind"], tuple(kept["categories"]), series, kept["number_format"], kept["title"])
