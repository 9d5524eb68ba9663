"""A document cut at its headings, for the forms that lay out a section at a time."""

from __future__ import annotations

from dataclasses import dataclass

from accord.base.paper.document import Block, Document, Heading, Note


@dataclass(frozen=True)
class Section:
    """heading of None: what stands before the first heading. Notes stand beside the blocks."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


def sections(document: Document) -> list[Section]:
    """In order; a level 2 heading stays a block of its section."""
    found: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append((block, []))
        else:
            found[-1][1].append(block)
    return [_section(heading, blocks) for heading, blocks in found if heading or blocks]


def _section(heading: Heading | None, blocks: list[Block]) -> Section:
    return Section(heading, tuple(b for b in blocks if not isinstance(b, Note)), tuple(b for b in blocks if isinstance(b, Note)))
