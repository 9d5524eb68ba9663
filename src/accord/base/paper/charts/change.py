"""How did it change? A line with its band, the goal as a labelled line, the forecast dashed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.figure import Figure, Native, Table
from accord.base.paper.marks import Line, Mark, Path, Plot, Text
from accord.base.paper.skins import paper, sheet, web
from accord.base.paper.voice import Voice

_TOP, _FLOOR, _HEIGHT = 18.0, 96.0, 118.0


@dataclass(frozen=True)
class Moment:
    """when: as printed. low and high: 9 in 10. expected: still to come, drawn dashed."""

    when: str
    value: float
    low: float
    high: float
    expected: bool = False


def change(moments: Sequence[Moment], *, voice: Voice, title: str, subtitle: str, goal: float | None = None, source: str = "",
           within: tuple[float, float] | None = None) -> Figure:
    """At least two moments, evenly spaced in the order given. Change is the point, so the scale need not start at zero. within: the ends of the
    scale, where several lines stand beside each other."""
    if len(moments) < 2:
        raise ValueError("a line needs two moments")
    plot = Plot(_marks(moments, goal, voice, within), _HEIGHT, _described(moments, goal, voice))
    w = voice.words
    rows = tuple((m.when, voice.exact(m.value), voice.exact(m.low), voice.exact(m.high)) for m in moments)
    names = (w.typical_column, w.low, w.high)
    columns = tuple(zip(names, zip(*((m.value, m.low, m.high) for m in moments), strict=True), strict=True))
    return Figure(web(plot), title, subtitle, plot.label, Table((w.when, *names), rows, numeric=frozenset((1, 2, 3))), source,
                  print_svg=sheet(680, _HEIGHT + 4, paper(plot, 0, 0, 680)),
                  native=Native("line", tuple(m.when for m in moments), tuple((name, tuple(values)) for name, values in columns)))


def _described(moments: Sequence[Moment], goal: float | None, voice: Voice) -> str:
    w = voice.words
    said = w.line_described.format(first=voice.exact(moments[0].value), last=voice.exact(moments[-1].value))
    return said if goal is None else f"{said}; {w.goal.format(amount=voice.exact(goal))}"


def _marks(moments: Sequence[Moment], goal: float | None, voice: Voice, within: tuple[float, float] | None) -> tuple[Mark, ...]:
    reach = [v for m in moments for v in (m.low, m.value, m.high)] + ([] if goal is None else [goal])
    lo, hi = within or (min(reach), max(reach))

    def y(value: float) -> float:
        return round(_FLOOR - (_FLOOR - _TOP) * (value - lo) / ((hi - lo) or 1), 1)

    x = [round(100 * i / (len(moments) - 1), 1) for i in range(len(moments))]
    points = [(x[i], y(m.value)) for i, m in enumerate(moments)]
    band = [(x[i], y(m.high)) for i, m in enumerate(moments)] + [(x[i], y(m.low)) for i, m in reversed(list(enumerate(moments)))]
    known = sum(not m.expected for m in moments) or 1
    marks: list[Mark] = [Path(tuple(band), "bandf", closed=True)]
    if goal is not None:
        marks += [Line(0, 100, y(goal), y(goal), "zero", dashed=True), Text(0, y(goal) - 6, voice.words.goal.format(amount=voice.exact(goal)), "strong")]
    marks += [Path(tuple(points[:known]), "linep")] if known > 1 else []
    marks += [Path(tuple(points[known - 1:]), "linep dash")] if known < len(points) else []
    marks.append(Text(100, _beside(y(moments[-1].value)), voice.exact(moments[-1].value), "strong", "end"))
    return (*marks, Text(0, 114, moments[0].when, "faint"), Text(100, 114, moments[-1].when, "faint", "end"))


def _beside(last: float) -> float:
    return last + 20 if last < _FLOOR - 24 else last - 10
