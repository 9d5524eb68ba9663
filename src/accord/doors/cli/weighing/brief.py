"""A weighed case on paper: one page that leads with the finding."""

from __future__ import annotations

import os
from pathlib import Path

from accord.base.estimate import Case, Weighed
from accord.base.paper import charts, fonts
from accord.base.paper.document import Block, Bullets, Document, FigureBlock, Heading, Note, Paragraph, TableBlock
from accord.base.paper.figure import Table
from accord.doors.cli.weighing.telling import Telling
from accord.doors.cli.words import gettext as _


def brief(case: Case, weighed: Weighed) -> Document:
    told = Telling(case, weighed)
    blocks: list[Block] = [
        Heading(_("What each option is worth")), *_options(told),
        Heading(_("What is most worth finding out")), *(Paragraph(sentence) for sentence in told.next)]
    if told.askable:
        rows = tuple((known.label, told.voice.about(known.worth.value)) for known in told.askable)
        blocks += [TableBlock(Table((_("Quantity"), _("Worth knowing")), rows, _("What an exact answer would be worth"), frozenset((1,)))),
                   Paragraph(told.everything, human=False)]
    if told.turnings:
        blocks += [Heading(_("Where the choice turns")), Bullets(tuple(told.turnings))]
    blocks += [Heading(_("What this rests on")), TableBlock(_ranges(told)),
               Note(_("Each range is 9 in 10: it would be a surprise, one time in ten, to land outside."))]
    return Document(title=told.headline, subtitle=told.lead, kicker=told.title, lang="en-GB", words=told.voice.words, blocks=tuple(blocks))


def _options(told: Telling) -> list[Block]:
    """The chart where options stand against doing nothing; the table alone where values stand as they are."""
    weighed = told.weighed
    if not weighed.against:
        return [TableBlock(Table(told.headers, tuple(told.rows), told.measured, frozenset((1, 2, 3, 4))))]
    order = sorted(weighed.options, key=lambda option: -option.expected.value)
    drawn = [charts.Option(o.name, () if o.name == weighed.against else o.futures, o.chance_best.value, o.typical, o.expected.value, o.low, o.high, note=o.note)
             for o in order]
    return [FigureBlock(charts.options(drawn, voice=told.voice, title=told.measured, subtitle=_("Each dot is one of 20 equally likely futures.")))]


def _ranges(told: Telling) -> Table:
    """Every quantity with its range, who said it and on what basis."""
    rows = []
    for known, quantity in zip(told.weighed.quantities, told.case.quantities, strict=True):
        said = "; ".join(", ".join(filter(None, (voice.said_by or _("nobody yet"), voice.basis, voice.when))) for voice in quantity.voices)
        rows.append((known.label, known.unit, told.measure(known.low, ""), told.measure(known.high, ""), said or _("given outright")))
    return Table((_("Quantity"), _("Unit"), _("Low"), _("High"), _("Who said it, on what basis")), tuple(rows), numeric=frozenset((2, 3)))


def faces() -> Path:
    """The fonts for PDF, made once into the cache of whoever runs this."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return fonts.faces(home / "accord")
