"""Days as people say them."""

from datetime import date, datetime

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
