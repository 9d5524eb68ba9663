"""What moved in a check-in, in three lines, for those who look after the client."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people import reader

from .. import queries
from ..models import STANDING
from ..queries import strings
from ..rules import Estimate
from ..sentences import finding


def digest(round_id: UUID) -> list[str]:
    """Three sentences: what moved for sure, how well the sides guess each other, how many answered."""
    found = queries.revealed(round_id)
    headline, _standfirst = finding(found.picture, {str(item.id): item.title for item in found.now.items})
    return [_moved(round_id), f"{headline}.", _answered(found.now.done, found.now.asked)]


def _moved(round_id: UUID) -> str:
    found = strings.moved(round_id)
    if not found:
        first = all(len(course) < 2 for course in strings.courses().values())
        return _("This was the first time these were asked; from the next on you see what moves.") if first else _("Nothing moved that we could be sure of.")
    key, side, before, now = found[0]
    told = {"question": STANDING[key], "now": _ranged(now), "before": _ranged(before)}
    if side == "business":
        return _("“%(question)s”: the business says %(now)s, and said %(before)s.") % told
    return _("“%(question)s”: IT says %(now)s, and said %(before)s.") % told


def _ranged(one: Estimate) -> str:
    number = reader.voice().number
    return _("%(value)s (%(low)s to %(high)s)") % {
        "value": number(round(one.value, 1)), "low": number(round(one.low, 1)), "high": number(round(one.high, 1)),
    }  # fmt: skip


def _answered(done: int, asked: int) -> str:
    return ngettext("%(done)d of %(asked)d answered.", "%(done)d of %(asked)d answered.", asked) % {"done": done, "asked": asked}
