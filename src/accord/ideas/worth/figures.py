"""The figures of a case: drawn by paper from what was weighed."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.estimate import Known, Weighed
from accord.base.paper import charts
from accord.base.paper.figure import Figure
from accord.base.people import reader

from . import headlines, wording
from .models.case import ROLES
from .rules.facts import Facts
from .rules.shape import Role

BARS = 3  # single bars; the rest is told together


def options(weighed: Weighed, facts: Facts, *, full: bool = True) -> Figure:
    """Twenty futures of each option on one axis, best first, doing nothing among them."""
    tags = dict(ROLES)
    ordered = sorted(weighed.options, key=lambda one: -one.expected.value)
    items = [
        charts.Option(
            one.name, () if one.role is Role.NOTHING else one.futures, one.chance_best.value, one.typical, one.expected.value, one.low, one.high,
            "" if one.role in (Role.NOTHING, Role.OTHER) else str(tags[one.role.value]), one.note,
        )
        for one in ordered
        if full or one.role is not Role.NOTHING
    ]
    title, subtitle = headlines.options_title(weighed), headlines.options_subtitle(facts)
    return charts.options(items, voice=reader.voice(facts.unit), title=title, subtitle=subtitle, full=full)


def pooled(known: Known, unit: str) -> Figure:
    """Twenty equally likely values of one quantity, of everybody's ranges together."""
    money, rest = wording.parted(unit)
    marks = known.futures
    spread = charts.Spread(known.low, marks[4], known.typical, marks[15], known.high)
    return charts.dots(marks, spread, voice=reader.voice(money), title=_("Twenty equally likely values"), subtitle=rest)


def answers(facts: Facts) -> Figure:
    """What an exact answer would be worth: the best few, and the rest under the largest of them."""
    items = [charts.Answer(one.label, one.worth, one.error) for one in facts.known[:BARS]]
    rest = facts.known[BARS:]
    if rest:
        ceiling = max(one.worth + 2 * one.error for one in rest)
        name = ngettext("%(n)s other range", "%(n)s other ranges", len(rest)) % {"n": len(rest)}
        items.append(charts.Answer(name, ceiling / 3, ceiling / 3) if ceiling >= 0.5 else charts.Answer(name, 0.0))
    title, subtitle = _("What an exact answer would be worth"), _("Before deciding, each by itself.")
    return charts.answers(items, voice=reader.voice(facts.unit), title=title, subtitle=subtitle)


def voices(heard: Sequence[charts.Heard], unit: str, *, title: str) -> Figure | None:
    """Everybody's range and what they come to together; None for nobody's."""
    money, rest = wording.parted(unit)
    return charts.voices(heard, voice=reader.voice(money), title=title, subtitle=rest) if heard else None
