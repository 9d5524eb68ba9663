"""How well each side guesses, for whoever wants to look closer: each figure with its interval, what it means, and what would change it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accord.base.people import reader

from ..queries.revealed import Revealed
from ..rules.estimates import Estimate
from ..rules.sides import same_order
from .sides import marks

ACCURACY: dict[str, Callable[[], str]] = {
    "business": lambda: _("How near the business’s guesses are"),
    "it": lambda: _("How near IT’s guesses are"),
}
INSIGHT: dict[str, Callable[[], str]] = {
    "business": lambda: _("What the business knows of IT"),
    "it": lambda: _("What IT knows of the business"),
}
KNOWS: dict[tuple[str, str], Callable[[], str]] = {
    ("business", "knows"): lambda: _("Its guesses say more than taking IT for like itself, or for lukewarm about everything."),
    ("it", "knows"): lambda: _("Its guesses say more than taking the business for like itself, or for lukewarm about everything."),
    ("business", "adds_nothing"): lambda: _("Its guesses say no more than taking IT for like itself, or for lukewarm about everything."),
    ("it", "adds_nothing"): lambda: _("Its guesses say no more than taking the business for like itself, or for lukewarm about everything."),
    ("business", "not_clear"): lambda: _("Not clear yet whether its guesses say more than taking IT for like itself."),
    ("it", "not_clear"): lambda: _("Not clear yet whether its guesses say more than taking the business for like itself."),
}
ORDER: dict[str, Callable[[], str]] = {
    "same": lambda: _("What matters more to one matters more to the other."),
    "turned": lambda: _("What matters more to one matters less to the other."),
    "not_clear": lambda: _("Not clear yet whether both put things in the same order."),
}


@dataclass(frozen=True)
class GuessFigure:
    """figure: with its interval, and of how many. means: in plain words. changes: what would change it."""

    name: str
    figure: str
    means: str
    changes: str


def guessing(found: Revealed) -> list[GuessFigure]:
    return list(_figures(found))


def _figures(found: Revealed) -> Iterator[GuessFigure]:
    order = same_order(marks(found, "business"), marks(found, "it"))
    if order:
        told = _("%(value)s, 9 in 10 between %(low)s and %(high)s, over %(n)d things; 1 is the same order, −1 turned round")
        changes = _("More answers narrow it; other things to rate may turn it.")
        yield GuessFigure(_("The same order"), told % _numbers(order), ORDER[order_key(order)](), changes)
    overall = found.picture.overall
    if overall is None:
        return
    for side, accuracy, insight in (("business", overall.accuracy_a, overall.insight_a), ("it", overall.accuracy_b, overall.insight_b)):
        told = _("%(value)s, 9 in 10 between %(low)s and %(high)s, from %(n)d people of a side at least; 1 is always right")
        easy = _("It flatters: always guessing the middle is near as well. What is known is the next figure.")
        yield GuessFigure(ACCURACY[side](), told % _numbers(accuracy), easy, _("Asking each other why, then guessing again."))
        if insight:
            told = _("%(value)s, 9 in 10 between %(low)s and %(high)s, from %(n)d people of a side at least; 1 is all there is to know, 0 nothing")
            changes = _("More answers, and things on which the sides differ.")
            yield GuessFigure(INSIGHT[side](), told % _numbers(insight), KNOWS[side, insight_key(insight)](), changes)


def _numbers(one: Estimate) -> dict[str, object]:
    value, low, high = (_number(end) for end in (one.value, one.low, one.high))
    return {"value": value, "low": low, "high": high, "n": one.n}


def _number(end: float) -> str:
    """Far below nothing is only below it: how far depends on how little there was to know."""
    return _("less than %(number)s") % {"number": reader.voice().number(-1)} if end < -1 else reader.voice().number(round(end, 2) + 0.0)


def order_key(one: Estimate) -> str:
    return "same" if one.low > 0 else "turned" if one.high < 0 else "not_clear"


def insight_key(one: Estimate) -> str:
    return "knows" if one.low > 0 else "adds_nothing" if one.high <= 0 else "not_clear"
