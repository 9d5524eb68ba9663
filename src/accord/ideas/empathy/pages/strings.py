"""The six strings: where both sides stand now, as one figure, and the course of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.base.paper import charts
from accord.base.paper.charts.sides import FAR
from accord.base.paper.figure import Figure
from accord.base.people import reader

from ..models import STANDING
from ..queries import strings
from ..queries.strings import Then
from ..rules import Estimate

LAST = 12  # moments a course shows
TEN = (0.0, 10.0)


def figure_of(found: Mapping[str, Then | None], *, title: str, source: str = "") -> Figure:
    """One row for each question, in the order given; a row says so where nobody was asked yet or too few answered."""
    rows = [_row(key, one) for key, one in found.items()]
    source = source or _("the check-ins. Fewer than five people of a side are never shown.")
    subtitle = _("0 to 10, on average. The line is how sure we are, 9 in 10.")
    return charts.strings(rows, voice=reader.voice(), title=title, subtitle=subtitle, least=_("0 disagree"), most=_("agree 10"), source=source)


def _row(key: str, one: Then | None) -> charts.String:
    return charts.String(str(STANDING[key]), _interval(one.business if one else None), _interval(one.it if one else None), _fact(one))


def _interval(one: Estimate | None) -> charts.sides.Interval | None:
    return None if one is None else (round(one.low, 1), round(one.value, 1), round(one.high, 1))


def _fact(one: Then | None) -> str:
    """When it was asked, and how many of each side answered."""
    if one is None:
        return _("Not asked yet")
    day = date_format(one.on, "j F")
    if one.business and one.it:
        return _("%(day)s: %(business)d and %(it)d answered") % {"day": day, "business": one.business.n, "it": one.it.n}
    if one.business:
        return _("%(day)s: %(n)d answered; of IT fewer than five, so not shown") % {"day": day, "n": one.business.n}
    if one.it:
        return _("%(day)s: %(n)d answered; of the business fewer than five, so not shown") % {"day": day, "n": one.it.n}
    return _("%(day)s: too few answered to show it") % {"day": day}


@dataclass(frozen=True)
class Course:
    """One side's answers to one question. now: what it says, with its range, where a line needs a second moment."""

    side: str
    figure: Figure | None
    now: str


@dataclass(frozen=True)
class StringPart:
    """One of the six: a sentence, and both sides."""

    key: str
    question: str
    sentence: str
    courses: Sequence[Course]


@dataclass(frozen=True)
class StringsPage:
    """All six, with how they moved. figure: None while no check-in was closed."""

    headline: str
    standfirst: str
    figure: Figure | None
    parts: Sequence[StringPart]


def strings_page(*, client: str) -> StringsPage:
    now, courses = strings.newest(), strings.courses()
    if not any(now.values()):
        return StringsPage(_("Nobody was asked yet how we stand"), "", None, ())
    headline, standfirst = said(now)
    figure = figure_of(now, title=_("How we stand at %(client)s") % {"client": client})
    return StringsPage(headline, standfirst, figure, [_part(key, courses[key]) for key in STANDING if courses[key]])


def said(now: Mapping[str, Then | None]) -> tuple[str, str]:
    """The finding: the widest gap that is sure, the lowest string that is sure, or that neither is clear yet."""
    both = [(key, one.business, one.it) for key, one in now.items() if one and one.business and one.it]
    if not both:
        return _("Too few answered to say how we stand"), _("Figures are never shown for fewer than five people of a side.")
    key, business, it = max(both, key=lambda one: abs(one[1].value - one[2].value))
    apart, sure = abs(business.value - it.value), business.low > it.high or it.low > business.high
    if apart >= FAR and sure:
        told = {"question": STANDING[key], "points": reader.voice().number(round(apart, 1))}
        more = _("The business says more.") if business.value > it.value else _("IT says more.")
        return _("We are %(points)s apart on “%(question)s”") % told, more
    if all(not (one.low > other.high or other.low > one.high) for _key, one, other in both):
        return _("Both sides see it much alike"), _("Where the two lines overlap, nobody can say yet that they differ.")
    return _("Not far apart, where both have answered"), _("No gap of two points or more is sure yet.")


def _part(key: str, course: Sequence[Then]) -> StringPart:
    sides = [_course(side, course[-LAST:]) for side in ("business", "it")]
    return StringPart(key, str(STANDING[key]), _moved(course), sides)


def _moved(course: Sequence[Then]) -> str:
    """What is sure to have moved since the first that is shown."""
    told = []
    if len(course) < 2:
        return _("Asked once so far.")
    for side in ("business", "it"):
        seen = [one for then in course[-LAST:] if (one := then.side(side))]
        if len(seen) > 1 and (seen[-1].low > seen[0].high or seen[-1].high < seen[0].low):
            told.append(_went(side, up=seen[-1].value > seen[0].value))
    return " ".join(told) or _("Nothing moved that we could be sure of.")


def _went(side: str, *, up: bool) -> str:
    if side == "business":
        return _("The business says more than it did.") if up else _("The business says less than it did.")
    return _("IT says more than it did.") if up else _("IT says less than it did.")


def _course(side: str, course: Sequence[Then]) -> Course:
    seen = [(then, one) for then in course if (one := then.side(side))]
    title = _("Business") if side == "business" else _("IT")
    if len(seen) < 2:
        return Course(side, None, ranged(seen[0][1]) if seen else _("Fewer than five answered, so nothing is shown"))
    moments = [charts.Moment(date_format(then.on, "j M"), round(one.value, 1), round(one.low, 1), round(one.high, 1)) for then, one in seen]
    figure = charts.change(moments, voice=reader.voice(), title=title, subtitle=_("0 to 10, on average; the band is 9 in 10"), source=_counts(seen), within=TEN)
    return Course(side, figure, "")


def _counts(seen: Sequence[tuple[Then, Estimate]]) -> str:
    few, many = min(one.n for _then, one in seen), max(one.n for _then, one in seen)
    return _("%(few)d to %(many)d people answered each time") % {"few": few, "many": many} if few < many else _("%(n)d people answered each time") % {"n": few}


def ranged(one: Estimate) -> str:
    """7.9 (7.4 to 8.4), of 12."""
    number = reader.voice().number
    told = {"value": number(round(one.value, 1)), "low": number(round(one.low, 1)), "high": number(round(one.high, 1)), "n": one.n}
    return _("%(value)s, 9 in 10 between %(low)s and %(high)s; %(n)d answered") % told
