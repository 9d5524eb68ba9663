"""Units as they are said. Those of the template are said in the reader's language; what somebody wrote is said as they wrote it.

In formulas and files a unit stays the engine's word, as a name does.
"""

from __future__ import annotations

from collections.abc import Callable


def known(_: Callable[[str], str]) -> dict[str, str]:
    """What the template measures in; money has gone from the front of `€ an hour`."""
    return {
        "people": _("people"),
        "times a week": _("times a week"),
        "minutes": _("minutes"),
        "an hour": _("an hour"),
        "a year": _("a year"),
        "of 100": _("of 100"),
        "months": _("months"),
        "years": _("years"),
    }


def said(unit: str, translate: Callable[[str], str]) -> str:
    return known(translate).get(unit, unit)
