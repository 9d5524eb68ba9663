"""The light tokens as plain colours, for paper: PDF and slides know no style sheet. A test holds them to the tokens."""

from __future__ import annotations

INK, INK_2, INK_3, LINE, EDGE = "#102029", "#405059", "#5a6970", "#dce0e3", "#768289"
BIZ, BIZ_INK, BIZ_WASH = "#ca7022", "#874814", "#ffedd6"
IT, IT_INK, IT_WASH = "#315dba", "#22499e", "#e8f0fe"
DRIFT, DRIFT_INK, DRIFT_WASH = "#c12445", "#9f1c35", "#feedee"
GAIN, GAIN_INK, GAIN_WASH = "#0e7856", "#03583f", "#dff7eb"
GROUND, SUNKEN = "#f6f8f9", "#edf1f2"
PAGE = "#ffffff"
SANS, SERIF = "Hanken Grotesk", "Newsreader"

TOKENS = {
    "ink": INK, "ink-2": INK_2, "ink-3": INK_3, "line": LINE, "edge": EDGE, "ground": GROUND, "sunken": SUNKEN,
    "biz": BIZ, "biz-ink": BIZ_INK, "biz-wash": BIZ_WASH, "it": IT, "it-ink": IT_INK, "it-wash": IT_WASH,
    "drift": DRIFT, "drift-ink": DRIFT_INK, "drift-wash": DRIFT_WASH, "gain": GAIN, "gain-ink": GAIN_INK, "gain-wash": GAIN_WASH,
}

_SIDES = {"biz": (BIZ, "#201308"), "it": (IT, "#ffffff")}

# What each chart class of components.css comes to on white paper. SIDE and ON are the side's colour and the text upon it.
_LOOKS: dict[str, dict[str, str]] = {
    "grid": {"stroke": LINE},
    "zero": {"stroke": INK_3},
    "axis": {"stroke": EDGE},
    "strong": {"fill": INK, "font-weight": "600"},
    "faint": {"fill": INK_3},
    "soft": {"fill": INK_2},
    "sub": {"font-size": "10.5"},
    "name": {"fill": INK, "font-family": SERIF, "font-size": "14", "font-weight": "500"},
    "up": {"fill": GAIN},
    "down": {"fill": PAGE, "stroke": DRIFT, "stroke-width": "1.5"},
    "flat": {"fill": INK_2},
    "thin": {"stroke": INK_3, "stroke-width": "2", "stroke-linecap": "round"},
    "thick": {"stroke": INK, "stroke-width": "7", "stroke-linecap": "round"},
    "mid": {"fill": PAGE, "stroke": INK, "stroke-width": "2"},
    "mark": {"fill": "SIDE", "stroke": PAGE, "stroke-width": "1.5"},
    "ring": {"fill": PAGE, "stroke": "SIDE", "stroke-width": "2.25"},
    "span": {"stroke": "SIDE", "stroke-width": "2", "stroke-linecap": "round", "opacity": "0.75"},
    "tie": {"stroke": "SIDE", "stroke-width": "2", "opacity": "0.55"},
    "on": {"fill": "ON", "font-weight": "600"},
    "gtext": {"fill": INK, "font-weight": "600"},
    "gap": {"stroke": INK, "stroke-width": "12", "opacity": "0.07"},
    "far": {"stroke": DRIFT_WASH, "opacity": "1"},
    "far-t": {"fill": DRIFT_INK, "font-weight": "600"},
    "loss": {"stroke": DRIFT},
    "bar": {"fill": EDGE},
    "top": {"fill": INK},
    "full": {"fill": INK},
    "empty": {"fill": LINE},
    "bandf": {"fill": INK, "opacity": "0.07"},
    "linep": {"fill": "none", "stroke": INK, "stroke-width": "2", "stroke-linejoin": "round"},
    "dash": {"stroke-dasharray": "2 5", "stroke-linecap": "round"},
    "node": {"fill": PAGE, "stroke": INK_2, "stroke-width": "2"},
    "stem": {"stroke": INK_3, "stroke-width": "2"},
    "overf": {"fill": DRIFT, "opacity": "0.16"},
    "bear": {"stroke": DRIFT, "stroke-width": "1.5"},
    "look": {"fill": DRIFT},
    "need": {"stroke": INK_2, "stroke-width": "2"},
    "flat-end": {"stroke-linecap": "butt"},
    "suspect": {"stroke": DRIFT, "stroke-width": "2", "stroke-dasharray": "5 4"},
}


def resolved(look: str) -> dict[str, str]:
    """Class names to SVG attributes, later names winning. `biz` and `it` give the side its colour."""
    names = look.split()
    side, on = next((_SIDES[name] for name in names if name in _SIDES), (INK, PAGE))
    found: dict[str, str] = {}
    for name in names:
        found |= _LOOKS.get(name, {})
    return {key: {"SIDE": side, "ON": on}.get(value, value) for key, value in found.items()}
