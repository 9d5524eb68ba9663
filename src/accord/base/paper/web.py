"""Figures and tables as HTML for a page under a strict policy: caption, key, drawing, the same figures as a table, source."""

from __future__ import annotations

from accord.base.paper.figure import Figure, Markup, Table, esc
from accord.base.paper.words import Words


def figure(fig: Figure, words: Words, heading: str = "", id: str = "", look: str = "") -> Markup:
    """heading: `h2` or `h3` where the title is a heading of the page (then `id` names it); look: more classes, such as `wide`."""
    named = f' id="{esc(id)}"' if id else ""
    title = f"<{heading}{named}>{esc(fig.title)}</{heading}>" if heading else f'<span class="t"{named}>{esc(fig.title)}</span>'
    subtitle = f'<span class="s">{esc(fig.subtitle)}</span>' if fig.subtitle else ""
    keys = "".join(f'<span class="side {key.look}">{esc(key.text)}</span>' for key in fig.key)
    key_line = f'<p class="key">{keys}</p>' if keys else ""
    return Markup(f'<figure class="{esc(f"chart {look}".strip())}"><figcaption>{title}{subtitle}</figcaption>{key_line}{fig.svg}'
                  f"{as_table(fig, words)}{source(fig, words)}</figure>")


def as_table(fig: Figure, words: Words) -> Markup:
    """The figures in words, folded away until asked for; opened in print."""
    shown = table(fig.table, fig.table.caption or fig.title, hidden_caption=True)
    return Markup(f'<details class="as-table"><summary>{esc(words.show_table)}</summary>{shown}</details>')


def source(fig: Figure, words: Words) -> Markup:
    """Where the figures come from; nothing when the page says it elsewhere."""
    return Markup(f'<p class="source">{esc(words.source.format(source=fig.source))}</p>' if fig.source else "")


def table(shown: Table, caption: str, hidden_caption: bool = False, stacked: bool = False) -> Markup:
    """A real table with a caption and scopes; the first column names the row. stacked: labelled cards on a phone."""
    head = "".join(f'<th scope="col"{_class(i, shown)}>{esc(text)}</th>' for i, text in enumerate(shown.headers))
    body = "".join("<tr>" + "".join(_cell(i, text, shown, stacked) for i, text in enumerate(row)) + "</tr>" for row in shown.rows)
    look = ' class="vh"' if hidden_caption else ""
    kind = "table stack-sm" if stacked else "table"
    return Markup(f'<table class="{kind}"><caption{look}>{esc(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def _class(i: int, shown: Table) -> str:
    return ' class="num"' if i in shown.numeric else ""


def _cell(i: int, text: str, shown: Table, stacked: bool) -> str:
    if i == 0 and 0 not in shown.numeric:
        return f'<th scope="row">{esc(text)}</th>'
    label = f' data-l="{esc(shown.headers[i])}"' if stacked else ""
    return f"<td{_class(i, shown)}{label}>{esc(text)}</td>"
