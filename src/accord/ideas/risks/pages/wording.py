"""How days, ranges and people of a warning are said."""

from datetime import date
from uuid import UUID

from babel.numbers import get_currency_symbol
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, to_locale

from accord.base import clock
from accord.base.people import reader

from ..models import OPEN, PROXY, Estimate, Risk, Treatment
from ..naming import the

A_YEAR = 330  # days ahead from which a day is said with its year


def plain(day: date) -> str:
    """9 October; with the year when it is another one."""
    # Translators: date formats of Django, day and month without and with the year
    return date_format(day, _("j F") if day.year == clock.today().year else _("j F Y"))


def weekday(day: date) -> str:
    """Thursday, 16 October."""
    # Translators: a date format of Django, weekday, day and month
    return date_format(day, _("l, j F"))


def within(day: date) -> str:
    """today, tomorrow or Thursday; otherwise the date: inside a sentence."""
    ahead = (day - clock.today()).days
    if ahead in (0, 1):
        return _("today") if ahead == 0 else _("tomorrow")
    return date_format(day, "l") if 1 < ahead < 7 else plain(day)


def ahead_of(day: date) -> str:
    """in 18 days; today; 3 days ago."""
    n = (day - clock.today()).days
    if n == 0:
        return _("today")
    if n < 0:
        return ngettext("%(n)d day ago", "%(n)d days ago", -n) % {"n": -n}
    return ngettext("in %(n)d day", "in %(n)d days", n) % {"n": n}


def coming(day: date) -> str:
    """1 November; with the year only where it is almost a year away, or has passed in another one."""
    far = not -1 < (day - clock.today()).days < A_YEAR
    # Translators: date formats of Django, day and month without and with the year
    return date_format(day, _("j F Y") if far and day.year != clock.today().year else _("j F"))


def needs(risk: Risk) -> str:
    """needs 10 to 14, beside the days that are left; nothing where nobody said."""
    if risk.needs_low is None or risk.needs_high is None:
        return ""
    if risk.needs_low == risk.needs_high:
        return _("needs %(n)d") % {"n": risk.needs_high}
    return _("needs %(low)d to %(high)d") % {"low": risk.needs_low, "high": risk.needs_high}


def days_to_act(risk: Risk) -> str:
    """10 to 14 days; nothing where nobody said."""
    if risk.needs_low is None or risk.needs_high is None:
        return ""
    if risk.needs_low == risk.needs_high:
        return ngettext("%(n)d day", "%(n)d days", risk.needs_high) % {"n": risk.needs_high}
    return _("%(low)d to %(high)d days") % {"low": risk.needs_low, "high": risk.needs_high}


def currency(code: str) -> str:
    """€, as whoever reads writes it."""
    return str(get_currency_symbol(code, locale=to_locale(reader.language())))


def raised(risk: Risk, by_id: UUID | None = None) -> str:
    """Who said it, and when: never more than the week where it was said without a name."""
    if risk.how == OPEN and risk.raised_by:
        if risk.raised_by_id == by_id:
            return _("Raised by you, %(day)s") % {"day": plain(risk.warned_on)}
        return _("Raised by %(who)s, %(day)s") % {"who": the(risk.raised_by), "day": plain(risk.warned_on)}
    if risk.how == PROXY and risk.raised_by:
        told = {"who": the(risk.raised_by), "band": risk.band, "day": plain(risk.warned_on)}
        if risk.band:
            return _("Passed on by %(who)s for somebody (%(band)s), %(day)s") % told
        return _("Passed on by %(who)s for somebody, %(day)s") % told
    week = plain(risk.week or risk.warned_on)
    if risk.band:
        return _("Raised without a name (%(band)s), week of %(week)s") % {"band": risk.band, "week": week}
    return _("Raised without a name, week of %(week)s") % {"week": week}


def others(n: int) -> str:
    return ngettext("%(n)d other sees this too", "%(n)d others see this too", n) % {"n": n} if n else ""


def chance(said: Estimate | Treatment | None) -> str:
    """60 to 90 in 100; nothing where nobody said."""
    if said is None or said.chance_low is None or said.chance_high is None:
        return ""
    voice = reader.voice()
    low, high = (voice.number(float(f"{one * 100:.3g}")) for one in (said.chance_low, said.chance_high))
    return _("%(low)s in 100") % {"low": low} if low == high else _("%(low)s to %(high)s in 100") % {"low": low, "high": high}


def loss(said: Estimate | Treatment | None, currency: str) -> str:
    """€20,000 to €60,000; nothing where nobody said."""
    if said is None or said.loss_low is None or said.loss_high is None:
        return ""
    return reader.voice(currency).exact_range(said.loss_low, said.loss_high)


def answered(risk: Risk) -> str:
    """answered on day 3: days from the warning, which nobody counts where only its week is known."""
    if risk.answered_on is None:
        return ""
    n = (risk.answered_on - risk.warned_on).days
    if risk.how not in (OPEN, PROXY):
        return _("answered")
    if n <= 0:
        return _("answered the same day")
    return _("answered in a day") if n == 1 else _("answered on day %(n)d") % {"n": n}


def month(day: date) -> str:
    """May; with the year when it is another one."""
    # Translators: date formats of Django, the month alone without and with the year
    return date_format(day, _("F") if day.year == clock.today().year else _("F Y"))
