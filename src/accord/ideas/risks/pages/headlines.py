"""What the register opens with: rules over counted facts."""

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock

from ..models import WAITS, Risk
from ..rules.by_day import last_day
from ..rules.headlines import register_headline
from . import wording


def register(open_: int, waiting: int, overdue: int, ended: int) -> tuple[str, str]:
    """How many there are and how many wait; then a sentence about those that should have been answered by now, or nothing."""
    found = register_headline(open_, waiting, overdue, ended)
    late = ngettext("%(n)s should have been answered by now.", "%(n)s should have been answered by now.", overdue) % {"n": capfirst(str(apnumber(overdue)))}
    return _register(found.key, open_, waiting), late if found.then == "overdue" else ""


def _register(key: str, open_: int, waiting: int) -> str:
    if key == "nothing_said":
        return _("Nobody has warned of anything yet")
    if key == "none_open":
        return _("Nobody sees anything coming")
    first = ngettext("%(n)s thing could stop our goals", "%(n)s things could stop our goals", open_) % {"n": capfirst(str(apnumber(open_)))}
    if key == "all_answered":
        return ngettext("%(first)s; it has its answer", "%(first)s; each has its answer", open_) % {"first": first}
    if key == "all_wait":
        return ngettext("%(first)s and waits for an answer", "%(first)s, and all wait for an answer", open_) % {"first": first}
    rest = ngettext("%(n)s waits for an answer", "%(n)s wait for an answer", waiting) % {"n": apnumber(waiting)}
    return _("%(first)s; %(rest)s") % {"first": first, "rest": rest}


def first_in_time(risks: list[Risk]) -> Risk | None:
    """The first that can still be acted on: begun today, the quickest way is done before it bites."""
    today = clock.today()
    return next((one for one in risks if one.bites_on and (last_day(one.bites_on, one.needs_low or 0) or today) >= today), None)


def about_first(risk: Risk | None, *, any_dated: bool) -> str:
    """One sentence or two about that one."""
    if risk is None or risk.bites_on is None:
        return _("For none that has a day is there still time to act. What can be done is to be ready.") if any_dated else ""
    n = (risk.bites_on - clock.today()).days
    told = {"n": n, "low": risk.needs_low, "high": risk.needs_high}
    if n == 0:
        return _("The first would bite today.")
    if risk.needs_low is None or risk.needs_high is None:
        return ngettext("The first would bite in %(n)d day.", "The first would bite in %(n)d days.", n) % told
    if risk.needs_low == risk.needs_high:
        said = ngettext(
            "The first would bite in %(n)d day and takes %(high)d to act on.",
            "The first would bite in %(n)d days and takes %(high)d to act on.",
            n,
        )
    else:
        said = ngettext(
            "The first would bite in %(n)d day and takes %(low)d to %(high)d to act on.",
            "The first would bite in %(n)d days and takes %(low)d to %(high)d to act on.",
            n,
        )
    return f"{said % told} {_in_time(risk)}".strip()


def _in_time(risk: Risk) -> str:
    """Whether the day by which it is answered is early enough, even if acting takes its longest."""
    begin = last_day(risk.bites_on, risk.needs_high)
    if begin is None or risk.state != WAITS:
        return ""
    if begin < clock.today():
        return _("It is already late for the slow way.")
    if risk.answer_by < clock.today():
        return _("Begun by %(day)s it is still in time.") % {"day": wording.within(begin)}
    if risk.answer_by <= begin:
        return capfirst(_("%(day)s, when it is to be answered, is still in time.") % {"day": wording.within(risk.answer_by)})
    return _("To be in time it needs an answer by %(day)s.") % {"day": wording.within(begin)}
