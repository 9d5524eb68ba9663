"""The page of check-ins: when the next goes out, their rhythm in words, and those that were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people.gate import K
from accord.base.people.rules import Actor

from ..models import Cadence, Pause
from ..queries import pulse
from ..queries.rounds import RoundNow


@dataclass(frozen=True)
class CheckInsPage:
    """set: whether a rhythm was ever chosen. lines: the rhythm in sentences. warning: why less is shown than one might think."""

    headline: str
    standfirst: str
    set: bool
    lines: Sequence[str]
    warning: str
    rests: bool
    next_on: date | None
    open: RoundNow | None
    past: Sequence[RoundNow]
    may_edit: bool


def check_ins_page(*, by: Actor) -> CheckInsPage:
    now, open_, pause, day = pulse.cadence(), pulse.open_check_in(), pulse.resting(), pulse.next_on()
    headline, standfirst = _said(now, open_, pause, day)
    past = [one for one in pulse.check_ins() if one.state != "open"]
    return CheckInsPage(
        headline, standfirst, now is not None, _lines(now) if now else (), _warning(), pause is not None, day, open_, past, by.may("perspectives.edit")
    )


def _said(now: Cadence | None, open_: RoundNow | None, pause: Pause | None, day: date | None) -> tuple[str, str]:
    blind = _("Two minutes on a phone. Nobody sees an answer before it closes, and then only by side.")
    if open_ is not None:
        told = ngettext("%(done)d of %(asked)d has answered the check-in", "%(done)d of %(asked)d have answered the check-in", open_.asked)
        until = _("It closes after %(day)s; nobody sees an answer before.") % {"day": date_format(open_.row.closes_on, "j F")}
        return told % {"done": open_.done, "asked": open_.asked}, until
    if pause is not None:
        if pause.until:
            return _("Check-ins rest until %(day)s") % {"day": date_format(pause.until, "j F")}, _("Nobody is written to before.")
        return _("Check-ins rest"), _("Nobody is written to until somebody resumes them.")
    if now is None:
        return _("Nobody is asked regularly yet"), blind
    if day is None:
        return _("One side has nobody to ask"), _("Add people of both sides, and check-ins go out by themselves.")
    if day <= pulse.today():
        return _("The next check-in goes out in the next working hour"), blind
    return _("The next check-in goes out on %(day)s") % {"day": date_format(day, "l j F")}, blind


def _lines(now: Cadence) -> list[str]:
    """The rhythm, as one would say it."""
    days = (_("on a Monday"), _("on a Tuesday"), _("on a Wednesday"), _("on a Thursday"), _("on a Friday"))
    often = ngettext("Every week, %(day)s", "Every %(n)d weeks, %(day)s", now.weeks) % {"n": now.weeks, "day": days[now.weekday]}
    chosen = len(pulse.chosen_ids())
    whom = ngettext("%(n)d person who was chosen", "%(n)d people who were chosen", chosen) % {"n": chosen} if chosen else _("Everybody of both sides")
    found = [often, whom]
    if now.most:
        found.append(_("Of each side at most %(n)d at a time, in turn") % {"n": now.most})
    found.append(ngettext("Open for %(n)d day", "Open for %(n)d days", now.open_days) % {"n": now.open_days})
    found.append(_("Nobody twice within %(n)d days, rounds counted in") % {"n": now.least_days})
    found.append(_("Letters between %(morning)d and %(evening)d o’clock, never at the weekend") % {"morning": now.morning, "evening": now.evening})
    return found


def _warning() -> str:
    """A side of fewer than five is asked and never shown: said before anybody wonders."""
    people = pulse.candidates()
    counts = {side: sum(one.side == side for one in people) for side in ("business", "it")}
    small = [side for side, n in counts.items() if n < K]
    if len(small) == 2:
        return _("Fewer than five people of either side could be asked, so nothing of what they say could be shown.")
    if small == ["business"]:
        return _("Fewer than five people of the business could be asked: their answers can never be shown.")
    if small == ["it"]:
        return _("Fewer than five people of IT could be asked: their answers can never be shown.")
    return ""


def as_it_stands() -> dict[str, Any]:
    """What stands in the form of the rhythm."""
    now = pulse.cadence() or Cadence()
    given = {name: getattr(now, name) for name in ("weeks", "weekday", "open_days", "least_days", "morning", "evening", "most")}
    return given | {"person_ids": list(pulse.chosen_ids())}
