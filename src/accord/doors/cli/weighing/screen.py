"""A weighed case on a terminal, in a pipe or in a file: 80 columns or what there is, plain text, bold where it can be."""

from __future__ import annotations

import os
import shutil
import textwrap
import unicodedata
from dataclasses import dataclass
from typing import Self, TextIO

from accord.base.estimate import Case, Weighed
from accord.doors.cli.files import plain
from accord.doors.cli.weighing.telling import Telling
from accord.doors.cli.words import gettext as _

NARROW, WIDE, SHOWN, LEAST = 60, 100, 8, 10


@dataclass(frozen=True)
class Screen:
    """width: columns; bold: whether the terminal understands it."""

    width: int = 80
    bold: bool = False

    @classmethod
    def of(cls, stream: TextIO) -> Self:
        if not stream.isatty():
            return cls()
        return cls(min(max(shutil.get_terminal_size().columns, NARROW), WIDE), "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb")

    def case(self, case: Case, weighed: Weighed) -> str:
        told = Telling(case, weighed)
        blocks = [
            self.heading(told.title) + "\n" + self.text(told.headline, told.lead),
            self.heading(told.measured) + "\n" + self.table(told.headers, told.rows),
            self.heading(_("Ask next") if weighed.verdict.next else _("Most worth finding out")) + "\n" + self.text(*told.next),
        ]
        if told.askable:
            blocks.append(self.heading(_("What an exact answer would be worth")) + "\n" + self.bars(told) + "\n" + self.text(told.everything))
        if told.turnings:
            blocks.append(self.heading(_("Where the choice turns")) + "\n" + self.text(*told.turnings[:SHOWN]))
        return "\n\n".join(blocks)

    def heading(self, text: str) -> str:
        shown = "\n".join(textwrap.wrap(plain(text), self.width)) or " "
        return f"\033[1m{shown}\033[0m" if self.bold else shown

    def text(self, *sentences: str) -> str:
        return "\n".join(line for sentence in sentences if sentence for line in textwrap.wrap(
            plain(sentence), self.width - 2, initial_indent="  ", subsequent_indent="  "))

    def table(self, headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
        """The first column takes what the figures leave, and wraps; where that is too little, the range goes."""
        if self._room(headers, rows) < LEAST:
            headers, rows = headers[:3] + headers[4:], [row[:3] + row[4:] for row in rows]
        widths = [max(columns(row[k]) for row in (headers, *rows)) for k in range(1, len(headers))]
        room = max(min(self._room(headers, rows), max(columns(row[0]) for row in (headers, *rows))), 8)
        lines = []
        for row in (headers, *rows):
            name = textwrap.wrap(plain(row[0]), room) or [""]
            cells = "".join("  " + " " * (width - columns(cell)) + cell for width, cell in zip(widths, row[1:], strict=True))
            lines.append("  " + padded(name[0], room) + cells)
            lines += [f"  {more}" for more in name[1:]]
        return "\n".join(lines)

    def _room(self, headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> int:
        return self.width - 2 - sum(2 + max(columns(row[k]) for row in (headers, *rows)) for k in range(1, len(headers)))

    def bars(self, told: Telling) -> str:
        """One bar per quantity, longest first; what is left is summed up by its largest."""
        found = told.askable
        amounts = [told.voice.about(known.worth.value) for known in found[:SHOWN]]
        wide = max(map(columns, amounts))
        name = min(max(columns(plain(known.label)) for known in found[:SHOWN]), self.width // 2 - 4)
        bar = min(self.width - name - wide - 6, 32)
        lines = []
        for known, amount in zip(found[:SHOWN], amounts, strict=True):
            filled = max(1, round(bar * known.worth.value / found[0].worth.value))
            lines.append(f"  {padded(cut(plain(known.label), name), name)}  {'█' * filled}{' ' * (bar - filled)}{' ' * (wide - columns(amount))} {amount}")
        if len(found) > SHOWN:
            lines.append("  " + _("{count} others, each under {amount}").format(
                count=len(found) - SHOWN, amount=amounts[-1]))
        return "\n".join(lines)


def columns(text: str) -> int:
    """How many columns a text takes: wide letters two, marks none."""
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def cut(text: str, width: int) -> str:
    return text if columns(text) <= width else text[:width - 1] + "…"
