"""How long before it came true something was told, and answered, beside the days it takes to act: one line a row, time running to the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accord.base.paper.axis import Axis
from accord.base.paper.charts.sides_paper import SideRow, paper_rows
from accord.base.paper.figure import Figure, Markup, Table, esc
from accord.base.paper.marks import Dot, Line, Mark, Plot, Text
from accord.base.paper.skins import web
from accord.base.paper.voice import Voice

_TALL = 36.0


@dataclass(frozen=True)
class Foretold:
    """Something that came true. ahead: days before it that it was told first; 0 where nobody had said so. answered: so many days before it there
    was an answer; None where there was none. needs: days it takes to act. lead, sentence: what is said of it, the first of them set in bold."""

    name: str
    when: str
    ahead: int
    answered: int | None
    needs: int | None
    lead: str
    sentence: str
    described: str


def ahead(
    items: Sequence[Foretold], *, voice: Voice, title: str, subtitle: str, headers: tuple[str, str, str, str, str], days_ahead: Callable[[int], str],
    came_true: str, never: str, source: str = "",
) -> Figure:
    """headers: of the table: what, when, days told ahead, days answered ahead, days to act. days_ahead: the label of the first tick; came_true: of the
    last. never: what the table says where there was no answer."""
    axis = _axis(items)
    rows = [SideRow(one.name, one.when, f"{one.lead} {one.sentence}".strip(), Plot(_marks(one, axis), _TALL, one.described)) for one in items]
    scale = Plot(tuple(_labels(axis, voice, days_ahead, came_true)), 20)
    lines = [f'<div class="row axis"><span></span>{web(scale)}<span></span></div>', *(_row(one, row) for one, row in zip(items, rows, strict=True))]
    body = tuple((one.name, one.when, voice.number(one.ahead), _told(one.answered, voice, never), _told(one.needs, voice, "")) for one in items)
    svg = Markup(f'<div class="gaps">{"".join(lines)}</div>')
    described = " ".join(f"{one.described}." for one in items)
    return Figure(svg, title, subtitle, described, Table(headers, body, title, frozenset({2, 3, 4})), source, print_svg=paper_rows(rows, scale))


def ahead_key(told: str, answered: str, needs: str) -> Markup:
    """What ring, thick line and tick stand for."""
    marks = (
        ('width="44" height="12"', '<line x1="8" x2="40" y1="6" y2="6" class="thin"/><circle cx="8" cy="6" r="5" class="mid"/>', told),
        ('width="30" height="12"', '<line x1="4" x2="26" y1="6" y2="6" class="thick"/>', answered),
        ('width="8" height="16"', '<line x1="4" x2="4" y1="0" y2="16" class="need"/>', needs),
    )
    shown = "".join(f'<span><svg {size} class="inline plot" aria-hidden="true">{drawn}</svg> {esc(text)}</span>' for size, drawn, text in marks)
    return Markup(f'<p class="key">{shown}</p>')


def _axis(items: Sequence[Foretold]) -> Axis:
    """Days before it, as numbers below zero, so that time runs to the right; a little room behind the day itself."""
    most = max([10, *(max(one.ahead, one.needs or 0) for one in items)])
    ticks = Axis.over((-most, 0), most=5).ticks
    return Axis(-1.06 * most, 0.024 * most, tuple(tick for tick in ticks if -most <= tick <= 0))


def _labels(axis: Axis, voice: Voice, days_ahead: Callable[[int], str], came_true: str) -> list[Text]:
    """The last tick before the day has no words where they would run into those of the day."""
    shown = [tick for tick in axis.ticks if tick < 0]
    texts = [days_ahead(round(-tick)) if i == 0 else voice.number(round(-tick)) for i, tick in enumerate(shown)]
    found = [Text(axis.x(tick), 14, text, "faint", "middle") for tick, text in zip(shown, texts, strict=True) if axis.x(tick) < 84]
    return [*found, Text(axis.x(0), 14, came_true, "faint", "end")]


def _marks(one: Foretold, axis: Axis) -> tuple[Mark, ...]:
    middle, end = _TALL / 2, axis.x(0)
    marks: list[Mark] = [Line(axis.x(tick), axis.x(tick), 0, _TALL, "zero" if tick == 0 else "grid") for tick in axis.ticks]
    if one.ahead:
        marks.append(Line(axis.x(-one.ahead), end, middle, middle, "thin"))
    if one.ahead and one.answered is not None:
        marks.append(Line(axis.x(-one.answered), end, middle, middle, "thick flat-end"))
    if one.needs:
        marks.append(Line(axis.x(-one.needs), axis.x(-one.needs), 3, _TALL - 3, "need"))
    if one.ahead:
        marks.append(Dot(axis.x(-one.ahead), middle, 5.5, "mid"))
    return tuple(marks)


def _told(days: int | None, voice: Voice, otherwise: str) -> str:
    return otherwise if days is None else voice.number(days)


def _row(one: Foretold, row: SideRow) -> str:
    told = f'<p class="meta soft"><b>{esc(one.lead)}</b> {esc(one.sentence)}</p>'
    return f'<div class="row"><div><p class="name">{esc(one.name)}</p><p class="meta">{esc(one.when)}</p></div>{web(row.plot)}{told}</div>'
