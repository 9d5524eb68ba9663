"""Days as people say them."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.base import clock


def local(moment: datetime | date) -> date:
    """The day where the reader is."""
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


def said(day: date) -> str:
    """Today, Yesterday or Tomorrow; a weekday within six days; otherwise the date."""
    ahead = (day - local(clock.now())).days
    near = {0: _("Today"), -1: _("Yesterday"), 1: _("Tomorrow")}
    if ahead in near:
        return near[ahead]
    return date_format(day, "l") if -7 < ahead < 7 else plain(day)


def plain(day: date) -> str:
    """9 October; with the year when it is another one."""
    same = day.year == local(clock.now()).year
    # Translators: date formats of Django, day and month without and with the year
    return date_format(day, _("j F") if same else _("j F Y"))


FRIDAY = 4


def today() -> date:
    """The day where the reader is."""
    return local(clock.now())


def next_friday(day: date) -> date:
    """The first Friday after a day."""
    return day + timedelta(days=(FRIDAY - day.weekday() - 1) % 7 + 1)


def last_friday(day: date) -> date:
    """The last Friday before a day."""
    return day - timedelta(days=(day.weekday() - FRIDAY - 1) % 7 + 1)


def named(day: date) -> str:
    """tomorrow, Friday, or a date, to stand inside a sentence."""
    ahead = (day - today()).days
    if ahead in (0, 1):
        return _("today") if ahead == 0 else _("tomorrow")
    return date_format(day, "l") if 0 < ahead < 7 else plain(day)


def long(day: date) -> str:
    """Tuesday 14 October 2025, as it stands above a page."""
    return date_format(day, _("l j F Y"))


def short(day: date) -> str:
    """Fri 17 Oct, in a column of days; with the year when it is another one."""
    return date_format(day, _("D j M") if day.year == today().year else _("j M Y"))
