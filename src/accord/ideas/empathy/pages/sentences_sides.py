"""What marks without guesses say, in sentences: rules over computed facts, each with a way to say that it is not clear yet."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people import reader

from ..queries.revealed import Revealed
from ..rules.estimates import Estimate
from ..rules.importing import GUESS, OWN
from ..rules.sides import Camps, Distance, Furthest, Pair, Single, apart_key, first_key
from ..sentences import PER_STEP

SIDES: dict[str, Callable[[], str]] = {"business": lambda: _("business"), "it": lambda: _("IT")}
CAMPS: dict[Camps, Callable[[], str]] = {Camps.ONE: lambda: _("one camp"), Camps.SPREAD: lambda: _("spread"), Camps.TWO: lambda: _("two camps")}
TITLES: dict[tuple[str, str], Callable[[], str]] = {
    ("business", OWN): lambda: _("How much it matters to the business"),
    ("it", OWN): lambda: _("How much it matters to IT"),
    ("business", GUESS): lambda: _("How much the business believes it matters to the others"),
    ("it", GUESS): lambda: _("How much IT believes it matters to the others"),
}
FIRST: dict[tuple[str, str, str], Callable[[], str]] = {
    ("business", OWN, "first"): lambda: _("“%(item)s” matters most to the business"),
    ("it", OWN, "first"): lambda: _("“%(item)s” matters most to IT"),
    ("business", GUESS, "first"): lambda: _("The business believes “%(item)s” matters most to the others"),
    ("it", GUESS, "first"): lambda: _("IT believes “%(item)s” matters most to the others"),
    ("business", OWN, "first_few"): lambda: _("“%(item)s” is among what matters most to the business"),
    ("it", OWN, "first_few"): lambda: _("“%(item)s” is among what matters most to IT"),
    ("business", GUESS, "first_few"): lambda: _("The business believes “%(item)s” is among what matters most to the others"),
    ("it", GUESS, "first_few"): lambda: _("IT believes “%(item)s” is among what matters most to the others"),
    ("business", OWN, "not_clear"): lambda: _("Not clear yet what matters most to the business"),
    ("it", OWN, "not_clear"): lambda: _("Not clear yet what matters most to IT"),
    ("business", GUESS, "not_clear"): lambda: _("Not clear yet what the business believes matters most to the others"),
    ("it", GUESS, "not_clear"): lambda: _("Not clear yet what IT believes matters most to the others"),
    ("business", OWN, "high"): lambda: _("“%(item)s” matters to the business"),
    ("it", OWN, "high"): lambda: _("“%(item)s” matters to IT"),
    ("business", GUESS, "high"): lambda: _("The business believes “%(item)s” matters to the others"),
    ("it", GUESS, "high"): lambda: _("IT believes “%(item)s” matters to the others"),
    ("business", OWN, "low"): lambda: _("“%(item)s” can rather wait for the business"),
    ("it", OWN, "low"): lambda: _("“%(item)s” can rather wait for IT"),
    ("business", GUESS, "low"): lambda: _("The business believes “%(item)s” can wait for the others"),
    ("it", GUESS, "low"): lambda: _("IT believes “%(item)s” can wait for the others"),
    ("business", OWN, "not_clear_one"): lambda: _("Not clear yet whether “%(item)s” matters to the business"),
    ("it", OWN, "not_clear_one"): lambda: _("Not clear yet whether “%(item)s” matters to IT"),
    ("business", GUESS, "not_clear_one"): lambda: _("Not clear yet whether the business believes “%(item)s” matters to the others"),
    ("it", GUESS, "not_clear_one"): lambda: _("Not clear yet whether IT believes “%(item)s” matters to the others"),
}


def table_title(side: str, kind: str) -> str:
    return TITLES[side, kind]()


def one_found(side: str, kind: str, found: Sequence[Single], titles: Sequence[str]) -> tuple[str, str]:
    """The finding of one side, and what it rests on."""
    key, level = first_key(found)
    if key == "no_spread":
        return _("All of them said the same"), _("Then a figure would be everybody’s answer, so none is shown.")
    top = next(one for one in found if one.estimate)
    told = [_ahead(key, level, titles[top.place]), _mark(top), _camps(found, titles)]
    return FIRST[side, kind, key]() % {"item": titles[top.place]}, " ".join(filter(None, told))


def _ahead(key: str, level: int, title: str) -> str:
    if key == "first":
        return _("Its lead over everything else is more than chance.")
    if key == "first_few":
        return ngettext("One more thing may matter as much.", "%(n)d more things may matter as much.", level) % {"n": level}
    if key == "not_clear":
        told = ngettext("“%(item)s” is ahead, and one more thing may matter as much.", "“%(item)s” is ahead, and %(n)d more things may matter as much.", level)
        return told % {"item": title, "n": level}
    return ""


def _mark(top: Single) -> str:
    estimate = top.estimate
    return _("It has %(mark)s.") % {"mark": ranged(estimate)} if estimate else ""


def _camps(found: Sequence[Single], titles: Sequence[str]) -> str:
    """Who would be averaged away: things on which one side is two camps."""
    two = [titles[one.place] for one in found if one.camps is Camps.TWO]
    if not two:
        return ""
    told = ngettext("On “%(item)s” they are two camps.", "On %(n)d things they are two camps, first on “%(item)s”.", len(two))
    return told % {"item": two[0], "n": len(two)}


def both_found(found: Sequence[Pair], titles: Sequence[str]) -> tuple[str, str]:
    """The finding of both sides, and what it rests on."""
    apart, near = (sum(one.distance is kind for one in found) for kind in (Distance.APART, Distance.IN_ACCORD))
    numbers = {"n": apart, "every": len(found)}
    some = ngettext("On one thing of %(every)d the sides are apart", "On %(n)d things of %(every)d the sides are apart", apart) % numbers
    headline = {
        "too_few_answers": _("Too few answered to show anything"),
        "most_apart": _("On most things the sides are apart"),
        "some_apart": some,
        "all_in_accord": _("Both sides see it alike"),
        "mostly_in_accord": _("Mostly, both sides see it alike"),
        "not_clear": _("Not clear yet how far apart the sides are"),
    }[apart_key(found)]
    counted = _("Of %(every)d things the sides are apart on %(apart)d and in accord on %(near)d.") % {"every": len(found), "apart": apart, "near": near}
    left = len(found) - apart - near
    open_ = ngettext("One is not clear yet.", "%(n)d are not clear yet.", left) % {"n": left} if left else ""
    widest = _("The widest gap is on “%(item)s”.") % {"item": titles[found[0].place]} if apart else ""
    return headline, " ".join(filter(None, (widest, counted, open_, _("What each believes of the other was not asked, or by too few."))))


def distance(one: Pair) -> str:
    """How to read one row; the gap is counted towards the side that marks higher."""
    if one.distance is Distance.IN_ACCORD:
        return _("In accord.")
    turn = 1 if one.gap.value >= 0 else -1
    speaks, ends = reader.voice(), sorted((turn * one.gap.low, turn * one.gap.high))
    points, low, high = (speaks.number(round(mark * PER_STEP, 1) + 0.0) for mark in (turn * one.gap.value, *ends))
    if one.distance is Distance.APART:
        told = _("Apart by %(points)s points, 9 in 10 between %(low)s and %(high)s.")
    else:
        told = _("Not clear yet whether they are apart: %(points)s points, 9 in 10 between %(low)s and %(high)s.")
    return told % {"points": points, "low": low, "high": high}


def ranged(one: Estimate) -> str:
    """A mark on 0 to 10 with its interval and of how many."""
    speaks = reader.voice()
    value, low, high = (speaks.number(round((mark - 1) * PER_STEP, 1)) for mark in (one.value, one.low, one.high))
    told = _("%(mark)s of 10, 9 in 10 between %(low)s and %(high)s, from %(n)d people")
    return told % {"mark": value, "low": low, "high": high, "n": one.n}


def groups_gap(one: Furthest) -> str:
    speaks = reader.voice()
    value, low, high = (speaks.number(round(mark * PER_STEP, 1)) for mark in (one.gap.value, one.gap.low, one.gap.high))
    numbers = {"points": value, "low": low, "high": high}
    if one.surely:
        return _("%(points)s points, 9 in 10 between %(low)s and %(high)s") % numbers
    return _("not clear: %(points)s points, 9 in 10 between %(low)s and %(high)s") % numbers


def people(found: Revealed, side: str) -> str:
    """How many of a side answered."""
    tally = found.side(side)
    if tally is None or tally.answered is None:
        return ""
    if tally.asked == tally.answered:
        told = {"business": _("%(n)d people of the business."), "it": _("%(n)d people of IT.")}[side]
    else:
        told = {"business": _("%(n)d of %(asked)d people of the business."), "it": _("%(n)d of %(asked)d people of IT.")}[side]
    proxies = ngettext("One answer was written down by somebody else.", "%(n)d answers were written down by somebody else.", tally.proxies)
    return " ".join(filter(None, (told % {"n": tally.answered, "asked": tally.asked}, proxies % {"n": tally.proxies} if tally.proxies else "")))


def how_many(found: Revealed) -> str:
    return " ".join(filter(None, (people(found, side) for side in SIDES)))


def scale(low: float | None, high: float | None) -> str:
    """How the marks of a file became five."""
    speaks = reader.voice()
    if low is not None and high is not None:
        told = _("In the file marks went from %(low)s to %(high)s; they were laid onto five in a straight line and rounded.")
        return told % {"low": speaks.number(low), "high": speaks.number(high)}
    told = _("In the file marks had no end: from its lowest to its highest they were laid onto five in a straight line and rounded.")
    return told + " " + _("So a few large ones make the rest small.")
