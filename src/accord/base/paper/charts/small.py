"""Small marks: what was confirmed, and the chain of goals a piece of work serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.base.paper.charts.options import squares
from accord.base.paper.figure import Figure, Markup, Table, esc
from accord.base.paper.marks import Dot, Line, Mark, Plot
from accord.base.paper.skins import paper, sheet, text
from accord.base.paper.voice import Voice

_SUSPECT = ' class="suspect"'


@dataclass(frozen=True)
class Aim:
    """One link of the chain, work first. detail: version and value now. suspect: why the link to the next is in doubt, or nothing."""

    title: str
    detail: str = ""
    suspect: str = ""


def confirmed(count: int, total: int, voice: Voice) -> Markup:
    """One square for each sentence of ours, filled when the person who said it confirmed it; then “4 of 6”."""
    said = voice.words.of.format(n=count, total=total)
    return Markup(f'{squares(count, total)}<span class="meta">{esc(said)}</span>')


def lineage(aims: Sequence[Aim], *, voice: Voice, title: str, subtitle: str = "", source: str = "") -> Figure:
    """From the work up to the goal that both sides share."""
    lines = "".join(f'<li{_SUSPECT if a.suspect else ""}><div>{esc(a.title)}{_details(a)}</div></li>' for a in aims)
    table = Table((voice.words.goal_column, voice.words.now_column), tuple((a.title, _joined(a)) for a in aims))
    return Figure(Markup(f'<ol class="lineage">{lines}</ol>'), title, subtitle, "; ".join(a.title for a in aims), table, source, print_svg=_printed(aims))


def _details(a: Aim) -> str:
    detail = f'<br><span class="meta">{esc(a.detail)}</span>' if a.detail else ""
    return detail + (f'{"" if detail else "<br>"} <span class="flag">{esc(a.suspect)}</span>' if a.suspect else "")


def _joined(a: Aim) -> str:
    return " · ".join(filter(None, (a.detail, a.suspect)))


def _printed(aims: Sequence[Aim]) -> str:
    step, body = 40.0, ""
    for i, aim in enumerate(aims):
        y = i * step
        stem: tuple[Mark, ...] = () if i == len(aims) - 1 else (Line(0, 0, 16, step + 4, "suspect" if aim.suspect else "stem"),)
        node = paper(Plot((*stem, Dot(0, 10, 5, "node")), step), 8, y, 100)
        body += node + text(28, y + 14, aim.title, "name") + text(28, y + 30, _joined(aim), "soft")
    return sheet(680, len(aims) * step, body)
