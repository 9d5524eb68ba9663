"""What came out where there are no guesses to lay beside the marks: both sides on one line, or one side in a table; and where groups differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.paper import charts
from accord.base.paper.axis import Axis
from accord.base.paper.charts.ranges import Spread, axis_labels, ival
from accord.base.paper.figure import Figure, Markup
from accord.base.paper.voice import Voice
from accord.base.people import reader

from ..models import Tally
from ..queries.revealed import Revealed
from ..rules.counts import Histogram
from ..rules.estimates import Estimate
from ..rules.importing import GUESS, OWN
from ..rules.sides import Furthest, Pair, Single, furthest, pairs, singles
from ..sentences import PER_STEP
from . import sentences_sides as say

TEN = Axis(0, 10, (0, 2.5, 5, 7.5, 10))
QUARTER = 0.41  # of half a 90 % interval: where the middle half of it ends


@dataclass(frozen=True)
class SideRow:
    """One item: its glyph, the mark on 0 to 10, between which ends, of how many, and how far people are apart. Without spread only that."""

    title: str
    glyph: Markup | None
    mark: str
    between: str
    n: int
    camps: str


@dataclass(frozen=True)
class SideTable:
    """What one side says, or guesses of the other."""

    id: str
    title: str
    axis: Markup
    rows: list[SideRow]
    not_shown: list[str]
    source: str
    notes: list[str]


@dataclass(frozen=True)
class ApartRow:
    """The two groups that are furthest apart on an item."""

    title: str
    low: str
    low_mark: str
    high: str
    high_mark: str
    told: str


@dataclass(frozen=True)
class SidesPart:
    """What is drawn in place of the dumbbells. One of `figure` and `tables`, or both where one side also guessed."""

    headline: str
    standfirst: str
    figure: Figure | None
    alike: list[str]  # items of which a side gave one mark only
    not_shown: list[str]
    tables: list[SideTable]
    notes: list[str]


def marks(found: Revealed, side: str, kind: str = OWN) -> list[Histogram]:
    """Of each item; None everywhere for a side that is not shown."""
    tally = found.side(side)
    return list(tally.counts.get(kind) or ()) if tally and tally.counts.get(kind) else [None] * len(found.now.items)


def sides_part(found: Revealed) -> SidesPart | None:
    """None where nothing of anybody may be shown, and where the dumbbells say it already."""
    own = {side: marks(found, side) for side in say.SIDES}
    if found.picture.items or not any(any(marks(found, side, kind)) for side in say.SIDES for kind in (OWN, GUESS)):
        return None
    together, alike = pairs(own["business"], own["it"])
    both = bool(together or alike)
    tables = [] if both else [_table(found, side, OWN) for side in say.SIDES if any(own[side])]
    tables += [_table(found, side, GUESS) for side in say.SIDES if any(marks(found, side, GUESS))]
    titles = [item.title for item in found.now.items]
    if both:
        headline, standfirst = say.both_found(together, titles)
    else:
        side, kind = next((side, kind) for kind in (OWN, GUESS) for side in say.SIDES if any(marks(found, side, kind)))
        headline, standfirst = say.one_found(side, kind, singles(marks(found, side, kind)), titles)
    not_shown = [title for place, title in enumerate(titles) if both and not (own["business"][place] and own["it"][place])]
    return SidesPart(
        headline, standfirst, _strings(found, together) if together else None, [titles[place] for place in alike], not_shown, tables,
        list(_notes(found)) if both else [],
    )  # fmt: skip


def _strings(found: Revealed, together: list[Pair]) -> Figure:
    items = found.now.items
    rows = [charts.String(items[one.place].title, _interval(one.a), _interval(one.b), say.distance(one)) for one in together]
    return charts.strings(
        rows, voice=reader.voice(), title=_("How much it matters to each side"), subtitle=_("0 to 10, on average. The lines are 9 in 10."),
        least=_("0 can wait"), most=_("critical 10"), source=f"{found.now.row.title}: {say.how_many(found)}",
    )  # fmt: skip


def _interval(one: Estimate) -> tuple[float, float, float]:
    low, value, high = (round((mark - 1) * PER_STEP, 1) for mark in (one.low, one.value, one.high))
    return low, value, high


def _table(found: Revealed, side: str, kind: str) -> SideTable:
    speaks, counts = reader.voice(), marks(found, side, kind)
    titles = [item.title for item in found.now.items]
    rows = [_row(one, titles[one.place], speaks) for one in singles(counts)]
    left_out = [title for title, one in zip(titles, counts, strict=True) if one is None]
    tally = found.side(side)
    notes = list(_of_file(tally)) if tally else []
    return SideTable(f"{side}-{kind}", say.table_title(side, kind), axis_labels(TEN, speaks), rows, left_out, say.people(found, side), notes)


def _row(one: Single, title: str, speaks: Voice) -> SideRow:
    if one.estimate is None:
        return SideRow(title, None, "", "", one.n, _("no spread"))
    low, value, high = _interval(one.estimate)
    middle = QUARTER * one.half * PER_STEP
    spread = Spread(low, max(low, value - middle), value, min(high, value + middle), high)
    between = _("%(low)s to %(high)s") % {"low": speaks.number(low), "high": speaks.number(high)}
    return SideRow(title, ival(spread, TEN, speaks, title, height=16), speaks.number(value), between, one.n, say.CAMPS[one.camps]())


def _notes(found: Revealed) -> Iterator[str]:
    told = dict.fromkeys(note for side in say.SIDES if (tally := found.side(side)) for note in _of_file(tally))
    yield from told


def _of_file(tally: Tally) -> Iterator[str]:
    """How the marks of a file became five."""
    if tally.counts.get("scale"):
        yield say.scale(*tally.counts["scale"])


def groups_apart(found: Revealed) -> list[ApartRow]:
    """The items on which the groups that are shown are furthest apart, ten at most; of a side or across both."""
    titles = [item.title for item in found.now.items]
    for kind in (OWN, GUESS):  # what they guess only where nobody said anything of their own
        told = {_called(one): list(one.counts[kind]) for one in found.teams() if one.counts.get(kind)}
        if len(told) > 1:
            return [_apart(one, titles[one.place]) for one in furthest(told, len(titles))]
    return []


def _called(tally: Tally) -> str:
    return tally.team.name if tally.team else f"{tally.group} ({say.SIDES[tally.side]()})"


def _apart(one: Furthest, title: str) -> ApartRow:
    return ApartRow(title, one.low, say.ranged(one.low_mark), one.high, say.ranged(one.high_mark), say.groups_gap(one))


def unshown_groups(found: Revealed) -> str:
    """Of a file: how many of its groups are not shown, when there are such."""
    named = sum(tally.counts.get("groups", 0) for side in say.SIDES if (tally := found.side(side)))
    missing = named - sum(bool(one.group) for one in found.tallies)
    if not named or missing <= 0:
        return ""
    if missing == named:
        return _("Nothing is shown by group: each of them has fewer than five people, or would tell of one that has.")
    told = ngettext("One group is not shown", "%(n)d groups are not shown", missing) % {"n": missing}
    return f"{told}: " + _("a group of fewer than five is not, nor one that would tell of such a group.")
