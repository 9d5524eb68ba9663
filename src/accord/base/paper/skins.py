"""The two skins of a plot: for the web (classes, per cent) and for paper (resolved colours, real coordinates)."""

from __future__ import annotations

from accord.base.paper.figure import Markup, esc
from accord.base.paper.marks import Bar, Diamond, Dot, Line, Mark, Path, Plot, Stacked, Text
from accord.base.paper.palette import INK_2, SANS, resolved

HEAP_DOT = 18.0     # web, pixels; components.css shrinks it on phones


def n(x: float) -> str:
    """A coordinate, short."""
    return f"{x:.2f}".rstrip("0").rstrip(".")


def web(plot: Plot) -> Markup:
    """Inline SVG for pages under `style-src 'self'`."""
    role = f'role="img" aria-label="{esc(plot.label)}"' if plot.label else 'aria-hidden="true"'
    look = " ".join(filter(None, ("plot", plot.look, f"dots rows{plot.rows}" if plot.rows else "")))
    body = "".join(_web(mark, plot.height) for mark in plot.marks)
    return Markup(f'<svg class="{look}" {role} height="{n(plot.height)}">{body}</svg>')


def _web(mark: Mark, height: float) -> str:
    match mark:
        case Line():
            end = "100%" if mark.y2 is None else n(mark.y2)
            return f'<line x1="{n(mark.x1)}%" x2="{n(mark.x2)}%" y1="{n(mark.y1)}" y2="{end}" class="{mark.look}"{_dashed(mark)}/>'
        case Dot():
            return f'<circle cx="{n(mark.x)}%" cy="{n(mark.y)}" r="{n(mark.r)}" class="{mark.look}"/>'
        case Stacked():
            y = height - 6 - (mark.level + 0.5) * HEAP_DOT
            return f'<circle cx="{n(mark.x)}%" cy="{n(y)}" r="{n(HEAP_DOT * 0.43)}" class="{mark.look} n{mark.level}"/>'
        case Diamond():
            return (f'<svg x="{n(mark.x)}%" y="{n(mark.y)}" overflow="visible" width="1" height="1">'
                    f'<path d="{_diamond(0, 0, mark.r)}" class="{mark.look}"/></svg>')
        case Bar():
            return f'<rect x="{n(mark.x)}%" y="{n(mark.y)}" width="{n(mark.width)}%" height="{n(mark.height)}" rx="2"{_class(mark.look)}/>'
        case Text():
            place = 'y="50%" dy="5"' if mark.y is None else f'y="{n(mark.y)}"'
            dx = f' dx="{n(mark.dx)}"' if mark.dx else ""
            return f'<text x="{n(mark.x)}%" {place} text-anchor="{mark.anchor}"{dx} class="{mark.look}">{esc(mark.text)}</text>'
        case Path():
            points = " L".join(f"{n(x)} {n(y)}" for x, y in mark.points)
            return (f'<svg viewBox="0 0 100 {n(height)}" preserveAspectRatio="none" width="100%" height="{n(height)}">'
                    f'<path d="M{points}{"Z" if mark.closed else ""}" class="{mark.look}"/></svg>')


def _class(look: str) -> str:
    return f' class="{look}"' if look else ""


def _dashed(line: Line) -> str:
    return ' stroke-dasharray="3 4"' if line.dashed else ""


def _diamond(x: float, y: float, r: float) -> str:
    return f"M{n(x)} {n(y - r)} L{n(x + r)} {n(y)} L{n(x)} {n(y + r)} L{n(x - r)} {n(y)}Z"


def attributes(look: str) -> str:
    """Class names as SVG attributes."""
    return "".join(f' {key}="{value}"' for key, value in resolved(look).items())


def text(x: float, y: float, words: str, look: str = "soft", anchor: str = "start") -> str:
    """A line of text on paper."""
    return f'<text x="{n(x)}" y="{n(y)}" text-anchor="{anchor}"{attributes(look)}>{esc(words)}</text>'


def paper(plot: Plot, x: float, y: float, width: float, height: float = 0, dot: float = HEAP_DOT) -> str:
    """The marks of a plot placed on a sheet: its left top corner, its width, its height, and the size of heaped dots."""
    tall = height or plot.height
    return "".join(_paper(mark, x, y, width / 100, tall, dot) for mark in plot.marks)


def _paper(mark: Mark, x: float, y: float, scale: float, height: float, dot: float) -> str:
    look = attributes(mark.look)
    match mark:
        case Line():
            end = y + (height if mark.y2 is None else mark.y2)
            return f'<line x1="{n(x + mark.x1 * scale)}" x2="{n(x + mark.x2 * scale)}" y1="{n(y + mark.y1)}" y2="{n(end)}"{look}{_dashed(mark)}/>'
        case Dot():
            return f'<circle cx="{n(x + mark.x * scale)}" cy="{n(y + mark.y)}" r="{n(mark.r)}"{look}/>'
        case Stacked():
            r = dot * (0.39 if "down" in mark.look else 0.43)
            return f'<circle cx="{n(x + mark.x * scale)}" cy="{n(y + height - 2 - (mark.level + 0.5) * dot)}" r="{n(r)}"{look}/>'
        case Diamond():
            return f'<path d="{_diamond(x + mark.x * scale, y + mark.y, mark.r)}"{look}/>'
        case Bar():
            return (f'<rect x="{n(x + mark.x * scale)}" y="{n(y + mark.y)}" width="{n(mark.width * scale)}" '
                    f'height="{n(mark.height)}" rx="2"{look}/>')
        case Text():
            middle = y + (height / 2 + 5 if mark.y is None else mark.y)
            return text(x + mark.x * scale + mark.dx, middle, mark.text, mark.look, mark.anchor)
        case Path():
            points = " L".join(f"{n(x + px * scale)} {n(y + py)}" for px, py in mark.points)
            return f'<path d="M{points}{"Z" if mark.closed else ""}"{look}/>'


def sheet(width: float, height: float, body: str) -> str:
    """A stand-alone SVG in the house's type."""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{n(width)}" height="{n(height)}" viewBox="0 0 {n(width)} {n(height)}" '
            f'font-family="{SANS}" font-size="12" font-weight="400" fill="{INK_2}">{body}</svg>')
