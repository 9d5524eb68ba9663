"""What could it cost: the part of the register that shows the curve, what is at stake on average, and which goals it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock
from accord.base.paper import charts
from accord.base.paper.figure import Figure
from accord.base.paper.voice import Voice
from accord.base.people import reader
from accord.base.people.models import Client
from accord.base.people.rules import Actor
from accord.base.registry import Bar

from ..queries import exposure
from ..queries.exposure import YEAR, Contributor, Counted, Exposure
from ..rules import Band, Headline
from . import chances, wording

GOALS = 5  # that get a bar of their own


@dataclass(frozen=True)
class Row:
    """A line of the table in words: the chance that more than an amount is lost."""

    amount: str
    today: str
    between: str
    answered: str
    bearable: str


@dataclass(frozen=True)
class ExposurePart:
    """figure: None while nobody said a chance and an impact. tolerance: whether anything was agreed."""

    headline: str
    figure: Figure | None
    rows: list[Row]
    average: str
    bars: list[Bar]
    counted: str
    any_answered: bool
    tolerance: bool
    may_edit: bool


def exposure_part(*, by: Actor) -> ExposurePart | None:
    """None where no warning is open."""
    found = exposure.at_stake()
    counted = found.counted
    if not counted.open:
        return None
    voice = reader.voice(Client.objects.values_list("currency", flat=True).get(id=by.client_id))
    title, may = _headline(found.headline, counted), by.may("risks.edit")
    if not counted.ranged:
        return ExposurePart(title, None, [], "", [], _counted(counted), False, found.tolerance is not None, may)
    rows = _rows(found, voice)
    figure = _figure(found, title, rows, voice)
    return ExposurePart(
        title, figure, rows, _average(counted, voice), _bars(counted, voice), _counted(counted), counted.later is not None, found.tolerance is not None, may
    )


def _headline(found: Headline, counted: Counted) -> str:
    n = int(found.numbers["answers"])
    told = {"n": apnumber(n)}
    match found.key, found.then:
        case "no_ranges", _then:
            return _("What could it cost? Nobody has said yet")
        case "no_tolerance", _then:
            return _("What it could cost; nobody has agreed yet what we can bear")
        case "inside", _then:
            return _("We carry no more than we agreed to")
        case "not_clear", _then:
            return _("Not clear yet whether we carry more than we agreed to")
        case _key, "back_inside":
            if counted.planned:
                return _("We carry more than we agreed to; what is planned and proposed brings us back inside")
            return ngettext(
                "We carry more than we agreed to; one answer brings us back inside", "We carry more than we agreed to; %(n)s answers bring us back inside", n
            ) % told
        case _key, "perhaps_inside":
            return _("We carry more than we agreed to; what is planned and proposed may bring us back inside")
        case _key, "still_more":
            return _("We carry more than we agreed to, even once what is planned and proposed is done")
    return _("We carry more than we agreed to")


def _rows(found: Exposure, voice: Voice) -> list[Row]:
    agreed = [chances.said(chance) for _amount, chance in found.points] or [""] * len(found.at)
    then = [chances.said(band.mid) for band in found.at_later] or [""] * len(found.at)
    return [
        Row(voice.exact(amount), chances.said(band.mid), chances.between(band.low, band.high), after, bears)
        for amount, band, after, bears in zip(found.amounts, found.at, then, agreed, strict=True)
    ]


def _figure(found: Exposure, title: str, rows: list[Row], voice: Voice) -> Figure:
    counted, until = found.counted, clock.today() + YEAR
    after = [band.mid for band in counted.later.over] if counted.later else [None] * len(counted.curve.amounts)
    curve = [charts.Over(amount, now.mid, now.low, now.high, then) for amount, now, then in zip(counted.curve.amounts, counted.curve.over, after, strict=True)]
    bearable = [charts.Bearable(amount, chance) for amount, chance in found.points]
    called = charts.Called(
        _("today"), _("if answered"), _("can bear"), _("More than"), _("9 in 10 between"), chances.one_in, chances.said, chances.between
    )
    # Translators: a date format of Django, month and year
    told = {"n": apnumber(counted.ranged), "until": date_format(until, _("F Y"))}
    subtitle = ngettext(
        "Chance that it costs more than this until %(until)s. Band: 9 in 10.",
        "Chance that the %(n)s together cost more than this until %(until)s. Band: 9 in 10.",
        counted.ranged,
    ) % told
    points = [charts.Over(amount, band.mid, band.low, band.high) for amount, band in zip(found.amounts, found.at, strict=True)]
    return charts.exceedance(
        curve, bearable, points, voice=voice, called=called, title=title, subtitle=subtitle, described=_described(found, rows), source=_source(found)
    )


def _described(found: Exposure, rows: list[Row]) -> str:
    """The row where most is wanting, in a sentence; without a tolerance the first."""
    row = rows[int(found.headline.numbers.get("at", 0))]
    told = {"amount": row.amount, "today": row.today, "bears": row.bearable, "after": row.answered}
    said = _("Today the chance of losing more than %(amount)s is %(today)s") % told
    if row.bearable:
        said = _("%(said)s, where %(bears)s was agreed") % {"said": said, **told}
    return _("%(said)s; if everything is answered it is %(after)s.") % {"said": said, **told} if row.answered else f"{said}."


def _source(found: Exposure) -> str:
    agreed = found.tolerance
    if agreed is None:
        return ""
    return _("What we can bear was agreed on %(day)s by %(who)s.") % {"day": wording.plain(agreed.agreed_on), "who": agreed.agreed_by}


def _average(counted: Counted, voice: Voice) -> str:
    now = _stake(counted.curve.expected, voice)
    said = _("On average %(stake)s is at stake.") % {"stake": now}
    if counted.later is None:
        return said
    return _("%(said)s With what is planned and proposed, %(after)s.") % {"said": said, "after": _stake(counted.later.expected, voice)}


def _stake(band: Band, voice: Voice) -> str:
    if band.low == band.high:
        return voice.about(band.mid)
    return _("%(amount)s (9 in 10 between %(ends)s)") % {"amount": voice.about(band.mid), "ends": voice.both_ends(band.low, band.high)}


def _bars(counted: Counted, voice: Voice) -> list[Bar]:
    """Which goals it rests on, the most first; the rest together."""
    named, most = exposure.titles(counted), max((one.stake.mid for one in counted.by_goal), default=0.0) or 1.0
    own, rest = counted.by_goal[:GOALS], counted.by_goal[GOALS:]
    bars = [Bar(named[one.goal_id] if one.goal_id else _("No goal named"), _range(one.stake, voice), one.stake.mid / most) for one in own]
    if rest:
        together = _sum(rest)
        label = ngettext("%(n)s more goal", "%(n)s more goals", len(rest)) % {"n": apnumber(len(rest))}
        bars.append(Bar(capfirst(label), _range(together, voice), min(1.0, together.mid / most)))
    return bars


def _sum(some: Sequence[Contributor]) -> Band:
    return Band(*(sum(one.stake[end] for one in some) for end in range(3)))


def _range(band: Band, voice: Voice) -> str:
    return voice.about(band.mid) if band.low == band.high else voice.range(band.low, band.high)


def _counted(counted: Counted) -> str:
    missing = counted.open - counted.ranged
    if not missing:
        return ""
    told = {"n": capfirst(str(apnumber(missing))), "of": apnumber(counted.open)}
    return ngettext(
        "%(n)s of %(of)s is not in it: nobody has said its chance and its cost.",
        "%(n)s of %(of)s are not in it: nobody has said their chance and their cost.",
        missing,
    ) % told
