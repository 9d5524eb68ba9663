"""How likely a sign is to come true, in words: what that is the chance of, from what it is known, and what raises or lowers it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from accord.base.estimate.foresight import ENOUGH
from accord.base.people import reader

from ..foreseeing import DAY
from ..models import Suggestion
from ..rules.suggesting import LIKE, Basis


def own(row: Suggestion) -> tuple[int | None, int | None]:
    """From and to, in 100, where it is known from the client's own record: what happens elsewhere is nobody's estimate of this."""
    if row.chance_low is None or row.chance_high is None or row.grounds.get("basis") == Basis.GENERAL:
        return None, None
    return round(100 * row.chance_low), round(100 * row.chance_high)


def said(row: Suggestion) -> tuple[str, ...]:
    """In sentences; none where no chance was suggested."""
    if row.chance_low is None or row.chance_high is None:
        return ()
    voice = reader.voice()
    low, high = (voice.number(round(100 * end)) for end in (row.chance_low, row.chance_high))
    told = {"low": low, "high": high, "n": voice.number(row.grounds.get("n", 0)), "enough": voice.number(ENOUGH)}
    return (_chance(row) % told, *_reasons(row))


def _chance(row: Suggestion) -> str:
    of_day, basis = row.grounds.get("of") == DAY, row.grounds.get("basis")
    if basis == Basis.GENERAL:
        return _(
            "How likely it is that this day is not kept cannot be read here yet: of the %(enough)s pieces of work that takes, %(n)s had a day we can "
            "look back on. Elsewhere, what was planned was not kept in %(low)s to %(high)s of 100: tasks and sprints of software makers, and large "
            "public projects of the United Kingdom."
        )
    if basis == Basis.RATE:
        return (
            _("Chance that this day is not kept within 90 days: %(low)s to %(high)s in 100. That is how often it was so on %(n)s pieces of work here.")
            if of_day
            else _("Chance that it comes true within 90 days: %(low)s to %(high)s in 100. That is how often signs about %(n)s things here did.")
        )
    return (
        _("Chance that this day is not kept within 90 days: %(low)s to %(high)s in 100, read from the delivery notes of %(n)s pieces of work here.")
        if of_day
        else _("Chance that it comes true within 90 days: %(low)s to %(high)s in 100, read from what came of the signs about %(n)s things here.")
    )


def _reasons(row: Suggestion) -> Iterator[str]:
    words = _words()
    known = [(words[fact], points) for fact, points in row.grounds.get("reasons", ()) if fact in words]
    raising, lowering = [name for name, points in known if points > 0], [name for name, points in known if points < 0]
    if raising:
        yield _("What makes it likelier than usual: %(facts)s.") % {"facts": ", ".join(raising)}
    if lowering:
        yield _("What makes it less likely than usual: %(facts)s.") % {"facts": ", ".join(lowering)}


def _words() -> dict[str, str]:
    """Facts, as they stand in a list."""
    return {
        "times_put_off": _("how often the day was put off"),
        "days_put_off": _("how far it was put off"),
        "days_to_go": _("the days to go"),
        "share_gone": _("how much of the time is gone"),
        "days_silent": _("how long ago the last note is"),
        LIKE: _("how often signs of this kind came true"),
    }
