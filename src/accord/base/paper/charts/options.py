"""Which option? Twenty equally likely futures for each, on one shared axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.axis import Axis
from accord.base.paper.charts.heap import gridlines, heap
from accord.base.paper.charts.options_paper import Row, paper_options
from accord.base.paper.charts.ranges import axis_labels
from accord.base.paper.figure import Figure, Key, Markup, Native, Table, esc
from accord.base.paper.marks import Plot, Text
from accord.base.paper.skins import HEAP_DOT, web
from accord.base.paper.voice import Voice


@dataclass(frozen=True)
class Option:
    """futures: the quantiles at 1/40, 3/40 ... 39/40 of the option's net value (20 numbers, in the unit of the voice);
    empty for the option everything is measured against. best: the chance that it is the best, 0 to 1.
    typical, average, low, high: median, mean and the ends of 9 in 10. tag: such as “Asked for”."""

    name: str
    futures: Sequence[float]
    best: float
    typical: float = 0.0
    average: float = 0.0
    low: float = 0.0
    high: float = 0.0
    tag: str = ""
    note: str = ""


def twentieths(chances: Sequence[float]) -> list[int]:
    """Chances as so many of 20 that add up to 20 (largest remainders), when they add up to one."""
    exact = [20 * c for c in chances]
    counts = [int(x) for x in exact]
    left = round(sum(exact)) - sum(counts)
    for i in sorted(range(len(exact)), key=lambda i: (counts[i] - exact[i], i))[:max(0, left)]:
        counts[i] += 1
    return counts


def options(items: Sequence[Option], *, voice: Voice, title: str, subtitle: str, source: str = "", full: bool = True) -> Figure:
    """full: with the axis on top, notes, “best in n of 20” and its squares (the worth page); otherwise the short form."""
    axis = Axis.over([v for item in items for v in item.futures])
    rows = [_row(item, count, axis, voice) for item, count in zip(items, twentieths([i.best for i in items]), strict=True)]
    lines = [_web_row(row, voice, full) for row in rows]
    labels, end = axis_labels(axis, voice), f'<span class="meta">{esc(voice.words.best_in)}</span>' if full else "<span></span>"
    ruler = f'<div class="row axis"><span></span>{labels}{end}</div>'
    lines.insert(0 if full else len(lines), ruler)
    w = voice.words
    return Figure(
        svg=Markup(f'<div class="options">{"".join(lines)}</div>'), title=title, subtitle=subtitle,
        description=" ".join(row.plot.label for row in rows if row.plot.label) or title, table=_table(rows, voice), source=source,
        key=(Key("gain", w.gains), Key("guess drift", w.loses)), print_svg=paper_options(rows, axis, voice, full),
        native=Native("bar", tuple(i.name for i in items), ((w.best_in, tuple(float(r.count) for r in rows)),), "0", w.best_of_20),
    )


def _row(item: Option, count: int, axis: Axis, voice: Voice) -> Row:
    w = voice.words
    of_20 = w.of.format(n=count, total=20)
    if not item.futures:
        anchor, dx = ("start", 9) if axis.x(0) < 50 else ("end", -9)
        plot = Plot((*gridlines(axis), Text(axis.x(0), None, w.baseline, "faint sub", anchor, dx)), 60, look="dots")
        return Row(item.name, item.tag, item.note, plot, count, of_20, item.best)
    stacked, rows = heap(item.futures, axis)
    losses = sum(v < 0 for v in item.futures)
    plot = Plot((*gridlines(axis), *stacked), max(3, rows) * HEAP_DOT + 6, _described(item, losses, voice), rows=max(3, rows))
    return Row(item.name, item.tag, item.note, plot, count, of_20, item.best, voice.about(item.typical), voice.about(item.average),
               voice.ends(item.low, item.high), voice.range(item.low, item.high), voice.both_ends(item.low, item.high),
               w.of.format(n=losses, total=len(item.futures)))


def _described(item: Option, losses: int, voice: Voice) -> str:
    low, high = voice.ends(item.low, item.high)
    return voice.words.option_described.format(name=item.name, gains=len(item.futures) - losses, losses=losses,
                                               typical=voice.about(item.typical), low=low, high=high)


def _web_row(row: Row, voice: Voice, full: bool) -> str:
    w = voice.words
    tag = f"<b>{esc(row.tag)}{'.' if row.note else ''}</b> " if row.tag and full else esc(row.tag)
    note = f'<p class="meta">{tag}{esc(row.note) if full else ""}</p>' if row.tag or (row.note and full) else ""
    end = f'<p>{esc(w.futures).replace("{n_of_20}", f"<b>{esc(row.of_20)}</b>")}</p>{squares(row.count, 20)}' if full else ""
    if row.typical and full:
        end += f'<p class="meta mt-1">{esc(w.typical.format(amount=row.typical))}<br>{esc(w.average.format(amount=row.average))}<br>{_whole(row, voice)}</p>'
    elif row.typical:
        end += f'<p>{esc(w.typical).replace("{amount}", f"<b>{esc(row.typical)}</b>")}</p><p class="meta">{_whole(row, voice)}</p>'
    return f'<div class="row"><div><p class="name">{esc(row.name)}</p>{note}</div>{web(row.plot)}<div>{end}</div></div>'


def _whole(row: Row, voice: Voice) -> str:
    """The range, breaking only between its ends."""
    low, high = (f'<span class="nowrap">{esc(end)}</span>' for end in row.pair)
    return esc(voice.words.range).format(low=low, high=high) if row.pair[0] != row.pair[1] else low


def squares(on: int, total: int) -> str:
    """Small squares, `on` of them filled; the words beside them say the same."""
    cells = '<i class="on"></i>' * on + "<i></i>" * (total - on)
    return f'<div class="twenty" aria-hidden="true">{cells}</div>'


def _table(rows: Sequence[Row], voice: Voice) -> Table:
    w = voice.words
    headers = (w.option, w.typical_column, w.average_column, w.between_column, w.loses_column, w.best_column)
    zero = voice.exact(0)
    body = tuple((r.name, r.typical or zero, r.average or zero, r.ends or zero, r.losses or w.of.format(n=0, total=20),
                  f"{r.of_20} ({voice.percent(r.best)})") for r in rows)
    return Table(headers, body, numeric=frozenset(range(1, 6)))
