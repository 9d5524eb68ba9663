"""What to ask next? What each answer would be worth, the amounts printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.figure import Figure, Markup, Native, Table, esc
from accord.base.paper.marks import Bar, Plot
from accord.base.paper.numbers import significant
from accord.base.paper.skins import paper, sheet, text, web
from accord.base.paper.voice import Voice

_NAMES, _AMOUNTS, _WIDTH, _STEP = 200.0, 80.0, 680.0, 20.0


@dataclass(frozen=True)
class Answer:
    """name: what would be known. worth and error: its value and simulation error (one standard error), in the voice's unit."""

    name: str
    worth: float
    error: float = 0.0


def said(answer: Answer, voice: Voice) -> str:
    """€14,000; or “under €160” where the figure cannot be told from nothing."""
    if _unclear(answer):
        return voice.words.under.format(amount=voice.about(_ceiling(answer)))
    return voice.about(max(0.0, answer.worth))


def answers(items: Sequence[Answer], *, voice: Voice, title: str, subtitle: str, source: str = "") -> Figure:
    """In the order given; the first is in ink."""
    most = max((_drawn(a) for a in items), default=0.0) or 1.0
    plots = [Plot((Bar(0, max(1.0, 100 * _drawn(a) / most), 0, 8, ""),), 8) for a in items]
    rows = [(a.name, said(a, voice)) for a in items]
    lines = "".join(f'<li{_top(i)}><span>{esc(name)}</span>{_bar(plot)}<b>{esc(worth)}</b></li>'
                    for i, ((name, worth), plot) in enumerate(zip(rows, plots, strict=True)))
    w = voice.words
    return Figure(
        svg=Markup(f'<ol class="bars">{lines}</ol>'), title=title, subtitle=subtitle,
        description="; ".join(f"{name}: {worth}" for name, worth in rows), table=Table((w.answer, w.worth), tuple(rows), numeric=frozenset((1,))),
        source=source, print_svg=_printed(rows, items, most),
        native=Native("bar", tuple(a.name for a in items), ((w.worth, tuple(significant(_drawn(a)) for a in items)),), "#,##0"),
    )


def _unclear(a: Answer) -> bool:
    return a.worth < 2 * a.error


def _ceiling(a: Answer) -> float:
    return max(0.0, a.worth) + 2 * a.error


def _drawn(a: Answer) -> float:
    return _ceiling(a) if _unclear(a) else max(0.0, a.worth)


def _top(i: int) -> str:
    return "" if i else ' class="top"'


def _bar(plot: Plot) -> str:
    return web(plot).replace('class="plot"', 'class="bar"', 1)


def _printed(rows: Sequence[tuple[str, str]], items: Sequence[Answer], most: float) -> str:
    width, body = _WIDTH - _NAMES - _AMOUNTS - 24, ""
    for i, ((name, worth), answer) in enumerate(zip(rows, items, strict=True)):
        y, look = i * _STEP, "strong" if i == 0 else "soft"
        bar = Plot((Bar(0, max(1.0, 100 * _drawn(answer) / most), 0, 8, "bar top" if i == 0 else "bar"),), 8)
        body += text(0, y + 14, name, look) + paper(bar, _NAMES + 12, y + 6, width) + text(_WIDTH, y + 14, worth, look, "end")
    return sheet(_WIDTH, len(rows) * _STEP + 2, body)
