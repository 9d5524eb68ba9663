"""Ratings from a file against what stands: what taking them in would keep. Nothing is written, and no person of the file is told of."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry
from accord.base.paper import sheet_in
from accord.base.people.files import Content, decoded
from accord.base.people.rules import Actor

from ..faults import MOST_ROWS, file_said, said
from ..models import TAKEN_IN, Round, RoundItem, Tally
from ..rules.importing import layout
from ..rules.taking_in import MOST_ITEMS, MOST_PEOPLE, Kept, Understood, bins_of, kept, layout_names, tells_apart, understand
from ..rules.tally import Counted, tally

FileName = Annotated[str, Field(description="The name of the file; its ending says what it is: .csv, .csv.gz or .xlsx.", max_length=200)]
LayoutName = Annotated[str, Field(description="How the table is laid out: long, market_units, ralic, zurich_points or zurich_popularity.", max_length=60)]
OfSide = Annotated[Literal["", "business", "it"], Field(description="The side of everybody whose side the file does not name.")]
MOST_TOLD = 20  # faults in one refusal


@dataclass(frozen=True)
class RatingsSheet:
    """A file that was read, counted as it would be kept. stands: the round that says the same already. near: one that differs by so few
    people that both together would tell what they said."""

    name: str
    layout: str
    understood: Understood
    counted: tuple[Counted, ...]
    stands: Round | None
    near: Round | None

    @property
    def sides(self) -> list[str]:
        return sorted({one.side for one in self.understood.people})

    @cached_property
    def shown_groups(self) -> frozenset[tuple[str, str]]:
        return frozenset((one.side, one.team) for one in self.counted if one.team)

    @property
    def small_groups(self) -> int:
        return len(set(self.understood.groups) - self.shown_groups)

    def people(self, side: str) -> int:
        return sum(one.side == side for one in self.understood.people)

    def mistakes(self) -> list[str]:
        return [said(self.name, one) for one in self.understood.faults]

    def refusal(self) -> str:
        """Why it cannot be taken in; nothing when it can."""
        if self.understood.faults:
            more = len(self.understood.faults) - MOST_TOLD
            return " ".join([*self.mistakes()[:MOST_TOLD], *([_("And %(n)d cells more.") % {"n": more}] if more > 0 else [])])
        if self.stands:
            return _("These ratings stand here already, as “%(title)s”.") % {"title": self.stands.title}
        if self.near:
            told = _("These are nearly the ratings of “%(title)s”: laid beside each other, both would tell what fewer than five people said.")
            return told % {"title": self.near.title} + " " + _("Keep the one that stands here.")
        return ""


def read(name: str, content: bytes, layout_name: str, side: str) -> RatingsSheet:
    """Raises Mistake for a file that cannot be read as this layout at all."""
    if layout_name not in layout_names():
        raise registry.Mistake(_("There is no such layout. Choose one of: %(names)s.") % {"names": ", ".join(layout_names())}, "layout")
    how = layout(layout_name)
    if not side and "side" not in how["columns"]:
        raise registry.Mistake(_("This layout names no side. Say whose ratings they are."), "side")
    understood = understand(_rows(name, content), layout_name, side)
    _refuse_size(name, understood)
    counted = tuple(tally(understood.people, len(understood.items)))
    stands, near = _beside(understood.items, kept(counted, understood.items))
    return RatingsSheet(name, layout_name, understood, counted, stands, near)


def _rows(name: str, content: bytes) -> list[tuple[int, dict[str, str]]]:
    try:
        if name.lower().endswith(".gz"):
            name, content = name[:-3], _unzipped(content)
        table = sheet_in.read(name, content, most_rows=MOST_ROWS)
    except sheet_in.Unreadable as unreadable:
        raise registry.Mistake(file_said(name, unreadable), "content") from None
    heads = [head.strip() for head in table.headers]
    if double := next((head for head in heads if head and heads.count(head) > 1), ""):
        raise registry.Mistake(_("%(file)s: two columns are called %(column)s. Keep one of them.") % {"file": name, "column": double}, "content")
    return [(line.number, {head: _text(cell) for head, cell in zip(heads, line.cells, strict=False) if head}) for line in table.lines]


def _unzipped(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(content, sheet_in.MOST_BYTES + 1)
    except zlib.error:
        raise sheet_in.Unreadable(sheet_in.BROKEN) from None


def _text(cell: sheet_in.Value) -> str:
    return "" if cell is None else str(cell)


def _refuse_size(name: str, understood: Understood) -> None:
    if len(understood.items) > MOST_ITEMS:
        told = _("%(file)s: it rates %(n)d things, and at most %(most)d are taken in. Split it into several files.")
        raise registry.Mistake(told % {"file": name, "n": len(understood.items), "most": MOST_ITEMS}, "content")
    if len(understood.people) > MOST_PEOPLE:
        told = _("%(file)s: it has the ratings of more than %(most)d people. Take in fewer of them.")
        raise registry.Mistake(told % {"file": name, "most": MOST_PEOPLE}, "content")
    if not understood.people and not understood.faults:
        raise registry.Mistake(_("%(file)s: no row of it is a rating in this layout. Choose another layout.") % {"file": name}, "layout")


def _beside(items: Iterable[str], new: Kept) -> tuple[Round | None, Round | None]:
    """What was taken in before: the round that says the same, and one that says nearly the same."""
    near = None
    for row, titles, old in _taken_in():
        if old == new and sorted(titles) == sorted(items):
            return row, None
        if near is None and tells_apart(old, new):
            near = row
    return None, near


def _taken_in() -> Iterable[tuple[Round, list[str], Kept]]:
    rows = Round.objects.filter(kind=TAKEN_IN).order_by("-opened_at", "-id")
    titles: dict[object, list[str]] = {}
    for round_id, title in RoundItem.objects.filter(round__kind=TAKEN_IN).order_by("place").values_list("round_id", "title"):
        titles.setdefault(round_id, []).append(title)
    tallies: dict[object, dict[tuple[str, str], dict[tuple[str, str], list[int]]]] = {}
    for one in Tally.objects.filter(round__kind=TAKEN_IN, answered__isnull=False):
        tallies.setdefault(one.round_id, {})[one.side, one.group] = bins_of(one.counts, titles[one.round_id])  # type: ignore[assignment]
    return [(row, titles.get(row.id, []), tallies.get(row.id, {})) for row in rows]


@dataclass(frozen=True)
class RatingsPreview:
    """What taking in a file would keep. small_groups: how many of its groups have too few people to be shown, or would tell of others that
    have. rounded: whether its marks are laid onto the five. refused: why it cannot be taken in, in a sentence; empty when it can."""

    business_people: int
    it_people: int
    items: list[str]
    marks: int
    guesses: bool
    groups: int
    small_groups: int
    rounded: bool
    mistakes: list[str]
    refused: str


@registry.query("empathy.preview_ratings", may="perspectives.edit", doors={registry.API})
def preview_ratings(*, by: Actor, name: FileName, content: Content, layout: LayoutName = "long", side: OfSide = "") -> RatingsPreview:
    """What taking in a file of ratings would keep: how many people, things and groups, and what is wrong with it. Nothing is written."""
    found = read(name, decoded(content), layout, side)
    told = found.understood
    return RatingsPreview(
        found.people("business"), found.people("it"), list(told.items), told.marks, told.guesses, len(told.groups), found.small_groups,
        told.scale is not None, found.mistakes(), found.refusal(),
    )  # fmt: skip
