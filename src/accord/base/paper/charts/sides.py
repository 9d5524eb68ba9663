"""Do we agree, and do we know each other? Both sides on the same line. Business is round, IT is square-cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.base.paper.axis import Axis
from accord.base.paper.charts.sides_paper import SideRow, paper_rows
from accord.base.paper.figure import Figure, Key, Markup, Table, esc
from accord.base.paper.marks import Diamond, Dot, Line, Mark, Plot, Text
from accord.base.paper.skins import web
from accord.base.paper.voice import Voice

FAR = 2.0       # points apart before the gap is named
Interval = tuple[float, float, float]


@dataclass(frozen=True)
class String:
    """One question answered by both sides, 0 to 10: (low, typical, high) each, 9 in 10; None for a side that is not shown. fact: what the record
    says, or why there is nothing to see."""

    question: str
    business: Interval | None
    it: Interval | None
    fact: str = ""


@dataclass(frozen=True)
class Guess:
    """What a side says, and what the other side thought it would say, 0 to 10. sentence: how to read the row."""

    name: str
    business: float
    it_guesses: float
    it: float
    business_guesses: float
    detail: str = ""
    sentence: str = ""


_TEN = Axis(0, 10, (0, 2.5, 5, 7.5, 10))


def strings(items: Sequence[String], *, voice: Voice, title: str, subtitle: str, least: str, most: str, source: str = "") -> Figure:
    """least and most: what 0 and 10 mean, such as “0 disagree” and “agree 10”."""
    points = voice.using("")
    rows = [SideRow(s.question, "", s.fact, Plot(_string(s, voice), 44, _string_described(s, points))) for s in items]
    w = voice.words
    body = tuple((s.question, *_cells(s.business, points), *_cells(s.it, points)) for s in items)
    table = Table((w.question, w.business, w.between_column, w.it, w.between_column), body, numeric=frozenset(range(1, 5)))
    return _figure("strings", rows, table, voice, title, subtitle, least, most, source)


def dumbbell(items: Sequence[Guess], *, voice: Voice, title: str, subtitle: str, least: str, most: str, source: str = "") -> Figure:
    """Two lanes a row: filled is what a side says, the ring what the other guessed. Not for fewer than five people."""
    points = voice.using("")
    rows = [SideRow(g.name, g.detail, g.sentence, Plot(_lanes(g, points), 72, _guess_described(g, points))) for g in items]
    w = voice.words
    body = tuple((g.name, *(points.exact(v) for v in (g.business, g.it_guesses, g.it, g.business_guesses))) for g in items)
    headers = (w.question, w.says.format(side=w.business), w.guessed, w.says.format(side=w.it), w.guessed)
    found = _figure("gaps", rows, Table(headers, body, numeric=frozenset(range(1, 5))), voice, title, subtitle, least, most, source)
    says = [(look, w.says.format(side=side)) for look, side in (("biz", w.business), ("it", w.it))]
    guesses = [("biz guess", w.its_guess.format(side=w.it)), ("it guess", w.its_guess.format(side=w.business))]  # a ring has the colour of whom it is about
    return replace(found, key=tuple(Key(*one) for pair in zip(says, guesses, strict=True) for one in pair))


def _figure(look: str, rows: Sequence[SideRow], table: Table, voice: Voice, title: str, subtitle: str, least: str, most: str, source: str) -> Figure:
    scale = Plot((Text(0, 14, least, "faint"), Text(50, 14, voice.number(5), "faint", "middle"), Text(100, 14, most, "faint", "end")), 20)
    lines = [f'<div class="row axis"><span></span>{web(scale)}<span></span></div>', *(_web_row(row) for row in rows)]
    return Figure(Markup(f'<div class="{look}">{"".join(lines)}</div>'), title, subtitle, " ".join(f"{r.plot.label}." for r in rows), table, source,
                  (Key("biz", voice.words.business), Key("it", voice.words.it)), paper_rows(rows, scale))


def _web_row(row: SideRow) -> str:
    detail = f'<p class="meta">{esc(row.detail)}</p>' if row.detail else ""
    end = f'<p class="meta soft">{esc(row.sentence)}</p>' if row.sentence else "<span></span>"
    return f'<div class="row"><div><p class="name">{esc(row.name)}</p>{detail}</div>{web(row.plot)}{end}</div>'


def _cells(side: Interval | None, points: Voice) -> tuple[str, str]:
    return ("", "") if side is None else (points.exact(side[1]), points.both_ends(side[0], side[2]))


def _string(s: String, voice: Voice) -> tuple[Mark, ...]:
    marks: list[Mark] = [Line(_TEN.x(t), _TEN.x(t), 0, 44, "grid") for t in _TEN.ticks]
    if s.business and s.it:
        marks += _gap(s.business[1], s.it[1], voice)
    spans = [Line(_TEN.x(side[0]), _TEN.x(side[2]), y, y, f"{name} span") for name, side, y in (("biz", s.business, 15), ("it", s.it, 29)) if side]
    ends: list[Mark] = [Dot(_TEN.x(s.business[1]), 15, 7.5, "biz mark")] if s.business else []
    ends += [Diamond(_TEN.x(s.it[1]), 29, 8.5, "it mark")] if s.it else []
    return (*marks, *spans, *ends)


def _gap(business: float, it: float, voice: Voice) -> list[Mark]:
    """How far they are apart, in words where it is far."""
    apart, (left, right) = abs(business - it), sorted((_TEN.x(business), _TEN.x(it)))
    if apart < FAR:
        return [Line(left, right, 22, 22, "gap")]
    points = voice.using("").exact(round(apart, 1))
    return [Line(left, right, 22, 22, "gap far"), Text((left + right) / 2, 26.5, voice.words.apart.format(points=points), "far-t", "middle")]


def _lanes(g: Guess, voice: Voice) -> tuple[Mark, ...]:
    grid = tuple(Line(_TEN.x(t), _TEN.x(t), -9, 81, "grid") for t in range(0, 11, 2))
    return (*grid, *_lane("biz", g.business, g.it_guesses, 18, voice), *_lane("it", g.it, g.business_guesses, 54, voice))


def _lane(side: str, own: float, guess: float, y: float, voice: Voice) -> tuple[Mark, ...]:
    shape: type[Dot] | type[Diamond] = Dot if side == "biz" else Diamond
    r, wide = (11.0, 15.0) if side == "biz" else (15.0, 19.0)
    same, x, gx = abs(own - guess) < 0.5, _TEN.x(own), _TEN.x(guess)
    marks: list[Mark] = [Line(min(x, gx), max(x, gx), y, y, f"{side} tie"), shape(gx, y, wide if same else r, f"{side} ring")]
    if not same:
        marks.append(Text(gx, y + 4.5, voice.exact(guess), "gtext", "middle"))
    return (*marks, shape(x, y, r, f"{side} mark"), Text(x, y + 4.5, voice.exact(own), f"{side} on", "middle"))


def _string_described(s: String, voice: Voice) -> str:
    def side(name: str, interval: Interval) -> str:
        low, high = voice.ends(interval[0], interval[2])
        return voice.words.side_described.format(side=name, typical=voice.exact(interval[1]), low=low, high=high)
    told = [side(name, one) for name, one in ((voice.words.business, s.business), (voice.words.it, s.it)) if one]
    return f"{s.question}: {', '.join(told) or s.fact}"


def _guess_described(g: Guess, voice: Voice) -> str:
    def side(name: str, own: float, guess: float) -> str:
        return voice.words.guess_described.format(side=name, own=voice.exact(own), guess=voice.exact(guess))
    return f"{g.name}: {side(voice.words.business, g.business, g.it_guesses)}; {side(voice.words.it, g.it, g.business_guesses)}"
